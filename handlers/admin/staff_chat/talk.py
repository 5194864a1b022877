"""Answers that wait, go later or are taken back, and silence: in a case's topic, and the same buttons on the desk."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import AnswerDo, AnswerStep, MuteFor, Quiet, QuietStep
from bot.telegram.render import talk
from bot.telegram.staff_words import answer_in, target_of
from bot.telegram.whispers import hint, toast
from bot.texts.wording import Words
from casework.context import Context
from casework.talk.again import send_again
from casework.talk.decide import Decide, make_note, send_now
from casework.talk.later import later
from casework.talk.mute import Mute, OfCase, ask_mute, mute, unmute
from casework.talk.spam import not_spam, spam
from casework.talk.take_back import TakeBack, take_back


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.talk")
    routes.message.register(_later, Command("at"), F.message_thread_id)
    routes.message.register(_take_back, Command("del"), F.message_thread_id)
    _register_decisions(routes)
    routes.callback_query.register(_menu, Quiet.filter(F.step == QuietStep.MENU))
    routes.callback_query.register(_unmute, Quiet.filter(F.step == QuietStep.OFF))
    routes.callback_query.register(_ask_spam, Quiet.filter(F.step == QuietStep.ASK_SPAM))
    routes.callback_query.register(_spam, Quiet.filter(F.step == QuietStep.SPAM))
    routes.callback_query.register(_not_spam, Quiet.filter())
    routes.callback_query.register(_mute, MuteFor.filter())
    return routes


def desk_router() -> Router:
    """What is decided about an answer where it could not be whispered."""
    routes = Router(name="desk.talk")
    _register_decisions(routes)
    return routes


def _register_decisions(routes: Router) -> None:
    routes.callback_query.register(_now, AnswerDo.filter(F.step == AnswerStep.NOW))
    routes.callback_query.register(_note, AnswerDo.filter(F.step == AnswerStep.NOTE))
    routes.callback_query.register(_again, AnswerDo.filter())


async def _later(message: Message, command: CommandObject, ctx: Context) -> None:
    await later(ctx, answer_in(message, command.args or "", on_purpose=True))


async def _take_back(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    had_left = await take_back(ctx, TakeBack(message.chat.id, target_of(message)))
    answers.whisper(hint("being-taken-back" if had_left else "withdrawn", t))


async def _now(query: CallbackQuery, callback_data: AnswerDo, ctx: Context, answers: Answers, t: Words) -> None:
    await send_now(ctx, Decide(callback_data.case, callback_data.message))
    _decided(query, "goes-now", answers, t)


async def _note(query: CallbackQuery, callback_data: AnswerDo, ctx: Context, answers: Answers, t: Words) -> None:
    await make_note(ctx, Decide(callback_data.case, callback_data.message))
    _decided(query, "is-note", answers, t)


async def _again(query: CallbackQuery, callback_data: AnswerDo, ctx: Context, answers: Answers, t: Words) -> None:
    await send_again(ctx, Decide(callback_data.case, callback_data.message))
    answers.toast(toast("sent-again", t))


def _decided(query: CallbackQuery, what: str, answers: Answers, t: Words) -> None:
    """The whisper that asked says what was decided; anything else that carried the button is kept up by itself."""
    answers.toast(toast(what, t))
    if isinstance(query.message, Message) and query.message.ephemeral_message_id is not None:
        answers.whisper(hint(what, t))


async def _menu(query: CallbackQuery, callback_data: Quiet, ctx: Context, answers: Answers, t: Words) -> None:
    answers.whisper(talk.quiet_menu(await ask_mute(ctx, OfCase(callback_data.case)), t))


async def _mute(query: CallbackQuery, callback_data: MuteFor, ctx: Context, answers: Answers, t: Words) -> None:
    await mute(ctx, Mute(callback_data.case, callback_data.days))
    _decided(query, "muted", answers, t)


async def _unmute(query: CallbackQuery, callback_data: Quiet, ctx: Context, answers: Answers, t: Words) -> None:
    await unmute(ctx, OfCase(callback_data.case))
    _decided(query, "unmuted", answers, t)


async def _ask_spam(query: CallbackQuery, callback_data: Quiet, ctx: Context, answers: Answers, t: Words) -> None:
    await ask_mute(ctx, OfCase(callback_data.case))
    answers.whisper(talk.ask_spam(callback_data.case, t))


async def _spam(query: CallbackQuery, callback_data: Quiet, ctx: Context, answers: Answers, t: Words) -> None:
    await spam(ctx, OfCase(callback_data.case))
    _decided(query, "spam", answers, t)


async def _not_spam(query: CallbackQuery, callback_data: Quiet, ctx: Context, answers: Answers, t: Words) -> None:
    await not_spam(ctx, OfCase(callback_data.case))
    _decided(query, "not-spam", answers, t)
