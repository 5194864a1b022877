"""Group events on people's phones: what there is, one event, their own seat, and the letters about it."""

from __future__ import annotations

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.callbacks.events import EventOpen, Events, EventSign, SeatComing, SeatDo, SeatStep
from bot.telegram.keyboards import button, column
from bot.telegram.render.appointments import to_meetings, when
from bot.telegram.render.calendar import calendar
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.events import EventDateLine, EventSight, EventsSight, SeatSight
from rules.events import SeatState


@shows("events", of=EventsSight)
def events(shown: EventsSight, t: Words) -> Rendered:
    """What one can sign up for."""
    text = t.get("screen-events") if shown.events else t.get("screen-events-none")
    opens = [
        button(
            t.plain("button-event-open", day=t.moment(each.starts), title=each.title), EventOpen(event=each.event_id)
        )
        for each in shown.events
    ]
    return Rendered(text, keyboard=column(*opens, to_meetings(t)))


@shows("event", of=EventSight)
def event(shown: EventSight, t: Words) -> Rendered:
    """One event with its dates."""
    head = t.get("screen-event", title=shown.title, place=shown.place, minutes=shown.minutes)
    lines = [_date(each, t) for each in shown.dates] or [t.get("screen-event-no-dates")]
    phone = t.get("screen-event-phone", phone=shown.office.phone, hours=shown.office.hours)
    buttons = [_sign(each, t) for each in shown.dates if not each.cancelled]
    more = button(t.plain("button-events"), Events())
    return Rendered(join([head, join(lines), phone], "\n\n"), keyboard=column(*buttons, more))


def _date(each: EventDateLine, t: Words) -> Markup:
    state = "cancelled" if each.cancelled else each.state.value if each.state else "free" if each.left else "full"
    return t.get("group-date", state=state, when=when(each.starts, t), left=each.left)


def _sign(each: EventDateLine, t: Words) -> InlineKeyboardButton:
    day = t.moment(each.starts)
    if each.seat_id is not None:
        return button(t.plain("button-event-seat", day=day), SeatDo(seat=each.seat_id, step=SeatStep.SHOW))
    sign = EventSign(date=each.date_id)
    if each.left:
        return button(t.plain("button-event-sign", day=day), sign, ButtonStyle.PRIMARY)
    return button(t.plain("button-event-wait", day=day), sign)


@shows("event-seat", of=SeatSight)
def seat(shown: SeatSight, t: Words) -> Rendered:
    """How they stand to one date, and what they can do."""
    if shown.ask:
        return _ask(shown, t)
    match shown.state:
        case SeatState.SIGNED:
            text = t.get("screen-event-seat", when=when(shown.starts, t), what=_what(shown, t), number=_number(shown))
        case SeatState.WAITING:
            text = t.get(
                "screen-event-waiting", when=when(shown.starts, t), what=_what(shown, t), before=str(shown.before)
            )
        case SeatState.OFFERED:
            return Rendered(_offer_text(shown, t), keyboard=_offer_buttons(shown, t))
        case _:
            return Rendered(t.get("screen-event-gone"), keyboard=column(_days(shown, t), to_meetings(t)))
    return Rendered(text, keyboard=column(_leave(shown, t), _days(shown, t), to_meetings(t)))


def _ask(shown: SeatSight, t: Words) -> Rendered:
    at = when(shown.starts, t)
    waiting = shown.state is SeatState.WAITING
    text = t.get("screen-event-ask-waiting", when=at) if waiting else t.get("screen-event-ask", when=at)
    yes = SeatDo(seat=shown.seat_id, step=SeatStep.LEAVE)
    stay = SeatDo(seat=shown.seat_id, step=SeatStep.SHOW)
    return Rendered(
        text,
        keyboard=column(
            button(t.plain("button-event-leave-yes"), yes, ButtonStyle.DANGER),
            button(t.plain("button-event-stay"), stay),
        ),
    )


def _offer_text(shown: SeatSight, t: Words) -> Markup:
    return t.get(
        "screen-event-offered", when=when(shown.starts, t), what=_what(shown, t), until=when(shown.kept_until, t)
    )


def _offer_buttons(shown: SeatSight, t: Words) -> InlineKeyboardMarkup | None:
    take = SeatDo(seat=shown.seat_id, step=SeatStep.TAKE)
    no = SeatDo(seat=shown.seat_id, step=SeatStep.PASS)
    return column(
        button(t.plain("button-event-take"), take, ButtonStyle.SUCCESS), button(t.plain("button-event-pass"), no)
    )


def _what(shown: SeatSight, t: Words) -> Markup:
    if shown.title is None or shown.place is None:
        return t.get("group-what-covered")
    return t.get("group-what", title=shown.title, place=shown.place)


def _number(shown: SeatSight) -> str:
    return str(shown.number or "–")


def _leave(shown: SeatSight, t: Words) -> InlineKeyboardButton:
    waiting = shown.state is SeatState.WAITING
    label = t.plain("button-event-leave-list") if waiting else t.plain("button-event-leave")
    return button(label, SeatDo(seat=shown.seat_id, step=SeatStep.ASK))


def _days(shown: SeatSight, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-event-again"), EventOpen(event=shown.event_id))


def _named(shown: SeatSight, t: Words) -> str:
    return shown.title or t.plain("meetings-group")


@shows("event-signed", of=SeatSight)
def signed(shown: SeatSight, t: Words) -> Rendered:
    """They have a place, with a file for the calendar; or stand in the list."""
    keyboard = column(_leave(shown, t))
    if shown.state is SeatState.WAITING:
        text = t.get("letter-event-listed", when=when(shown.starts, t), what=_what(shown, t))
        return Rendered(text, keyboard=keyboard)
    text = t.get("letter-event-signed", when=when(shown.starts, t), what=_what(shown, t), number=_number(shown))
    if shown.calendar is not None:
        text = join([text, t.get("letter-appointment-set-file")])
    files = calendar(shown.calendar, text, _named(shown, t), t.plain("calendar-event-about"))
    return Rendered(text, keyboard=keyboard, files=files)


@shows("event-seat-offered", of=SeatSight)
def offered(shown: SeatSight, t: Words) -> Rendered:
    """A place became free."""
    text = t.get(
        "letter-event-seat-offered", when=when(shown.starts, t), what=_what(shown, t), until=when(shown.kept_until, t)
    )
    return Rendered(text, keyboard=_offer_buttons(shown, t))


@shows("event-seat-passed", of=SeatSight)
def passed(shown: SeatSight, t: Words) -> Rendered:
    """It went to the next one."""
    text = t.get("letter-event-seat-passed", when=when(shown.starts, t), what=_what(shown, t))
    return Rendered(text, keyboard=column(_days(shown, t)))


@shows("event-left", of=SeatSight)
def left(shown: SeatSight, t: Words) -> Rendered:
    """They do not come."""
    text = t.get("letter-event-left", when=when(shown.starts, t), what=_what(shown, t))
    files = calendar(shown.calendar, text, _named(shown, t), t.plain("calendar-event-about"))
    return Rendered(text, keyboard=column(_days(shown, t)), files=files)


@shows("event-cancelled", of=SeatSight)
def cancelled(shown: SeatSight, t: Words) -> Rendered:
    """The date does not take place."""
    text = t.get(
        "letter-event-cancelled",
        when=when(shown.starts, t),
        what=_what(shown, t),
        phone=shown.office.phone,
        hours=shown.office.hours,
    )
    files = calendar(shown.calendar, text, _named(shown, t), t.plain("calendar-event-about"))
    return Rendered(text, keyboard=column(_days(shown, t)), files=files)


@shows("remind-event", of=SeatSight)
def reminder(shown: SeatSight, t: Words) -> Rendered:
    """It is soon: do they come?"""
    text = t.get("letter-remind-event", when=when(shown.starts, t), what=_what(shown, t), number=_number(shown))
    comes = SeatComing(seat=shown.seat_id, starts=int(shown.starts.timestamp()))
    return Rendered(
        text,
        keyboard=column(
            button(t.plain("button-event-coming"), comes, ButtonStyle.SUCCESS),
            button(t.plain("button-event-leave"), SeatDo(seat=shown.seat_id, step=SeatStep.ASK)),
        ),
    )
