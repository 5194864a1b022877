"""What is seen of cases that may be the same. The kind of what they share is told, never the value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.problems import NumberLink
from casework.letters.sights.to_staff import SummarySight
from rules.cases import State
from rules.duplicates import Shared, Tie, Why


@dataclass(frozen=True, slots=True)
class MergedSight:
    """`cases-merged`, `cases-parted`: the number that goes on, and the other one."""

    name: str | None
    goes_on: str
    ended: str


@dataclass(frozen=True, slots=True)
class MergedNewsSight:
    """`merged-news`, `took-in-news`, `parted-news`, `case-merged-away`: the two, and who has the one that goes on."""

    ended: NumberLink
    goes_on: NumberLink
    owner: str | None


@dataclass(frozen=True, slots=True)
class OtherCase:
    """A case beside the one that was asked about."""

    case_id: int
    number: NumberLink
    service: str | None
    """None: the person's own words."""
    state: State
    opened_at: datetime
    owner: str | None
    shared: tuple[Shared, ...]
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A case for which this one goes on."""

    case_id: int
    number: NumberLink
    may_part: bool


@dataclass(frozen=True, slots=True)
class DuplicatesSight:
    """`desk-duplicates`: cases that may be the same as one, or were tied to it, and those for which it goes on."""

    case_id: int
    number: str
    maybe: tuple[OtherCase, ...]
    tied: tuple[OtherCase, ...]
    taken_in: tuple[TakenIn, ...]
    goes_on_in: NumberLink | None = None
    may_part: bool = False
    """Whether the merge of this very case can still be taken back."""


@dataclass(frozen=True, slots=True)
class PairSight:
    """Two cases side by side. `why_here`, `why_there`: why the first, or the second, can't be the one that goes on."""

    case_id: int
    number: str
    other: OtherCase
    why_here: Why | None
    why_there: Why | None


@dataclass(frozen=True, slots=True)
class EndedHistory:
    """The history of a case that was merged, as a page of it."""

    case_id: int
    shown: SummarySight
    page: int
    pages: int
