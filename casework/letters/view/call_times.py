"""When somebody can be phoned, as it is offered to the person and to staff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from casework.letters.sights import TimeOption
from casework.letters.view.look import Look
from db.models import Case
from rules.calls import Choice, offered, other_days, put_off
from rules.local_time import local_date


async def times(look: Look, case: Case | None) -> tuple[TimeOption, ...]:
    """What the person can choose now, by the hours of the case's organisation, else of the catalogue's first one."""
    slug = (await look.entry(case)).slug if case is not None else None
    shown = offered(look.catalogue, look.now, organisation=slug).items()
    return options_of([Choice(when, window) for when, window in shown], look.now)


async def nearest_times(look: Look, case: Case) -> tuple[TimeOption, ...]:
    """What whoever phones can put the call off to at once."""
    slug = (await look.entry(case)).slug
    return options_of(put_off(look.catalogue, look.now, organisation=slug), look.now)


async def other_times(look: Look, case: Case) -> Sequence[Choice]:
    """The days behind these."""
    return other_days(look.catalogue, look.now, organisation=(await look.entry(case)).slug)


def options_of(choices: Sequence[Choice], now: datetime) -> tuple[TimeOption, ...]:
    """The choices as they are named on buttons."""
    tomorrow = local_date(now) + timedelta(days=1)
    return tuple(TimeOption(each.when, each.window, each.window.day == tomorrow) for each in choices)
