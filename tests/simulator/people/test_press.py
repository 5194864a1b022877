"""Pressing buttons of every kind."""

import asyncio

import pytest
from aiogram.types import (
    CopyTextButton,
    DisabledButton,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from simulator.client import RefusedError
from tests.simulator.conftest import Desk

BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Взяти", callback_data="take:1")],
        [InlineKeyboardButton(text="Відкрити", url="https://t.me/suprovid_demo_bot?start=c1")],
        [InlineKeyboardButton(text="Номер", copy_text=CopyTextButton(text="LUH-2026-000001"))],
        [InlineKeyboardButton(text="Готово", disabled=DisabledButton())],
    ]
)


async def test_a_press_without_an_answer_ends_after_the_wait(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "картка", reply_markup=BUTTONS)
    pressed = await desk.people.press(person, sent.message_id, person, "Взяти", wait=0.05)
    assert (pressed.answered, pressed.text) == (False, None)


async def test_the_button_can_be_named_by_its_data(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "картка", reply_markup=BUTTONS)
    await desk.people.press(person, sent.message_id, person, data="take:1", wait=0)
    query = (await desk.updates())[-1].callback_query
    assert query is not None
    assert query.data == "take:1"


async def test_data_that_is_on_no_button_must_be_meant_as_forged(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "картка", reply_markup=BUTTONS)
    with pytest.raises(RefusedError, match="no such button"):
        await desk.people.press(person, sent.message_id, person, data="take:2", wait=0)
    await desk.people.press(person, sent.message_id, person, data="take:2", forged=True, wait=0)
    query = (await desk.updates())[-1].callback_query
    assert query is not None
    assert query.data == "take:2"


async def test_links_copies_and_disabled_buttons_tell_the_bot_nothing(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "картка", reply_markup=BUTTONS)
    await desk.updates()
    opened = await desk.people.press(person, sent.message_id, person, "Відкрити")
    assert opened.url == "https://t.me/suprovid_demo_bot?start=c1"
    assert (await desk.people.press(person, sent.message_id, person, "Номер")).copied == "LUH-2026-000001"
    with pytest.raises(RefusedError, match="disabled"):
        await desk.people.press(person, sent.message_id, person, "Готово")
    assert await desk.updates() == []


async def test_a_button_of_the_reply_keyboard_writes_its_text_or_shares_the_phone(desk: Desk) -> None:
    person = await desk.beneficiary(phone="+380501234567")
    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text="Мої звернення")],
            [KeyboardButton(text="Мій телефон", request_contact=True)],
            [KeyboardButton(text="Де я", request_location=True)],
        ]
    )
    sent = await desk.bot.send_message(person, "Оберіть", reply_markup=keyboard)
    await desk.updates()
    for text in ("Мої звернення", "Мій телефон", "Де я"):
        pressed = await desk.people.press(person, sent.message_id, person, text)
        assert pressed.written is not None
    heard = [update.message for update in await desk.updates()]
    assert [message.content_type for message in heard if message] == ["text", "contact", "location"]
    with pytest.raises(RefusedError, match="no such button"):
        await desk.people.press(person, sent.message_id, person, "Інше")


async def test_only_the_reader_presses_on_an_ephemeral_message(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    other = await desk.people.user("Марія")
    await desk.people.set_member(group, other, "member")
    await desk.bot.send_message(
        group,
        "меню",
        reply_markup=BUTTONS,
        ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=supervisor),
    )
    menu = (await desk.people.messages(group, reader=supervisor)).messages[-1]
    await desk.updates()
    with pytest.raises(RefusedError, match="no such message"):
        await desk.people.press(group, menu, other, "Взяти", wait=0)
    press = asyncio.create_task(desk.people.press(group, menu, supervisor, "Взяти"))
    query = (await desk.bot.get_updates(timeout=10))[0].callback_query
    assert query is not None
    assert query.message is not None
    assert query.message.message_id == 0
    await desk.bot.answer_callback_query(query.id, "ваше")
    assert (await press).text == "ваше"


async def test_nobody_presses_in_a_strangers_chat(desk: Desk) -> None:
    person, other = await desk.beneficiary(), await desk.people.user("Петро")
    sent = await desk.bot.send_message(person, "картка", reply_markup=BUTTONS)
    with pytest.raises(RefusedError, match="somebody else's"):
        await desk.people.press(person, sent.message_id, other, "Взяти")
