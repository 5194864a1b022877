"""What is seen of reminders and deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.to_person import Office
from rules.broadcasts import Kind
from rules.catalogue import ReminderKind


@dataclass(frozen=True, slots=True)
class CaseReminderSight:
    """`remind-question`, `remind-document`."""

    kind: ReminderKind
    reminder_id: int
    times: int
    case_id: int
    number: str
    author: str | None
    """Who asked; None where nobody has the case."""
    office: Office


@dataclass(frozen=True, slots=True)
class OwnReminderSight:
    """`remind-own`; `words` None: somebody else may read the phone."""

    reminder_id: int
    times: int
    words: str | None


@dataclass(frozen=True, slots=True)
class DeadlineExtendedSight:
    """`deadline-extended`."""

    number: str
    due: datetime
    reason: str
    basis: str | None
    office: Office


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One case in a letter to staff."""

    number: str
    url: str | None
    crisis: bool
    what: str | None
    """What the deadline wants; None: the person waits for an answer that was promised."""
    at: datetime
    whole_day: bool
    """It ends with that day, whatever the hour."""
    over: bool
    owner: str | None


@dataclass(frozen=True, slots=True)
class NoticesSight:
    """`notices`, `notices-urgent`."""

    reader: str
    lines: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True)
class DigestSight:
    """`digest`."""

    reader: str
    waiting: int
    """Own cases in which somebody waits for us."""
    late: int
    """How many of these are beyond what was promised."""
    calls: int
    lines: tuple[NoticeLine, ...]
    """Own deadlines that end within two working days, and are over."""
    unowned: int | None = None
    """Cases that nobody has; None for whoever leads nobody."""
    all_late: int | None = None
    """Cases of the organisation in which somebody waits beyond what was promised; None as above."""


@dataclass(frozen=True, slots=True)
class DigestAskSight:
    """`digest-ask`: the hour chosen now, and those on offer."""

    hour: int | None
    hours: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComingLine:
    """What a person will be reminded of: their own words, or the number of a case."""

    reminder_id: int
    kind: ReminderKind
    at: datetime
    words: str | None
    number: str | None
    documents: tuple[str, ...] = ()
    """Names of those that the case waits for; none where somebody else may read the phone."""


@dataclass(frozen=True, slots=True)
class RemindersSight:
    """`reminders`. `may_add`: whether they may be reminded of something of their own."""

    coming: tuple[ComingLine, ...]
    more: bool
    stopped: tuple[ReminderKind, ...]
    wanted: tuple[ReminderKind, ...]
    may_add: bool
    by_humans_only: bool
    stopped_news: tuple[Kind, ...] = ()
    """Kinds of broadcasts that they stopped."""


@dataclass(frozen=True, slots=True)
class ReminderSight:
    """`reminder`."""

    line: ComingLine
    times: int


@dataclass(frozen=True, slots=True)
class RemindWordsSight:
    """`remind-words`."""

    refused: bool
    longest: int


@dataclass(frozen=True, slots=True)
class RemindDaySight:
    """`remind-day`."""

    reminder_id: int
    words: str | None
    days: tuple[date, ...]
    today: date


@dataclass(frozen=True, slots=True)
class RemindTimeSight:
    """`remind-time`."""

    reminder_id: int
    day: date
    hours: tuple[int, ...]
