"""A second client of the Bot API, python-telegram-bot, finds here the Telegram that it knows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import telegram
from telegram import BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, Update, error
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from tests.simulator.conftest import TOKEN, Desk

PATIENCE = 5.0


def other_bot(desk: Desk, token: str = TOKEN, read_timeout: float = PATIENCE) -> telegram.Bot:
    """The other client's bot at this simulator."""
    return telegram.Bot(
        token,
        base_url=f"{desk.sim.url}/bot",
        base_file_url=f"{desk.sim.url}/file/bot",
        request=HTTPXRequest(read_timeout=read_timeout, httpx_kwargs={"trust_env": False}),
        get_updates_request=HTTPXRequest(read_timeout=read_timeout, httpx_kwargs={"trust_env": False}),
    )


@pytest.fixture
async def other(desk: Desk) -> AsyncIterator[telegram.Bot]:
    bot = other_bot(desk)
    async with bot:
        yield bot


async def test_it_knows_who_it_is(desk: Desk, other: telegram.Bot) -> None:
    me = await other.get_me()
    assert (me.id, me.is_bot, me.username) == (desk.bot.id, True, "suprovid_demo_bot")


async def test_it_asks_for_updates_and_confirms_them(desk: Desk, other: telegram.Bot) -> None:
    person = await desk.people.user("Олена", last_name="К.", language_code="uk")
    for text in ("раз", "два"):
        await desk.people.write(person, person, text)
    first, second = await other.get_updates()
    assert first.message is not None
    assert (first.message.text, first.message.chat_id) == ("раз", person)
    assert first.message.from_user is not None
    assert first.message.from_user.full_name == "Олена К."
    (rest,) = await other.get_updates(offset=second.update_id)
    assert rest.update_id == second.update_id
    assert await other.get_updates(offset=second.update_id + 1) == ()


async def test_a_button_is_pressed_answered_and_the_message_edited(desk: Desk, other: telegram.Bot) -> None:
    person = await desk.beneficiary()
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Так", callback_data="yes")]])
    sent = await other.send_message(person, "<b>Згода?</b>", parse_mode="HTML", reply_markup=keyboard)
    assert [entity.type for entity in sent.entities] == ["bold"]
    press = asyncio.create_task(desk.people.press(person, sent.message_id, person, "Так"))
    query = None
    offset = 0
    while query is None:
        for update in await other.get_updates(offset=offset, timeout=5):
            offset, query = update.update_id + 1, update.callback_query or query
    assert (query.data, query.from_user.id) == ("yes", person)
    assert await query.answer("Дякуємо", show_alert=True)
    await query.edit_message_text("Згоду записано")
    pressed = await press
    assert (pressed.text, pressed.show_alert) == ("Дякуємо", True)
    shown = (await desk.people.messages(person)).messages[-1]
    assert (shown.text, shown.edited, shown.buttons) == ("Згоду записано", True, [])


async def test_topics_are_opened_written_in_renamed_and_closed(desk: Desk, other: telegram.Bot) -> None:
    group, supervisor = await desk.staff_group()
    topic = await other.create_forum_topic(group, "LUH-2026-000001", icon_color=0x6FB9F0)
    thread = topic.message_thread_id
    sent = await other.send_message(group, "Потрібні дрова", message_thread_id=thread)
    assert (sent.message_thread_id, sent.is_topic_message) == (thread, True)
    await desk.people.write(group, supervisor, "Скільки вас?", thread=thread, reply_to=sent.message_id)
    heard = (await other.get_updates())[-1].message
    assert heard is not None
    assert heard.reply_to_message is not None
    assert (heard.message_thread_id, heard.reply_to_message.message_id) == (thread, sent.message_id)
    await other.edit_forum_topic(group, thread, name="Взято")
    await other.close_forum_topic(group, thread)
    (listed,) = await desk.people.topics(group)
    assert (listed["name"], listed["closed"]) == ("Взято", True)


async def test_a_file_goes_there_and_back(desk: Desk, other: telegram.Bot) -> None:
    person = await desk.beneficiary()
    sent = await other.send_document(person, "Довідка".encode(), filename="dovidka.txt", caption="Ваша довідка")
    assert sent.document is not None
    assert (sent.document.file_name, sent.caption) == ("dovidka.txt", "Ваша довідка")
    file = await other.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == "Довідка".encode()
    again = await other.send_document(person, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_id == sent.document.file_id


async def test_commands_are_set_per_scope_and_language(desk: Desk, other: telegram.Bot) -> None:
    person = await desk.beneficiary()
    await other.set_my_commands([BotCommand("start", "Почати")])
    await other.set_my_commands([BotCommand("desk", "Стіл")], scope=BotCommandScopeChat(person), language_code="uk")
    assert [command.command for command in await other.get_my_commands()] == ["start"]
    own = await other.get_my_commands(scope=BotCommandScopeChat(person), language_code="uk")
    assert [(command.command, command.description) for command in own] == [("desk", "Стіл")]


async def test_a_webhook_is_set_told_about_and_taken_away(desk: Desk, other: telegram.Bot) -> None:
    url = "http://127.0.0.1:9/hook"
    await other.set_webhook(url, secret_token="s3cret", max_connections=7, allowed_updates=["message"])
    info = await other.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == (url, 7, ("message",))
    with pytest.raises(error.Conflict, match="webhook is active"):
        await other.get_updates()
    await other.delete_webhook()
    assert (await other.get_webhook_info()).url == ""


async def test_each_refusal_is_the_error_that_it_knows(
    desk: Desk, other: telegram.Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    person = await desk.beneficiary()
    await desk.people.fault("429", method="sendMessage", retry_after=17)
    with pytest.raises(error.RetryAfter) as slow:
        await other.send_message(person, "так")
    assert slow.value.retry_after == timedelta(seconds=17)
    with pytest.raises(error.BadRequest, match=r"^Chat not found$"):
        await other.send_message(4711, "так")
    with pytest.raises(error.BadRequest, match=r"^Message is too long$"):
        await other.send_message(person, "а" * 4097)
    with pytest.raises(error.BadRequest, match=r"^Can't parse entities: "):
        await other.send_message(person, "<b>", parse_mode="HTML")
    await desk.people.block(person)
    with pytest.raises(error.Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
        await other.send_message(person, "так")
    await desk.people.fault("500", method="getMe")
    with pytest.raises(error.NetworkError, match=r"^Internal Server Error"):
        await other.get_me()
    await desk.people.fault("502", method="getMe")
    with pytest.raises(error.NetworkError, match="Bad Gateway"):
        await other.get_me()


async def test_a_group_that_moved_names_its_new_id(desk: Desk, other: telegram.Bot) -> None:
    supervisor = await desk.people.user("Ірина")
    group = await desk.people.group("Штаб", {supervisor: "creator"}, kind="group")
    new = await desk.people.upgrade(group)
    with pytest.raises(error.ChatMigrated) as moved:
        await other.send_message(group, "так")
    assert moved.value.new_chat_id == new


async def test_a_revoked_token_is_invalid(desk: Desk, other: telegram.Bot) -> None:
    await desk.people.set_token(None)
    with pytest.raises(error.InvalidToken, match="Unauthorized"):
        await other.get_me()


async def test_two_pollers_are_in_conflict(desk: Desk, other: telegram.Bot) -> None:
    first = asyncio.create_task(desk.bot.get_updates(timeout=30))
    await desk.bot.get_me()
    second = asyncio.create_task(other.get_updates(timeout=30))
    await asyncio.wait({first})
    third = asyncio.create_task(desk.bot.get_updates(timeout=30))
    with pytest.raises(error.Conflict, match="only one bot instance is running"):
        await second
    await desk.beneficiary()
    assert len(await third) == 1
    assert first.exception() is not None


async def test_a_cut_connection_and_a_slow_answer_are_trouble_of_the_network(desk: Desk) -> None:
    async with other_bot(desk, read_timeout=0.3) as hasty:
        await desk.people.fault("drop", method="getMe")
        with pytest.raises(error.NetworkError) as cut:
            await hasty.get_me()
        assert not isinstance(cut.value, error.TimedOut)
        await desk.people.fault("delay", method="getMe", seconds=1.0)
        with pytest.raises(error.TimedOut):
            await hasty.get_me()
        assert (await hasty.get_me()).is_bot


async def _greet(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Далі", callback_data="go")]])
    await update.message.reply_text("Вітаємо", reply_markup=keyboard)


async def _go_on(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Слухаємо")
    await update.callback_query.edit_message_text("Пишіть")


async def _repeat(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(f"Ви написали: {update.message.text}")


async def test_a_whole_bot_of_that_library_talks_here(desk: Desk) -> None:
    app: Application = ApplicationBuilder().bot(other_bot(desk)).build()  # type: ignore[type-arg]  # six of them
    app.add_handler(CommandHandler("start", _greet))
    app.add_handler(CallbackQueryHandler(_go_on))
    app.add_handler(MessageHandler(filters.TEXT, _repeat))
    assert app.updater is not None
    async with app:
        await app.start()
        await app.updater.start_polling(poll_interval=0, timeout=1)
        person = await desk.people.user("Олена")
        await desk.people.write(person, person, "/start")
        greeting = await desk.people.wait_for(person, lambda shown: shown.text == "Вітаємо")
        pressed = await desk.people.press(person, greeting, person, "Далі")
        assert pressed.text == "Слухаємо"
        await desk.people.wait_for(person, lambda shown: shown.text == "Пишіть" and shown.id == greeting.id)
        await desk.people.write(person, person, "дрова")
        await desk.people.wait_for(person, lambda shown: shown.text == "Ви написали: дрова")
        await app.updater.stop()
        await app.stop()
    assert await desk.people.unsupported() == {}
