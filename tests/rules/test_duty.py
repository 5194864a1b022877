"""Who must react to danger, and what the person is told about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.duty import LADDER, Called, DutyTimes, Promise, Rung, begin_anew, late_from, next_called, promise
from rules.working_time import Span, WorkingHours

WORK = WorkingHours(tuple([(Span(time(9), time(18)),)] * 5 + [(), ()]))
TIMES = DutyTimes()
THERE: Mapping[Rung, Sequence[int]] = {Rung.DUTY: (1, 2), Rung.SUPERVISORS: (3, 4), Rung.ADMINS: (5,)}
NO_DUTY = {Rung.SUPERVISORS: (3,), Rung.ADMINS: (5,)}


def kyiv(day: int, hour: int, minute: int = 0) -> datetime:
    """March 2026, when Kyiv is two hours ahead of UTC; the 11th is a Wednesday, the 14th a Saturday."""
    return datetime(2026, 3, day, hour - 2, minute, tzinfo=UTC)


REPLY_BY = kyiv(12, 11)


def test_whoever_has_not_confirmed_within_ten_minutes_is_not_waited_for() -> None:
    assert TIMES.confirm_within == timedelta(minutes=10)


@pytest.mark.parametrize(
    ("on_duty", "next_duty", "now", "expected"),
    [
        (True, None, kyiv(11, 11), (Promise.ON_DUTY, kyiv(11, 11, 30))),
        (True, None, kyiv(14, 3), (Promise.ON_DUTY, kyiv(14, 3, 30))),
        (False, kyiv(11, 20), kyiv(11, 11), (Promise.AT_WORK, REPLY_BY)),
        (False, None, kyiv(11, 18), (Promise.NOBODY, kyiv(12, 9))),
        (False, kyiv(11, 20), kyiv(11, 18), (Promise.NOBODY, kyiv(11, 20))),
        (False, kyiv(12, 20), kyiv(11, 18), (Promise.NOBODY, kyiv(12, 9))),
        (False, None, kyiv(13, 20), (Promise.NOBODY, kyiv(16, 9))),
    ],
)
def test_the_truth_about_who_answers_when(
    on_duty: bool, next_duty: datetime | None, now: datetime, expected: object
) -> None:
    assert promise(TIMES, WORK, now, REPLY_BY, on_duty=on_duty, next_duty=next_duty) == expected


@pytest.mark.parametrize(
    ("at", "there", "asked", "expected"),
    [
        (None, THERE, (), Called(Rung.DUTY, (1,))),
        (Rung.DUTY, THERE, (1,), Called(Rung.DUTY, (2,))),
        (Rung.DUTY, THERE, (1, 2), Called(Rung.SUPERVISORS, (3, 4))),
        (Rung.SUPERVISORS, THERE, (1, 2, 3, 4), Called(Rung.ADMINS, (5,))),
        (Rung.ADMINS, THERE, (1, 2, 3, 4, 5), Called(Rung.OVER, ())),
        (Rung.OVER, THERE, (), Called(Rung.OVER, ())),
        # Nobody on duty: supervisors at once; nobody there either: admins.
        (None, NO_DUTY, (), Called(Rung.SUPERVISORS, (3,))),
        (None, {Rung.ADMINS: (5,)}, (), Called(Rung.ADMINS, (5,))),
        (None, {}, (), Called(Rung.OVER, ())),
        # Whoever stands in is called where the one before was; whoever was called is not called twice.
        (Rung.DUTY, {**THERE, Rung.DUTY: (9, 2)}, (1,), Called(Rung.DUTY, (9,))),
        (Rung.DUTY, {**THERE, Rung.DUTY: (3,)}, (3,), Called(Rung.SUPERVISORS, (4,))),
        # A shift that begins after supervisors were called begins no second ladder.
        (Rung.SUPERVISORS, {**THERE, Rung.DUTY: (9,)}, (1, 2, 3, 4), Called(Rung.ADMINS, (5,))),
        (Rung.SUPERVISORS, NO_DUTY, (3,), Called(Rung.ADMINS, (5,))),
    ],
)
def test_who_is_called_next(
    at: Rung | None, there: Mapping[Rung, Sequence[int]], asked: tuple[int, ...], expected: Called
) -> None:
    assert next_called(at, there, asked) == expected


ids = st.lists(st.integers(1, 6), unique=True, max_size=4)


@given(st.fixed_dictionaries(dict.fromkeys(LADDER, ids)))
def test_everybody_is_called_once_in_the_order_of_the_ladder_and_it_ends(there: Mapping[Rung, Sequence[int]]) -> None:
    called: list[Called] = []
    asked: set[int] = set()
    while not called or called[-1].rung is not Rung.OVER:
        called.append(next_called(called[-1].rung if called else None, there, asked))
        assert asked.isdisjoint(called[-1].whom)
        asked |= set(called[-1].whom)
        assert len(called) <= 8
    assert asked == {each for those in there.values() for each in those}
    order = [*LADDER, Rung.OVER]
    assert [order.index(each.rung) for each in called] == sorted(order.index(each.rung) for each in called)


@pytest.mark.parametrize(
    ("on_duty", "next_duty", "now", "expected"),
    [
        (True, None, kyiv(11, 23), None),
        (False, kyiv(11, 22), kyiv(11, 11), None),
        (False, None, kyiv(11, 23), kyiv(12, 9)),
        (False, kyiv(12, 7), kyiv(11, 23), kyiv(12, 7)),
    ],
)
def test_where_nobody_is_there_it_begins_anew_once_somebody_is(
    on_duty: bool, next_duty: datetime | None, now: datetime, expected: datetime | None
) -> None:
    assert begin_anew(WORK, now, on_duty=on_duty, next_duty=next_duty) == expected


@pytest.mark.parametrize(("kept", "minutes"), [(Promise.ON_DUTY, 0), (Promise.AT_WORK, 0), (Promise.NOBODY, 30)])
def test_what_is_only_to_be_read_has_half_an_hour_after_opening(kept: Promise, minutes: int) -> None:
    assert late_from(kept, kyiv(12, 9)) == kyiv(12, 9, minutes)
