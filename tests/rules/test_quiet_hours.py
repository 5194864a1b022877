"""At night the machine waits for eight o'clock in Kyiv, over any change of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rules.local_time import KYIV
from rules.quiet_hours import morning_after


def kyiv(*when: int) -> datetime:
    return datetime(*when, tzinfo=KYIV)  # type: ignore[arg-type,misc]  # year, month, day, hour, minute, second


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (kyiv(2026, 11, 20, 8, 0), kyiv(2026, 11, 20, 8, 0)),
        (kyiv(2026, 11, 20, 13, 0), kyiv(2026, 11, 20, 13, 0)),
        (kyiv(2026, 11, 20, 20, 59, 59), kyiv(2026, 11, 20, 20, 59, 59)),
        (kyiv(2026, 11, 20, 21, 0), kyiv(2026, 11, 21, 8, 0)),
        (kyiv(2026, 11, 20, 23, 59), kyiv(2026, 11, 21, 8, 0)),
        (kyiv(2026, 11, 21, 0, 0), kyiv(2026, 11, 21, 8, 0)),
        (kyiv(2026, 11, 21, 7, 59, 59), kyiv(2026, 11, 21, 8, 0)),
        (kyiv(2026, 12, 31, 22, 0), kyiv(2027, 1, 1, 8, 0)),
        # the clocks go back and forward at night: eight o'clock is what the clock on the wall shows
        (kyiv(2026, 10, 24, 23, 0), kyiv(2026, 10, 25, 8, 0)),
        (kyiv(2026, 3, 28, 23, 0), kyiv(2026, 3, 29, 8, 0)),
    ],
)
def test_by_day_at_once_and_at_night_in_the_morning(at: datetime, told: datetime) -> None:
    assert morning_after(at.astimezone(UTC)) == told


def test_the_night_before_the_clocks_change_has_another_length() -> None:
    assert morning_after(kyiv(2026, 10, 24, 23, 0)).astimezone(UTC).hour == 6
    assert morning_after(kyiv(2026, 10, 23, 23, 0)).astimezone(UTC).hour == 5


def test_nothing_waits_longer_than_the_night() -> None:
    at = datetime(2026, 10, 20, tzinfo=UTC)
    while at < datetime(2026, 10, 30, tzinfo=UTC):
        assert at <= morning_after(at) <= at + timedelta(hours=12)
        at += timedelta(minutes=17)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        morning_after(datetime(2026, 10, 20, 12))  # noqa: DTZ001 - a naive moment is what is tried here
