"""The places that a family is offered, or has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Places in one shift."""

    shift: int
    camp: str
    first: date
    last: date
    transport: str
    seats: int


@dataclass(frozen=True, slots=True)
class OwnOffer:
    """An offer that can be answered. `names`: of the children whom it is for."""

    offer_id: int
    names: tuple[str, ...]
    wanted: int
    whole: bool
    choices: tuple[PlaceLine, ...]
    due_at: datetime


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """What an application has: offers, places that were accepted, and how many families wait before it (None: nobody
    of it waits).
    """

    offers: tuple[OwnOffer, ...] = ()
    accepted: tuple[PlaceLine, ...] = ()
    ahead: int | None = None
    may_give_back: bool = False
    bring: tuple[str, ...] = ()
    """What has to be there on paper when the children leave; "": the medical form."""
