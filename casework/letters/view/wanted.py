"""The call that a person asked for, as they are told of it."""

from __future__ import annotations

from datetime import datetime

from casework.letters.view.look import Look
from db.models import Case
from db.repositories import calls
from rules.calls import Reason


async def wanted_by(look: Look, case: Case) -> datetime | None:
    """By when we phone, where the person asked for it and the time is not over."""
    call = await calls.open_of_case(look.uow.session, case.id)
    if call is None or call.reason != Reason.ASKED or call.due_by is None or call.due_by <= look.now:
        return None
    return call.due_by
