"""Appointments on a person's phone: letters with their buttons, and the screens on which they choose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import CallMe, CallStep
from bot.telegram.callbacks.appointments import (
    MeetingComing,
    MeetingDo,
    Meetings,
    MeetingShow,
    MeetingStep,
    PickTime,
)
from bot.telegram.keyboards import button, column
from bot.telegram.render.calendar import calendar
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Value, Words, join
from casework.appointments.show import Show
from casework.letters.sights.appointments import (
    AppointmentReminderSight,
    CancelledSight,
    MeetingFacts,
    MissedSight,
    OfferedSight,
    SetSight,
)
from rules.appointments import Way

NO_TIME = "–"


def how(facts: MeetingFacts, t: Words) -> Markup:
    """Where, and with whom."""
    if facts.place is None:
        return t.get("meeting-how-covered", way=facts.way.value, who=facts.who)
    return t.get("meeting-how", way=facts.way.value, who=facts.who, place=facts.place)


def when(at: datetime | None, t: Words) -> str:
    """«24 листопада, 18:00 (вівторок)»."""
    return t.weekday_moment(at) if at is not None else NO_TIME


def times(offered: Sequence[tuple[int, datetime]], t: Words) -> list[InlineKeyboardButton]:
    """A button for each time that is offered."""
    return [button(when(at, t), PickTime(time=time)) for time, at in offered]


def look(appointment: int, show: Show, label: str, at: int = 0, page: int = 0) -> InlineKeyboardButton:
    """A button that shows this of an appointment."""
    return button(label, MeetingShow(appointment=appointment, show=show, at=at, page=page))


def unsuited(appointment: int, label: str) -> InlineKeyboardButton:
    """None of the times suits."""
    return button(label, MeetingDo(appointment=appointment, step=MeetingStep.UNSUITED))


def call_me(t: Words) -> InlineKeyboardButton:
    """«Подзвоніть мені»."""
    return button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN))


def _summary(facts: MeetingFacts, t: Words) -> str:
    if facts.way is Way.PHONE:
        return t.plain("calendar-meeting-by-phone", who=facts.who)
    return t.plain("calendar-meeting", who=facts.who)


@shows("appointment-offered", of=OfferedSight)
def offered(shown: OfferedSight, t: Words) -> Rendered:
    """Times to choose from; where one was settled before, its calendar is told that it is off."""
    values: dict[str, Value] = {
        "number": shown.number,
        "how": how(shown.how, t),
        "minutes": shown.minutes,
        "by": t.weekday_moment(shown.answer_by),
        "phone": shown.office.phone,
        "hours": shown.office.hours,
    }
    text = (
        t.get("letter-appointment-offered", **values)
        if shown.was is None
        else t.get("letter-appointment-again", was=when(shown.was, t), **values)
    )
    none = unsuited(shown.appointment_id, t.plain("button-appointment-none"))
    files = calendar(shown.calendar, text, _summary(shown.how, t), t.plain("calendar-about"))
    return Rendered(text, keyboard=column(*times(shown.times, t), none, call_me(t)), files=files)


@shows("appointment-set", of=SetSight)
def settled(shown: SetSight, t: Words) -> Rendered:
    """When, where, with whom; a file for the calendar, and how to change it."""
    text = t.get(
        "letter-appointment-set",
        moved="yes" if shown.moved else "no",
        when=when(shown.starts, t),
        how=how(shown.how, t),
        number=shown.number,
    )
    if shown.calendar is not None:
        text = join([text, t.get("letter-appointment-set-file")])
    files = calendar(shown.calendar, text, _summary(shown.how, t), t.plain("calendar-about"))
    keyboard = column(
        look(shown.appointment_id, Show.DAYS, t.plain("button-appointment-move")),
        look(shown.appointment_id, Show.CANCEL, t.plain("button-appointment-cancel")),
    )
    return Rendered(text, keyboard=keyboard, files=files)


@shows("appointment-cancelled", of=CancelledSight)
def cancelled(shown: CancelledSight, t: Words) -> Rendered:
    """It does not take place."""
    own, phone, hours = "yes" if shown.own else "no", shown.office.phone, shown.office.hours
    if shown.was is None:
        return Rendered(
            t.get("letter-appointment-declined", own=own, number=shown.number, phone=phone, hours=hours),
            keyboard=column(call_me(t)),
        )
    text = t.get(
        "letter-appointment-cancelled", own=own, was=when(shown.was, t), number=shown.number, phone=phone, hours=hours
    )
    return Rendered(
        text,
        keyboard=column(call_me(t)),
        files=calendar(shown.calendar, text, t.plain("calendar-off"), t.plain("calendar-about")),
    )


@shows("appointment-missed", of=MissedSight)
def missed(shown: MissedSight, t: Words) -> Rendered:
    """We did not meet: without a reproach, and with another time."""
    text = t.get(
        "letter-appointment-missed",
        who=shown.who,
        when=when(shown.starts, t),
        number=shown.number,
        phone=shown.office.phone,
        hours=shown.office.hours,
    )
    again = unsuited(shown.appointment_id, t.plain("button-appointment-ask-times"))
    return Rendered(text, keyboard=column(again, call_me(t)))


@shows("remind-appointment", of=AppointmentReminderSight)
def reminder(shown: AppointmentReminderSight, t: Words) -> Rendered:
    """It is soon: do they come?"""
    text = t.get("letter-remind-appointment", when=when(shown.starts, t), how=how(shown.how, t))
    comes = MeetingComing(appointment=shown.appointment_id, starts=shown.starts_at)
    label = t.plain("button-appointment-coming", way=shown.how.way.value)
    return Rendered(
        text,
        keyboard=column(
            button(label, comes, ButtonStyle.SUCCESS),
            look(shown.appointment_id, Show.CANCEL, t.plain("button-appointment-not-coming")),
        ),
    )


def to_meetings(t: Words) -> InlineKeyboardButton:
    """All of them."""
    return button(t.plain("button-meetings"), Meetings())
