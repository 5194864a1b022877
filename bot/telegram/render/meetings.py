"""The person's meetings on a screen: the list, one of them, other days, and the questions before something is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks.appointments import MeetingDo, MeetingMove, MeetingShow, MeetingStep
from bot.telegram.callbacks.events import Events, SeatDo, SeatStep
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.appointments import call_me, how, look, times, to_meetings, unsuited, when
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.appointments.show import Show
from casework.letters.sights.appointments import AppointmentSight, MeetingLine, MeetingsSight, SeatLine
from rules.appointments import AppointmentState, AppointmentVerb

PAGE = 12
"""Days on one page."""


@shows("appointment", of=AppointmentSight)
def appointment(shown: AppointmentSight, t: Words) -> Rendered:
    """What was asked for, as far as it can be done; else how it stands."""
    if shown.show == Show.CANCEL and AppointmentVerb.CANCEL in shown.may:
        return _cancel(shown, t)
    if AppointmentVerb.MOVE in shown.may and shown.show in MOVING:
        return MOVING[Show(shown.show)](shown, t)
    if shown.show == Show.TIMES and AppointmentVerb.PICK in shown.may:
        return _offered(shown, t)
    return STATES.get(shown.state, _over)(shown, t)


def _held(shown: AppointmentSight, t: Words) -> Rendered:
    one = shown.appointment_id
    yes = MeetingDo(appointment=one, step=MeetingStep.CONFIRM)
    return Rendered(
        t.get("screen-appointment-held", when=when(shown.starts, t), how=how(shown.how, t)),
        keyboard=column(
            button(t.plain("button-appointment-yes"), yes, ButtonStyle.SUCCESS),
            look(one, Show.TIMES, t.plain("button-appointment-other")),
            look(one, Show.CANCEL, t.plain("button-appointment-cancel")),
        ),
    )


def _offered(shown: AppointmentSight, t: Words) -> Rendered:
    one = shown.appointment_id
    if not shown.times:
        none = unsuited(one, t.plain("button-appointment-ask-times"))
        return Rendered(t.get("screen-appointment-times-over"), keyboard=column(none, call_me(t), to_meetings(t)))
    return Rendered(
        t.get("screen-appointment-offered", number=shown.number, how=how(shown.how, t)),
        keyboard=column(
            *times(shown.times, t),
            unsuited(one, t.plain("button-appointment-none")),
            look(one, Show.CANCEL, t.plain("button-appointment-cancel")),
            call_me(t),
        ),
    )


def _unsuited(shown: AppointmentSight, t: Words) -> Rendered:
    text = t.get("screen-appointment-unsuited", number=shown.number)
    return Rendered(text, keyboard=column(call_me(t), to_meetings(t)))


def _confirmed(shown: AppointmentSight, t: Words) -> Rendered:
    one = shown.appointment_id
    text = t.get("screen-appointment", when=when(shown.starts, t), how=how(shown.how, t), number=shown.number)
    return Rendered(
        text,
        keyboard=column(
            look(one, Show.DAYS, t.plain("button-appointment-move")),
            look(one, Show.CANCEL, t.plain("button-appointment-cancel")),
            to_meetings(t),
        ),
    )


def _over(shown: AppointmentSight, t: Words) -> Rendered:
    text = t.get("screen-appointment-over", state=shown.state.value)
    return Rendered(text, keyboard=column(call_me(t), to_meetings(t)))


def _days(shown: AppointmentSight, t: Words) -> Rendered:
    one, keep = shown.appointment_id, _keep(shown, t)
    if not shown.days:
        return Rendered(t.get("screen-appointment-no-days"), keyboard=column(call_me(t), keep))
    page = shown.days[shown.page * PAGE : (shown.page + 1) * PAGE]
    buttons = [look(one, Show.DAY, t.near_day(day), day.toordinal()) for day in page]
    more = (shown.page + 1) * PAGE < len(shown.days)
    if shown.page:
        buttons.append(look(one, Show.DAYS, t.plain("button-previous-page"), page=shown.page - 1))
    if more:
        buttons.append(look(one, Show.DAYS, t.plain("button-next-page"), page=shown.page + 1))
    return Rendered(t.get("screen-appointment-days"), keyboard=grid([*buttons, keep]))


def _day(shown: AppointmentSight, t: Words) -> Rendered:
    one, day = shown.appointment_id, shown.day or date.min
    other = look(one, Show.DAYS, t.plain("button-appointment-other"))
    if not shown.free:
        return Rendered(t.get("screen-appointment-day-full", day=t.near_day(day)), keyboard=column(other))
    buttons = [look(one, Show.MOVE, t.hour(at), int(at.timestamp())) for at in shown.free]
    return Rendered(t.get("screen-appointment-day", day=t.near_day(day)), keyboard=grid([*buttons, other], width=3))


def _move(shown: AppointmentSight, t: Words) -> Rendered:
    at = shown.to
    seconds = int(at.timestamp()) if at is not None else 0
    yes = MeetingMove(appointment=shown.appointment_id, at=seconds)
    text = t.get("screen-appointment-move", was=when(shown.starts, t), to=when(at, t))
    yes_button = button(t.plain("button-appointment-move-yes"), yes, ButtonStyle.PRIMARY)
    return Rendered(text, keyboard=column(yes_button, _keep(shown, t)))


def _cancel(shown: AppointmentSight, t: Words) -> Rendered:
    one = shown.appointment_id
    drop = MeetingDo(appointment=one, step=MeetingStep.CANCEL)
    settled = shown.state is AppointmentState.CONFIRMED
    text = (
        t.get("screen-appointment-cancel", when=when(shown.starts, t))
        if settled
        else t.get("screen-appointment-decline")
    )
    return Rendered(
        text,
        keyboard=column(
            look(one, Show.DAYS, t.plain("button-appointment-move")) if settled else None,
            button(t.plain("button-appointment-cancel-yes"), drop, ButtonStyle.DANGER),
            _keep(shown, t),
        ),
    )


def _keep(shown: AppointmentSight, t: Words) -> InlineKeyboardButton:
    return look(shown.appointment_id, Show.ONE, t.plain("button-appointment-keep"))


Screen = Callable[[AppointmentSight, Words], Rendered]
MOVING: Mapping[Show, Screen] = {Show.DAYS: _days, Show.DAY: _day, Show.MOVE: _move}
STATES: Mapping[AppointmentState, Screen] = {
    AppointmentState.HELD: _held,
    AppointmentState.OFFERED: _offered,
    AppointmentState.UNSUITED: _unsuited,
    AppointmentState.CONFIRMED: _confirmed,
}
"""How one stands; all others are over."""


@shows("meetings", of=MeetingsSight)
def meetings(shown: MeetingsSight, t: Words) -> Rendered:
    """Appointments and events, each to be opened; and what one can sign up for."""
    some = shown.meetings or shown.seats
    lines = [*(_line(each, t) for each in shown.meetings), *(_seat(each, t) for each in shown.seats)]
    text = join([t.get("screen-meetings"), join(lines)], "\n\n") if some else t.get("screen-meetings-none")
    more = button(t.plain("button-events"), Events()) if shown.events else None
    return Rendered(text, keyboard=column(*meeting_buttons(shown.meetings, shown.seats, t), more))


def meeting_buttons(ahead: Sequence[MeetingLine], seats: Sequence[SeatLine], t: Words) -> list[InlineKeyboardButton]:
    """One button for each that is ahead."""
    opens = [button(_short(each, t), MeetingShow(appointment=each.appointment_id, show=Show.ONE)) for each in ahead]
    seated = [button(_label(each, t), SeatDo(seat=each.seat_id, step=SeatStep.SHOW)) for each in seats]
    return [*opens, *seated]


def _line(each: MeetingLine, t: Words) -> Markup:
    return t.get("meetings-line", state=each.state.value, when=when(each.starts, t), who=each.who)


def _short(each: MeetingLine, t: Words) -> str:
    settled = each.starts is not None and each.state in (AppointmentState.CONFIRMED, AppointmentState.HELD)
    return when(each.starts, t) if settled else t.plain("meetings-line", state=each.state.value, when="", who=each.who)


def _seat(each: SeatLine, t: Words) -> Markup:
    waiting, title = "yes" if each.waiting else "no", each.title or t.plain("meetings-group")
    return t.get("meetings-seat", waiting=waiting, when=when(each.starts, t), title=title)


def _label(each: SeatLine, t: Words) -> str:
    return t.plain("button-event-open", day=t.moment(each.starts), title=each.title or t.plain("meetings-group"))
