"""What is seen when a promise of ours was not kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.to_person import Office
from rules.catalogue import Provider


@dataclass(frozen=True, slots=True)
class PromiseLateSight:
    """`promise-late`, `promise-late-crisis`."""

    number: str
    by_phone: bool
    """What was promised is a call."""
    promised: datetime
    new: datetime | None
    """None: we do not name a date a third time."""
    lead_knows: bool
    lead_calls: bool
    office: Office
    complaint: str


@dataclass(frozen=True, slots=True)
class CheckDueSight:
    """`check-due`."""

    reader: str
    number: str
    url: str | None
    decides: str | None
    by: datetime
    provider: Provider | None = None
    """Who decides, where the intake kind does not say it in words."""


@dataclass(frozen=True, slots=True)
class PromiseMissedSight:
    """`promise-missed`, `promise-escalated`, `promise-missed-crisis`."""

    reader: str
    number: str
    url: str | None
    by_phone: bool
    promised: datetime
    since: datetime
    """When the person began to wait."""
    new: datetime | None
    told: bool
    watched: bool
    unreachable: bool
    owner: str | None
    """None where nobody has the case."""
    may_phone: bool
    step: int
    overdue: int
    """How many cases of the reader (or of the queue) wait like this."""
