"""Sharing out places: the lead's table, and what families are told."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy

TOLD = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class AllocationScreen(Letter):
    """On a lead's desk: who gets what and why, a page from the rank `first` on."""

    kind = "allocation"
    policy = SCREEN
    staff_id: int
    campaign_id: int
    first: int = 1


@dataclass(frozen=True, slots=True)
class AllocationValueScreen(Letter):
    """Type the public value."""

    kind = "allocation-value"
    policy = SCREEN
    staff_id: int
    campaign_id: int


@dataclass(frozen=True, slots=True)
class PlaceOffered(Letter):
    """There is a place: camp, dates, until when to answer."""

    kind = "place-offered"
    policy = TOLD
    case_id: int
    offer_id: int


@dataclass(frozen=True, slots=True)
class PlaceReminder(Letter):
    """The term of an offer ends soon."""

    kind = "remind-place"
    policy = TOLD
    case_id: int
    offer_id: int


@dataclass(frozen=True, slots=True)
class PlaceExpired(Letter):
    """The term is over, and what follows."""

    kind = "place-expired"
    policy = TOLD
    case_id: int
    offer_id: int


@dataclass(frozen=True, slots=True)
class PlaceWaits(Letter):
    """There was no place yet: they wait, and hear of it."""

    kind = "place-waits"
    policy = TOLD
    case_id: int


@dataclass(frozen=True, slots=True)
class PlaceChildrenScreen(Letter):
    """Fewer places than children: who goes?"""

    kind = "place-children"
    policy = SCREEN
    offer_id: int
    shift: int


@dataclass(frozen=True, slots=True)
class PlaceBackAskScreen(Letter):
    """Give the place back?"""

    kind = "place-back-ask"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class PlaceDeskScreen(Letter):
    """On a desk: what a family is offered, to note what they say."""

    kind = "place-desk"
    policy = SCREEN
    staff_id: int
    case_id: int
