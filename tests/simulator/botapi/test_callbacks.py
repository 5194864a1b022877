"""Answers to presses."""

import asyncio

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from simulator.world.clock import SimClock
from tests.simulator.conftest import Desk, FakeTime, Refused, Start

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
TAKE = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Взяти", callback_data="take:1")]])


async def pressed(desk: Desk) -> str:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "картка", reply_markup=TAKE)
    await desk.people.press(person, sent.message_id, person, "Взяти", wait=0)
    query = (await desk.updates())[-1].callback_query
    assert query is not None
    return query.id


async def test_the_answer_reaches_the_one_who_pressed(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "картка", reply_markup=TAKE)
    await desk.updates()
    press = asyncio.create_task(desk.people.press(person, sent.message_id, person, "Взяти"))
    query = (await desk.bot.get_updates(timeout=10))[0].callback_query
    assert query is not None
    assert query.data == "take:1"
    assert query.from_user.id == person
    assert query.message is not None
    assert query.message.message_id == sent.message_id
    await desk.bot.answer_callback_query(query.id, "Взято", show_alert=True)
    seen = await press
    assert (seen.answered, seen.text, seen.show_alert) == (True, "Взято", True)


async def test_the_first_answer_counts(desk: Desk) -> None:
    query_id = await pressed(desk)
    assert await desk.bot.answer_callback_query(query_id, "перша")
    assert await desk.bot.answer_callback_query(query_id, "друга")
    press = desk.sim.world.callbacks.find(query_id)
    assert press is not None
    assert press.answer is not None
    assert press.answer["text"] == "перша"


async def test_an_answer_after_15_seconds_is_too_late(
    start: Start, fake_time: FakeTime, fake_clock: SimClock, refused: Refused
) -> None:
    desk = await start(clock=fake_clock)
    query_id = await pressed(desk)
    fake_time.seconds += 15.01
    with refused(TelegramBadRequest, TOO_OLD):
        await desk.bot.answer_callback_query(query_id)


async def test_the_speed_divides_the_15_seconds(
    start: Start, fake_time: FakeTime, fake_clock: SimClock, refused: Refused
) -> None:
    desk = await start(clock=fake_clock, speed=20)
    query_id = await pressed(desk)
    fake_time.seconds += 0.7
    assert await desk.bot.answer_callback_query(query_id)
    fake_time.seconds += 0.1
    with refused(TelegramBadRequest, TOO_OLD):
        await desk.bot.answer_callback_query(query_id)


async def test_an_unknown_press_cannot_be_answered(desk: Desk, refused: Refused) -> None:
    with refused(TelegramBadRequest, TOO_OLD):
        await desk.bot.answer_callback_query("4711")


async def test_an_answer_has_at_most_200_characters(desk: Desk, refused: Refused) -> None:
    query_id = await pressed(desk)
    with refused(TelegramBadRequest, "Bad Request: MESSAGE_TOO_LONG"):
        await desk.bot.answer_callback_query(query_id, "я" * 201)
    assert await desk.bot.answer_callback_query(query_id, "я" * 200)
