"""What is shown of the duty roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift, and the number on which colleagues reach whoever has it."""

    shift_id: int
    staff_id: int
    who: str
    place: int
    starts: datetime
    ends: datetime
    phone: str | None


@dataclass(frozen=True, slots=True)
class DutySight:
    """`duty`."""

    now: tuple[ShiftLine, ...]
    coming: tuple[ShiftLine, ...]
    """One page of them."""
    page: int
    pages: int
    without: tuple[date, ...]
    """Days of the coming two weeks on which nobody is on duty."""
    plans: bool
    """The reader may write the roster."""


@dataclass(frozen=True, slots=True)
class DutyShiftSight:
    """`duty-shift`."""

    shift: ShiftLine
    own: bool
    plans: bool
    day: date
    """The local day on which it begins, the hour there, and for how many hours of the wall it lasts."""
    starts: int
    hours: int


@dataclass(frozen=True, slots=True)
class DutyPhoneSight:
    """`duty-phone`: the number that is kept; None: none is."""

    phone: str | None


@dataclass(frozen=True, slots=True)
class Plannable:
    """A colleague who can be on duty."""

    staff_id: int
    work_name: str


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day that can be chosen; `bare`: nobody is on duty there yet."""

    day: date
    bare: bool


@dataclass(frozen=True, slots=True)
class DutyPlanSight:
    """`duty-plan`: what was chosen so far, and among what the next thing is chosen."""

    staff_id: int
    who: str | None
    day: date | None
    starts: int | None
    hours: int | None
    colleagues: tuple[Plannable, ...]
    days: tuple[PlannedDay, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class DutyChangedSight:
    """`duty-changed`; `own`: the reader has the shift now."""

    what: str
    who: str
    former: str
    own: bool
    starts: datetime
    ends: datetime
    place: int
