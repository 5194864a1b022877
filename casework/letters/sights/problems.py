"""What leads see of what went wrong; never a word of what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.to_person import Office
from rules.problems import Way


@dataclass(frozen=True, slots=True)
class NumberLink:
    """A case's number, and the link to its topic where there is one."""

    number: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One update or letter that was put aside."""

    way: Way
    id: int
    incident: str
    subject: str
    """What it is: worded by `problem-<subject>`."""
    reason: str
    """Why it was parked: a word of ours."""
    parked_at: datetime
    retried: int
    case: NumberLink | None


@dataclass(frozen=True, slots=True)
class ProblemsSight:
    """`problems`."""

    problems: tuple[ProblemLine, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ProblemDropAskSight:
    """`problem-drop-ask`."""

    problem: ProblemLine
    page: int


@dataclass(frozen=True, slots=True)
class ProblemsFoundSight:
    """`problems-found`."""

    count: int


@dataclass(frozen=True, slots=True)
class AwayLine:
    """A staff group that does not take what the bot sends."""

    reason: str
    """`removed`, `no-rights`, `no-forum`."""
    waiting: int
    """Letters that wait for it."""
    url: str | None


@dataclass(frozen=True, slots=True)
class GroupBackSight:
    """`group-back`."""

    url: str | None


@dataclass(frozen=True, slots=True)
class MessagesLostSight:
    """`messages-lost`."""

    since: datetime
    until: datetime
    restored: bool
    office: Office


@dataclass(frozen=True, slots=True)
class MessagesLostReportSight:
    """`messages-lost-report`."""

    since: datetime
    until: datetime
    restored: bool
    asked: int
    missed: int
    unasked: tuple[NumberLink, ...]
    """The first open cases of those who could not be asked."""
