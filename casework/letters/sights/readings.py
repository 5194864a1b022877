"""What is shown for a while, and the list of who looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.file_line import FileLine
from casework.letters.sights.problems import NumberLink
from rules.readings import By, Mark


@dataclass(frozen=True, slots=True)
class HushSight:
    """`hide-whisper`."""

    receiver_id: int
    ephemeral_id: int


@dataclass(frozen=True, slots=True)
class WhySight:
    """`desk-why`; also the menu that is whispered. `reasons`: slug and name."""

    case_id: int
    number: str
    what: str
    item: int
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LookedLine:
    """One look of one colleague."""

    at: datetime
    reader: str
    number: NumberLink
    reason: str | None
    """Its name, or a slug of `rules.readings.Implied`; None: their own case, or `what` says it."""
    what: str
    file: FileLine | None
    marks: frozenset[Mark]


@dataclass(frozen=True, slots=True)
class ReaderLine:
    """How often a colleague looked."""

    staff_id: int
    work_name: str
    looks: int


@dataclass(frozen=True, slots=True)
class ReadingsSight:
    """`readings`. `about`: the case's number, or the colleague's name; `day` where one day is shown."""

    by: By
    of: int
    page: int
    pages: int
    count: int
    lines: tuple[LookedLine, ...]
    readers: tuple[ReaderLine, ...] = ()
    about: str | None = None
    day: date | None = None
