"""Who must react to danger, and what the person is told about it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.duty import Duty, Promise, Round, late_from, next_round, promise
from rules.working_time import Span, WorkingHours

WORK = WorkingHours(tuple([(Span(time(9), time(18)),)] * 5 + [(), ()]))
LONG = WorkingHours(tuple([(Span(time(8), time(22)),)] * 7))
DUTY = Duty(LONG, ("Світлана", "Ірина"), timedelta(minutes=30), timedelta(minutes=10))
TEN = timedelta(minutes=10)


def kyiv(day: int, hour: int, minute: int = 0) -> datetime:
    """March 2026, when Kyiv is two hours ahead of UTC; the 11th is a Wednesday, the 14th a Saturday."""
    return datetime(2026, 3, day, hour - 2, minute, tzinfo=UTC)


REPLY_BY = kyiv(12, 11)


@pytest.mark.parametrize(
    ("duty", "now", "expected"),
    [
        (DUTY, kyiv(11, 11), (Promise.ON_DUTY, kyiv(11, 11, 30))),
        (DUTY, kyiv(11, 21), (Promise.ON_DUTY, kyiv(11, 21, 30))),
        (DUTY, kyiv(14, 8), (Promise.ON_DUTY, kyiv(14, 8, 30))),
        (DUTY, kyiv(11, 22), (Promise.NOBODY, kyiv(12, 8))),
        (DUTY, kyiv(11, 7, 59), (Promise.NOBODY, kyiv(11, 8))),
        (None, kyiv(11, 11), (Promise.AT_WORK, REPLY_BY)),
        (None, kyiv(11, 18), (Promise.NOBODY, kyiv(12, 9))),
        (None, kyiv(13, 20), (Promise.NOBODY, kyiv(16, 9))),
    ],
)
def test_the_truth_about_who_answers_when(duty: Duty | None, now: datetime, expected: object) -> None:
    assert promise(duty, WORK, now, REPLY_BY) == expected


@pytest.mark.parametrize(
    ("duty", "at", "asked", "expected"),
    [
        (DUTY, kyiv(11, 11), 0, Round(0, kyiv(11, 11, 10))),
        (DUTY, kyiv(11, 11, 10), 1, Round(1, kyiv(11, 11, 20))),
        (DUTY, kyiv(11, 11, 20), 2, Round(None, None)),
        (DUTY, kyiv(11, 23), 0, Round(None, kyiv(12, 8))),
        (DUTY, kyiv(12, 8), 0, Round(0, kyiv(12, 8, 10))),
        (None, kyiv(11, 11), 0, Round(None, None)),
        (None, kyiv(11, 23), 0, Round(None, kyiv(12, 9))),
        (None, kyiv(12, 9), 0, Round(None, None)),
    ],
)
def test_who_is_told_next(duty: Duty | None, at: datetime, asked: int, expected: Round) -> None:
    assert next_round(duty, WORK, at, asked) == expected


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.sampled_from([DUTY, None]))  # noqa: DTZ001 - UTC is added
def test_at_any_moment_a_promise_lies_ahead_and_the_rounds_end(naive: datetime, duty: Duty | None) -> None:
    now = naive.replace(tzinfo=UTC)
    kind, until = promise(duty, WORK, now, now + timedelta(days=1))
    assert until > now
    assert (kind is Promise.ON_DUTY) == (duty is not None and duty.hours.is_working(now))
    assert _rounds_from(now, duty)[-1].whom is None, "in the end all leads know"


def _rounds_from(now: datetime, duty: Duty | None) -> list[Round]:
    """All rounds when nobody ever looks."""
    at: datetime | None = now
    rounds: list[Round] = []
    while at is not None:
        rounds.append(next_round(duty, WORK, at, sum(told.whom is not None for told in rounds)))
        assert rounds[-1].next_at is None or rounds[-1].next_at > at
        assert len(rounds) <= 6
        at = rounds[-1].next_at
    return rounds


@pytest.mark.parametrize(("kept", "minutes"), [(Promise.ON_DUTY, 0), (Promise.AT_WORK, 0), (Promise.NOBODY, 30)])
def test_what_is_only_to_be_read_has_half_an_hour_after_opening(kept: Promise, minutes: int) -> None:
    assert late_from(kept, kyiv(12, 9)) == kyiv(12, 9, minutes)
