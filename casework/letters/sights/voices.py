"""What leads see of complaints and ratings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ComplaintFiledSight:
    """`complaint-filed`."""

    complaint_id: int
    complaint: str
    number: str
    simple_by: datetime
    answer_by: datetime
    text: str
    part: int
    parts: int


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """A complaint that waits."""

    complaint_id: int
    complaint: str
    number: str
    answer_by: datetime
    overdue: bool


@dataclass(frozen=True, slots=True)
class ComplaintsSight:
    """`complaints`."""

    complaints: tuple[ComplaintLine, ...]


@dataclass(frozen=True, slots=True)
class ComplaintDueSight:
    """`complaint-due`."""

    line: ComplaintLine


@dataclass(frozen=True, slots=True)
class ComplaintAnswerAskSight:
    """`complaint-answer-ask`."""

    line: ComplaintLine
    words: str
    """The beginning, where they are long."""


@dataclass(frozen=True, slots=True)
class RatingMonth:
    """How people rated in a month, and what they added, in no order of time."""

    month: date
    good: int
    so_so: int
    bad: int
    words: tuple[str, ...]
    """Masked; empty while there are too few ratings to hide who wrote them."""


@dataclass(frozen=True, slots=True)
class RatingsSight:
    """`ratings`."""

    months: tuple[RatingMonth, ...]
