"""Cases that may be the same: the menus of a card, and `/same`. Only the one who pressed sees them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.duplicates import Duplicates, EndedCase, Merge, Pair, PairStep, Part
from bot.telegram.render import duplicates
from bot.telegram.rendered import Rendered
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.duplicates.look import (
    LookForDuplicates,
    NameOther,
    ReadHistory,
    look_at_pair,
    look_for_duplicates,
    name_other,
    read_history,
)
from casework.duplicates.merge import ask_merge, merge
from casework.duplicates.tie import TwoCases, link, not_same, unlink
from casework.duplicates.unmerge import OfMerged, undo_merge
from casework.letters.sights import PairSight
from db.uow import UnitOfWork
from handlers.filters import GROUPS

TIES: Mapping[PairStep, tuple[Callable[[Context, TwoCases], Awaitable[None]], str]] = {
    PairStep.LINK: (link, "tied"),
    PairStep.UNLINK: (unlink, "untied"),
    PairStep.NOT_SAME: (not_same, "not-same"),
}


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.duplicates")
    routes.message.register(_same, Command("same"), F.message_thread_id)
    _register(routes)
    return routes


def desk_router() -> Router:
    """The same for the desk, where the menu stands in a letter."""
    routes = Router(name="desk.duplicates")
    _register(routes)
    return routes


def _register(routes: Router) -> None:
    routes.callback_query.register(_look, Duplicates.filter())
    routes.callback_query.register(_pair, Pair.filter(F.step == PairStep.LOOK))
    routes.callback_query.register(_ask, Pair.filter(F.step.in_({PairStep.HERE, PairStep.THERE})))
    routes.callback_query.register(_tie, Pair.filter(F.step.in_(set(TIES))))
    routes.callback_query.register(_merge, Merge.filter())
    routes.callback_query.register(_part, Part.filter())
    routes.callback_query.register(_history, EndedCase.filter())


async def _look(query: CallbackQuery, callback_data: Duplicates, ctx: Context, answers: Answers, t: Words) -> None:
    await _show(query, callback_data.case, ctx, answers, t)


async def _show(query: CallbackQuery, case_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    """In a closed topic nothing can be whispered: then it comes to the desk."""

    async def on_desk(uow: UnitOfWork) -> None:
        await look_for_duplicates(replace(ctx, uow=uow), LookForDuplicates(case_id, on_desk=True))

    shown = duplicates.duplicates(await look_for_duplicates(ctx, LookForDuplicates(case_id)), t)
    if _in_group(query):
        answers.whisper(shown, otherwise=on_desk)
    else:
        answers.say(shown)


def _answer(query: CallbackQuery, answers: Answers, shown: Rendered) -> None:
    """Where the button stands: to the one who pressed in the group, on the desk as words."""
    if _in_group(query):
        answers.whisper(shown)
    else:
        answers.say(shown)


def _in_group(query: CallbackQuery) -> bool:
    return query.message is not None and query.message.chat.type in GROUPS


async def _same(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    number = (command.args or "").strip()
    shown = await name_other(ctx, NameOther(message.chat.id, message.message_thread_id or 0, number))
    whisper = duplicates.pair(shown, t) if isinstance(shown, PairSight) else duplicates.duplicates(shown, t)
    answers.whisper(whisper)


async def _pair(query: CallbackQuery, callback_data: Pair, ctx: Context, answers: Answers, t: Words) -> None:
    shown = await look_at_pair(ctx, TwoCases(callback_data.case, callback_data.other))
    _answer(query, answers, duplicates.pair(shown, t))


async def _tie(query: CallbackQuery, callback_data: Pair, ctx: Context, answers: Answers, t: Words) -> None:
    act, said = TIES[callback_data.step]
    await act(ctx, TwoCases(callback_data.case, callback_data.other))
    answers.toast(toast(said, t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _ask(query: CallbackQuery, callback_data: Pair, ctx: Context, answers: Answers, t: Words) -> None:
    case, other = callback_data.case, callback_data.other
    ends, into = (other, case) if callback_data.step is PairStep.HERE else (case, other)
    sure = await ask_merge(ctx, TwoCases(ends, into))
    _answer(query, answers, duplicates.ask_merge(case, ends, into, (sure.ends, sure.goes_on, sure.owner), t))


async def _merge(query: CallbackQuery, callback_data: Merge, ctx: Context, answers: Answers, t: Words) -> None:
    await merge(ctx, TwoCases(callback_data.ends, callback_data.into))
    answers.toast(toast("merged", t))
    await _show(query, callback_data.into, ctx, answers, t)


async def _part(query: CallbackQuery, callback_data: Part, ctx: Context, answers: Answers, t: Words) -> None:
    case = await undo_merge(ctx, OfMerged(callback_data.case))
    answers.toast(toast("parted", t))
    await _show(query, case.id, ctx, answers, t)


async def _history(query: CallbackQuery, callback_data: EndedCase, ctx: Context, answers: Answers, t: Words) -> None:
    shown = await read_history(ctx, ReadHistory(callback_data.case, callback_data.page))
    _answer(query, answers, duplicates.history(shown, t))
