"""What of a campaign all concerned are told when it changes: the days of collecting, and the shifts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rules.recreation.applications import ENDED, Standing
from rules.recreation.terms import Shift, Terms

SETTLES = timedelta(minutes=5)
"""Whoever changes one thing often changes the next one, too: so long nothing is told, and then all at once."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a campaign says from a moment on."""

    at: datetime
    terms: Terms


@dataclass(frozen=True, slots=True)
class DaysChanged:
    """The first and the last day of collecting, before and now."""

    was: tuple[date, date]
    now: tuple[date, date]


@dataclass(frozen=True, slots=True)
class ShiftChanged:
    """A shift, before and now."""

    was: Shift
    now: Shift


def days_changed(was: Terms, now: Terms) -> DaysChanged | None:
    """Whether applications are taken on other days; None: on the same."""
    before, after = (was.opens, was.closes), (now.opens, now.closes)
    return DaysChanged(before, after) if before != after else None


def shifts_changed(was: Terms, now: Terms) -> dict[int, ShiftChanged]:
    """Shifts, by their numbers, that are at another camp, on other days, or are reached in another way."""
    before = {shift.number: shift for shift in was.shifts}
    return {
        shift.number: ShiftChanged(before[shift.number], shift)
        for shift in now.shifts
        if shift.number in before and _seen(before[shift.number]) != _seen(shift)
    }


def _seen(shift: Shift) -> tuple[object, ...]:
    return shift.camp, shift.first, shift.last, shift.transport


def concerns(
    said: Sequence[Said], standing: Standing, begun: datetime, shifts: Mapping[int, datetime]
) -> tuple[DaysChanged | None, tuple[ShiftChanged, ...]]:
    """What an application that stands so has to hear, where the campaign said all this since its family was told last,
    in order. `begun`, and when it came by its place in a shift (by the number of the shift): what was said by then is
    known already.
    """
    now = said[-1].terms
    if standing in ENDED:
        return None, ()
    found = (shifts_changed(_known(said, shifts[number]), now).get(number) for number in sorted(shifts))
    return days_changed(_known(said, begun), now), tuple(each for each in found if each is not None)


def _known(said: Sequence[Said], at: datetime) -> Terms:
    """What the campaign said at a moment; before all of it the first."""
    return next((each.terms for each in reversed(said) if each.at <= at), said[0].terms)
