"""Sent is not read: what nobody read is told on the phone, and what was read after all is not."""

from __future__ import annotations

import re

from tests.conversations.hours import until
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import GENERAL, Talker, Worker
from tests.conversations.words import TAKE, label, piece

PHONE = "+380501234567"
ASSESS, REFUSE, SKIP = label("button-step-assess"), label("button-step-refuse"), label("button-step-skip")
PLAN, SEND = label("button-step-plan"), label("button-step-send")
STATE, CONFIRM = label("button-step"), label("button-step-refuse-confirm")
GOT_IT, CALL = label("button-got-it"), label("button-call")
REACHED, NO_ANSWER = label("button-call-reached"), label("button-call-no-answer")
LATER, ANOTHER_DAY = label("button-call-later"), label("button-call-days")
LIST, EMPTY = piece("screen-call-list").split(":")[0], piece("screen-call-list-empty")
TOLD = "лист лишився без відповіді"
CALLS = "SELECT reason, state, attempts FROM calls ORDER BY id"


async def taken(stage: Stage, words: str = "Потрібні дрова") -> tuple[Talker, int]:
    """Ірина has a case; its person shared their number once."""
    await until(stage)
    olena, thread = await stage.with_case("Олена", words)
    await olena.send("/call")
    await olena.sees(piece("letter-call-number"))
    await olena.send(PHONE)
    await olena.press(label("button-call-stop"))
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    return olena, thread


async def _steps(worker: Worker, thread: int, step: str, how: str) -> None:
    await worker.clicks(thread, STATE)
    await worker.clicks(thread, step)
    await worker.clicks(thread, how)
    await worker.whispered(thread, piece("whisper-step-done").split(".")[0])


async def refused(stage: Stage) -> tuple[Talker, int]:
    """Help was refused, and the letter is on the phone."""
    olena, thread = await taken(stage)
    await _steps(stage.iryna, thread, ASSESS, SKIP)
    await stage.iryna.clicks(thread, STATE)
    await stage.iryna.clicks(thread, REFUSE)
    await stage.iryna.clicks(thread, CATALOGUE.refusals["RF1"].name["uk"])
    await stage.iryna.clicks(thread, CONFIRM)
    await olena.sees(CATALOGUE.refusals["RF1"].plain["uk"])
    await stage.settled()
    return olena, thread


async def test_a_refusal_that_was_not_read_is_phoned_twice_and_told(stage: Stage) -> None:
    olena, _ = await refused(stage)
    number, iryna = await stage.the_number(), stage.iryna
    await stage.later(days=2, minutes=2)
    told = await iryna.sees(TOLD)
    assert number in told.text
    assert "Олена" not in told.text
    assert not re.search(r"\d{7}", told.text)
    await iryna.send("/calls")
    shown = await iryna.sees(LIST)
    assert number in shown.text
    assert label("matter-refusal") in shown.text
    assert "50 123" not in shown.text
    await iryna.press(label("button-call-open", number=number))
    call = await iryna.sees("+380 50 123 45 67")
    assert CATALOGUE.refusals["RF1"].plain["uk"].rstrip(".") in call.text
    assert call.message.get("has_protected_content")
    await iryna.press(NO_ANSWER)
    await olena.sees(piece("letter-call-unanswered"))
    await iryna.send("/calls")
    await iryna.sees_new("Спроб: 1", call.id)
    await iryna.press(label("button-call-open", number=number))
    again = await iryna.sees_new("+380 50 123 45 67", call.id)
    await iryna.press(REACHED)
    await stage.settled()
    assert [tuple(row) for row in await stage.rows(CALLS)] == [("unread", "done", 2)]
    await iryna.send("/calls")
    await iryna.sees_new(EMPTY, again.id)
    assert await stage.count("SELECT count(*) FROM readings") == 2
    assert await stage.count("SELECT count(*) FROM cases WHERE state = 'refused'") == 1


async def test_who_blocked_the_bot_is_phoned_at_once(stage: Stage) -> None:
    olena, thread = await taken(stage)
    await stage.people.block(olena.id)
    await _steps(stage.iryna, thread, ASSESS, SKIP)
    await _steps(stage.iryna, thread, PLAN, SEND)
    assert await stage.the_number() in (await stage.iryna.sees(TOLD)).text
    await stage.iryna.says(GENERAL, "/calls")
    shown = await stage.iryna.whispered(GENERAL, LIST)
    assert label("matter-plan") in shown.text
    await stage.settled()
    assert LIST not in await stage.andriy.topic(GENERAL)
    assert await stage.count("SELECT count(*) FROM calls WHERE state = 'open'") == 1


async def test_who_presses_is_not_phoned(stage: Stage) -> None:
    olena, thread = await refused(stage)
    await stage.later(days=2, minutes=2)
    await stage.iryna.sees(TOLD)
    await stage.iryna.reads(thread, piece("screen-card-call-unread").split(":")[0])
    assert (await olena.press(GOT_IT)).text == label("toast-got-it")
    await stage.settled()
    assert piece("screen-card-call-unread").split(":")[0] not in await stage.iryna.topic(thread)
    await stage.iryna.send("/calls")
    await stage.iryna.sees(EMPTY)
    assert (await olena.press(GOT_IT)).text == label("toast-got-it"), "a second press is the same"


async def test_any_later_word_in_the_case_is_a_sign(stage: Stage) -> None:
    olena, thread = await taken(stage)
    await _steps(stage.iryna, thread, ASSESS, SKIP)
    await _steps(stage.iryna, thread, PLAN, SEND)
    await olena.sees(piece("letter-case-step-planned").split("\n")[0].strip())
    await olena.send("Дякую, згодна")
    await stage.iryna.reads(thread, "Дякую, згодна")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM awaited_letters WHERE state = 'seen'") == 1


async def test_a_call_is_put_off_to_a_day_of_next_week_from_the_group_and_from_the_desk(stage: Stage) -> None:
    olena, thread = await taken(stage)
    iryna = stage.iryna
    await stage.people.block(olena.id)
    await _steps(iryna, thread, ASSESS, SKIP)
    await _steps(iryna, thread, PLAN, SEND)
    await iryna.sees(TOLD)
    await iryna.clicks(thread, CALL)
    await iryna.whispered(thread, "+380 50 123 45 67")
    await iryna.clicks(thread, LATER)
    await iryna.clicks(thread, ANOTHER_DAY)
    menu = await iryna.whispered(thread, piece("screen-call-days").split("<")[0].strip())
    days = [each["text"] for row in menu.message["reply_markup"]["inline_keyboard"] for each in row]
    assert (await iryna.clicks(thread, days[-1])).text == label("toast-saved")
    await stage.settled()
    [due] = [row[0] for row in await stage.rows("SELECT due_by FROM calls")]
    assert (due - stage.clock.now()).days >= 10
    await iryna.send("/calls")
    shown = await iryna.sees(LIST)
    await iryna.press(label("button-call-open", number=await stage.the_number()))
    await iryna.sees_new("+380 50 123 45 67", shown.id)
    await iryna.press(ANOTHER_DAY)
    await iryna.press(days[2])
    await stage.settled()
    [(attempts, later)] = await stage.rows("SELECT attempts, due_by FROM calls")
    assert attempts == 2
    assert later < due
