"""What the lists of trips show on a desk, and families of their own. No name of a child stands in a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.letters.sights.own_places import PlaceLine
from casework.letters.sights.to_person import Office
from rules.recreation.applications import Standing
from rules.recreation.trips import Missed


@dataclass(frozen=True, slots=True)
class TripShift:
    """A shift in which somebody has a place; how many children stand where."""

    campaign_id: int
    place: PlaceLine
    counts: Mapping[Standing, int]


@dataclass(frozen=True, slots=True)
class TripsSight:
    """`trips`."""

    shifts: tuple[TripShift, ...]


@dataclass(frozen=True, slots=True)
class TripLine:
    """One child: the number of the case, and which child of the application."""

    child_id: int
    number: str
    position: int
    standing: Standing
    missed: Missed | None
    lacking: int
    """Documents and answers that the family still owes."""


@dataclass(frozen=True, slots=True)
class TripSight:
    """`trip`: a page of the children of a shift."""

    shift: TripShift
    lines: tuple[TripLine, ...]
    page: int
    more: bool
    may_send: bool
    may_complete: bool
    fresh: int
    """Marks that can still be taken back."""


@dataclass(frozen=True, slots=True)
class TripChildSight:
    """`trip-child`."""

    campaign_id: int
    shift: int
    line: TripLine
    may_send: bool
    may_complete: bool
    may_miss: bool
    may_undo: bool
    frees: bool
    """Whether the place of a child who does not come goes to another family."""


@dataclass(frozen=True, slots=True)
class TripRequeueSight:
    """`trip-requeue`."""

    child_id: int
    case_id: int
    number: str
    position: int


@dataclass(frozen=True, slots=True)
class TripNewsSight:
    """`trip-begun`, `trip-over`, `trip-missed`, `trip-requeued`."""

    case_id: int
    number: str
    office: Office
    writes: bool = True
    """Whether the case is open, so that words sent here reach it."""
