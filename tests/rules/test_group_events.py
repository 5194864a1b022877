"""Dates of a series, states of a seat, and how long one that became free is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.events import (
    LAST_CALL,
    SEATED,
    STANDING,
    Repeat,
    SeatState,
    SeatVerb,
    after,
    dates,
    free_place,
    kept_until,
)
from rules.local_time import KYIV

S, V = SeatState, SeatVerb
WAYS = {
    (S.WAITING, V.OFFER): S.OFFERED,
    (S.OFFERED, V.TAKE): S.SIGNED,
    (S.OFFERED, V.PASS): S.PASSED,
    **{(state, V.LEAVE): S.LEFT for state in STANDING},
    **{(state, V.CANCEL): S.CANCELLED for state in STANDING},
    (S.SIGNED, V.CAME): S.CAME,
    (S.SIGNED, V.MISSED): S.MISSED,
    (S.CAME, V.MISSED): S.MISSED,
    (S.MISSED, V.CAME): S.CAME,
}


@pytest.mark.parametrize(("state", "verb"), [*product(S, V)])
def test_a_verb_leads_where_the_table_says_and_nowhere_else(state: SeatState, verb: SeatVerb) -> None:
    assert after(verb, state) is WAYS.get((state, verb))


def test_who_has_a_seat_stands_and_who_waits_has_none() -> None:
    assert STANDING > SEATED
    assert S.WAITING in STANDING - SEATED


def test_places_are_given_from_the_first_on() -> None:
    assert free_place(3, []) == 0
    assert free_place(3, [0, 2]) == 1
    assert free_place(2, [0, 1]) is None


def kyiv(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


@pytest.mark.parametrize(
    ("now", "starts", "until"),
    [
        ("2026-03-11 11:00", "2026-03-20 10:00", "2026-03-12 11:00"),
        ("2026-03-11 11:00", "2026-03-11 18:00", "2026-03-11 17:00"),
        ("2026-03-11 22:30", "2026-03-20 10:00", "2026-03-13 08:00"),  # it is told in the morning
        ("2026-03-11 22:30", "2026-03-12 10:00", "2026-03-12 09:00"),
        ("2026-03-11 22:30", "2026-03-12 09:00", None),
        ("2026-03-11 11:00", "2026-03-11 12:00", None),
    ],
)
def test_a_seat_is_kept_a_day_but_not_to_the_last_moment(now: str, starts: str, until: str | None) -> None:
    assert kept_until(kyiv(now), kyiv(starts)) == (kyiv(until).astimezone(UTC) if until else None)


@given(st.integers(0, 525_600), st.integers(0, 20_000))
def test_what_is_kept_is_over_an_hour_before_the_beginning(since: int, minutes: int) -> None:
    at = kyiv("2026-01-01 00:00") + timedelta(minutes=since)
    starts = at + timedelta(minutes=minutes)
    until = kept_until(at, starts)
    assert until is None or at < until <= starts - LAST_CALL


def test_a_series_keeps_its_hour_on_the_wall_over_the_change_of_the_clocks() -> None:
    found = dates(date(2026, 3, 23), 10 * 60, 90, Repeat.WEEKLY, 3)
    assert [at.astimezone(KYIV).strftime("%d %H:%M") for at, _ in found] == ["23 10:00", "30 10:00", "06 10:00"]
    assert [at.hour for at, _ in found] == [8, 7, 7], "in UTC it is another hour"
    assert all(ends - starts == timedelta(minutes=90) for starts, ends in found)


@pytest.mark.parametrize(
    ("repeat", "days"),
    [(Repeat.ONCE, [0]), (Repeat.WEEKLY, [0, 7]), (Repeat.FORTNIGHTLY, [0, 14]), (Repeat.FOUR_WEEKS, [0, 28])],
)
def test_it_comes_again_as_often_as_was_chosen(repeat: Repeat, days: list[int]) -> None:
    first = date(2026, 5, 4)
    found = dates(first, 600, 60, repeat, 2)
    assert [at.astimezone(KYIV).date() - first for at, _ in found] == [timedelta(days=each) for each in days]
