"""What staff see of many cases at once. Nothing here names or shows a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.problems import NumberLink
from rules.cases import State, Turn


@dataclass(frozen=True, slots=True)
class ListedCase:
    """One case in a list."""

    number: NumberLink
    crisis: bool
    first_by_law: bool
    service: str | None
    """None: the person's own words, which nobody has named a service for."""
    state: State
    turn: Turn
    opened_at: datetime
    due: datetime | None
    overdue: bool
    owner: str | None


@dataclass(frozen=True, slots=True)
class ListSight:
    """`case-list`. `which`: the list's name, `found` or `one`; the rest as in the letter."""

    which: str
    cases: tuple[ListedCase, ...]
    before: int = 0
    behind: int = 0
    clue: str = ""
    may_all: bool = False
    """Whether the reader may do one thing with all of them."""


@dataclass(frozen=True, slots=True)
class BoardSight:
    """`queue-board`: how many open cases of a group; `lag`: minutes that the oldest letter to it has been waiting."""

    new: int
    unassigned: int
    overdue: int
    for_us: int
    for_people: int
    lag: int


@dataclass(frozen=True, slots=True)
class UnpinnedSight:
    """`board-unpinned`."""

    url: str | None
