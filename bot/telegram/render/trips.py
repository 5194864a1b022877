"""Trips of children: lists on a desk, letters to families."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh, MyCase
from bot.telegram.callbacks.allocation import PlaceDesk
from bot.telegram.callbacks.trips import (
    TripChild,
    TripComplete,
    TripMark,
    TripMiss,
    TripOpen,
    TripRequeue,
    Trips,
    TripSend,
    TripUndo,
)
from bot.telegram.keyboards import button, column
from bot.telegram.render.allocation import place_line
from bot.telegram.render.recreation_words import STANDINGS
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.trips import (
    TripChildSight,
    TripLine,
    TripNewsSight,
    TripRequeueSight,
    TripShift,
    TripSight,
    TripsSight,
)
from casework.recreation.trips import Mark
from rules.recreation.applications import Standing
from rules.recreation.trips import UNDO_FOR, Missed

WHYS: Mapping[Missed, Callable[[Words], str]] = {
    Missed.ILL: lambda t: t.plain("trip-missed-ill"),
    Missed.PLANS: lambda t: t.plain("trip-missed-plans"),
    Missed.PAPERS: lambda t: t.plain("trip-missed-papers"),
    Missed.UNKNOWN: lambda t: t.plain("trip-missed-unknown"),
}
"""Why a child did not come."""
MINUTES = int(UNDO_FOR.total_seconds() // 60)


@shows("trips", of=TripsSight)
def trips(shown: TripsSight, t: Words) -> Rendered:
    """Shifts in which somebody has a place."""
    parts = [t.get("screen-trips"), *(_shift(each, t) for each in shown.shifts)]
    if not shown.shifts:
        parts.append(t.get("screen-trips-empty"))
    keys = [
        button(
            t.plain("button-trip", camp=each.place.camp, first=t.numeric_day(each.place.first)),
            TripOpen(campaign=each.campaign_id, shift=each.place.shift),
        )
        for each in shown.shifts
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(*keys, button(t.plain("button-back"), DeskRefresh())))


def _shift(each: TripShift, t: Words) -> Markup:
    counts = {state: each.counts.get(state, 0) for state in Standing}
    return join(
        [
            place_line(each.place, t),
            t.get(
                "trip-counts",
                wait=counts[Standing.ACCEPTED],
                sent=counts[Standing.SENT],
                back=counts[Standing.COMPLETED],
                missed=counts[Standing.NOT_TRAVELLED],
            ),
        ]
    )


@shows("trip", of=TripSight)
def trip(shown: TripSight, t: Words) -> Rendered:
    """The children of a shift; first the exceptions are named, then one press says it of all others."""
    parts = [_shift(shown.shift, t), join(_line(each, t) for each in shown.lines), t.get("screen-trip")]
    return Rendered(join(parts, "\n\n"), keyboard=column(*_of_shift(shown, t)))


def _line(each: TripLine, t: Words) -> Markup:
    state = t.plain("trip-missed-state", why=WHYS[each.missed](t)) if each.missed else STANDINGS[each.standing](t)
    return t.get("trip-line", number=each.number, child=str(each.position), state=state, lacking=each.lacking)


def _of_shift(shown: TripSight, t: Words) -> Iterator[InlineKeyboardButton]:
    at, page = {"campaign": shown.shift.campaign_id, "shift": shown.shift.place.shift}, shown.page
    counts = shown.shift.counts
    if shown.may_send:
        count = counts.get(Standing.ACCEPTED, 0)
        yield button(t.plain("button-trip-send", count=count), TripSend(**at, page=page), ButtonStyle.PRIMARY)
    if shown.may_complete:
        count = counts.get(Standing.SENT, 0)
        yield button(t.plain("button-trip-complete", count=count), TripComplete(**at, page=page), ButtonStyle.PRIMARY)
    if shown.fresh:
        yield button(t.plain("button-trip-undo", count=shown.fresh), TripUndo(**at, page=page))
    for each in shown.lines:
        label = t.plain("button-trip-child", number=each.number, child=str(each.position))
        yield button(label, TripChild(**at, child=each.child_id))
    if page:
        yield button(t.plain("button-previous-page"), TripOpen(**at, page=page - 1))
    if shown.more:
        yield button(t.plain("button-next-page"), TripOpen(**at, page=page + 1))
    yield button(t.plain("button-trips"), Trips())


@shows("trip-child", of=TripChildSight)
def trip_child(shown: TripChildSight, t: Words) -> Rendered:
    """One child of a shift."""
    parts = [_line(shown.line, t)]
    if shown.may_miss:
        parts.append(t.get("screen-trip-child", frees="yes" if shown.frees else "no", minutes=MINUTES))
    return Rendered(join(parts, "\n\n"), keyboard=column(*_of_child(shown, t)))


def _of_child(shown: TripChildSight, t: Words) -> Iterator[InlineKeyboardButton]:
    child = shown.line.child_id
    if shown.may_send:
        yield button(t.plain("button-trip-sent"), TripMark(child=child, mark=Mark.SENT), ButtonStyle.PRIMARY)
    if shown.may_complete:
        yield button(t.plain("button-trip-back"), TripMark(child=child, mark=Mark.BACK), ButtonStyle.PRIMARY)
    if shown.may_miss:
        for why, words in WHYS.items():
            yield button(t.plain("button-trip-miss", why=words(t)), TripMiss(child=child, why=why))
    if shown.may_undo:
        yield button(t.plain("button-trip-undo-one"), TripMark(child=child, mark=Mark.UNDO))
    yield button(t.plain("button-trip-list"), TripOpen(campaign=shown.campaign_id, shift=shown.shift))


@shows("trip-requeue", of=TripRequeueSight)
def trip_requeue(shown: TripRequeueSight, t: Words) -> Rendered:
    """Sure?"""
    really = TripRequeue(child=shown.child_id, sure=True)
    sure = button(t.plain("button-trip-requeue-sure"), really, ButtonStyle.PRIMARY)
    return Rendered(
        t.get("screen-trip-requeue", number=shown.number, child=str(shown.position)),
        keyboard=column(sure, button(t.plain("button-trip-requeue-not"), PlaceDesk(case=shown.case_id))),
    )


@shows("trip-begun", of=TripNewsSight)
def trip_begun(shown: TripNewsSight, t: Words) -> Rendered:
    """A good trip."""
    return _news(shown, t.get("letter-trip-begun", number=shown.number), t)


@shows("trip-over", of=TripNewsSight)
def trip_over(shown: TripNewsSight, t: Words) -> Rendered:
    """Thanks."""
    ask = t.get("letter-trip-over-ask") if shown.writes else Markup()
    return _news(shown, join([t.get("letter-trip-over", number=shown.number), ask]), t)


@shows("trip-missed", of=TripNewsSight)
def trip_missed(shown: TripNewsSight, t: Words) -> Rendered:
    """A child does not come."""
    return _news(shown, t.get("letter-trip-missed", number=shown.number), t)


@shows("trip-requeued", of=TripNewsSight)
def trip_requeued(shown: TripNewsSight, t: Words) -> Rendered:
    """In the queue again."""
    return _news(shown, t.get("letter-trip-requeued", number=shown.number), t)


def _news(shown: TripNewsSight, words: Markup, t: Words) -> Rendered:
    parts = [words, t.get("place-ask", phone=shown.office.phone, hours=shown.office.hours)]
    case = button(t.plain("button-show-case"), MyCase(case=shown.case_id))
    return Rendered(join(parts, "\n\n"), keyboard=column(case))
