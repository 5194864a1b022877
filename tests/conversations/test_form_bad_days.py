"""Bad days in the middle of a form, and of everything else that asks: commands, two devices, another language, a day
without the bot.
"""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from sqlalchemy import select, text

from db.models import Call
from tests.conversations.hours import until
from tests.conversations.oddities import FILES, UNREADABLE
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_for_another import BACK, CALL, KNOWS, RELATIVE, SEND, SUMMARY, asked, begins, fills_in
from tests.conversations.test_odd_messages import CANNOT, PARKED, at_birth, sends
from tests.conversations.words import CONSENT, NEW_CASE, OPEN_CASE, RECEIVED, label, piece

WAITS = piece("screen-form-waits")
GO_ON = label("button-form-go-on")
STALE = label("toast-form-stale")
SORRY = piece("letter-promise-late")
ENGLISH = label("button-language-en")
OPENED = {
    "/my": piece("screen-my-cases-empty"),
    label("button-menu-my"): piece("screen-my-cases-empty"),
    "/help": piece("screen-help"),
    "/privacy": piece("screen-privacy"),
    "/nonsense": piece("screen-help"),
    "/request": piece("screen-request"),
    label("button-menu-request"): piece("screen-request"),
    "/call": piece("letter-call-number"),
    label("button-menu-call"): piece("letter-call-number"),
}
"""What a command opens that is sent while a form asks."""


@pytest.mark.parametrize("command", OPENED)
async def test_a_command_opens_what_it_means_and_the_way_back_stands_beside_it(stage: Stage, command: str) -> None:
    person = await at_birth(stage)
    at = await person.send(command)
    await person.sees_new(OPENED[command], at)
    waits = await person.sees_new(WAITS, at)
    assert offers(waits, GO_ON)
    await person.press(GO_ON)
    await asked(person, "born", at)
    at = await person.send("75")
    await asked(person, "knows", at)


async def test_a_press_by_mistake_on_danger_leads_back_to_the_question(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.send("/danger")
    await person.sees_new("112", at)
    await person.press(label("button-mistake"))
    await asked(person, "born", at)
    at = await person.send("75")
    await asked(person, "knows", at)


async def test_buttons_of_other_screens_do_not_take_the_words_from_a_form(stage: Stage) -> None:
    person = await at_birth(stage)
    for command, button, seen in (
        ("/help", label("button-my-cases"), piece("screen-my-cases-empty")),
        ("/help", label("button-privacy"), piece("screen-privacy")),
        ("/privacy", label("button-places"), piece("screen-places")),
    ):
        at = await person.send(command)
        await person.sees_new(OPENED[command], at)
        await person.press(button)
        await person.sees_new(seen, at)
    at = await person.send("75")
    await asked(person, "knows", at)


async def test_words_that_begin_with_a_slash_are_an_answer(stage: Stage) -> None:
    person = await at_birth(stage)
    await person.press(BACK)
    at = await person.send("/ Іван чи Іванко")
    await asked(person, "born", at)


@pytest.mark.parametrize("at_once", [False, True])
async def test_the_same_button_on_two_devices_is_one_step(stage: Stage, at_once: bool) -> None:
    person = await begins(stage)
    shown = await person.waits(lambda each: offers(each, RELATIVE), RELATIVE)
    answers = await _all(person, shown.id, [shown.button(RELATIVE)["callback_data"]] * 6, at_once=at_once)
    assert answers == {None: 1, STALE: 5}
    await asked(person, "name")
    assert await stage.count("SELECT revision FROM form_drafts") == 1


async def test_two_devices_press_different_buttons_at_once_and_one_of_them_counts(stage: Stage) -> None:
    person = await at_birth(stage)
    shown = await person.waits(lambda each: offers(each, BACK), BACK)
    data = [shown.button(button)["callback_data"] for button in (BACK, label("form-whom-born-skip"))]
    assert await _all(person, shown.id, data, at_once=True) == {None: 1, STALE: 1}
    await stage.settled()
    question = (await person.chat())[-1].text
    assert (label("form-whom-name") in question) != (label("form-whom-knows") in question)


async def test_words_on_one_device_and_an_older_button_on_the_other(stage: Stage) -> None:
    person = await at_birth(stage)
    old = await person.waits(lambda each: offers(each, BACK), BACK)
    at = await person.send("75")
    await asked(person, "knows", at)
    assert await _all(person, old.id, [old.button(BACK)["callback_data"]], at_once=False) == {STALE: 1}
    await asked(person, "knows", at)


async def test_a_form_that_is_sent_from_two_devices_at_once_opens_one_case(stage: Stage) -> None:
    person = await begins(stage)
    await fills_in(person)
    summary = await person.sees(SUMMARY)
    answers = await _all(person, summary.id, [summary.button(SEND)["callback_data"]] * 6, at_once=True)
    assert answers == {None: 1, label("refusal-stale"): 5}
    await stage.settled()
    assert sum(RECEIVED in said for said in await person.got()) == 1
    assert await stage.count("SELECT count(*) FROM cases") == 1
    assert await stage.count(PARKED) == 0


async def _all(person: Talker, message: int, buttons: list[str], *, at_once: bool) -> Counter[str | None]:
    presses = [person.scene.people.press(person.id, message, person.id, data=each, forged=True) for each in buttons]
    if at_once:
        return Counter(answer.text for answer in await asyncio.gather(*presses))
    return Counter([(await press).text for press in presses])


async def test_another_language_in_the_middle_asks_the_same_question_again(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.send("/language")
    await person.press(ENGLISH)
    shown = await person.sees_new(label("form-whom-born", "en"), at)
    assert offers(shown, label("button-form-back", "en"))
    assert label("form-whom-who-relative", "en") in shown.text, "what is known, too"
    await stage.settled()
    later = [each for each in await person.chat() if each.id >= shown.id and each.sender != person.id]
    assert not any(label("form-whom-born") in each.text for each in later)


async def test_another_language_asks_again_wherever_the_person_is(stage: Stage) -> None:
    person = await stage.person("Олена")
    await person.send("/start")
    await person.sees(CONSENT)
    await _speaks(person, "en", piece("screen-consent", "en"))
    await person.press(label("button-agree", "en"))
    await person.sees(piece("screen-consent-given", "en"))
    await person.send("We need firewood")
    await person.sees(piece("screen-offer-case", "en"))
    await _speaks(person, "uk", piece("screen-offer-case"))
    await person.press(OPEN_CASE)
    await person.sees(RECEIVED)
    await person.send("/my")
    await person.press(NEW_CASE)
    await person.sees(piece("screen-consent-given"))
    await _speaks(person, "en", piece("screen-consent-given", "en"))
    await person.send("/request")
    await person.sees(piece("screen-request", "en"))
    await _speaks(person, "uk", piece("screen-request"))
    await person.send("/call")
    await person.sees(piece("letter-call-number"))
    await _speaks(person, "en", piece("letter-call-number", "en"))
    await person.send("050 123 45 67")
    await person.sees(piece("screen-call-time", "en"))
    await _speaks(person, "uk", piece("screen-call-time"))
    await person.send("/cancel")
    await person.sees(piece("letter-call-stopped"))
    await person.send("/privacy")
    await person.press(label("button-places"))
    await person.press(label("button-place-actual"))
    await person.sees(piece("screen-place-ask", which="actual"))
    await _speaks(person, "en", piece("screen-place-ask", "en", which="actual"))


async def _speaks(person: Talker, language: str, again: str) -> None:
    """Switches, and is asked what stood open, in that language."""
    at = await person.send("/language")
    button = label(f"button-language-{language}")
    await person.waits(lambda each: each.id > at and offers(each, button), button)
    await person.press(button)
    await person.sees_new(again, at)


async def test_in_danger_another_language_asks_for_the_number_again(stage: Stage) -> None:
    person = await stage.person("Олена")
    at = await person.send("/danger")
    await person.sees_new("112", at)
    await person.press(label("button-way-call"))
    await person.sees(piece("letter-call-number"))
    await _speaks(person, "en", piece("letter-call-number", "en"))
    at = await person.send("050 123 45 67")
    await person.sees_new(piece("screen-danger-call-safely", "en"), at)


async def test_a_number_for_a_case_of_danger_that_is_over_is_not_lost(stage: Stage) -> None:
    person = await stage.agreed("Олена")
    at = await person.send("/danger")
    await person.sees_new("112", at)
    await person.press(label("button-way-call"))
    await person.sees(piece("letter-call-number"))
    await stage.settled()
    async with stage.app.database.uow() as uow:
        await uow.session.execute(text("UPDATE cases SET closed_at = opened_at, state = 'closed'"))
    at = await person.send("050 123 45 67, після шостої")
    await person.sees_new(piece("screen-call-time"), at)
    async with stage.app.database.uow() as uow:
        [call] = await uow.session.scalars(select(Call))
    assert (call.phone, call.wish) == ("+380501234567", "після шостої"), "it is a call like any other now"


@pytest.mark.parametrize("odd", ["voice", "photo", "poll"])
async def test_a_complaint_that_is_no_words_never_reaches_the_topic(stage: Stage, odd: str) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-new")))
    await olena.press(label("button-complain"))
    await olena.sees(piece("screen-complaint-ask"))
    before = await stage.iryna.topic(thread)
    at = await sends(olena, {**FILES, **UNREADABLE}[odd])
    await olena.sees_new(CANNOT["words-only"], at)
    at = await olena.send("Мене образили")
    await olena.sees_new(piece("letter-complaint-received"), at)
    await stage.settled()
    assert await stage.iryna.topic(thread) == before


async def test_after_a_day_without_the_bot_everything_is_handled_in_order(stage: Stage) -> None:
    """Telegram keeps messages for a day and presses for some minutes; a promise passed meanwhile."""
    await until(stage)
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    person = await at_birth(stage)
    async with stage.app.database.uow() as uow:
        await uow.session.execute(text("UPDATE cases SET reply_by = waiting_since + interval '2 hours'"))
    old = await person.waits(lambda each: offers(each, BACK), BACK)
    await stage.app.stop()
    await person.scene.people.press(person.id, old, person.id, BACK, wait=0)
    for words in ("75", "Так, знає", "8 050 123 45 67"):
        at = await person.send(words)
    for words in ("перше", "друге", "третє"):
        last = await olena.send(words)
    await stage.later(hours=23, minutes=30)
    async with stage.beside() as other:
        await asked(person, "agree", at)
        assert (await person.forges(old.button(BACK)["callback_data"], old)).text == STALE
        await person.press(CALL)
        await person.sees(SUMMARY)
        await olena.sees_new("3", last)
        await other.settled(30)
        said = await stage.iryna.topic(thread)
        assert said.index("перше") < said.index("друге") < said.index("третє")
        await olena.sees(SORRY)
        [(new,)] = await stage.rows("SELECT reply_by FROM cases")
        assert new > stage.clock.now(), "the date that is promised now lies ahead"
        assert sum(SORRY in each for each in await olena.got()) == 1
        assert await stage.count(PARKED) == 0


@pytest.mark.parametrize(
    "written", ["0501234567", "8 (050) 123-45-67", "+38 050 123 45 67", "мій номер 050.123.45.67", "00380501234567"]
)
async def test_where_there_is_no_button_for_the_contact_the_number_is_typed(stage: Stage, written: str) -> None:
    """Telegram in a browser has none: the form, the call and danger take what is typed."""
    person = await at_birth(stage)
    await person.send("75")
    await person.press(KNOWS)
    at = await person.send(written)
    await asked(person, "agree", at)
    assert "+380501234567" in (await person.chat())[-1].text
    await person.send("/call")
    at = await person.send(written)
    await person.sees_new(piece("letter-call-number-kept"), at)
    await person.send("/danger")
    await person.press(label("button-way-call"))
    at = await person.send(written)
    await person.sees_new(piece("screen-danger-call-safely"), at)
