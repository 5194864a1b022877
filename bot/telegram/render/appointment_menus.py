"""Appointments for staff at a case: menus that only the one who pressed sees, and the news in the topic."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.callbacks import ButtonData, Details
from bot.telegram.callbacks.appointments import (
    AgendaOne,
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
from bot.telegram.keyboards import button, column
from bot.telegram.render.appointment_names import APPOINTMENT_EVENTS, APPOINTMENT_STATES, WAYS
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.appointments.draft import DraftSight
from casework.appointments.listing import AppointmentLine, AppointmentList
from casework.appointments.offer import Whom
from casework.events.sign_for import Choices
from casework.letters.sights.appointments import AgendaOneSight, AppointmentNewsSight
from rules.appointments import LENGTHS, AppointmentState, AppointmentVerb

DAYS = 10
"""Days in the menu: the nearest ones with free time."""


def appointment_list(found: AppointmentList, t: Words) -> Rendered:
    """All of a case; a new one; an event."""
    case_id, number, lines = found.case_id, found.number, found.lines
    text = t.get("whisper-appointments", number=number) if lines else t.get("whisper-appointments-none", number=number)
    return Rendered(
        text,
        keyboard=column(
            *(button(_line(each, t), AppointmentLook(appointment=each.appointment_id)) for each in lines),
            button(t.plain("button-appointment-new"), AppointmentWith(case=case_id), ButtonStyle.PRIMARY),
            button(t.plain("button-appointment-event"), EventChoices(case=case_id)),
            back_to_menu(case_id, t),
        ),
    )


def _line(each: AppointmentLine, t: Words) -> str:
    at = t.moment(each.starts) if each.starts is not None else t.plain("appointment-no-time")
    return t.plain("appointment-line", when=at, who=each.who, state=APPOINTMENT_STATES[each.state](t))


def whom(found: Whom, t: Words) -> Rendered:
    """With whom?"""
    case_id = found.case_id
    those = [button(each.name, AppointmentWith(case=case_id, staff=each.staff_id)) for each in found.colleagues]
    text = t.get("whisper-appointment-whom", number=found.number)
    return Rendered(text, keyboard=column(*those, _back(case_id, t)))


def draft(shown: DraftSight, t: Words) -> Rendered:
    """How, how long, when: what is chosen, and what can be."""
    return _draft_day(shown, t) if shown.day is not None else _draft(shown, t)


def _draft_day(shown: DraftSight, t: Words) -> Rendered:
    one, chosen, day = shown.appointment_id, set(shown.times), shown.day
    assert day is not None, "a day is open"
    free = [_picked(t.hour(at), _turn(one, at), t, picked=at in chosen) for at in shown.free]
    days = button(t.plain("button-appointment-days"), AppointmentShape(appointment=one))
    text = t.get("whisper-appointment-day", day=t.near_day(day))
    keyboard = rows(*_by(free, 3), [days], _send(shown, t))
    return Rendered(join([_head(shown, t), text], "\n\n"), keyboard=keyboard)


def _draft(shown: DraftSight, t: Words) -> Rendered:
    one = shown.appointment_id
    ways = [
        _picked(WAYS[each](t), AppointmentShape(appointment=one, way=each), t, picked=each is shown.way)
        for each in shown.ways
    ]
    lengths = [
        _picked(
            t.plain("button-appointment-minutes", minutes=str(each)),
            AppointmentShape(appointment=one, minutes=each),
            t,
            picked=each == shown.minutes,
        )
        for each in LENGTHS
    ]
    days = [
        button(t.near_day(each), AppointmentShape(appointment=one, day=each.toordinal())) for each in shown.days[:DAYS]
    ]
    keyboard = rows(ways, *_by(lengths, 3), *_by(days, 2), _send(shown, t), [_back(shown.case_id, t)])
    nothing = Markup() if shown.days else t.get("whisper-appointment-no-days")
    return Rendered(join([_head(shown, t), nothing], "\n\n"), keyboard=keyboard)


def _head(shown: DraftSight, t: Words) -> Markup:
    return t.get(
        "whisper-appointment-draft",
        number=shown.number,
        who=shown.who,
        way=WAYS[shown.way](t),
        minutes=str(shown.minutes),
        chosen=len(shown.times),
        times="; ".join(t.weekday_moment(each) for each in shown.times),
    )


def _turn(appointment: int, at: datetime) -> AppointmentTime:
    return AppointmentTime(appointment=appointment, at=int(at.timestamp()))


def _picked(label: str, data: ButtonData, t: Words, *, picked: bool) -> InlineKeyboardButton:
    if picked:
        return button(t.plain("button-appointment-chosen", label=label), data, ButtonStyle.SUCCESS)
    return button(label, data)


def _send(shown: DraftSight, t: Words) -> list[InlineKeyboardButton]:
    if not shown.times:
        return []
    send = AppointmentSend(appointment=shown.appointment_id)
    return [button(t.plain("button-appointment-send"), send, ButtonStyle.PRIMARY)]


def _by(buttons: Sequence[InlineKeyboardButton], width: int) -> list[list[InlineKeyboardButton]]:
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def rows(*those: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """These rows, those that have a button."""
    return InlineKeyboardMarkup(inline_keyboard=[list(each) for each in those if each])


def _back(case_id: int, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-appointment-back"), AppointmentsMenu(case=case_id))


def one(shown: AgendaOneSight, t: Words) -> Rendered:
    """One of a case: how it stands, and what can be noted."""
    return Rendered(one_text(shown, t), keyboard=rows(*one_buttons(shown, t), [_back(shown.case_id, t)]))


def one_text(shown: AgendaOneSight, t: Words) -> Markup:
    """When, with whom, how it stands; nothing of the person."""
    text = t.get(
        "screen-agenda-one",
        number=shown.number,
        when=t.weekday_moment(shown.starts) if shown.starts is not None else t.plain("appointment-no-time"),
        who=shown.who,
        way=WAYS[shown.way](t),
        state=APPOINTMENT_STATES[shown.state](t),
    )
    coming = t.get("appointment-coming") if shown.coming else Markup()
    book = t.get("whisper-appointment-book") if shown.times else Markup()
    return join([join([text, coming]), book], "\n\n")


def one_buttons(shown: AgendaOneSight, t: Words) -> list[list[InlineKeyboardButton]]:
    """What can be noted or done; who it is, to the one who asks."""
    found = [
        [button(t.plain("button-appointment-book", when=t.weekday_moment(at)), AppointmentBook(time=time))]
        for time, at in shown.times
    ]
    steps = [
        (AppointmentVerb.CAME, t.plain("button-appointment-came"), AppointmentStep.CAME, ButtonStyle.SUCCESS),
        (AppointmentVerb.MISSED, t.plain("button-appointment-missed"), AppointmentStep.MISSED, None),
        (AppointmentVerb.CANCEL, t.plain("button-appointment-drop"), AppointmentStep.CANCEL, ButtonStyle.DANGER),
    ]
    for verb, label, step, style in steps:
        if verb in shown.may:
            found.append([button(label, AppointmentNote(appointment=shown.appointment_id, step=step), style)])
    if AppointmentVerb.OFFER in shown.may and shown.state is not AppointmentState.DRAFT:
        again = AppointmentWith(case=shown.case_id, replaces=shown.appointment_id)
        found.append([button(t.plain("button-appointment-again"), again)])
    found.append([button(t.plain("button-details"), Details(case=shown.case_id))])
    return found


@shows("appointment-news", of=AppointmentNewsSight)
def news(shown: AppointmentNewsSight, t: Words) -> Rendered:
    """What became of an appointment; nothing of the person."""
    text = t.get("letter-appointment-news", change=_change(shown, t), when=_when(shown, t), who=shown.who)
    look = button(t.plain("button-appointments"), AppointmentsMenu(case=shown.case_id))
    return Rendered(text, keyboard=column(look))


@shows("appointment-on-desk", of=AppointmentNewsSight)
def on_desk(shown: AppointmentNewsSight, t: Words) -> Rendered:
    """The same to whom the person meets."""
    text = t.get("letter-appointment-on-desk", number=shown.number, change=_change(shown, t), when=_when(shown, t))
    return Rendered(
        text, keyboard=column(button(t.plain("button-agenda"), AgendaOne(appointment=shown.appointment_id)))
    )


def _change(shown: AppointmentNewsSight, t: Words) -> str:
    words = APPOINTMENT_EVENTS[shown.change](t)
    return words[:1].upper() + words[1:]


def _when(shown: AppointmentNewsSight, t: Words) -> str:
    return t.weekday_moment(shown.starts) if shown.starts is not None else t.plain("appointment-no-time")


def event_choices(found: Choices, t: Words) -> Rendered:
    """For which event?"""
    case_id, number, lines = found.case_id, found.number, found.dates
    text = (
        t.get("whisper-event-choices", number=number) if lines else t.get("whisper-event-choices-none", number=number)
    )
    those = [
        button(
            t.plain("button-event-sign-for", day=t.moment(each.starts), title=each.title, left=each.left),
            EventSignFor(case=case_id, date=each.date_id),
        )
        for each in lines
    ]
    return Rendered(text, keyboard=column(*those, _back(case_id, t)))
