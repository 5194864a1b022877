"""What a family reads of the last days and the changed dates of its application."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.letters.sights.own_later import OwnLater
from casework.letters.sights.to_person import Office
from rules.recreation.changes import DaysChanged, ShiftChanged


@dataclass(frozen=True, slots=True)
class DraftWaits:
    """An application that was not sent; `left`: days behind today."""

    campaign_id: int
    last_day: date
    left: int


@dataclass(frozen=True, slots=True)
class PapersWait:
    """Papers that are missing, not named on a phone that somebody else may read, and answers that are owed."""

    case_id: int
    number: str
    missing: int
    documents: tuple[str, ...]
    last_day: date
    left: int
    later: OwnLater | None = None


@dataclass(frozen=True, slots=True)
class ApplicationReminderSight:
    """`application-reminder`."""

    drafts: tuple[DraftWaits, ...]
    papers: tuple[PapersWait, ...]
    office: Office


@dataclass(frozen=True, slots=True)
class DatesChangedSight:
    """`dates-changed`; without a number the application is a draft."""

    campaign_id: int
    case_id: int | None
    number: str | None
    days: DaysChanged | None
    shifts: tuple[ShiftChanged, ...]
    takes: bool
    """Whether an application can be sent or changed now."""
    office: Office
