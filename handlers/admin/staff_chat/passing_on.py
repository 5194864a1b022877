"""What somebody without Telegram has to be told: shown to the one who presses, then noted how it reached them."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import registering as buttons
from bot.telegram.render.passing_on import to_tell
from bot.telegram.whispers import hint, toast
from bot.texts.wording import Words
from casework.context import Context
from casework.passing_on.show import ShowTellings, show_tellings
from casework.passing_on.told import Told, told
from casework.registering.codes import NewCode, new_code
from db.uow import UnitOfWork
from handlers.filters import command


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.passing_on")
    routes.message.register(_code, command("code"))
    routes.callback_query.register(_show, buttons.ShowTellings.filter())
    routes.callback_query.register(_told, buttons.ToldBy.filter())
    return routes


def desk_router() -> Router:
    """The same for the desk, where the words stand in a letter and nothing can be whispered."""
    routes = Router(name="desk.passing_on")
    routes.callback_query.register(_told, buttons.ToldBy.filter())
    return routes


async def _show(
    query: CallbackQuery, callback_data: buttons.ShowTellings, ctx: Context, answers: Answers, t: Words
) -> None:
    async def on_desk(uow: UnitOfWork) -> None:
        await show_tellings(replace(ctx, uow=uow), ShowTellings(callback_data.case, on_desk=True))

    shown = await show_tellings(ctx, ShowTellings(callback_data.case))
    answers.whisper(to_tell(shown, t), otherwise=on_desk)


async def _told(query: CallbackQuery, callback_data: buttons.ToldBy, ctx: Context, answers: Answers, t: Words) -> None:
    await told(ctx, Told(callback_data.case, callback_data.upto, callback_data.way))
    answers.toast(toast("saved", t))


async def _code(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    await new_code(ctx, NewCode(message.chat.id, message.message_thread_id or 0))
    answers.whisper(hint("code-on-desk", t))
