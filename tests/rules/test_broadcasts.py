"""The life of a broadcast's run as a table, when it comes again, how far it is and what speed costs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.broadcasts import (
    BEGUN,
    CONFIRM_OVER,
    OVER,
    STEPS,
    Every,
    RecipientState,
    Repeat,
    State,
    Step,
    after,
    goes_by_rule,
    moments_before,
    most_stars,
    needs_second,
    next_at,
    progress,
)
from rules.local_time import KYIV

NOON = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)
YEAR = (NOON.replace(month=1, tzinfo=None), NOON.replace(year=2027, tzinfo=None))
LIFE = """
draft     ask       awaiting
draft     schedule  scheduled
awaiting  confirm   scheduled
awaiting  decline   draft
awaiting  stop      stopped
awaiting  expire    expired
scheduled begin     running
scheduled doubt     awaiting
scheduled stop      stopped
scheduled expire    expired
running   pause     paused
running   stop      stopped
running   finish    finished
running   expire    expired
paused    go-on     running
paused    stop      stopped
paused    expire    expired
"""
"""Written by hand beside the table: who changes one says so in both."""


def test_a_run_lives_as_the_table_says_and_no_other_way() -> None:
    said = {(State(line[0]), Step(line[1])): State(line[2]) for line in map(str.split, LIFE.strip().splitlines())}
    assert {(state, step): after(state, step) for state, step in product(State, Step)} == {
        pair: said.get(pair) for pair in product(State, Step)
    }


def test_nothing_leads_out_of_the_end_and_everything_leads_there() -> None:
    assert {State.STOPPED, State.FINISHED, State.EXPIRED} == OVER
    assert OVER < BEGUN
    for state in set(State) - OVER:
        reached, new = {state}, {state}
        while new:
            new = {to for each in new for to in STEPS[each].values()} - reached
            reached |= new
        assert OVER & reached, state


def test_nobody_sends_to_many_alone() -> None:
    assert not needs_second(CONFIRM_OVER)
    assert needs_second(CONFIRM_OVER + 1)
    ways = [(state, step) for state, steps in STEPS.items() for step, to in steps.items() if to is State.SCHEDULED]
    assert ways == [(State.DRAFT, Step.SCHEDULE), (State.AWAITING, Step.CONFIRM)]


@pytest.mark.parametrize(
    ("count", "confirmed", "goes"),
    [(100, 0, True), (101, 0, False), (300, 200, True), (301, 200, False), (5000, 5000, True)],
)
def test_by_rule_goes_what_did_not_grow_much(count: int, confirmed: int, goes: bool) -> None:
    assert goes_by_rule(count, confirmed) is goes


def test_weekly_is_at_the_same_local_hour_over_a_change_of_the_clocks() -> None:
    first = datetime(2026, 3, 25, 10, tzinfo=KYIV)
    second = next_at(Repeat(Every.WEEK), first, first)
    assert second == datetime(2026, 4, 1, 10, tzinfo=KYIV)
    assert second is not None
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(days=7) - timedelta(hours=1)


def test_monthly_is_on_the_last_day_where_a_month_is_too_short() -> None:
    first = datetime(2026, 1, 31, 9, tzinfo=KYIV)
    days, at = [], first
    for _ in range(4):
        found = next_at(Repeat(Every.MONTH), first, at)
        assert found is not None
        at = found
        days.append(at.astimezone(KYIV).date())
    assert days == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_some_days_before_a_date_come_in_order_and_then_no_more() -> None:
    repeat = Repeat(Every.BEFORE, (1, 7, 3, 7), date(2026, 4, 1))
    moments = moments_before(repeat)
    assert [each.astimezone(KYIV).day for each in moments] == [25, 29, 31]
    assert {each.astimezone(KYIV).hour for each in moments} == {10}
    assert next_at(repeat, NOON, moments[0]) == moments[1]
    assert next_at(repeat, NOON, moments[-1]) is None
    assert moments_before(Repeat(Every.BEFORE, (1,))) == []


@given(
    st.sampled_from([Every.WEEK, Every.MONTH]),
    st.datetimes(*YEAR, timezones=st.just(KYIV)),
    st.timedeltas(timedelta(0), timedelta(days=800)),
)
def test_the_next_time_is_later_and_soon_at_the_same_hour(every: Every, first: datetime, gone: timedelta) -> None:
    now = first.astimezone(UTC) + gone
    found = next_at(Repeat(every), first, now)
    assert found is not None
    assert now < found <= now + timedelta(days=32)
    # An hour that the clocks leap over is the one behind it.
    assert (found.astimezone(KYIV).hour - first.hour) % 24 in (0, 1)


def test_once_is_once() -> None:
    assert next_at(Repeat(), NOON, NOON) is None


def test_progress_says_how_fast_and_until_when() -> None:
    counts = {RecipientState.SENT: 600, RecipientState.FAILED: 3, RecipientState.LEFT: 2, RecipientState.WAITING: 300}
    shown = progress(counts | {RecipientState.QUEUED: 95}, 600, NOON - timedelta(minutes=5), NOON)
    assert (shown.total, shown.sent, shown.failed, shown.left_out, shown.left) == (1000, 600, 3, 2, 395)
    assert shown.speed == 20
    assert shown.ends_at == NOON + timedelta(seconds=395 / 20)
    fresh = progress(counts, 50, NOON - timedelta(seconds=5), NOON)
    assert fresh.speed == 10
    assert progress(counts, 0, None, NOON).ends_at is None
    assert progress({RecipientState.SENT: 5}, 5, NOON, NOON).ends_at is None


@pytest.mark.parametrize(("count", "stars"), [(0, 0), (1, 1), (10, 1), (11, 2), (20_000, 2_000), (30, 3)])
def test_speed_costs_a_tenth_of_a_star_each_at_most(count: int, stars: int) -> None:
    assert most_stars(count) == stars
