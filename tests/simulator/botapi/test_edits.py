"""Editing through aiogram's own client."""

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from simulator.botapi.edits import NOT_MODIFIED
from tests.simulator.conftest import Desk, Refused, plain


def button(text: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=text, callback_data="x")]])


async def test_text_and_keyboard_are_replaced(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "чекаємо", reply_markup=button("Так"))
    edited = await desk.bot.edit_message_text(
        "<b>готово</b>", chat_id=person, message_id=sent.message_id, parse_mode="HTML", reply_markup=button("Ні")
    )
    assert isinstance(edited, Message)
    assert (edited.text, plain(edited)["reply_markup"]) == ("готово", plain(button("Ні")))
    assert edited.edit_date is not None
    shown = (await desk.people.messages(person)).messages[-1]
    assert (shown.text, shown.edited, shown.buttons[0]["text"]) == ("готово", True, "Ні")


async def test_an_edit_without_a_keyboard_takes_it_away(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "чекаємо", reply_markup=button("Так"))
    await desk.bot.edit_message_text("готово", chat_id=person, message_id=sent.message_id)
    assert (await desk.people.messages(person)).messages[-1].buttons == []


async def test_a_keyboard_alone_is_replaced_without_marking_the_message_as_edited(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "оберіть", reply_markup=button("Так"))
    await desk.bot.edit_message_reply_markup(chat_id=person, message_id=sent.message_id, reply_markup=button("Ні"))
    shown = (await desk.people.messages(person)).messages[-1]
    assert (shown.text, shown.edited, shown.buttons[0]["text"]) == ("оберіть", False, "Ні")


async def test_the_same_once_more_is_refused(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "<b>так</b>", parse_mode="HTML", reply_markup=button("Так"))
    with refused(TelegramBadRequest, f"Bad Request: {NOT_MODIFIED}"):
        await desk.bot.edit_message_text(
            "<b>так</b> ", chat_id=person, message_id=sent.message_id, parse_mode="HTML", reply_markup=button("Так")
        )
    with refused(TelegramBadRequest, f"Bad Request: {NOT_MODIFIED}"):
        await desk.bot.edit_message_reply_markup(chat_id=person, message_id=sent.message_id, reply_markup=button("Так"))
    await desk.bot.edit_message_text(
        "<i>так</i>", chat_id=person, message_id=sent.message_id, parse_mode="HTML", reply_markup=button("Так")
    )


async def test_what_is_gone_cannot_be_edited(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "так")
    await desk.people.delete(person, sent.message_id)
    with refused(TelegramBadRequest, "Bad Request: message to edit not found"):
        await desk.bot.edit_message_text("ні", chat_id=person, message_id=sent.message_id)


async def test_only_own_messages_can_be_edited(desk: Desk, refused: Refused) -> None:
    person = await desk.people.user("Олена")
    theirs = await desk.people.write(person, person, "так")
    with refused(TelegramBadRequest, "Bad Request: message can't be edited"):
        await desk.bot.edit_message_text("ні", chat_id=person, message_id=theirs["message_id"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" ", "Bad Request: message text is empty"),
        ("я" * 4097, "Bad Request: message is too long"),
        ("<u>", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"u\""),
    ],
)
async def test_a_text_that_cannot_be_sent_cannot_be_put_in_by_an_edit(
    desk: Desk, refused: Refused, text: str, words: str
) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "так")
    with refused(TelegramBadRequest, words):
        await desk.bot.edit_message_text(text, chat_id=person, message_id=sent.message_id, parse_mode="HTML")


async def test_a_caption_is_replaced(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_document(person, BufferedInputFile(b"%PDF", "заява.pdf"), caption="заява")
    await desk.bot.edit_message_caption(chat_id=person, message_id=sent.message_id, caption="заява, виправлена")
    assert (await desk.people.messages(person)).messages[-1].text == "заява, виправлена"
    with refused(TelegramBadRequest, "Bad Request: there is no text in the message to edit"):
        await desk.bot.edit_message_text("x", chat_id=person, message_id=sent.message_id)


async def test_what_one_person_sees_can_be_edited_and_taken_away(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group()
    to_her = EphemeralMessageParameters(receiver_user_id=supervisor)
    sent = await desk.bot.send_message(group, "меню", ephemeral_message_parameters=to_her)
    number = sent.ephemeral_message_id
    assert number is not None
    assert await desk.bot.edit_ephemeral_message_text(
        chat_id=group, receiver_user_id=supervisor, ephemeral_message_id=number, text="кому?"
    )
    assert await desk.bot.edit_ephemeral_message_reply_markup(
        chat_id=group, receiver_user_id=supervisor, ephemeral_message_id=number, reply_markup=button("Мені")
    )
    shown = (await desk.people.messages(group, reader=supervisor)).messages[-1]
    assert (shown.text, shown.buttons[0]["text"]) == ("кому?", "Мені")
    with refused(TelegramBadRequest, "Bad Request: message to edit not found"):
        await desk.bot.edit_ephemeral_message_text(
            chat_id=group, receiver_user_id=supervisor + 1, ephemeral_message_id=number, text="чуже"
        )
    assert await desk.bot.delete_ephemeral_message(
        chat_id=group, receiver_user_id=supervisor, ephemeral_message_id=number
    )
    assert all(s.ephemeral_id is None for s in (await desk.people.messages(group, reader=supervisor)).messages)
    with refused(TelegramBadRequest, "Bad Request: message to delete not found"):
        await desk.bot.delete_ephemeral_message(chat_id=group, receiver_user_id=supervisor, ephemeral_message_id=number)
