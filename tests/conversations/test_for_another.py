"""A granddaughter files for her grandfather: typed in any way, back, past, changed from the summary, and sent."""

from __future__ import annotations

import re

from tests.conversations.papers import voice
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import MORE, Talker, offers
from tests.conversations.words import CONSENT, DETAILS, OFFER, OPEN_CASE, RECEIVED, WATCHED, label, piece

FOR_ANOTHER = label("button-for-another")
BACK = label("button-form-back")
SEND = label("button-form-submit")
RELATIVE = label("form-whom-who-relative")
NO_NAME = label("form-whom-name-skip")
KNOWS = label("form-whom-knows-yes")
CALL = label("form-whom-agree-call")
CODE = label("form-whom-agree-code")
SUMMARY = piece("screen-form-summary")
ASK = label("button-ask-agreement")
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
    await person.sees(SUMMARY)


async def test_a_granddaughter_files_for_her_grandfather_in_her_own_way(stage: Stage) -> None:
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
    summary = await solomiia.sees(SUMMARY)
    assert all(told in summary.text for told in ("Іван Петрович", "75", "+380501234567", RELATIVE, KNOWS))

    await solomiia.press(change("name"))
    at = await solomiia.send("Дід Іван")
    assert "Дід Іван" in (await solomiia.sees_new(SUMMARY, at)).text
    await solomiia.press(SEND)
    await solomiia.sees(piece("whom-sent-call"))
    await solomiia.sees(RECEIVED)
    assert await stage.count("SELECT count(*) FROM form_drafts") == 0


async def test_the_group_reads_relation_and_age_and_the_details_tell_who(stage: Stage) -> None:
    solomiia = await begins(stage)
    await fills_in(solomiia)
    await solomiia.press(SEND)
    await solomiia.sees(RECEIVED)
    thread = await stage.the_thread()
    said = await stage.iryna.topic(thread)
    for told in (label("relation-relative"), label("agreement-by-call"), "70 років", "Дідусеві потрібні дрова"):
        assert told in said
    assert not any(secret in said for secret in ("Іван", "380", "1951", "Соломія"))
    await stage.iryna.looks(thread, DETAILS)
    details = await stage.iryna.whispered(thread, piece("details-for-whom"))
    assert all(told in details.text for told in ("Іван Петрович", "+380 50 123 45 67", "Соломія"))
    assert await stage.count("SELECT count(DISTINCT person_id) FROM readings") == 2


async def test_a_caseworker_phones_the_grandfather_and_notes_what_came_of_it(stage: Stage) -> None:
    solomiia = await begins(stage)
    await fills_in(solomiia)
    await solomiia.press(SEND)
    await solomiia.sees(RECEIVED)
    thread = await stage.the_thread()
    await stage.iryna.reads(thread, piece("screen-card-call-agreement"))
    await stage.iryna.clicks(thread, ASK)
    whisper = await stage.iryna.whispered(thread, piece("letter-desk-agreement-ask"))
    assert all(told in whisper.text for told in ("Іван Петрович", "+380 50 123 45 67"))
    await stage.iryna.clicks(thread, label("button-call-no-answer"))
    await solomiia.sees(piece("letter-agreement-unheard-again"))
    await stage.iryna.send("/desk")
    await stage.iryna.sees(piece("screen-desk-home-calls"))
    await stage.iryna.clicks(thread, ASK)
    await stage.iryna.whispered(thread, piece("letter-desk-call-attempts"))
    assert (await stage.iryna.clicks(thread, HEARD)).text == label("toast-agreement-heard")
    await stage.iryna.reads(thread, label("agreement-confirmed"))
    await solomiia.sees(piece("letter-agreement-known"))
    said = await stage.andriy.topic(thread)
    assert not any(secret in said for secret in ("Іван", "380", "1951", "Соломія")), (
        "whispered to one, read by no other"
    )
    assert [tuple(row) for row in await stage.rows("SELECT state, attempts FROM calls")] == [("done", 2)]


async def test_the_grandfather_does_not_agree_and_is_forgotten(stage: Stage) -> None:
    solomiia = await begins(stage)
    await fills_in(solomiia)
    await solomiia.press(SEND)
    await solomiia.sees(RECEIVED)
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, ASK)
    pressed = await stage.iryna.clicks(thread, label("button-agreement-refused"))
    assert pressed.text == label("toast-agreement-refused")
    await stage.iryna.reads(thread, label("news-not-agreed").split(".")[0])
    await solomiia.sees(piece("letter-agreement-refused"))
    assert await stage.count("SELECT count(*) FROM on_behalf WHERE phone IS NOT NULL OR born IS NOT NULL") == 0


async def test_the_grandfather_agrees_by_a_code_from_his_own_telegram_once(stage: Stage) -> None:
    solomiia = await begins(stage)
    await fills_in(solomiia, CODE)
    await solomiia.press(SEND)
    shown = await solomiia.sees(piece("whom-sent-code"))
    [code] = re.findall(r"\d{4} \d{4} \d{4}", shown.text)
    await solomiia.send(code)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM on_behalf WHERE agreement = 'by-code'") == 1, "not her own account"

    ivan = await stage.person("Іван")
    await ivan.send(code.replace(" ", "-"))
    await ivan.sees(piece("letter-agreed-by-code"))
    await solomiia.sees(piece("letter-agreement-known"))
    assert "Дідусеві" not in await ivan.phone()
    [(beneficiary,)] = await stage.rows("SELECT telegram_id FROM people JOIN on_behalf ON beneficiary_id = people.id")
    assert beneficiary == ivan.id

    stranger = await stage.person("Хтось")
    await stranger.send(code)
    await stranger.sees(CONSENT)
    assert piece("letter-agreed-by-code") not in await stranger.phone()


async def test_a_reporter_stays_hidden_where_they_want_to(stage: Stage) -> None:
    maria = await begins(stage, "Марія", "У сусідів голодні діти")
    await maria.press(label("form-whom-who-report"))
    for step in ("name", "born", "phone"):
        await maria.press(label(f"form-whom-{step}-skip"))
    await maria.send("Дрогобич, вулиця Шевченка 5")
    await maria.press(label("form-whom-reporter-no"))
    await maria.sees(SUMMARY)
    await maria.press(SEND)
    await maria.sees(piece("whom-sent-report", shown="no"))
    thread = await stage.the_thread()
    await stage.iryna.looks(thread, DETAILS)
    details = await stage.iryna.whispered(thread, piece("details-for-whom"))
    assert "Шевченка" in details.text
    assert "Марія" not in details.text
    assert label("details-reporter-hidden") in details.text
    [(kind, law_by)] = await stage.rows("SELECT intake_kind, law_by FROM cases")
    assert (kind, law_by is not None) == ("report", True)


async def test_the_number_of_a_reporter_who_hides_stands_behind_no_button_and_on_no_desk(stage: Stage) -> None:
    maria = await stage.agreed("Марія")
    await maria.send("/call")
    await maria.send("067 111 22 33")
    await maria.press(label("button-call-soon"))
    await maria.sees(piece("screen-call-wanted"))
    thread = await stage.the_thread()
    await maria.send("/my")
    await maria.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-new")))
    await maria.press(FOR_ANOTHER)
    await maria.press(label("form-whom-who-report"))
    for step in ("name", "born", "phone", "where"):
        await maria.press(label(f"form-whom-{step}-skip"))
    await maria.press(label("form-whom-reporter-no"))
    await maria.sees(SUMMARY)
    await maria.press(SEND)
    await maria.sees(piece("whom-sent-report", shown="no"))
    await stage.settled()
    card = await stage.iryna.finds(thread, lambda each: offers(each, MORE), "the card")
    assert not offers(card, label("button-call"))
    refused = await stage.iryna.forges_in(card, f"ph:{await _case_id(stage)}")
    assert refused.text == label("refusal-no-number")
    said = "\n".join([await stage.iryna.topic(thread), await stage.iryna.phone(), await stage.svitlana.phone()])
    assert "22 33" not in said
    assert "Марія" not in said


async def _case_id(stage: Stage) -> int:
    [(case_id,)] = await stage.rows("SELECT id FROM cases")
    return int(case_id)


async def test_an_open_case_turns_out_to_be_for_another(stage: Stage) -> None:
    solomiia, thread = await stage.with_case("Соломія", "Потрібен протез")
    await solomiia.send("/my")
    await solomiia.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-new")))
    await solomiia.press(FOR_ANOTHER)
    await solomiia.press(label("form-whom-who-child"))
    await solomiia.send("Марко")
    await solomiia.send("5 місяців")
    await solomiia.press(label("form-whom-phone-skip"))
    await solomiia.sees(SUMMARY)
    await solomiia.press(SEND)
    await stage.iryna.reads(thread, label("news-for-another").split(".")[0])
    await stage.iryna.reads(thread, label("relation-child"))
    assert "Марко" not in await stage.iryna.topic(thread)
    assert await stage.count("SELECT count(*) FROM cases") == 1


async def test_a_voice_message_and_what_was_chosen_in_the_menu_go_along(stage: Stage) -> None:
    solomiia = await stage.agreed("Соломія")
    await solomiia.send("/request")
    await solomiia.press(CATALOGUE.life.areas["health"].name.uk)
    await solomiia.press(CATALOGUE.life.ends["care-at-home"].name.uk)
    await solomiia.attaches(voice(7))
    await solomiia.sees(OFFER)
    await solomiia.press(FOR_ANOTHER)
    await asked(solomiia, "who")
    await fills_in(solomiia)
    await solomiia.press(SEND)
    await solomiia.sees(RECEIVED)
    thread = await stage.the_thread()
    show = label("button-show-file")
    said = await stage.iryna.finds(thread, lambda each: offers(each, show), show)
    assert "голосове, 0:07" in said.text
    assert [tuple(row) for row in await stage.rows("SELECT service FROM cases")] == [("home-care",)]
    assert await stage.count("SELECT count(*) FROM files WHERE message_id IS NOT NULL") == 1


async def test_who_sent_the_words_already_says_at_once_that_it_is_for_another(stage: Stage) -> None:
    solomiia = await stage.agreed("Соломія")
    await solomiia.send("Дідусеві потрібні дрова")
    await solomiia.press(OPEN_CASE)
    await solomiia.sees(RECEIVED)
    sent = await solomiia.waits(lambda each: offers(each, label("button-show-case")), label("button-show-case"))
    assert offers(sent, FOR_ANOTHER)
    await solomiia.press(FOR_ANOTHER)
    await asked(solomiia, "who")
    await fills_in(solomiia)
    await solomiia.press(SEND)
    await solomiia.sees(piece("whom-sent-call"))
    await stage.iryna.reads(await stage.the_thread(), label("relation-relative"))
    assert await stage.count("SELECT count(*) FROM cases") == 1


async def test_on_a_phone_that_may_be_searched_nobodys_name_is_asked(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.send("/start")
    await olena.press(WATCHED)
    await olena.send("Мамі потрібні ліки")
    offer = await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    assert not offers(offer, FOR_ANOTHER)
    assert (await olena.forges("fa:0:1", offer)).text == label("refusal-not-allowed")
    assert await stage.count("SELECT count(*) FROM form_drafts") == 0
