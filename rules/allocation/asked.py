"""What an allocation is given: who asks for whom, the shifts, and how the order is made. All of it is campaign data.

The campaign answers to the department's order № 170 of 24.06.2025 and to Law 375-VI; its categories and weights are
therefore nowhere in the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rules.local_time import aware


class Criterion(StrEnum):
    """What may put one family before another."""

    WEIGHT = "weight"
    """The heaviest confirmed category of a child who goes."""
    TIME = "time"
    LOT = "lot"
    SIBLINGS = "sibling"
    """Two parts of one application stand as the family wrote them."""


class Counted(StrEnum):
    """How exactly time counts: families within the same day, minute or moment are equal, and the lot decides."""

    DAY = "day"
    MINUTE = "minute"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class OrderRule:
    """How a campaign orders families. What `weights` does not name weighs nothing; the lot is always the last word."""

    weights: Mapping[str, int]
    papers_by: datetime
    """Whose papers are whole by then (inclusive) keeps the time of submission."""
    counted: Counted
    criteria: tuple[Criterion, ...] = (Criterion.WEIGHT, Criterion.TIME)

    def __post_init__(self) -> None:
        """ValueError for what is no order."""
        aware(self.papers_by)
        if len(set(self.criteria)) < len(self.criteria) or not set(self.criteria) <= {Criterion.WEIGHT, Criterion.TIME}:
            raise ValueError("an order goes by weight and time, each once; the lot comes last by itself")


@dataclass(frozen=True, slots=True)
class Shift:
    """One stay with its dates (both included) and seats. Ages are full years, both included; None sets no bound."""

    code: str
    stay: str
    """The kind of stay, by its code in the campaign."""
    first_day: date
    last_day: date
    seats: int
    youngest: int | None = None
    oldest: int | None = None
    ages_on: date | None = None
    """The day on which ages count; None: the first day of the shift."""
    closed: bool = False
    """Nothing of it is offered any more: the day of departure is too near."""

    def __post_init__(self) -> None:
        """ValueError for a shift that can't be."""
        if self.seats < 0 or self.last_day < self.first_day:
            raise ValueError(f"the shift {self.code} has fewer than no seats, or ends before it begins")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a family would take: each field that is set has to fit. A period holds the whole shift."""

    shift: str | None = None
    stay: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """One child of an application."""

    number: int
    """The row's own number; no other child of the campaign has it."""
    key: str
    """Equal for the same human in any application: the keyed hash of name and date of birth."""
    born: date
    wishes: tuple[Wish, ...]
    """The dearest first."""
    categories: frozenset[str] = frozenset()
    """Those that staff have confirmed, and no other."""


@dataclass(frozen=True, slots=True)
class Application:
    """What one guardian sent. Times are aware."""

    number: str
    submitted_at: datetime
    """When the person sent it; for paper or a phone call when it came to us."""
    complete_at: datetime | None
    """When the last paper that is needed for the order had come; None while one is missing."""
    children: tuple[Child, ...]
    together: bool
    """Whether siblings go only with each other."""

    def __post_init__(self) -> None:
        """ValueError for a moment without a zone, or an application for nobody."""
        aware(self.submitted_at)
        if self.complete_at is not None:
            aware(self.complete_at)
        if not self.children:
            raise ValueError(f"the application {self.number} is for nobody")
