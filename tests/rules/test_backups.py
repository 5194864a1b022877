"""A backup is due once a night, for whoever slept through it as well."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rules.backups import is_due, is_too_old
from rules.local_time import KYIV


def kyiv(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """A moment of 2026 as clocks in Kyiv show it."""
    return datetime(2026, month, day, hour, minute, tzinfo=KYIV).astimezone(UTC)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, kyiv(11, 12), True),
        (kyiv(10, 2, 5), kyiv(11, 1, 59), False),
        (kyiv(10, 2, 5), kyiv(11, 2, 0), True),
        (kyiv(11, 1, 59), kyiv(11, 2, 0), True),
        (kyiv(11, 2, 0), kyiv(11, 2, 0), False),
        (kyiv(11, 2, 5), kyiv(11, 23, 59), False),
        (kyiv(9, 2, 5), kyiv(11, 0, 30), True),
        (kyiv(10, 15), kyiv(11, 9), True),
        (kyiv(28, 2, 5), kyiv(29, 1, 59), False),
        (kyiv(28, 2, 5), kyiv(29, 4, 0), True),
        (kyiv(24, 2, 5, month=10), kyiv(25, 1, 59, month=10), False),
        (kyiv(25, 2, 5, month=10), kyiv(25, 4, 30, month=10), False),
    ],
)
def test_it_is_due_when_there_is_none_since_two_in_the_night(last: datetime | None, now: datetime, due: bool) -> None:
    assert is_due(last, now) is due


def test_over_a_year_there_is_one_for_each_night() -> None:
    last, taken, now = None, 0, kyiv(1, 12, month=1)
    for _ in range(365 * 24 * 6):
        if is_due(last, now):
            last, taken = now, taken + 1
        now += timedelta(minutes=10)
    assert taken == 1 + 365


def test_it_is_too_old_two_hours_after_the_next_was_due() -> None:
    assert not is_too_old(timedelta(hours=26))
    assert is_too_old(timedelta(hours=26, seconds=1))
