"""Sending, copying and deleting through aiogram's own client."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    CopyTextButton,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from simulator.world.clock import SimClock
from tests.simulator.conftest import Desk, FakeTime, Refused, Start, plain


def inline(**button: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", **button)]])


async def test_html_arrives_as_text_and_entities(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "<b>Вітаю</b> &amp; дякую", parse_mode="HTML")
    assert sent.text == "Вітаю & дякую"
    assert plain(sent)["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert sent.chat.id == person
    assert sent.from_user is not None
    assert sent.from_user.id == desk.bot.id


async def test_entities_may_be_passed_instead_of_markup(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "тут", entities=[MessageEntity(type="italic", offset=0, length=3)])
    assert plain(sent)["entities"] == [{"type": "italic", "offset": 0, "length": 3}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" \n ", "Bad Request: message text is empty"),
        ("<b></b>", "Bad Request: message text is empty"),
        ("я" * 4097, "Bad Request: message is too long"),
        ("👍" * 2049, "Bad Request: message is too long"),
        ("<b>так", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_a_text_that_cannot_be_sent_is_refused(desk: Desk, refused: Refused, text: str, words: str) -> None:
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, words):
        await desk.bot.send_message(person, text, parse_mode="HTML")


async def test_the_longest_text_fits(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "👍" * 2048)
    assert sent.text == "👍" * 2048


async def test_an_unknown_chat_is_not_found(desk: Desk, refused: Refused) -> None:
    with refused(TelegramBadRequest, "Bad Request: chat not found"):
        await desk.bot.send_message(4711, "є хто?")


async def test_the_bot_cannot_write_first(desk: Desk, refused: Refused) -> None:
    person = await desk.people.user("Петро")
    with refused(TelegramForbiddenError, "Forbidden: bot can't initiate conversation with a user"):
        await desk.bot.send_message(person, "вітаю")


async def test_a_person_who_blocked_the_bot_gets_nothing(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    await desk.people.block(person)
    with refused(TelegramForbiddenError, "Forbidden: bot was blocked by the user"):
        await desk.bot.send_message(person, "вітаю")
    await desk.people.unblock(person)
    await desk.bot.send_message(person, "вітаю")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("kicked", "Forbidden: bot was kicked from the supergroup chat"),
        ("left", "Forbidden: bot is not a member of the supergroup chat"),
    ],
)
async def test_a_bot_outside_of_the_group_is_refused(desk: Desk, refused: Refused, status: str, words: str) -> None:
    group, _ = await desk.staff_group()
    await desk.people.set_member(group, desk.bot.id, status)
    with refused(TelegramForbiddenError, words):
        await desk.bot.send_message(group, "вітаю")


async def test_an_upgraded_group_names_its_new_id(desk: Desk) -> None:
    supervisor = await desk.people.user("Ірина")
    group = await desk.people.group("Штаб", {supervisor: "creator"}, kind="group")
    new = await desk.people.upgrade(group)
    refusal = await desk.call("sendMessage", chat_id=group, text="вітаю")
    assert refusal["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refusal["parameters"] == {"migrate_to_chat_id": new}
    assert (await desk.bot.send_message(new, "вітаю")).chat.type == "supergroup"


async def test_a_reply_names_what_it_replies_to(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    question = await desk.people.write(person, person, "Де подати заяву?")
    sent = await desk.bot.send_message(
        person, "Тут", reply_parameters=ReplyParameters(message_id=question["message_id"])
    )
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Де подати заяву?"


async def test_a_reply_to_nothing_is_refused_unless_it_may_stand_alone(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, "Bad Request: message to be replied not found"):
        await desk.bot.send_message(person, "Тут", reply_parameters=ReplyParameters(message_id=99))
    alone = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    assert (await desk.bot.send_message(person, "Тут", reply_parameters=alone)).reply_to_message is None


async def test_buttons_come_as_they_were_sent(desk: Desk) -> None:
    person = await desk.beneficiary()
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text="Мені небезпечно", callback_data="danger", style="danger")],
            [InlineKeyboardButton(text="Номер", copy_text=CopyTextButton(text="LUH-2026-000123"))],
        ]
    )
    sent = await desk.bot.send_message(person, "Оберіть", reply_markup=keyboard)
    assert plain(sent)["reply_markup"] == plain(keyboard)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (inline(callback_data="я" * 33), "Bad Request: BUTTON_DATA_INVALID"),
        (
            inline(),
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (inline(url="нікуди"), "Bad Request: inline keyboard button URL 'нікуди' is invalid: Wrong HTTP URL"),
        (inline(callback_data="a", style="blue"), "Bad Request: BUTTON_STYLE_INVALID"),
    ],
)
async def test_a_wrong_button_is_refused(
    desk: Desk, refused: Refused, markup: InlineKeyboardMarkup, words: str
) -> None:
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, words):
        await desk.bot.send_message(person, "Оберіть", reply_markup=markup)


async def test_callback_data_of_64_bytes_fits(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "Оберіть", reply_markup=inline(callback_data="я" * 32))
    assert sent.reply_markup is not None


async def test_a_reply_keyboard_is_seen_by_the_person_and_can_be_taken_away(desk: Desk) -> None:
    person = await desk.beneficiary()
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Мій телефон", request_contact=True)]])
    await desk.bot.send_message(person, "Ваш телефон?", reply_markup=keyboard)
    await desk.bot.send_message(person, "Дякую", reply_markup=ReplyKeyboardRemove())
    asked, thanked = (await desk.people.messages(person)).messages[-2:]
    assert asked.button("Мій телефон")["request_contact"] is True
    assert thanked.message["reply_markup"]["remove_keyboard"] is True


async def test_options_of_a_message_are_kept(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(
        person,
        "https://example.org",
        protect_content=True,
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert sent.has_protected_content is True
    assert sent.link_preview_options is not None
    assert sent.link_preview_options.is_disabled is True


async def test_an_ephemeral_message_is_seen_by_one_person_only(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    other = await desk.people.user("Марія")
    await desk.people.set_member(group, other, "member")
    sent = await desk.bot.send_message(
        group,
        "Телефон: +380…",
        ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=supervisor),
    )
    assert sent.message_id == 0
    assert sent.ephemeral_message_id == 1
    assert sent.receiver_user is not None
    assert sent.receiver_user.id == supervisor
    seen = (await desk.people.messages(group, reader=supervisor)).messages[-1]
    assert (seen.text, seen.ephemeral_to, seen.ephemeral_id) == ("Телефон: +380…", supervisor, 1)
    for reader in (other, None):
        assert all(shown.ephemeral_id is None for shown in (await desk.people.messages(group, reader=reader)).messages)


async def test_an_ephemeral_message_needs_a_member_of_a_group(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group()
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, "Bad Request: USER_NOT_PARTICIPANT"):
        await desk.bot.send_message(
            group, "x", ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=person)
        )
    with refused(TelegramBadRequest, "ephemeral messages can be sent only to groups and supergroups"):
        await desk.bot.send_message(
            person, "x", ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=supervisor)
        )


async def test_an_ephemeral_answer_comes_in_time_or_not_at_all(
    start: Start, fake_time: FakeTime, fake_clock: SimClock, refused: Refused
) -> None:
    desk = await start(clock=fake_clock)
    group, supervisor = await desk.staff_group()
    card = await desk.bot.send_message(group, "Картка", reply_markup=inline(callback_data="details"))
    await desk.people.press(group, card.message_id, supervisor, "Так", wait=0)
    query = (await desk.updates())[-1].callback_query
    assert query is not None
    answer = EphemeralMessageParameters(receiver_user_id=supervisor, callback_query_id=query.id)
    await desk.bot.send_message(group, "Подробиці", ephemeral_message_parameters=answer)
    fake_time.seconds += 15.1
    with refused(
        TelegramBadRequest, "Bad Request: query is too old and response timeout expired or query ID is invalid"
    ):
        await desk.bot.send_message(group, "Подробиці", ephemeral_message_parameters=answer)


async def test_an_ephemeral_message_can_stand_in_place_of_the_card(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    card = await desk.bot.send_message(group, "Картка", reply_markup=inline(callback_data="menu"))
    await desk.people.press(group, card.message_id, supervisor, "Так", wait=0)
    query = (await desk.updates())[-1].callback_query
    assert query is not None
    await desk.bot.send_message(
        group,
        "Меню",
        ephemeral_message_parameters=EphemeralMessageParameters(
            receiver_user_id=supervisor, callback_query_id=query.id, replace_callback_query_message=True
        ),
    )
    shown = (await desk.people.messages(group, reader=supervisor)).messages[-1]
    assert shown.replaces == card.message_id


async def test_a_copy_carries_the_content_without_a_link(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    person = await desk.beneficiary()
    note = await desk.people.write(group, supervisor, "Прийдіть о 10:00")
    copied = await desk.bot.copy_message(person, group, note["message_id"])
    shown = (await desk.people.messages(person)).messages[-1]
    assert (shown.id, shown.text, shown.sender) == (copied.message_id, "Прийдіть о 10:00", desk.bot.id)
    assert "forward_origin" not in shown.message


async def test_a_copied_file_may_get_another_caption(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    person = await desk.beneficiary()
    note = await desk.people.send_file(group, supervisor, "document", b"x", name="a.pdf", caption="стара")
    await desk.bot.copy_message(person, group, note["message_id"], caption="<i>нова</i>", parse_mode="HTML")
    shown = (await desk.people.messages(person)).messages[-1]
    assert (shown.text, shown.message["document"]["file_name"]) == ("нова", "a.pdf")


async def test_what_is_gone_or_only_reports_an_event_cannot_be_copied(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group()
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, "Bad Request: message to copy not found"):
        await desk.bot.copy_message(person, group, 77)
    topic = await desk.people.open_topic(group, supervisor, "Тема")
    with refused(TelegramBadRequest, "Bad Request: message can't be copied"):
        await desk.bot.copy_message(person, group, topic)


async def test_a_deleted_message_is_gone_and_leaves_a_tombstone(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "помилка")
    before = (await desk.people.messages(person)).revision
    assert await desk.bot.delete_message(person, sent.message_id)
    page = await desk.people.messages(person, after=before)
    assert [(shown.id, shown.deleted, shown.text) for shown in page.messages] == [(sent.message_id, True, "")]
    assert all(shown.id != sent.message_id for shown in (await desk.people.messages(person)).messages)
    with refused(TelegramBadRequest, "Bad Request: message to delete not found"):
        await desk.bot.delete_message(person, sent.message_id)


async def test_a_message_can_be_deleted_for_48_hours(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "стара")
    await desk.people.advance(48 * 3600 + 1)
    with refused(TelegramBadRequest, "Bad Request: message can't be deleted for everyone"):
        await desk.bot.delete_message(person, sent.message_id)


async def test_others_messages_need_the_right_to_delete(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group(bot_rights={})
    theirs = await desk.people.write(group, supervisor, "нотатка")
    with refused(TelegramBadRequest, "Bad Request: message can't be deleted for everyone"):
        await desk.bot.delete_message(group, theirs["message_id"])
    await desk.people.set_member(group, desk.bot.id, "administrator", {"can_delete_messages": True})
    assert await desk.bot.delete_message(group, theirs["message_id"])


async def test_several_are_deleted_at_once_and_missing_ones_skipped(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = [await desk.bot.send_message(person, text) for text in ("а", "б", "в")]
    assert await desk.bot.delete_messages(person, [sent[0].message_id, 4711, sent[2].message_id])
    assert [shown.text for shown in (await desk.people.messages(person)).messages] == ["/start", "б"]


async def test_the_bot_may_show_that_it_types(desk: Desk) -> None:
    person = await desk.beneficiary()
    assert await desk.bot.send_chat_action(person, "typing")
