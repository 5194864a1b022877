"""A granddaughter files for her grandfather: typed in any way, back, past, changed from the summary, and sent."""

from __future__ import annotations

from tests.conversations.stage import Stage, number_in
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import DETAILS, OPEN_CASE, RECEIVED, label, piece

FOR_ANOTHER = label("button-for-another")
BACK = label("button-form-back")
SEND = label("button-form-submit")
RELATIVE = label("form-whom-who-relative")
NO_NAME = label("form-whom-name-skip")
KNOWS = label("form-whom-knows-yes")
CALL = label("form-whom-agree-call")
CODE = label("form-whom-agree-code")
HEARD = label("button-agreement-heard")


def change(step: str) -> str:
    return label("button-form-edit", label=label(f"form-whom-{step}-label"))


async def asked(person: Talker, step: str, after: int = 0) -> None:
    await person.sees_new(label(f"form-whom-{step}"), after)


async def begins(stage: Stage, name: str = "Соломія", words: str = "Дідусеві потрібні дрова") -> Talker:
    """Somebody who agreed writes and says that it is for another."""
    person = await stage.agreed(name)
    await person.send(words)
    await person.press(FOR_ANOTHER)
    await asked(person, "who")
    return person


async def fills_in(person: Talker, agreement: str = CALL) -> None:
    """A grandfather of 75 with a phone, who knows of it."""
    await person.press(RELATIVE)
    await person.send("Іван Петрович")
    await person.send("12 березня 1951")
    await person.press(KNOWS)
    await person.send("050 123 45 67")
    await person.press(agreement)
    await person.sees(piece("screen-form-summary"))


async def test_a_granddaughter_files_for_her_grandfather(stage: Stage) -> None:
    solomiia = await begins(stage)
    await solomiia.press(RELATIVE)
    await asked(solomiia, "name")
    at = await solomiia.send("Іван Петрович")
    await asked(solomiia, "born", at)
    at = await solomiia.send("32 березня 1951")
    await solomiia.sees_new(label("form-problem-no-such-date"), at)
    at = await solomiia.send("12 марта 51 р.")
    await asked(solomiia, "knows", at)
    await solomiia.press(BACK)
    await asked(solomiia, "born", at)
    at = await solomiia.send("75")
    await asked(solomiia, "knows", at)
    at = await solomiia.send("так, знає")
    await asked(solomiia, "phone", at)
    at = await solomiia.send("8 (050) 123-45-67")
    await asked(solomiia, "agree", at)
    await solomiia.press(CALL)
    summary = await solomiia.sees(piece("screen-form-summary"))
    assert all(told in summary.text for told in ("Іван Петрович", "75", "+380501234567", RELATIVE, KNOWS))

    await solomiia.press(change("name"))
    at = await solomiia.send("Дід Іван")
    summary = await solomiia.sees_new(piece("screen-form-summary"), at)
    assert "Дід Іван" in summary.text
    await solomiia.press(SEND)
    await solomiia.sees(piece("whom-sent-call"))
    await solomiia.sees(RECEIVED)

    thread = await stage.the_thread()
    said = await stage.iryna.topic(thread)
    assert label("relation-relative") in said
    assert label("agreement-by-call") in said
    assert "70 років" in said
    assert "Дідусеві потрібні дрова" in said
    assert not any(secret in said for secret in ("Іван", "380", "1951", "Соломія"))
    await stage.iryna.clicks(thread, DETAILS)
    details = await stage.iryna.whispered(thread, piece("details-for-whom"))
    assert all(told in details.text for told in ("Дід Іван", "+380 50 123 45 67", "Соломія"))

    pressed = await stage.iryna.clicks(thread, HEARD)
    assert pressed.text == label("toast-agreement-heard")
    await stage.iryna.reads(thread, label("agreement-confirmed"))
    await solomiia.sees(piece("letter-agreement-known"))
    assert await stage.count("SELECT count(*) FROM readings") == 2
    assert await stage.count("SELECT count(*) FROM form_drafts") == 0
