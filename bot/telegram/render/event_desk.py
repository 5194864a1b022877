"""Group events on the desk: made question by question, opened, called off, and who was there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import CopyTextButton, InlineKeyboardButton

from bot.telegram.callbacks import Details
from bot.telegram.callbacks.appointments import Agenda
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
from bot.telegram.keyboards import button, column
from bot.telegram.render.appointment_menus import rows
from bot.telegram.render.appointment_names import clock
from bot.telegram.render.appointments import when
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.events.make import Field
from casework.letters.sights.events import (
    DeskEventDateSight,
    DeskEventSight,
    DeskSeatLine,
    EventDateLine,
    EventDraftSight,
    EventsSight,
)
from rules.events import COUNTS, LENGTHS, PLACES, Repeat, SeatState

REPEATS: Mapping[Repeat, Name] = {
    Repeat.ONCE: lambda t: t.plain("repeat-once"),
    Repeat.WEEKLY: lambda t: t.plain("repeat-weekly"),
    Repeat.FORTNIGHTLY: lambda t: t.plain("repeat-fortnightly"),
    Repeat.FOUR_WEEKS: lambda t: t.plain("repeat-four-weeks"),
}
ASKS: Mapping[Field, Callable[[Words], Markup]] = {
    Field.TITLE: lambda t: t.get("draft-ask-title"),
    Field.PLACE: lambda t: t.get("draft-ask-place"),
    Field.MINUTES: lambda t: t.get("draft-ask-minutes"),
    Field.PLACES: lambda t: t.get("draft-ask-places"),
    Field.DAY: lambda t: t.get("draft-ask-day"),
    Field.STARTS: lambda t: t.get("draft-ask-starts"),
    Field.REPEAT: lambda t: t.get("draft-ask-repeat"),
    Field.COUNT: lambda t: t.get("draft-ask-count"),
}
FIRST, LAST, HALF_HOUR = 8 * 60, 20 * 60, 30
"""Between which minutes of the day an event begins."""


@shows("desk-events", of=EventsSight)
def desk_events(shown: EventsSight, t: Words) -> Rendered:
    """Those that take place; a new one."""
    text = t.get("screen-desk-events") if shown.events else t.get("screen-desk-events-none")
    opens = [
        button(
            t.plain("button-desk-event", day=t.moment(each.starts), title=each.title), DeskEvent(event=each.event_id)
        )
        for each in shown.events
    ]
    label = t.plain("button-event-draft") if shown.draft else t.plain("button-event-new")
    new = button(label, EventBegin(), ButtonStyle.PRIMARY)
    return Rendered(text, keyboard=column(*opens, new, button(t.plain("button-agenda"), Agenda())))


@shows("desk-event", of=DeskEventSight)
def desk_event(shown: DeskEventSight, t: Words) -> Rendered:
    """One event with its dates; really call all of it off?"""
    back = button(t.plain("button-event-back"), DeskEvents())
    if shown.ask:
        yes = button(t.plain("button-event-cancel-yes"), EventCancel(event=shown.event_id), ButtonStyle.DANGER)
        stay = button(t.plain("button-event-back-one"), DeskEvent(event=shown.event_id))
        return Rendered(t.get("screen-event-cancel-ask"), keyboard=column(yes, stay))
    head = t.get(
        "screen-desk-event",
        title=shown.title,
        place=shown.place,
        minutes=str(shown.minutes),
        places=str(shown.places),
    )
    dates = [
        button(t.plain("button-event-date", day=t.moment(each.starts)), DeskEventDate(date=each.date_id))
        for each in shown.dates
    ]
    return Rendered(
        join([head, join(_date(each, t) for each in shown.dates)], "\n\n"),
        keyboard=rows(
            *(dates[start : start + 2] for start in range(0, len(dates), 2)),
            [button(t.plain("button-event-link"), EventLink(event=shown.event_id), ButtonStyle.PRIMARY)],
            [button(t.plain("button-event-cancel"), DeskEvent(event=shown.event_id, ask=True), ButtonStyle.DANGER)],
            [back],
        ),
    )


def _date(each: EventDateLine, t: Words) -> Markup:
    cancelled = "yes" if each.cancelled else "no"
    values = {"left": str(each.left), "waiting": str(each.waiting)}
    return t.get("desk-event-date", cancelled=cancelled, when=when(each.starts, t), **values)


@shows("desk-event-date", of=DeskEventDateSight)
def desk_event_date(shown: DeskEventDateSight, t: Words) -> Rendered:
    """One date, by places and case numbers; who it is, to the one who asks."""
    back = button(t.plain("button-event-back-one"), DeskEvent(event=shown.event_id))
    if shown.ask:
        yes = button(t.plain("button-event-date-cancel-yes"), EventDateCancel(date=shown.date_id), ButtonStyle.DANGER)
        stay = button(t.plain("button-event-back-one"), DeskEventDate(date=shown.date_id))
        return Rendered(t.get("screen-event-date-ask"), keyboard=column(yes, stay), protect=True)
    waiting = sum(each.state is SeatState.WAITING for each in shown.seats)
    head = t.get(
        "screen-desk-event-date",
        title=shown.title,
        when=when(shown.starts, t),
        taken=str(len(shown.seats) - waiting),
        places=str(shown.places),
        waiting=str(waiting),
    )
    off = t.get("screen-event-date-cancelled") if shown.cancelled else Markup()
    lines = join(_seat(each, t) for each in shown.seats)
    cancel = DeskEventDate(date=shown.date_id, ask=True)
    may_cancel = not shown.begun and not shown.cancelled
    calls_off = [button(t.plain("button-event-date-cancel"), cancel, ButtonStyle.DANGER)] if may_cancel else []
    keyboard = rows(*(_seat_buttons(each, shown, t) for each in shown.seats), calls_off, [back])
    return Rendered(join([head, off, lines], "\n\n"), keyboard=keyboard, protect=True)


def _seat(each: DeskSeatLine, t: Words) -> Markup:
    return t.get(
        "seat-line",
        state=each.state.value,
        place=_place(each),
        number=each.number or t.plain("seat-no-case"),
        coming=t.plain("seat-coming") if each.coming else "",
    )


def _place(each: DeskSeatLine) -> str:
    return str(each.place + 1) if each.place is not None else "–"


def _seat_buttons(each: DeskSeatLine, shown: DeskEventDateSight, t: Words) -> list[InlineKeyboardButton]:
    found = []
    if shown.begun and each.place is not None and not shown.cancelled:
        if each.state in (SeatState.SIGNED, SeatState.MISSED):
            came = SeatNote(seat=each.seat_id, came=True)
            found.append(button(t.plain("button-seat-came", place=_place(each)), came, ButtonStyle.SUCCESS))
        if each.state in (SeatState.SIGNED, SeatState.CAME):
            missed = SeatNote(seat=each.seat_id, came=False)
            found.append(button(t.plain("button-seat-missed", place=_place(each)), missed))
    if each.number is not None and each.case_id is not None:
        found.append(button(t.plain("button-seat-who", number=each.number), Details(case=each.case_id)))
    return found


@shows("desk-event-draft", of=EventDraftSight)
def event_draft(shown: EventDraftSight, t: Words) -> Rendered:
    """What is known, and the next question; once all is known, whether to open it."""
    known = [
        t.get("draft-title", title=shown.title) if shown.title else Markup(),
        t.get("draft-place", place=shown.place) if shown.place else Markup(),
        t.get("draft-minutes", minutes=str(shown.minutes)) if shown.minutes else Markup(),
        t.get("draft-places", places=str(shown.places)) if shown.places else Markup(),
        t.get("draft-day", day=t.near_day(shown.day)) if shown.day else Markup(),
        t.get("draft-starts", hour=clock(shown.starts)) if shown.starts is not None else Markup(),
        t.get("draft-repeat", repeat=REPEATS[shown.repeat](t)) if shown.repeat else Markup(),
        t.get("draft-count", count=str(shown.count)) if shown.count else Markup(),
    ]
    question = ASKS[Field(shown.asks)](t) if shown.asks else t.get("draft-ready")
    opens = [button(t.plain("button-event-open-now"), EventEnd(open=True), ButtonStyle.SUCCESS)]
    throw = button(t.plain("button-event-throw"), EventEnd(open=False))
    keyboard = rows(*_answers(shown, t), [] if shown.asks else opens, [throw], [_back(t)])
    return Rendered(join([join([t.get("screen-desk-event-draft"), *known]), question], "\n\n"), keyboard=keyboard)


def _back(t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-event-back"), DeskEvents())


def _answers(shown: EventDraftSight, t: Words) -> list[list[InlineKeyboardButton]]:
    if not shown.asks:
        return []
    field = Field(shown.asks)
    match field:
        case Field.MINUTES:
            choices = [(t.plain("button-appointment-minutes", minutes=str(each)), each) for each in LENGTHS]
        case Field.PLACES:
            choices = [(str(each), each) for each in PLACES]
        case Field.DAY:
            choices = [(t.near_day(each), each.toordinal()) for each in shown.days]
        case Field.STARTS:
            choices = [(clock(each), each) for each in range(FIRST, LAST + 1, HALF_HOUR)]
        case Field.REPEAT:
            choices = [(REPEATS[each](t), place) for place, each in enumerate(Repeat)]
        case Field.COUNT:
            choices = [(str(each), each) for each in COUNTS]
        case _:
            choices = []
    width = 2 if field in (Field.DAY, Field.REPEAT) else 4
    buttons = [button(label, EventShape(field=field, value=value)) for label, value in choices]
    found = [buttons[start : start + width] for start in range(0, len(buttons), width)]
    return [*found, _pages(shown, t)] if field is Field.DAY else found


def _pages(shown: EventDraftSight, t: Words) -> list[InlineKeyboardButton]:
    around = []
    if shown.page:
        around.append(
            button(t.plain("button-previous-page"), EventShape(field=Field.DAY, value=-1, page=shown.page - 1))
        )
    if shown.page + 1 < shown.pages:
        around.append(button(t.plain("button-next-page"), EventShape(field=Field.DAY, value=-1, page=shown.page + 1)))
    return around


def event_link(link: str, t: Words) -> Rendered:
    """The link by which people find an event."""
    copy = InlineKeyboardButton(text=t.plain("button-event-copy"), copy_text=CopyTextButton(text=link))
    return Rendered(t.get("whisper-event-link", link=html(link)), keyboard=rows([copy]))
