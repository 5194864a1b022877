"""Until when a family can answer an offer: whole days from the one on which it may hear of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rules.local_time import KYIV
from rules.recreation.offers import answer_by


def kyiv(*when: int) -> datetime:
    return datetime(*when, tzinfo=KYIV)  # type: ignore[arg-type,misc]  # year, month, day, hour, minute, second


@pytest.mark.parametrize(
    ("made", "days", "last_day"),
    [
        # by day it counts from that day
        (kyiv(2026, 4, 7, 8, 0), 3, (2026, 4, 10)),
        (kyiv(2026, 4, 7, 20, 59, 59), 3, (2026, 4, 10)),
        # in the evening and at night the letter waits for the morning, and so does the term
        (kyiv(2026, 4, 7, 21, 0), 3, (2026, 4, 11)),
        (kyiv(2026, 4, 7, 23, 59, 59), 3, (2026, 4, 11)),
        (kyiv(2026, 4, 8, 0, 0), 3, (2026, 4, 11)),
        (kyiv(2026, 4, 8, 7, 59, 59), 3, (2026, 4, 11)),
        (kyiv(2026, 4, 8, 8, 0), 3, (2026, 4, 11)),
        # over the end of a month and of a year
        (kyiv(2026, 4, 30, 22, 0), 1, (2026, 5, 2)),
        (kyiv(2026, 12, 31, 21, 0), 1, (2027, 1, 2)),
        # the clocks change in between: the day ends when it does in Kyiv
        (kyiv(2026, 3, 28, 23, 0), 1, (2026, 3, 30)),
        (kyiv(2026, 10, 24, 23, 0), 1, (2026, 10, 26)),
    ],
)
def test_a_term_begins_when_the_family_may_hear_of_it(
    made: datetime, days: int, last_day: tuple[int, int, int]
) -> None:
    until = answer_by(made.astimezone(UTC), days)
    assert until.tzinfo is UTC
    local = until.astimezone(KYIV)
    assert (local.year, local.month, local.day) == last_day
    assert (local.hour, local.minute) == (23, 59), "the whole day is theirs"
