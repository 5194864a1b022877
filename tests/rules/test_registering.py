"""What is asked of a request that staff write down, in which order, and from when its deadline counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.registering import (
    NOT_IN_DANGER,
    OLDEST,
    ORDER,
    Step,
    earlier_days,
    may_have_come,
    next_step,
    received_at,
    without,
)

NOON = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)
TODAY = date(2026, 3, 11)
NIGHT = datetime(2026, 3, 11, 22, 30, tzinfo=UTC)
"""Half past midnight in Kyiv, the day after."""


def walk(*, danger: bool) -> list[Step]:
    """Every question in turn, as each is answered."""
    done: list[str] = []
    asked = [next_step(done, danger=danger)]
    while asked[-1] is not Step.PREVIEW:
        done.append(asked[-1])
        asked.append(next_step(done, danger=danger))
    return asked


def test_everything_is_asked_once_and_in_order() -> None:
    assert walk(danger=False) == list(ORDER)


def test_in_danger_little_is_asked() -> None:
    asked = walk(danger=True)
    assert asked == [step for step in ORDER if step not in NOT_IN_DANGER]
    assert asked[1] is Step.DANGER, "before anything that takes time"
    assert Step.GROUND not in asked, "no consent stands in the way of somebody's life"


@given(st.sets(st.sampled_from([each for each in Step if each is not Step.PREVIEW])), st.booleans())
def test_what_is_taken_back_is_asked_again(done: set[Step], danger: bool) -> None:
    for step in done:
        left = without(done, step)
        assert step not in left
        assert (Step.KNOWN in left) == (Step.KNOWN in done and step not in (Step.KNOWN, Step.PHONE))
        assert next_step(left, danger=danger) in ORDER


@pytest.mark.parametrize(
    ("day", "now", "may"),
    [
        (TODAY, NOON, True),
        (TODAY + timedelta(days=1), NOON, False),
        (TODAY + timedelta(days=1), NIGHT, True),
        (TODAY - OLDEST, NOON, True),
        (TODAY - OLDEST - timedelta(days=1), NOON, False),
    ],
)
def test_no_day_of_the_future_and_none_of_long_ago(day: date, now: datetime, may: bool) -> None:
    assert may_have_come(day, now) is may


@pytest.mark.parametrize(
    ("day", "now", "since"),
    [
        (TODAY, NOON, NOON),
        (TODAY - timedelta(days=1), NOON, datetime(2026, 3, 9, 22, 0, tzinfo=UTC)),
        # The night in which clocks go forward: the day begins an hour earlier by UTC.
        (date(2026, 3, 30), datetime(2026, 3, 31, 9, 0, tzinfo=UTC), datetime(2026, 3, 29, 21, 0, tzinfo=UTC)),
        (date(2026, 3, 12), NIGHT, NIGHT),
    ],
)
def test_the_deadline_counts_from_the_day_of_receipt(day: date, now: datetime, since: datetime) -> None:
    assert received_at(day, now) == since


@given(st.integers(0, 40))
def test_earlier_days_are_offered_once_each_down_to_the_oldest(page: int) -> None:
    days, before = earlier_days(NOON, page), [day for each in range(page) for day in earlier_days(NOON, each)]
    assert not set(days) & set(before)
    assert all(may_have_come(day, NOON) and day < TODAY - timedelta(days=1) for day in days)
