"""On which mornings a family is reminded of its application, over short campaigns, nights and changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import load_catalogue
from rules.catalogue import ReminderKind
from rules.local_time import KYIV, end_of_day, local_date
from rules.quiet_hours import EVENING, MORNING
from rules.recreation.applications import ENDED, Standing
from rules.recreation.campaigns import CampaignState
from rules.recreation.reminding import REST, days_left, draft_waits, papers_wait, steps
from rules.reminders import Moment
from tests.rules.recreation.sample import TERMS

CATALOGUE = load_catalogue()
LADDER = CATALOGUE.ladders[ReminderKind.APPLICATION]
HOURS = CATALOGUE.hours_of("luhansk")


def kyiv(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV).astimezone(UTC)


def mornings(begun: str, last: str, now: str | None = None) -> list[str]:
    found = steps(LADDER, kyiv(begun), date.fromisoformat(last), kyiv(now or begun), HOURS)
    return [each.at.astimezone(KYIV).strftime("%m-%d %H:%M") for each in found]


@pytest.mark.parametrize(
    ("begun", "last", "expected"),
    [
        # 14, 7, 3 and 1 days before, and the morning of the last day.
        ("2026-03-01 12:00", "2026-03-25", ["03-11 09:00", "03-18 09:00", "03-22 09:00", "03-24 09:00", "03-25 09:00"]),
        # Over the night in which the clocks go forward: nine in the morning on the wall, before and after.
        ("2026-03-15 12:00", "2026-03-30", ["03-16 09:00", "03-23 09:00", "03-27 09:00", "03-29 09:00", "03-30 09:00"]),
        # And back.
        ("2026-10-20 12:00", "2026-10-26", ["10-23 09:00", "10-25 09:00", "10-26 09:00"]),
        # A campaign of ten days, of two days, of one.
        ("2026-03-01 12:00", "2026-03-10", ["03-03 09:00", "03-07 09:00", "03-09 09:00", "03-10 09:00"]),
        ("2026-03-01 12:00", "2026-03-02", ["03-02 09:00"]),
        ("2026-03-01 12:00", "2026-03-01", []),
        # Begun in the morning itself, or a little before: they know.
        ("2026-03-11 09:00", "2026-03-12", ["03-12 09:00"]),
        ("2026-03-12 06:30", "2026-03-12", []),
        ("2026-03-12 05:59", "2026-03-12", ["03-12 09:00"]),
        # Begun at night.
        ("2026-03-10 23:50", "2026-03-12", ["03-11 09:00", "03-12 09:00"]),
    ],
)
def test_on_these_mornings(begun: str, last: str, expected: list[str]) -> None:
    assert mornings(begun, last) == expected


def test_what_was_moved_is_planned_from_now_on() -> None:
    assert mornings("2026-03-01 12:00", "2026-03-25", now="2026-03-20 10:00") == [
        "03-22 09:00",
        "03-24 09:00",
        "03-25 09:00",
    ]
    assert mornings("2026-03-01 12:00", "2026-03-25", now="2026-03-25 12:00") == []


DAYS = st.integers(min_value=0, max_value=500).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
MOMENTS = st.integers(min_value=0, max_value=520 * 24 * 60).map(
    lambda minutes: datetime(2025, 12, 20, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(MOMENTS, DAYS)
def test_never_at_night_never_late_and_each_day_once(begun: datetime, last: date) -> None:
    found = steps(LADDER, begun, last, begun, HOURS)
    days = [(last - local_date(each.at)).days for each in found]
    assert days == sorted(set(days), reverse=True)
    assert set(days) <= {14, 7, 3, 1, 0}
    followed: list[Moment | None] = [*found[1:], None]
    for each, following in zip(found, followed[: len(found)], strict=True):
        assert MORNING <= each.at.astimezone(KYIV).time() < EVENING
        assert begun + REST <= each.at <= end_of_day(last)
        assert each.until is not None
        assert each.until == following.at if following else each.until <= end_of_day(last)


def test_how_many_days_are_left() -> None:
    last = date(2026, 3, 29)
    assert [days_left(last, kyiv(at)) for at in ("2026-03-28 23:59", "2026-03-29 00:00", "2026-03-30 00:00")] == [
        1,
        0,
        -1,
    ]


@pytest.mark.parametrize("state", CampaignState)
def test_a_draft_waits_while_it_can_be_sent(state: CampaignState) -> None:
    for standing in Standing:
        expected = standing is Standing.DRAFT and state is CampaignState.OPEN
        assert draft_waits(standing, state, TERMS, TERMS.closes) is expected
    assert not draft_waits(Standing.DRAFT, state, TERMS, TERMS.closes + timedelta(days=1))


@pytest.mark.parametrize("state", CampaignState)
def test_papers_wait_while_applications_are_checked(state: CampaignState) -> None:
    today = date(2026, 3, 11)
    checked = {CampaignState.OPEN, CampaignState.CLOSED, CampaignState.ALLOCATING}
    for standing in Standing:
        expected = state in checked and standing is not Standing.DRAFT and standing not in ENDED
        assert papers_wait(standing, state, today, today) is expected
        assert not papers_wait(standing, state, today - timedelta(days=1), today)
        assert not papers_wait(standing, state, None, today)


def test_once_the_campaign_is_over_papers_wait_for_who_has_still_to_leave() -> None:
    today, over = date(2026, 6, 11), CampaignState.FINISHED
    assert papers_wait(Standing.ACCEPTED, over, today, today, leaves=True)
    assert not papers_wait(Standing.ACCEPTED, over, today, today, leaves=False)
    assert not papers_wait(Standing.ACCEPTED, over, today - timedelta(days=1), today, leaves=True)
    assert not papers_wait(Standing.ACCEPTED, CampaignState.PAUSED, today, today, leaves=True)
