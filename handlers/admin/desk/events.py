"""`/events`: group events are made, opened, called off, and it is noted who was there."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.events import (
    DeskEvent,
    DeskEventDate,
    DeskEvents,
    EventBegin,
    EventCancel,
    EventDateCancel,
    EventEnd,
    EventLink,
    EventShape,
    SeatNote,
)
from bot.telegram.render.event_desk import event_link
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.events import hold, make
from handlers.admin.desk.typed import something_else

TYPED = (make.Field.TITLE, make.Field.PLACE)
SITE = "https://t.me"


class Making(StatesGroup):
    """The next words are the title of an event, or where it is."""

    words = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.events")
    command = F.text.startswith("/")
    routes.message.register(something_else, Making.words, ~F.text | command)
    routes.message.register(_words, Making.words, F.text, ~command)
    routes.callback_query.register(something_else, Making.words)
    routes.message.register(_command, Command("events"))
    routes.callback_query.register(_list, DeskEvents.filter())
    routes.callback_query.register(_begin, EventBegin.filter())
    routes.callback_query.register(_shape, EventShape.filter())
    routes.callback_query.register(_end, EventEnd.filter())
    routes.callback_query.register(_open, DeskEvent.filter())
    routes.callback_query.register(_link, EventLink.filter())
    routes.callback_query.register(_date, DeskEventDate.filter())
    routes.callback_query.register(_cancel, EventCancel.filter())
    routes.callback_query.register(_cancel_date, EventDateCancel.filter())
    routes.callback_query.register(_note, SeatNote.filter())
    return routes


async def _command(message: Message, ctx: Context) -> None:
    await make.list_events(ctx, make.ShowEvents())


async def _list(query: CallbackQuery, ctx: Context) -> None:
    await make.list_events(ctx, make.ShowEvents())


async def _begin(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await _listen(await make.begin_event(ctx, make.BeginEvent()), state)


async def _words(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is too long is said at once, and can be sent again: the state stays.
    await _listen(await make.say_of_event(ctx, make.SayOfEvent(message.text or "")), state)


async def _shape(query: CallbackQuery, callback_data: EventShape, ctx: Context, state: FSMContext) -> None:
    chosen = callback_data
    await _listen(await make.shape_event(ctx, make.ShapeEvent(chosen.field, chosen.value, chosen.page)), state)


async def _listen(asked: make.Field | None, state: FSMContext) -> None:
    """Words are an answer only while one is asked for."""
    if asked in TYPED:
        await state.set_state(Making.words)
    else:
        await state.clear()


async def _end(query: CallbackQuery, callback_data: EventEnd, ctx: Context, answers: Answers, t: Words) -> None:
    opened = await make.end_draft(ctx, make.EndDraft(callback_data.open))
    answers.toast(toast("event-opened" if opened is not None else "event-thrown", t))


async def _open(query: CallbackQuery, callback_data: DeskEvent, ctx: Context) -> None:
    await hold.open_event(ctx, hold.OneEvent(callback_data.event, callback_data.ask))


async def _link(
    query: CallbackQuery, callback_data: EventLink, ctx: Context, answers: Answers, t: Words, username: str
) -> None:
    event = await hold.open_event(ctx, hold.OneEvent(callback_data.event))
    answers.say(event_link(f"{SITE}/{username}?start={make.LINK_PREFIX}{event.token}", t))


async def _date(query: CallbackQuery, callback_data: DeskEventDate, ctx: Context) -> None:
    await hold.open_event_date(ctx, hold.OneDate(callback_data.date, callback_data.ask))


async def _cancel(query: CallbackQuery, callback_data: EventCancel, ctx: Context, answers: Answers, t: Words) -> None:
    told = await hold.cancel_event(ctx, hold.OneEvent(callback_data.event))
    answers.toast(toast("event-cancelled", t, count=told))


async def _cancel_date(
    query: CallbackQuery, callback_data: EventDateCancel, ctx: Context, answers: Answers, t: Words
) -> None:
    told = await hold.cancel_date(ctx, hold.OneDate(callback_data.date))
    answers.toast(toast("event-cancelled", t, count=told))


async def _note(query: CallbackQuery, callback_data: SeatNote, ctx: Context) -> None:
    await hold.note_seat(ctx, hold.NoteSeat(callback_data.seat, callback_data.came))
