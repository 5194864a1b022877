"""Appointments of a case: times offered and noted, in the group as whispers, on the desk as words."""

from __future__ import annotations

from datetime import UTC, date, datetime

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.appointments import (
    AppointmentBook,
    AppointmentLook,
    AppointmentNote,
    AppointmentSend,
    AppointmentShape,
    AppointmentsMenu,
    AppointmentStep,
    AppointmentTime,
    AppointmentWith,
)
from bot.telegram.callbacks.events import EventChoices, EventSignFor
from bot.telegram.render import appointment_menus as menus
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.appointments import note, offer
from casework.appointments.listing import ListAppointments, list_appointments
from casework.context import Context
from casework.events.sign_for import AskEvents, SignFor, event_choices, sign_for
from rules.events import SeatState

NOTES = {
    AppointmentStep.CANCEL: (note.cancel, "appointment-cancel"),
    AppointmentStep.CAME: (note.came, "appointment-came"),
    AppointmentStep.MISSED: (note.missed, "appointment-missed"),
}


def router(name: str) -> Router:
    """A fresh router: one belongs to one dispatcher. `name`: of the place, group or desk."""
    routes = Router(name=f"{name}.appointments")
    routes.callback_query.register(_menu, AppointmentsMenu.filter())
    routes.callback_query.register(_whom, AppointmentWith.filter((F.staff == 0) & (F.replaces == 0)))
    routes.callback_query.register(_begin, AppointmentWith.filter())
    routes.callback_query.register(_shape, AppointmentShape.filter())
    routes.callback_query.register(_time, AppointmentTime.filter())
    routes.callback_query.register(_send, AppointmentSend.filter())
    routes.callback_query.register(_look, AppointmentLook.filter())
    routes.callback_query.register(_note, AppointmentNote.filter())
    routes.callback_query.register(_book, AppointmentBook.filter())
    routes.callback_query.register(_events, EventChoices.filter())
    routes.callback_query.register(_sign_for, EventSignFor.filter())
    return routes


async def _menu(
    query: CallbackQuery, callback_data: AppointmentsMenu, ctx: Context, answers: Answers, t: Words
) -> None:
    await _list(callback_data.case, ctx, answers, t)


async def _list(case_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    found = await list_appointments(ctx, ListAppointments(case_id))
    answers.whisper(menus.appointment_list(found, t))


async def _whom(query: CallbackQuery, callback_data: AppointmentWith, ctx: Context, answers: Answers, t: Words) -> None:
    found = await offer.ask_whom(ctx, offer.AskWhom(callback_data.case))
    answers.whisper(menus.whom(found, t))


async def _begin(
    query: CallbackQuery, callback_data: AppointmentWith, ctx: Context, answers: Answers, t: Words
) -> None:
    chosen = callback_data
    begun = await offer.begin_appointment(ctx, offer.BeginAppointment(chosen.case, chosen.staff, chosen.replaces))
    answers.whisper(menus.draft(begun, t))


async def _shape(
    query: CallbackQuery, callback_data: AppointmentShape, ctx: Context, answers: Answers, t: Words
) -> None:
    chosen, day = callback_data, date.fromordinal(callback_data.day) if callback_data.day else None
    shaped = await offer.shape_appointment(
        ctx, offer.ShapeAppointment(chosen.appointment, chosen.way, chosen.minutes, day)
    )
    answers.menu(menus.draft(shaped, t))


async def _time(query: CallbackQuery, callback_data: AppointmentTime, ctx: Context, answers: Answers, t: Words) -> None:
    at = datetime.fromtimestamp(callback_data.at, UTC)
    chosen = await offer.choose_time(ctx, offer.ChooseTime(callback_data.appointment, at))
    answers.menu(menus.draft(chosen, t))


async def _send(query: CallbackQuery, callback_data: AppointmentSend, ctx: Context, answers: Answers, t: Words) -> None:
    offered = await offer.offer_times(ctx, offer.OfferTimes(callback_data.appointment))
    answers.toast(toast("appointment-offered", t))
    await _list(offered.case_id, ctx, answers, t)


async def _look(query: CallbackQuery, callback_data: AppointmentLook, ctx: Context, answers: Answers, t: Words) -> None:
    answers.whisper(menus.one(await note.open_appointment(ctx, note.OneAppointment(callback_data.appointment)), t))


async def _note(query: CallbackQuery, callback_data: AppointmentNote, ctx: Context, answers: Answers, t: Words) -> None:
    do, said = NOTES[callback_data.step]
    await do(ctx, note.OneAppointment(callback_data.appointment))
    answers.toast(toast(said, t))
    await _again(query, callback_data.appointment, ctx, answers, t)


async def _book(query: CallbackQuery, callback_data: AppointmentBook, ctx: Context, answers: Answers, t: Words) -> None:
    booked = await note.book_time(ctx, note.BookTime(callback_data.time))
    answers.toast(toast("appointment-booked", t))
    await _again(query, booked.id, ctx, answers, t)


async def _again(query: CallbackQuery, appointment_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    """As it stands now: in the menu of the group, or on the screen of the desk."""
    if _on_desk(query):
        await note.agenda_one(ctx, note.OneAppointment(appointment_id))
    else:
        answers.whisper(menus.one(await note.open_appointment(ctx, note.OneAppointment(appointment_id)), t))


async def _events(query: CallbackQuery, callback_data: EventChoices, ctx: Context, answers: Answers, t: Words) -> None:
    answers.whisper(menus.event_choices(await event_choices(ctx, AskEvents(callback_data.case)), t))


async def _sign_for(
    query: CallbackQuery, callback_data: EventSignFor, ctx: Context, answers: Answers, t: Words
) -> None:
    seat = await sign_for(ctx, SignFor(callback_data.case, callback_data.date))
    waiting = "yes" if seat.state == SeatState.WAITING else "no"
    answers.toast(toast("event-signed-for", t, waiting=waiting))
    await _list(callback_data.case, ctx, answers, t)


def _on_desk(query: CallbackQuery) -> bool:
    return query.message is not None and query.message.chat.id > 0
