"""What the table of a lead shows of an allocation, and a family of its places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.own_places import OwnOffer as OwnOffer
from casework.letters.sights.own_places import OwnPlaces as OwnPlaces
from casework.letters.sights.own_places import PlaceLine as PlaceLine
from casework.letters.sights.to_person import Office
from rules.allocation.asked import Criterion
from rules.allocation.reasons import Tried, Why


@dataclass(frozen=True, slots=True)
class Pick:
    """Children who may go: a bit for each, and their names, none on a phone that somebody else may read."""

    pick: int
    places: tuple[int, ...]
    """Which of those who want to go, from 1."""
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceOfferedSight:
    """`place-offered`, `remind-place`."""

    case_id: int
    number: str
    offer: OwnOffer
    office: Office


@dataclass(frozen=True, slots=True)
class PlaceNewsSight:
    """`place-expired`, `place-waits`. `waits`: whether they are in the queue."""

    case_id: int
    number: str
    waits: bool
    ahead: int
    office: Office


@dataclass(frozen=True, slots=True)
class PlaceChildrenSight:
    """`place-children`."""

    case_id: int
    offer_id: int
    place: PlaceLine
    wanted: int
    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class PlaceBackAskSight:
    """`place-back-ask`."""

    case_id: int
    number: str
    accepted: tuple[PlaceLine, ...]


@dataclass(frozen=True, slots=True)
class DeskOffer:
    """An offer with all that can be said to it, for the one who notes it."""

    offer: OwnOffer
    picks: tuple[tuple[int, tuple[Pick, ...]], ...]
    """By shift; of one that holds all there is nothing to pick."""


@dataclass(frozen=True, slots=True)
class PlaceDeskSight:
    """`place-desk`."""

    case_id: int
    number: str
    offers: tuple[DeskOffer, ...]
    accepted: tuple[PlaceLine, ...]
    lost: tuple[tuple[int, int], ...] = ()
    """To a lead: children whose place went on because they were marked as not coming, by row and position."""


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A row of the table: rank, what put it there, what it is offered and why. No name stands here."""

    rank: int
    number: str
    children: int
    weight: int
    counts_from: datetime
    kept: bool
    decided_by: Criterion | None
    why: Why
    offer: tuple[tuple[int, int], ...]
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class ShiftCount:
    """How the places of a shift stand. `left`: by the last step."""

    number: int
    camp: str
    places: int
    kept: int
    given: int
    left: int
    short: int


@dataclass(frozen=True, slots=True)
class AllocationSight:
    """`allocation`; without an `allocation_id` there is nothing to look at yet: it was not tried, is being worked out
    (`working`), or could not be (`undone`).
    """

    campaign_id: int
    name: str
    order: str
    lot: str
    allocation_id: int = 0
    working: bool = False
    undone: bool = False
    confirmed_at: datetime | None = None
    tried_at: datetime | None = None
    value: str = ""
    seed: str = ""
    numbers: int = 0
    parties: int = 0
    offered: int = 0
    """Parties with an offer, or on their way to a camp."""
    waiting: int = 0
    shifts: tuple[ShiftCount, ...] = ()
    first: int = 1
    lines: tuple[PartyLine, ...] = ()


@dataclass(frozen=True, slots=True)
class AllocationValueSight:
    """`allocation-value`."""

    campaign_id: int
    lot: str
