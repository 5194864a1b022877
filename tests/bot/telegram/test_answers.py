"""Direct answers: a press is answered once, whispers are seen by one, and nothing of it can fail an update."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy import text

from bot.telegram.answers import Answers
from bot.telegram.rendered import Rendered
from db.uow import UnitOfWork
from tests.bot.telegram.office import Office
from tests.bot.telegram.post import Post, until, until_seen


async def test_a_press_is_answered_once_even_if_nobody_said_anything(polling: Office) -> None:
    press = await _press_in_private(polling, lambda answers: None)
    assert press.answered
    assert press.text in (None, "")
    assert await polling.post.made("answerCallbackQuery") == 1


async def test_the_last_toast_of_a_press_is_shown(polling: Office) -> None:
    def say(answers: Answers) -> None:
        answers.toast("раз")
        answers.toast("два", alert=True)

    press = await _press_in_private(polling, say)
    assert (press.text, press.show_alert) == ("два", True)
    assert await polling.post.made("answerCallbackQuery") == 1


async def test_a_press_whose_handling_fails_for_good_is_answered_too(polling: Office) -> None:
    def fail(answers: Answers) -> None:
        answers.toast("не буде")
        raise KeyError("our own fault")

    press = await _press_in_private(polling, fail)
    assert press.answered
    assert press.text in (None, "")


async def _press_in_private(office: Office, say: Callable[[Answers], None]) -> Any:
    async def pressed(query: CallbackQuery, answers: Answers) -> None:
        say(answers)

    office.router.callback_query.register(pressed)
    post = office.post
    person = await post.person()
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="x")]])
    shown = await post.calls.bot.send_message(person, "?", reply_markup=keyboard)
    return await post.folk.press(person, shown.message_id, person, "Так")


async def test_a_whisper_is_seen_by_the_one_who_pressed_and_edited_when_pressed_itself(polling: Office) -> None:
    post = polling.post
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Далі", callback_data="x")]])
    presses = 0

    async def pressed(query: CallbackQuery, answers: Answers) -> None:
        nonlocal presses
        presses += 1
        answers.whisper(Rendered(f"меню {presses}", keyboard))

    polling.router.callback_query.register(pressed)
    first, second = await post.folk.user("А"), await post.folk.user("Б")
    group = await post.folk.group("Штаб", {first: "creator", second: "member"})
    shown = await post.calls.bot.send_message(group, "картка", reply_markup=keyboard)
    await post.folk.press(group, shown.message_id, first, "Далі")
    menu = await post.folk.wait_for(group, lambda m: m.text == "меню 1", reader=first)
    assert "меню 1" not in await post.texts(group, reader=second)
    await post.folk.press(group, menu, first, "Далі")
    await post.folk.wait_for(group, lambda m: m.text == "меню 2", reader=first)
    assert "меню 1" not in await post.texts(group, reader=first)


async def test_where_a_whisper_is_refused_something_else_is_done(polling: Office) -> None:
    post = polling.post
    done: list[bool] = []

    async def otherwise(uow: UnitOfWork) -> None:
        done.append((await uow.session.execute(text("SELECT true"))).scalar_one())

    async def handle(message: Message, answers: Answers) -> None:
        answers.whisper(Rendered("тільки вам"), otherwise=otherwise)

    # That a group was made is said in it, too, and is no word of hers.
    polling.router.message.register(handle, F.text)
    chief = await post.folk.user("А")
    group = await post.folk.group("Штаб", {chief: "creator"})
    await post.folk.fault("400", method="sendMessage")
    await post.folk.write(group, chief, "привіт")
    await until(lambda: done == [True])


async def test_on_a_desk_nobody_else_reads_and_a_whisper_is_a_message(polling: Office) -> None:
    post = polling.post
    hidden: list[int] = []

    async def hide(uow: UnitOfWork, stands_at: int) -> None:
        hidden.append(stands_at)

    async def handle(message: Message, answers: Answers) -> None:
        answers.whisper(Rendered("тільки вам", protect=True), hide=hide)

    polling.router.message.register(handle)
    person = await post.folk.user("А")
    await post.folk.write(person, person, "привіт")
    shown = await post.folk.wait_for(person, lambda m: m.text == "тільки вам")
    await until(lambda: hidden == [shown.id])


async def test_what_is_whispered_can_be_taken_away_again(polling: Office) -> None:
    post = polling.post
    hidden: list[int] = []

    async def hide(uow: UnitOfWork, stands_at: int) -> None:
        hidden.append(stands_at)

    async def handle(message: Message, answers: Answers) -> None:
        answers.whisper(Rendered("тільки вам"), hide=hide)

    polling.router.message.register(handle, F.text)
    chief = await post.folk.user("А")
    group = await post.folk.group("Штаб", {chief: "creator"})
    await post.folk.write(group, chief, "привіт")
    shown = await post.folk.wait_for(group, lambda m: m.text == "тільки вам", reader=chief)
    await until(lambda: hidden == [shown.ephemeral_id])


async def test_an_answer_that_comes_too_late_harms_nothing(polling: Office) -> None:
    await polling.post.folk.fault("400", method="answerCallbackQuery", description="query is too old")
    await _press_in_private_unanswered(polling)
    await polling.handled()
    assert [row.parked_at for row in await polling.rows()] == [None, None]
    assert all(row.done_at for row in await polling.rows())


async def _press_in_private_unanswered(office: Office) -> None:
    post = office.post
    person = await post.person()
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="x")]])
    shown = await post.calls.bot.send_message(person, "?", reply_markup=keyboard)
    await post.folk.press(person, shown.message_id, person, "Так", wait=0)
    await until_seen(lambda: _asked(post))


async def _asked(post: Post) -> bool:
    return bool(await post.folk.calls(method="answerCallbackQuery"))
