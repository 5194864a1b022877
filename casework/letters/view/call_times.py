"""When somebody can be phoned, as it is offered to the person and to staff."""

from __future__ import annotations

from datetime import timedelta

from casework.letters.sights import TimeOption
from casework.letters.view.look import Look
from db.models import Case
from rules.calls import offered
from rules.local_time import local_date


async def times(look: Look, case: Case | None) -> tuple[TimeOption, ...]:
    """What can be chosen now, by the hours of the case's organisation, else of the catalogue's first one."""
    slug = (await look.entry(case)).slug if case is not None else None
    tomorrow = local_date(look.now) + timedelta(days=1)
    return tuple(
        TimeOption(when, window, window.day == tomorrow)
        for when, window in offered(look.catalogue, look.now, organisation=slug).items()
    )
