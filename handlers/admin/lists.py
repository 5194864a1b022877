"""Lists of cases and the search: answered only to the one who asks, in the group by a whisper, on the desk there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.methods import DeleteMessage
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import FoundPage, ListPage
from bot.telegram.whispers import case_list
from bot.texts.wording import Words
from casework.context import Context
from casework.errors import Stale
from casework.letters.sights import ListSight
from casework.lists.find import Find, ShowOne, find, show_one
from casework.lists.show import ShowList, show_list
from db.uow import UnitOfWork
from handlers.filters import GROUPS
from rules.lists import Listing

COMMANDS = tuple(each.value for each in Listing)
SOUGHT = "sought"
"""Under this name the conversation remembers what is looked for: it is sealed there, and stands in no button."""

Ask = Callable[[Context, bool], Awaitable[ListSight]]


def router(name: str) -> Router:
    """A fresh router: one belongs to one dispatcher. `name`: of the place, group or desk."""
    routes = Router(name=f"{name}.lists")
    routes.message.register(_list, Command(*COMMANDS))
    routes.message.register(_find, Command("find"))
    routes.message.register(_one, Command("case"))
    routes.callback_query.register(_page, ListPage.filter())
    routes.callback_query.register(_found_page, FoundPage.filter())
    return routes


async def _list(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    listing = Listing(command.command)
    await _answer(message, ctx, answers, t, lambda c, on_desk: show_list(c, ShowList(listing, on_desk=on_desk)))


async def _page(query: CallbackQuery, callback_data: ListPage, ctx: Context, answers: Answers, t: Words) -> None:
    page = ShowList(callback_data.listing, callback_data.edge, callback_data.back)
    await _answer(query.message, ctx, answers, t, lambda c, on_desk: show_list(c, replace(page, on_desk=on_desk)))


async def _find(
    message: Message, command: CommandObject, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    typed = command.args or ""
    if message.chat.type in GROUPS:
        # A name or a number stands in it, and the whole group would read it.
        answers.call(DeleteMessage(chat_id=message.chat.id, message_id=message.message_id))
    await _answer(message, ctx, answers, t, lambda c, on_desk: find(c, Find(typed, on_desk=on_desk)))
    await state.update_data({SOUGHT: typed})


async def _found_page(
    query: CallbackQuery, callback_data: FoundPage, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    typed = (await state.get_data()).get(SOUGHT)
    if typed is None:
        raise Stale
    page = Find(typed, callback_data.behind)
    await _answer(query.message, ctx, answers, t, lambda c, on_desk: find(c, replace(page, on_desk=on_desk)))


async def _one(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    typed = command.args or ""
    await _answer(message, ctx, answers, t, lambda c, on_desk: show_one(c, ShowOne(typed, on_desk=on_desk)))


async def _answer(where: object, ctx: Context, answers: Answers, t: Words, ask: Ask) -> None:
    """In a group whispered, or put on the desk where Telegram does not whisper; on the desk as its screen."""
    in_group = isinstance(where, Message) and where.chat.type in GROUPS

    async def on_desk(uow: UnitOfWork) -> None:
        await ask(replace(ctx, uow=uow), True)

    shown = await ask(ctx, not in_group)
    if in_group:
        answers.whisper(case_list(shown, t), otherwise=on_desk)
