"""When a backup is due, and when the newest one is too old. Real time, never business time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from rules.local_time import KYIV, local_date

NIGHT = time(2, 0)
"""In Kyiv; the hour in which clocks change begins later."""
TOO_OLD = timedelta(hours=26)
"""A night's backup may take two hours longer than the one before."""

WAITS_UP_TO = timedelta(hours=25)
"""So old the newest may become while a broadcast goes on: an hour is left before anybody has to look."""


def is_due(last: datetime | None, now: datetime) -> bool:
    """Whether there is no backup since the last night began: also for whoever slept through it."""
    return last is None or last < _last_night(now)


def may_wait(last: datetime | None, now: datetime) -> bool:
    """Whether one that is due may let a broadcast come to its end; else the broadcast is held for it."""
    return last is not None and now - last < WAITS_UP_TO


def is_too_old(age: timedelta) -> bool:
    """Whether somebody has to look why there is no newer one."""
    return age > TOO_OLD


def _last_night(now: datetime) -> datetime:
    today = local_date(now)
    tonight = datetime.combine(today, NIGHT, tzinfo=KYIV)
    return tonight if tonight <= now else datetime.combine(today - timedelta(days=1), NIGHT, tzinfo=KYIV)
