"""Whether what staff would be reminded of is still so."""

from __future__ import annotations

from datetime import datetime

from db.models import Case, CaseDeadline, Transfer
from rules.catalogue import ReminderKind
from rules.transfers import TransferState


def still_true(kind: str, about_at: datetime | None, case: Case, deadline: CaseDeadline | None) -> bool:
    """A deadline runs to the same date and was not met; or somebody waits still for what was promised to them.

    Anybody who answered, met it, extended it or closed the case made it untrue.
    """
    if case.closed_at is not None:
        return False
    if kind == ReminderKind.UNANSWERED:
        return case.waiting_since is not None and case.reply_by == about_at
    if deadline is None or deadline.ended_at is not None or deadline.paused_at is not None:
        return False
    return deadline.due_at == about_at


def still_handing(about_at: datetime | None, row: Transfer | None) -> bool:
    """Nobody confirmed, and the date is the same; that the case was closed meanwhile changes nothing."""
    return row is not None and row.state == TransferState.HANDING and row.due_at == about_at
