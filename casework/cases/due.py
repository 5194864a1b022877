"""The moment that staff work towards in a case; PostgreSQL reckons the same in `cases.list_due`."""

from __future__ import annotations

from datetime import datetime

from db.models import Case


def counts_to_law(case: Case) -> bool:
    """Whether somebody has answered and the deadline of law is what is left."""
    return case.law_by is not None and case.first_answered_at is not None


def due_of(case: Case) -> datetime | None:
    """Our own promise until somebody has answered, then the deadline of law; None where nobody waits for us."""
    if counts_to_law(case):
        return case.law_by
    return case.reply_by if case.waiting_since is not None else None
