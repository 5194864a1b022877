"""What may stand in the duty roster, who is on duty, and which days have nobody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.local_time import KYIV
from rules.roster import AHEAD, PLACES, Flaw, Shift, days_without, flaw, moments, next_start, on_duty

TODAY = date(2026, 3, 11)
NOW = datetime(2026, 3, 11, 10, 0, tzinfo=KYIV).astimezone(UTC)


def shift(staff: int = 1, place: int = 1, day: date = TODAY, starts: int = 9, hours: int = 9) -> Shift:
    return Shift(staff, place, *moments(day, starts, hours))


IRYNA = shift()


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (shift(2, 2), None),
        (shift(2, 1), Flaw.TAKEN),
        (shift(1, 2), Flaw.TWICE),
        (shift(1, 1, starts=18, hours=14), None),
        (shift(1, 1, starts=17, hours=14), Flaw.TWICE),
        (shift(2, 4), Flaw.PLACE),
        (shift(2, 0), Flaw.PLACE),
        (shift(2, 2, hours=24), None),
        (shift(2, 2, hours=26), Flaw.LENGTH),
        (shift(2, 2, hours=0), Flaw.LENGTH),
        (shift(2, 2, starts=1, hours=9), Flaw.PAST),
        (shift(2, 2, starts=1, hours=10), None),
        (shift(2, 2, day=TODAY - timedelta(days=1)), Flaw.PAST),
        (shift(2, 2, day=TODAY + AHEAD), None),
        (shift(2, 2, day=TODAY + AHEAD + timedelta(days=1)), Flaw.TOO_FAR),
    ],
)
def test_what_may_stand_beside_a_shift(new: Shift, expected: Flaw | None) -> None:
    assert flaw(new, [IRYNA], NOW) == expected


def test_who_is_on_duty_stands_in_the_order_in_which_they_are_called() -> None:
    second, night = shift(2, 2), shift(3, 1, starts=18, hours=14)
    shifts = [second, night, IRYNA]
    assert on_duty(shifts, NOW) == (IRYNA, second)
    assert on_duty(shifts, IRYNA.ends) == (night,), "the end of one is the beginning of the next"
    assert on_duty(shifts, IRYNA.starts - timedelta(seconds=1)) == ()
    assert next_start(shifts, NOW) == night.starts
    assert next_start(shifts, night.starts) is None


@pytest.mark.parametrize(("day", "real"), [(date(2026, 3, 10), 12), (date(2026, 3, 28), 11), (date(2026, 10, 24), 13)])
def test_a_night_ends_at_the_hour_on_the_wall_also_over_a_change_of_the_clocks(day: date, real: int) -> None:
    starts, ends = moments(day, 20, 12)
    assert ends - starts == timedelta(hours=real)
    assert ends.astimezone(KYIV).hour == 8
    assert flaw(Shift(1, 1, starts, ends), [], starts - timedelta(days=1)) is None


def test_the_longest_shift_over_the_night_of_autumn_stands() -> None:
    starts, ends = moments(date(2026, 10, 24), 9, 24)
    assert flaw(Shift(1, 1, starts, ends), [], starts) is None


@pytest.mark.parametrize(
    ("shifts", "without"),
    [
        ([], [0, 1, 2]),
        ([shift()], [1, 2]),
        ([shift(starts=20, hours=12)], [2]),
        ([shift(starts=20, hours=4)], [1, 2]),
        ([shift(day=TODAY + timedelta(days=2), starts=0, hours=1)], [0, 1]),
    ],
)
def test_days_on_which_nobody_is_on_duty(shifts: list[Shift], without: list[int]) -> None:
    assert days_without(shifts, TODAY, 3) == tuple(TODAY + timedelta(days=number) for number in without)


@given(
    st.lists(
        st.tuples(
            st.integers(1, 3), st.sampled_from(PLACES), st.integers(0, 5), st.integers(0, 23), st.integers(1, 24)
        ),
        max_size=12,
    )
)
def test_whatever_is_pressed_nobody_is_on_duty_twice_and_each_place_has_one(
    pressed: list[tuple[int, int, int, int, int]],
) -> None:
    kept: list[Shift] = []
    for staff, place, day, starts, hours in pressed:
        new = shift(staff, place, TODAY + timedelta(days=day), starts, hours)
        if flaw(new, kept, NOW) is None:
            kept.append(new)
    for each in kept:
        there = on_duty(kept, each.starts)
        assert len({one.staff for one in there}) == len({one.place for one in there}) == len(there)
