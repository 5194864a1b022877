"""Trips of children: the lists on a desk, and what families read."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy

TOLD = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class TripsScreen(Letter):
    """On a desk: shifts in which somebody has a place."""

    kind = "trips"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class TripScreen(Letter):
    """The children of one shift, by the numbers of their cases."""

    kind = "trip"
    policy = SCREEN
    staff_id: int
    campaign_id: int
    shift: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TripChildScreen(Letter):
    """One child of it: what can be said."""

    kind = "trip-child"
    policy = SCREEN
    staff_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class TripRequeueScreen(Letter):
    """On a lead's desk: really back into the queue?"""

    kind = "trip-requeue"
    policy = SCREEN
    staff_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class TripBegun(Letter):
    """To the family: a good trip."""

    kind = "trip-begun"
    policy = TOLD
    case_id: int


@dataclass(frozen=True, slots=True)
class TripOver(Letter):
    """To the family: thanks, and how it was."""

    kind = "trip-over"
    policy = TOLD
    case_id: int


@dataclass(frozen=True, slots=True)
class TripMissed(Letter):
    """To the family: we noted that a child does not come."""

    kind = "trip-missed"
    policy = TOLD
    case_id: int


@dataclass(frozen=True, slots=True)
class TripRequeued(Letter):
    """To the family: that was a mistake, and the child is in the queue again."""

    kind = "trip-requeued"
    policy = TOLD
    case_id: int
