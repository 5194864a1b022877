"""Who leaves for a camp, comes back, or does not come: when it can be marked, and how long a mark can be taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from rules.local_time import local_date
from rules.recreation.terms import Shift

EARLY = timedelta(days=2)
"""A bus may leave so long before the first day of the shift."""
UNDO_FOR = timedelta(minutes=15)
"""So long a mark can be taken back; what follows from it, a letter or a free place, waits as long."""


class Missed(StrEnum):
    """Why a child who had a place did not come."""

    ILL = "ill"
    PLANS = "plans"
    """The family decided otherwise."""
    PAPERS = "papers"
    """A paper for the departure was missing."""
    UNKNOWN = "unknown"


def may_leave(shift: Shift, today: date) -> bool:
    """Whether children of the shift can be on their way on a day in Kyiv."""
    return today >= shift.first - EARLY


def may_be_back(shift: Shift, today: date) -> bool:
    """Whether all of them can be back; a single child may be sooner."""
    return today >= shift.last


def frees(shift: Shift, at: datetime) -> bool:
    """Whether the place of a child of whom it is known at a moment that it does not come can go to another one."""
    return local_date(at) < shift.first


def may_undo(at: datetime, now: datetime) -> bool:
    """Whether a mark of a moment can be taken back now."""
    return now - at < UNDO_FOR
