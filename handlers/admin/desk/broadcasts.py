"""`/broadcast`: leads write to many, confirm what others wrote, and steer what is under way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.attachments import attachment_of
from bot.telegram.callbacks.broadcasts import (
    BroadcastNew,
    Broadcasts,
    DraftChoice,
    DraftMenu,
    DraftWay,
    RunDo,
    RunStep,
)
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.broadcasts.choose import Choose, FindHromada, Narrow, SetTime, choose, find_hromada, narrow, set_time
from casework.broadcasts.control import end_repeat, go_on, pause, resend, stop
from casework.broadcasts.draft import (
    AddButton,
    Attach,
    Begin,
    DropDraft,
    SetValue,
    WriteText,
    add_button,
    attach_file,
    begin,
    drop_draft,
    set_value,
    write_text,
)
from casework.broadcasts.menu import CHOICES, TEXTS, TYPED, Menu
from casework.broadcasts.send import OfRun, ask_send, confirm, decline, send
from casework.broadcasts.show import (
    OpenMenu,
    OpenRun,
    ShowBroadcasts,
    open_menu,
    open_run,
    preview,
    show_broadcasts,
)
from casework.context import Context
from handlers.admin.desk.typed import something_else
from rules.broadcast_words import AREA, Variable

RUN, MENU = "broadcast", "broadcast_menu"
"""Under these names the conversation remembers what is being typed."""


class Drafting(StatesGroup):
    """The next message answers a page of a draft."""

    typing = State()


STEPS: Mapping[RunStep, Callable[[Context, int], Awaitable[Any]]] = {
    RunStep.OPEN: lambda ctx, run: open_run(ctx, OpenRun(run)),
    RunStep.PREVIEW: lambda ctx, run: preview(ctx, OpenRun(run)),
    RunStep.ASK: lambda ctx, run: ask_send(ctx, OfRun(run)),
    RunStep.SEND: lambda ctx, run: send(ctx, OfRun(run)),
    RunStep.CONFIRM: lambda ctx, run: confirm(ctx, OfRun(run)),
    RunStep.DECLINE: lambda ctx, run: decline(ctx, OfRun(run)),
    RunStep.PAUSE: lambda ctx, run: pause(ctx, OfRun(run)),
    RunStep.GO_ON: lambda ctx, run: go_on(ctx, OfRun(run)),
    RunStep.STOP: lambda ctx, run: stop(ctx, OfRun(run)),
    RunStep.RESEND: lambda ctx, run: resend(ctx, OfRun(run)),
    RunStep.END_REPEAT: lambda ctx, run: end_repeat(ctx, OfRun(run)),
    RunStep.DROP: lambda ctx, run: drop_draft(ctx, DropDraft(run)),
    RunStep.NO_FILE: lambda ctx, run: attach_file(ctx, Attach(run, None)),
    RunStep.NO_BUTTONS: lambda ctx, run: add_button(ctx, AddButton(run)),
}
"""What each button of a run does."""
SAID = {
    RunStep.SEND: "broadcast-sent",
    RunStep.CONFIRM: "broadcast-confirmed",
    RunStep.DECLINE: "broadcast-declined",
    RunStep.PAUSE: "broadcast-paused",
    RunStep.GO_ON: "broadcast-goes-on",
    RunStep.STOP: "broadcast-stopped",
}


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.broadcasts")
    command = F.text.startswith("/")
    routes.message.register(something_else, Drafting.typing, command)
    routes.message.register(_list, Command("broadcast"))
    routes.message.register(_typed, Drafting.typing)
    routes.callback_query.register(something_else, Drafting.typing)
    routes.callback_query.register(_lists, Broadcasts.filter())
    routes.callback_query.register(_new, BroadcastNew.filter())
    routes.callback_query.register(_step, RunDo.filter())
    routes.callback_query.register(_menu, DraftMenu.filter())
    routes.callback_query.register(_choice, DraftChoice.filter())
    routes.callback_query.register(_way, DraftWay.filter())
    return routes


async def _list(message: Message, ctx: Context) -> None:
    await show_broadcasts(ctx, ShowBroadcasts())


async def _lists(query: CallbackQuery, callback_data: Broadcasts, ctx: Context) -> None:
    await show_broadcasts(ctx, ShowBroadcasts(callback_data.ready))


async def _new(query: CallbackQuery, callback_data: BroadcastNew, ctx: Context) -> None:
    await begin(ctx, Begin(callback_data.ready or None, callback_data.like or None))


async def _step(query: CallbackQuery, callback_data: RunDo, ctx: Context, answers: Answers, t: Words) -> None:
    await STEPS[callback_data.step](ctx, callback_data.run)
    if (said := SAID.get(callback_data.step)) is not None:
        answers.toast(toast(said, t))


async def _menu(query: CallbackQuery, callback_data: DraftMenu, ctx: Context, state: FSMContext) -> None:
    await open_menu(ctx, OpenMenu(callback_data.run, callback_data.menu, callback_data.page))
    if callback_data.menu in TYPED:
        await state.set_state(Drafting.typing)
        await state.update_data({RUN: callback_data.run, MENU: callback_data.menu.value})


async def _choice(query: CallbackQuery, callback_data: DraftChoice, ctx: Context) -> None:
    run, menu, value = callback_data.run, callback_data.menu, callback_data.value
    if menu in CHOICES:
        await narrow(ctx, Narrow(run, CHOICES[menu], value, callback_data.page))
    else:
        await choose(ctx, Choose(run, menu, value))


async def _way(query: CallbackQuery, callback_data: DraftWay, ctx: Context) -> None:
    way = f"{AREA}{callback_data.way}" if callback_data.area else callback_data.way
    await add_button(ctx, AddButton(callback_data.run, way=way))


async def _typed(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is wrong with it is said at once, and it can be sent again: the state stays.
    told = await state.get_data()
    await _take(ctx, told[RUN], Menu(told[MENU]), message)
    await state.clear()


async def _take(ctx: Context, run: int, menu: Menu, message: Message) -> None:
    """Hands what came to the act that the page is about."""
    words, account = message.text or "", message.from_user.username if message.from_user else None
    if menu in TEXTS:
        await write_text(ctx, WriteText(run, TEXTS[menu], message.html_text if words else "", account))
    elif menu is Menu.FILE:
        below = message.html_text if message.caption else ""
        attached = attachment_of(message)
        if attached is None:
            await write_text(ctx, WriteText(run, TEXTS[Menu.TEXT_UK], message.html_text if words else "", account))
        else:
            await attach_file(ctx, Attach(run, attached, below, account))
    elif menu is Menu.HROMADA:
        await find_hromada(ctx, FindHromada(run, words))
    elif menu is Menu.LINK:
        await add_button(ctx, AddButton(run, typed=words or "|"))
    elif menu is Menu.TIME:
        await set_time(ctx, SetTime(run, words))
    else:
        await set_value(ctx, SetValue(run, Variable(menu.value), words))
