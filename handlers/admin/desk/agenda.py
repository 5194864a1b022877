"""`/agenda` and `/hours`: the team's calendar, and when and where somebody sees people."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks.appointments import (
    Agenda,
    AgendaOne,
    Hours,
    HoursAdd,
    HoursAtOnce,
    HoursNowhere,
    HoursOff,
    HoursRemove,
)
from casework.appointments import hours
from casework.appointments.agenda import ShowAgenda, show_agenda
from casework.appointments.note import OneAppointment, agenda_one
from casework.context import Context
from handlers.admin.desk.typed import something_else
from rules.appointments import Way

WHOSE = "hours_of"
"""Under this name the conversation remembers whose place is typed."""


class Placing(StatesGroup):
    """The next words say where somebody sees people, or under which link."""

    place = State()
    video = State()


STATES = {hours.Page.PLACE: Placing.place, hours.Page.VIDEO: Placing.video}


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.agenda")
    command = F.text.startswith("/")
    for state in STATES.values():
        routes.message.register(something_else, state, ~F.text | command)
        routes.callback_query.register(something_else, state)
    routes.message.register(_place, Placing.place, F.text, ~command)
    routes.message.register(_video, Placing.video, F.text, ~command)
    routes.message.register(_today, Command("agenda"))
    routes.message.register(_own, Command("hours"))
    routes.callback_query.register(_day, Agenda.filter())
    routes.callback_query.register(_one, AgendaOne.filter())
    routes.callback_query.register(_typed, Hours.filter(F.show.in_(set(STATES))))
    routes.callback_query.register(_hours, Hours.filter())
    routes.callback_query.register(_add, HoursAdd.filter())
    routes.callback_query.register(_remove, HoursRemove.filter())
    routes.callback_query.register(_off, HoursOff.filter())
    routes.callback_query.register(_at_once, HoursAtOnce.filter())
    routes.callback_query.register(_nowhere, HoursNowhere.filter())
    return routes


async def _today(message: Message, ctx: Context) -> None:
    await show_agenda(ctx, ShowAgenda())


async def _own(message: Message, ctx: Context) -> None:
    await hours.show_hours(ctx, hours.ShowHours())


async def _day(query: CallbackQuery, callback_data: Agenda, ctx: Context) -> None:
    await show_agenda(ctx, ShowAgenda(callback_data.day, callback_data.week, callback_data.member))


async def _one(query: CallbackQuery, callback_data: AgendaOne, ctx: Context) -> None:
    await agenda_one(ctx, OneAppointment(callback_data.appointment))


async def _hours(query: CallbackQuery, callback_data: Hours, ctx: Context) -> None:
    chosen = callback_data
    await hours.show_hours(ctx, hours.ShowHours(chosen.staff, chosen.show, chosen.weekday, chosen.opens, chosen.page))


async def _typed(query: CallbackQuery, callback_data: Hours, ctx: Context, state: FSMContext) -> None:
    await hours.show_hours(ctx, hours.ShowHours(callback_data.staff, callback_data.show))
    await state.set_state(STATES[callback_data.show])
    await state.update_data({WHOSE: callback_data.staff})


async def _place(message: Message, ctx: Context, state: FSMContext) -> None:
    await _keep(message, Way.PLACE, ctx, state)


async def _video(message: Message, ctx: Context, state: FSMContext) -> None:
    await _keep(message, Way.VIDEO, ctx, state)


async def _keep(message: Message, way: Way, ctx: Context, state: FSMContext) -> None:
    # What is too long is said at once, and can be sent again: the state stays.
    whose = (await state.get_data()).get(WHOSE, 0)
    await hours.set_place(ctx, hours.SetPlace(whose, way, message.text or ""))
    await state.clear()


async def _add(query: CallbackQuery, callback_data: HoursAdd, ctx: Context) -> None:
    chosen = callback_data
    await hours.add_hours(ctx, hours.AddHours(chosen.staff, chosen.weekday, chosen.opens, chosen.closes))


async def _remove(query: CallbackQuery, callback_data: HoursRemove, ctx: Context) -> None:
    chosen = callback_data
    await hours.remove_hours(ctx, hours.RemoveHours(chosen.staff, chosen.hours, chosen.weekday))


async def _off(query: CallbackQuery, callback_data: HoursOff, ctx: Context) -> None:
    await hours.switch_day_off(ctx, hours.SwitchDayOff(callback_data.staff, callback_data.day, callback_data.page))


async def _at_once(query: CallbackQuery, callback_data: HoursAtOnce, ctx: Context) -> None:
    await hours.set_at_once(ctx, hours.SetAtOnce(callback_data.staff, callback_data.number))


async def _nowhere(query: CallbackQuery, callback_data: HoursNowhere, ctx: Context) -> None:
    await hours.set_place(ctx, hours.SetPlace(callback_data.staff, callback_data.way, ""))
