"""What a person is told at a step of their case, and what staff read of their own notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.to_person import Office
from rules.cases import State
from rules.catalogue import Provider


@dataclass(frozen=True, slots=True)
class StepSight:
    """`case-step`."""

    number: str
    state: State
    provider: Provider | None = None
    """Whose answer is waited for; None on a phone that somebody else may read."""
    outcome: str | None = None
    """What was done; None in danger, and on a phone that somebody else may read."""
    sign_in: int | None = None
    """The case in which the person can say that they have read it; None where no sign is wanted."""


@dataclass(frozen=True, slots=True)
class RefusedSight:
    """`case-refused`; without service and reason on a phone that somebody else may read."""

    case_id: int
    name: str | None
    number: str
    service: str | None
    reason: str | None
    basis: str | None
    instead: str | None
    appeal_by: datetime
    another: bool
    """There is another human to look at it again."""
    complaint: str
    office: Office


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note."""

    at: datetime
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class NotesSight:
    """`desk-notes`, and what is whispered to the one who asks; the newest first."""

    number: str
    notes: tuple[NoteLine, ...]
