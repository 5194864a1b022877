"""The code that is read out: what may be one, and how often somebody may guess."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.linking import MOST_WRONG, WRONG_COUNT_FOR, is_code, may_try, one_more_wrong

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("digits", "may"),
    [
        ("482177301956", True),
        ("000000000001", True),
        ("380501234567", False),
        ("38050123456", False),
        ("48217730195А", False),
        ("", False),
    ],
)
def test_a_code_is_twelve_digits_that_are_no_telephone_number(digits: str, may: bool) -> None:
    assert is_code(digits) is may


@given(st.lists(st.integers(0, 30), max_size=30))
def test_nobody_gets_more_wrong_tries_than_allowed_in_an_hour(minutes: list[int]) -> None:
    wrong, since, now, tried = 0, None, NOW, []
    for each in minutes:
        now += timedelta(minutes=each)
        if may_try(wrong, since, now):
            wrong, since = one_more_wrong(wrong, since, now)
            tried.append(now)
    # Whatever the pace: a run of tries that is counted together never has more than the most.
    for first in tried:
        assert len([each for each in tried if first <= each < first + WRONG_COUNT_FOR]) <= 2 * MOST_WRONG


def test_after_five_wrong_ones_an_hour_passes() -> None:
    wrong, since = 0, None
    for _ in range(MOST_WRONG):
        assert may_try(wrong, since, NOW)
        wrong, since = one_more_wrong(wrong, since, NOW)
    assert not may_try(wrong, since, NOW + WRONG_COUNT_FOR - timedelta(seconds=1))
    assert may_try(wrong, since, NOW + WRONG_COUNT_FOR)
    assert one_more_wrong(wrong, since, NOW + WRONG_COUNT_FOR) == (1, NOW + WRONG_COUNT_FOR)
