"""`/meetings`: appointments and events of the person's; the buttons below the letters about them; links of events."""

from __future__ import annotations

from datetime import UTC, datetime

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.appointments import (
    MeetingComing,
    MeetingDo,
    MeetingMove,
    Meetings,
    MeetingShow,
    MeetingStep,
    PickTime,
)
from bot.telegram.callbacks.events import EventOpen, Events, EventSign, SeatComing, SeatDo, SeatStep
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.appointments import pick
from casework.appointments.show import ShowAppointment, ShowMeetings, show_appointment, show_meetings
from casework.context import Context
from casework.errors import ConsentFirst
from casework.events import sign_up
from casework.events.make import LINK_PREFIX
from casework.letters import kinds
from casework.people.show_screen import ShowScreen, show_screen
from handlers.beneficiary.states import end_writing
from handlers.beneficiary.waiting_form import remind_of_form
from handlers.filters import command

STEPS = {
    MeetingStep.CONFIRM: pick.confirm,
    MeetingStep.UNSUITED: pick.unsuited,
    MeetingStep.CANCEL: pick.cancel_own,
}
SEATS = {
    SeatStep.SHOW: sign_up.show_seat,
    SeatStep.ASK: sign_up.show_seat,
    SeatStep.LEAVE: sign_up.leave,
    SeatStep.TAKE: sign_up.take_seat,
    SeatStep.PASS: sign_up.pass_seat,
}


def router() -> Router:
    """A fresh router, to be asked before the commands: a link of an event is a `/start`."""
    routes = Router(name="beneficiary.meetings")
    link = CommandStart(deep_link=True, ignore_case=True, magic=F.args.startswith(LINK_PREFIX))
    routes.message.register(_link, link)
    routes.message.register(_command, command("meetings"))
    routes.callback_query.register(_meetings, Meetings.filter())
    routes.callback_query.register(_pick, PickTime.filter())
    routes.callback_query.register(_step, MeetingDo.filter())
    routes.callback_query.register(_show, MeetingShow.filter())
    routes.callback_query.register(_move, MeetingMove.filter())
    routes.callback_query.register(_coming, MeetingComing.filter())
    routes.callback_query.register(_events, Events.filter())
    routes.callback_query.register(_event, EventOpen.filter())
    routes.callback_query.register(_sign, EventSign.filter())
    routes.callback_query.register(_seat, SeatDo.filter())
    routes.callback_query.register(_coming_to, SeatComing.filter())
    return routes


async def _link(message: Message, command: CommandObject, ctx: Context, state: FSMContext) -> None:
    await end_writing(state)
    await sign_up.show_event(ctx, sign_up.ShowEvent(token=(command.args or "").removeprefix(LINK_PREFIX)))


async def _command(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    await end_writing(state)
    await show_meetings(ctx, ShowMeetings())
    await remind_of_form(ctx, state, raw_state)


async def _meetings(query: CallbackQuery, ctx: Context) -> None:
    await show_meetings(ctx, ShowMeetings())


async def _pick(query: CallbackQuery, callback_data: PickTime, ctx: Context) -> None:
    await pick.pick_time(ctx, pick.PickTime(callback_data.time))


async def _step(query: CallbackQuery, callback_data: MeetingDo, ctx: Context) -> None:
    await STEPS[callback_data.step](ctx, pick.OfAppointment(callback_data.appointment))


async def _show(query: CallbackQuery, callback_data: MeetingShow, ctx: Context) -> None:
    chosen = callback_data
    await show_appointment(ctx, ShowAppointment(chosen.appointment, chosen.show, chosen.at, chosen.page))


async def _move(query: CallbackQuery, callback_data: MeetingMove, ctx: Context) -> None:
    at = datetime.fromtimestamp(callback_data.at, UTC)
    await pick.move_to(ctx, pick.MoveTo(callback_data.appointment, at))


async def _coming(query: CallbackQuery, callback_data: MeetingComing, ctx: Context, answers: Answers, t: Words) -> None:
    await pick.coming(ctx, pick.Coming(callback_data.appointment, callback_data.starts))
    answers.toast(toast("coming", t))


async def _events(query: CallbackQuery, ctx: Context) -> None:
    await sign_up.browse_events(ctx, sign_up.BrowseEvents())


async def _event(query: CallbackQuery, callback_data: EventOpen, ctx: Context) -> None:
    await sign_up.show_event(ctx, sign_up.ShowEvent(callback_data.event))


async def _sign(query: CallbackQuery, callback_data: EventSign, ctx: Context, answers: Answers, t: Words) -> None:
    try:
        await sign_up.sign_up(ctx, sign_up.SignUp(callback_data.date))
    except ConsentFirst as refusal:
        await show_screen(ctx, ShowScreen(kinds.ConsentScreen.kind))
        answers.toast(toast(refusal.key, t), alert=True)


async def _seat(query: CallbackQuery, callback_data: SeatDo, ctx: Context) -> None:
    of_seat = sign_up.OfSeat(callback_data.seat, ask=callback_data.step is SeatStep.ASK)
    await SEATS[callback_data.step](ctx, of_seat)


async def _coming_to(query: CallbackQuery, callback_data: SeatComing, ctx: Context, answers: Answers, t: Words) -> None:
    await sign_up.coming_to(ctx, sign_up.ComingTo(callback_data.seat, callback_data.starts))
    answers.toast(toast("coming", t))
