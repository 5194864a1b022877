"""Staff check whether it is the same human who comes back from another account. On the desk the same buttons work."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import CheckReturn, DecideReturn, ReturnStep
from bot.telegram.whispers import hint, return_check, toast
from bot.texts.wording import Words
from casework.context import Context
from casework.returning.decide import ConfirmReturn, RefuseReturn, confirm_return, refuse_return
from casework.returning.look import LookAtReturn, NameCase, look_at_return, name_case
from casework.returning.undo import UndoReturn, undo_return
from db.uow import UnitOfWork
from handlers.admin.looking import chat_of, hiding
from rules.returning import ReturnState


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.returning")
    routes.callback_query.register(_look, CheckReturn.filter())
    _register_decisions(routes)
    routes.message.register(_name, Command("former"), F.message_thread_id)
    return routes


def desk_router() -> Router:
    """The same for the desk, where the check stands in a letter and nothing can be whispered."""
    routes = Router(name="desk.returning")
    routes.callback_query.register(_look_on_desk, CheckReturn.filter())
    _register_decisions(routes)
    return routes


def _register_decisions(routes: Router) -> None:
    routes.callback_query.register(_yes, DecideReturn.filter(F.step == ReturnStep.YES))
    routes.callback_query.register(_no, DecideReturn.filter(F.step == ReturnStep.NO))
    routes.callback_query.register(_undo, DecideReturn.filter(F.step == ReturnStep.UNDO))


async def _look(query: CallbackQuery, callback_data: CheckReturn, ctx: Context, answers: Answers, t: Words) -> None:
    async def on_desk(uow: UnitOfWork) -> None:
        await look_at_return(replace(ctx, uow=uow), LookAtReturn(callback_data.case, on_desk=True))

    sight = await look_at_return(ctx, LookAtReturn(callback_data.case))
    answers.whisper(return_check(sight, t), otherwise=on_desk, hide=hiding(ctx, chat_of(query)))


async def _look_on_desk(query: CallbackQuery, callback_data: CheckReturn, ctx: Context) -> None:
    await look_at_return(ctx, LookAtReturn(callback_data.case))
    await look_at_return(ctx, LookAtReturn(callback_data.case, on_desk=True))


async def _yes(query: CallbackQuery, callback_data: DecideReturn, ctx: Context, answers: Answers, t: Words) -> None:
    check = await confirm_return(ctx, ConfirmReturn(callback_data.case, callback_data.former))
    once = check.state == ReturnState.SECOND_LOOK
    answers.toast(toast("return-seen-once" if once else "return-confirmed", t))


async def _no(query: CallbackQuery, callback_data: DecideReturn, ctx: Context, answers: Answers, t: Words) -> None:
    await refuse_return(ctx, RefuseReturn(callback_data.case))
    answers.toast(toast("return-refused", t))


async def _undo(query: CallbackQuery, callback_data: DecideReturn, ctx: Context, answers: Answers, t: Words) -> None:
    await undo_return(ctx, UndoReturn(callback_data.case))
    answers.toast(toast("return-undone", t))


async def _name(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    if not command.args:
        answers.whisper(hint("former-usage", t))
        return
    await name_case(ctx, NameCase(message.chat.id, message.message_thread_id or 0, command.args.strip()))
    answers.whisper(hint("former-named", t))
