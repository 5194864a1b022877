"""Free times: within the hours, never more people at once than somebody sees, over any change of the clocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rules.appointments import LENGTHS
from rules.local_time import KYIV
from rules.slots import (
    AHEAD,
    LEAD,
    Taken,
    free_days,
    free_seat,
    free_times,
    overlaps,
    times_of_day,
    week_of,
    with_days_off,
)
from rules.working_time import Span, WorkingHours

LONG = (Span(time(9), time(13)), Span(time(14), time(18)))
OFFICE = WorkingHours((LONG, LONG, LONG, LONG, LONG, (), ()))
WEDNESDAY = date(2026, 3, 11)
NOW = datetime(2026, 3, 11, 6, 0, tzinfo=UTC)
"""8:00 in Kyiv."""
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""Sundays on which the clocks change, between 3 and 4."""
NIGHT = WorkingHours(((Span(time(1), time(6)),),) * 7)


def kyiv(at: datetime) -> str:
    return at.astimezone(KYIV).strftime("%H:%M")


def test_times_stand_within_the_hours_and_leave_the_break_out() -> None:
    found = [kyiv(at) for at in times_of_day(OFFICE, WEDNESDAY, 60)]
    assert found[:3] == ["09:00", "09:30", "10:00"]
    assert "12:00" in found
    assert "12:30" not in found, "it would end in the break"
    assert found[-1] == "17:00"
    assert [kyiv(at) for at in times_of_day(OFFICE, WEDNESDAY, 15)][:3] == ["09:00", "09:15", "09:30"]
    assert times_of_day(OFFICE, date(2026, 3, 14), 30) == []


def test_nobody_is_offered_what_is_over_too_near_or_too_far() -> None:
    now = datetime(2026, 3, 11, 9, 10, tzinfo=UTC)
    free = free_times(OFFICE, 1, [], WEDNESDAY, 30, now)
    assert kyiv(free[0]) == "12:30"
    assert all(at >= now + LEAD for at in free)
    assert free_times(OFFICE, 1, [], WEDNESDAY - timedelta(days=1), 30, now) == []
    assert free_times(OFFICE, 1, [], WEDNESDAY + timedelta(days=AHEAD), 30, now) == []
    assert free_times(None, 1, [], WEDNESDAY, 30, now) == []
    assert WEDNESDAY + timedelta(days=3) not in free_days(OFFICE, 1, [], 30, now)


def test_a_taken_time_is_free_for_as_many_as_are_seen_at_once() -> None:
    ten = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
    taken = [Taken(ten, ten + timedelta(minutes=60), 0)]
    alone = [kyiv(at) for at in free_times(OFFICE, 1, taken, WEDNESDAY, 30, NOW)]
    assert "10:00" not in alone
    assert "10:30" not in alone
    assert {"09:30", "11:00"} <= set(alone)
    assert "10:00" in [kyiv(at) for at in free_times(OFFICE, 2, taken, WEDNESDAY, 30, NOW)]


def test_hours_of_ones_own_are_of_the_week_and_days_off_are_none() -> None:
    own = week_of([(2, 600, 720), (2, 540, 570)], OFFICE, [WEDNESDAY])
    assert own is not None
    assert own.spans_on(WEDNESDAY) == ()
    assert [kyiv(at) for at, _ in own.spans_on(WEDNESDAY + timedelta(days=7))] == ["09:00", "10:00"]
    assert week_of([], OFFICE, []) is None, "they see nobody"
    assert not with_days_off(OFFICE, [WEDNESDAY]).is_working_day(WEDNESDAY)


@pytest.mark.parametrize(
    ("spans", "opens", "closes", "meets"),
    [
        ([], 540, 600, False),
        ([], 600, 600, True),
        ([(540, 600)], 600, 660, False),
        ([(540, 600)], 570, 660, True),
        ([(540, 600)], 500, 700, True),
    ],
)
def test_hours_of_a_day_do_not_meet(spans: Sequence[tuple[int, int]], opens: int, closes: int, meets: bool) -> None:
    assert overlaps(spans, opens, closes) is meets


def test_over_a_change_of_the_clocks_each_time_is_a_moment_of_its_own_and_reads_as_it_should() -> None:
    spring, autumn = times_of_day(NIGHT, SPRING, 60), times_of_day(NIGHT, AUTUMN, 60)
    assert "03:30" not in [kyiv(at) for at in spring], "that hour does not exist"
    assert [kyiv(at) for at in autumn].count("03:00") == 2, "that hour comes twice"
    assert len(set(spring)) == len(spring)
    assert len(set(autumn)) == len(autumn)
    ordinary = times_of_day(NIGHT, SPRING + timedelta(days=1), 60)
    assert (len(spring), len(ordinary), len(autumn)) == (7, 9, 11)


spans_of_week = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 47), st.integers(1, 16)).map(
        lambda each: (each[0], each[1] * 30, min(each[1] * 30 + each[2] * 30, 24 * 60 - 1))
    ),
    min_size=1,
    max_size=10,
)


@given(spans_of_week, st.sampled_from([SPRING, AUTUMN, WEDNESDAY]), st.integers(-2, 2), st.sampled_from(LENGTHS),
       st.integers(1, 4), st.data())  # fmt: skip
def test_whoever_picks_whatever_is_free_no_seat_is_taken_twice_and_all_is_within_the_hours(
    spans: list[tuple[int, int, int]], around: date, shift: int, minutes: int, at_once: int, data: st.DataObject
) -> None:
    by_day: dict[int, list[tuple[int, int]]] = {}
    for weekday, opens, closes in spans:
        if not overlaps(by_day.get(weekday, []), opens, closes):
            by_day.setdefault(weekday, []).append((opens, closes))
    hours = week_of([(day, *each) for day, those in by_day.items() for each in those], OFFICE, [])
    assume(hours is not None)
    day = around + timedelta(days=shift)
    now = datetime.combine(day, time(), tzinfo=KYIV).astimezone(UTC) - timedelta(days=1)
    taken: list[Taken] = []
    length = timedelta(minutes=minutes)
    for _ in range(6):
        free = free_times(hours, at_once, taken, day, minutes, now)
        if not free:
            break
        at = data.draw(st.sampled_from(free))
        seat = free_seat(at_once, taken, at, at + length)
        assert seat is not None
        assert 0 <= seat < at_once
        taken.append(Taken(at, at + length, seat))
    for one in taken:
        assert any(
            opens <= one.starts and one.ends <= closes for opens, closes in (hours.spans_on(day) if hours else ())
        )
        others = [each for each in taken if each is not one and each.seat == one.seat]
        assert not any(each.starts < one.ends and one.starts < each.ends for each in others)
        at_that_moment = [each for each in taken if each.starts <= one.starts < each.ends]
        assert len(at_that_moment) <= at_once
