"""When we call, by the working hours of the department (Monday to Thursday 9–18, Friday 9–16:45)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import load_catalogue
from rules.calls import (
    LATER_DAYS,
    WISHED,
    Attempt,
    Choice,
    Reason,
    When,
    Window,
    is_for_lead,
    is_over,
    ladder_of,
    offered,
    other_days,
    put_off,
    try_again_by,
    window,
)
from rules.catalogue import TryKind
from rules.deadlines import check_by, law_by, next_promise
from rules.intake import CHECK_OTHERS
from rules.local_time import KYIV

SHIPPED = load_catalogue()


def kyiv(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=KYIV)


def shown(at: datetime) -> str:
    return at.astimezone(KYIV).strftime("%Y-%m-%d %H:%M")


def span(of: Window) -> str:
    return f"{shown(of.start)} – {shown(of.end)[11:]}" if of.day == of.start.astimezone(KYIV).date() else (
        f"{shown(of.start)} – {shown(of.end)}")  # fmt: skip


@pytest.mark.parametrize(
    ("now", "when", "expected"),
    [
        # Wednesday in working hours
        ("2026-03-04 10:00", When.SOON, "2026-03-04 10:00 – 13:00"),
        ("2026-03-04 10:00", When.TODAY, "2026-03-04 10:00 – 18:00"),
        ("2026-03-04 10:00", When.MORNING, "2026-03-05 09:00 – 13:00"),
        ("2026-03-04 10:00", When.AFTERNOON, "2026-03-05 13:00 – 18:00"),
        ("2026-03-04 10:00", When.OWN, "2026-03-04 10:00 – 2026-03-05 18:00"),
        # the day is nearly over: what is left goes on in the morning
        ("2026-03-04 17:00", When.SOON, "2026-03-04 17:00 – 2026-03-05 11:00"),
        ("2026-03-04 17:00", When.TODAY, "2026-03-04 17:00 – 18:00"),
        ("2026-03-04 17:01", When.TODAY, "2026-03-05 09:00 – 18:00"),
        # before work, at night
        ("2026-03-04 05:00", When.SOON, "2026-03-04 09:00 – 12:00"),
        ("2026-03-04 05:00", When.TODAY, "2026-03-04 09:00 – 18:00"),
        ("2026-03-04 23:30", When.SOON, "2026-03-05 09:00 – 12:00"),
        ("2026-03-04 23:30", When.MORNING, "2026-03-05 09:00 – 13:00"),
        # over the weekend
        ("2026-03-06 15:00", When.SOON, "2026-03-06 15:00 – 2026-03-09 10:15"),
        ("2026-03-06 15:00", When.MORNING, "2026-03-09 09:00 – 13:00"),
        ("2026-03-06 16:30", When.TODAY, "2026-03-09 09:00 – 18:00"),
        ("2026-03-07 12:00", When.AFTERNOON, "2026-03-09 13:00 – 18:00"),
        ("2026-03-05 10:00", When.AFTERNOON, "2026-03-06 13:00 – 16:45"),
        # the clocks go forward in the night to Sunday, 29 March
        ("2026-03-27 16:00", When.SOON, "2026-03-27 16:00 – 2026-03-30 11:15"),
    ],
)
def test_a_call_comes_when_it_suits_and_somebody_is_at_work(now: str, when: When, expected: str) -> None:
    assert span(window(SHIPPED, when, kyiv(now))) == expected


@pytest.mark.parametrize(
    ("now", "choices"),
    [
        ("2026-03-04 10:00", [When.SOON, When.TODAY, When.MORNING, When.AFTERNOON]),
        ("2026-03-04 17:30", [When.SOON, When.MORNING, When.AFTERNOON]),
        ("2026-03-07 12:00", [When.SOON, When.MORNING, When.AFTERNOON]),
    ],
)
def test_today_is_offered_only_while_there_is_time(now: str, choices: list[When]) -> None:
    assert list(offered(SHIPPED, kyiv(now))) == choices


@given(st.integers(0, 365 * 24 * 60), st.sampled_from(When))
def test_no_promise_ends_at_an_hour_at_which_nobody_works_or_before_now(minutes: int, when: When) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    found = window(SHIPPED, when, now)
    assert now < found.end
    assert found.start <= found.end <= now + timedelta(days=7)
    local = found.end.astimezone(KYIV)
    assert local.weekday() < 5
    assert time(9) < local.time() <= time(18)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-04 10:00", "2026-03-04 14:00"),
        ("2026-03-04 16:00", "2026-03-05 11:00"),
        ("2026-03-06 16:00", "2026-03-09 12:15"),
    ],
)
def test_we_try_again_within_four_working_hours(now: str, expected: str) -> None:
    assert shown(try_again_by(SHIPPED, kyiv(now))) == expected


@pytest.mark.parametrize(
    ("attempt", "attempts", "over"),
    [
        (Attempt.REACHED, 1, True),
        (Attempt.WRONG_NUMBER, 1, True),
        (Attempt.LATER, 1, False),
        (Attempt.LATER, 9, False),
        (Attempt.NO_ANSWER, 2, False),
        (Attempt.NO_ANSWER, 3, True),
        (Attempt.IN_WRITING, 1, True),
    ],
)
def test_a_call_is_over_once_somebody_was_reached_or_three_times_nobody_was(
    attempt: Attempt, attempts: int, over: bool
) -> None:
    assert is_over(SHIPPED, attempt, attempts, Reason.ASKED) is over
    assert is_over(SHIPPED, attempt, attempts, Reason.AGREEMENT) is over


@pytest.mark.parametrize("reason", [Reason.UNREAD, Reason.UNREACHABLE])
@pytest.mark.parametrize(
    ("attempts", "again", "for_lead", "over"),
    [
        # Wednesday, 15:00
        (1, "2026-03-04 17:00", False, False),
        (2, "2026-03-05 15:00", False, False),
        (3, "2026-03-05 15:00", True, False),
        (5, "2026-03-05 15:00", True, False),
        (6, "2026-03-05 15:00", True, True),
    ],
)
def test_what_was_not_read_is_tried_soon_then_the_next_day_then_by_a_lead_and_not_for_ever(
    reason: Reason, attempts: int, again: str, for_lead: bool, over: bool
) -> None:
    assert shown(try_again_by(SHIPPED, kyiv("2026-03-04 15:00"), attempts=attempts, reason=reason)) == again
    assert is_for_lead(SHIPPED, attempts, reason) is for_lead
    assert is_over(SHIPPED, Attempt.NO_ANSWER, attempts, reason) is over


@pytest.mark.parametrize("reason", sorted(set(Reason) - {Reason.UNREAD, Reason.UNREACHABLE}))
def test_other_calls_are_not_passed_to_a_lead_by_their_tries(reason: Reason) -> None:
    assert not any(is_for_lead(SHIPPED, attempts, reason) for attempts in range(20))


def test_whoever_asked_for_a_call_is_not_phoned_by_the_ladder_of_letters() -> None:
    assert {reason for reason in Reason if ladder_of(SHIPPED, reason).kind is TryKind.UNREAD} & WISHED == set()


@pytest.mark.parametrize("attempts", [1, 3, 20])
def test_in_danger_nobody_stops_trying_and_the_night_is_no_reason_to_wait(attempts: int) -> None:
    assert not is_over(SHIPPED, Attempt.NO_ANSWER, attempts, Reason.DANGER)
    late = kyiv("2026-03-07 23:30")
    assert try_again_by(SHIPPED, late, reason=Reason.DANGER) == late + timedelta(hours=1)


@pytest.mark.parametrize(
    ("missed", "calm", "crisis"),
    [
        ("2026-03-04 10:00", "2026-03-05 10:00", "2026-03-05 10:00"),
        ("2026-03-04 20:00", "2026-03-06 09:00", "2026-03-06 09:00"),
        ("2026-03-06 12:00", "2026-03-09 12:00", "2026-03-09 09:00"),
        ("2026-03-07 23:30", "2026-03-10 09:00", "2026-03-09 09:00"),
    ],
)
def test_a_new_promise_is_never_for_the_night(missed: str, calm: str, crisis: str) -> None:
    assert shown(next_promise(SHIPPED, kyiv(missed), crisis=False)) == calm
    assert shown(next_promise(SHIPPED, kyiv(missed), crisis=True)) == crisis


def test_where_another_office_decides_we_name_no_deadline_of_law_but_when_we_look() -> None:
    opened = kyiv("2026-03-02 10:00")
    assert law_by(SHIPPED, "passed-on", opened) is None
    looks = check_by(SHIPPED, CHECK_OTHERS, opened)
    assert looks.astimezone(KYIV).date() == date(2026, 3, 9)


def named(choices: list[Choice]) -> list[str]:
    return [f"{each.when.value} {span(each.window)}" for each in choices]


def test_a_call_is_put_off_to_soon_or_to_the_next_two_working_days_by_one_press() -> None:
    assert named(put_off(SHIPPED, kyiv("2026-03-04 10:00"))) == [
        "soon 2026-03-04 10:00 – 13:00",
        "today 2026-03-04 10:00 – 18:00",
        "morning 2026-03-05 09:00 – 13:00",
        "afternoon 2026-03-05 13:00 – 18:00",
        "morning 2026-03-06 09:00 – 13:00",
        "afternoon 2026-03-06 13:00 – 16:45",
    ]


def test_further_days_are_working_days_that_were_not_offered_yet() -> None:
    days = named(other_days(SHIPPED, kyiv("2026-03-04 10:00")))
    assert days[:2] == ["morning 2026-03-09 09:00 – 13:00", "afternoon 2026-03-09 13:00 – 18:00"]
    assert days[-1] == "afternoon 2026-03-18 13:00 – 18:00"


@given(st.integers(0, 365 * 24 * 60))
def test_no_time_is_offered_twice_and_all_are_of_days_to_come(minutes: int) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    choices = [*put_off(SHIPPED, now), *other_days(SHIPPED, now)]
    assert len({(each.when, each.window.day) for each in choices}) == len(choices)
    assert all(each.window.end > now for each in choices)
    assert len({each.window.day for each in choices if each.when is When.MORNING}) == LATER_DAYS
