"""What a guardian, and the staff who look, see of an application."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.letters.sights.own_later import OwnLater
from casework.letters.sights.own_need import OwnNeed
from casework.letters.sights.own_places import OwnPlaces
from rules.recreation.applications import Standing
from rules.recreation.eligibility import Age, Way
from rules.recreation.passing import Wish


@dataclass(frozen=True, slots=True)
class ChildLine:
    """One child; `name` None on a phone that somebody else may read, and once it is erased."""

    name: str | None
    standing: Standing
    way: Way
    hromada: str | None
    age: Age
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class ApplicationSight:
    """Part of a case that is an application."""

    application_id: int
    standing: Standing
    children: tuple[ChildLine, ...]
    waits: bool
    """Whether the guardian waits for an answer of ours."""
    may_change: bool
    closes: date
    """Until when it can be changed."""
    places: OwnPlaces | None = None
    """None until the places of the campaign are shared out."""
    case_id: int = 0
    need: OwnNeed | None = None
    """Whether a place is still needed, while that can be said."""
    later: OwnLater | None = None
    """What was asked at a later step, while it can be answered."""
