"""When each step of a ladder comes: over weekends, nights and changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import load_catalogue
from rules.catalogue import ReminderKind
from rules.catalogue.ladders import Clock, Ladder, Lapse, Step, When
from rules.deadlines import due_at
from rules.local_time import KYIV
from rules.quiet_hours import morning_after
from rules.reminders import (
    OWN_DAYS,
    digest_at,
    halfway,
    ladder_for,
    moments,
    own_days,
    own_hours,
    snoozed_until,
)

SHIPPED = load_catalogue()
OFFICE = SHIPPED.hours_of("luhansk")
LADDERS = SHIPPED.ladders


def kyiv(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV).astimezone(UTC)


def shown(at: datetime) -> str:
    assert at.utcoffset() == timedelta(0)
    return at.astimezone(KYIV).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("rule", "started", "steps"),
    [
        # Ten working days from a Wednesday: half of the working time, the morning of the working day before, the due
        # moment itself at 23:59, which waits for the next morning.
        ("SS_DECIDE", "2026-03-11 11:00", ["2026-03-18 14:30", "2026-03-24 09:00", "2026-03-26 08:00"]),
        # Over a weekend and the change of the clocks on the 29th of March.
        ("SS_DECIDE", "2026-03-25 11:00", ["2026-04-01 14:30", "2026-04-07 09:00", "2026-04-09 08:00"]),
        ("SS_ASSESS", "2026-03-06 16:00", ["2026-03-11 12:30", "2026-03-12 09:00", "2026-03-14 08:00"]),
        # A limit of one working day: the working day before is that of the event itself, and is none.
        ("SS_ASSESS_ACT", "2026-03-11 11:00", ["2026-03-12 10:00", "2026-03-13 08:00"]),
        # A month ends on a Saturday: the working day before is the Friday.
        ("AP_STD", "2026-03-11 11:00", ["2026-03-26 13:52", "2026-04-10 09:00", "2026-04-12 08:00"]),
        # A day by the clock: also at night.
        ("SS_DECIDE_CRISIS", "2026-03-11 11:00", ["2026-03-11 23:00", "2026-03-12 09:00", "2026-03-12 10:30"]),
        # The night in which the clocks go forward: 24 hours are 24 hours.
        ("SS_DECIDE_CRISIS", "2026-03-28 20:00", ["2026-03-29 09:00", "2026-03-29 19:00", "2026-03-29 20:30"]),
        ("SS_DECIDE_CRISIS", "2026-10-24 20:00", ["2026-10-25 07:00", "2026-10-25 17:00", "2026-10-25 18:30"]),
    ],
)
def test_the_steps_of_a_deadline(rule: str, started: str, steps: list[str]) -> None:
    begun = kyiv(started)
    due = due_at(SHIPPED.deadline(rule, begun), begun, OFFICE)
    ladder = LADDERS[ladder_for(begun, due)]
    found = moments(ladder, begun, due, begun, OFFICE)
    assert [shown(each.at) for each in found] == steps
    assert [each.until for each in found] == [*(each.at for each in found[1:]), None], "each ends where the next begins"


def test_who_is_told_grows_with_each_step() -> None:
    for kind in (ReminderKind.DEADLINE, ReminderKind.DEADLINE_SHORT):
        readers = [set(step.to) for step in LADDERS[kind].steps]
        assert [len(each) for each in readers] == [1, 2, 3]
        assert readers[0] < readers[1] < readers[2]


@pytest.mark.parametrize(
    ("waiting_since", "reply_by", "steps"),
    [
        ("2026-03-11 11:00", "2026-03-12 11:00", ["2026-03-11 15:30", "2026-03-12 09:00"]),
        # From Friday to Monday: nobody is told on the weekend.
        ("2026-03-06 11:30", "2026-03-09 11:30", ["2026-03-06 15:22", "2026-03-09 09:30"]),
        # Written at night; the promise counts from the opening.
        ("2026-03-11 23:00", "2026-03-13 08:00", ["2026-03-12 13:30", "2026-03-12 16:00"]),
    ],
)
def test_the_steps_before_a_promise_ends(waiting_since: str, reply_by: str, steps: list[str]) -> None:
    since = kyiv(waiting_since)
    found = moments(LADDERS[ReminderKind.UNANSWERED], since, kyiv(reply_by), since, OFFICE)
    assert [shown(each.at) for each in found] == steps


def test_a_person_is_reminded_of_a_question_by_day_and_not_for_ever() -> None:
    asked = kyiv("2026-03-06 16:30")
    found = moments(LADDERS[ReminderKind.QUESTION], asked, asked, asked, OFFICE)
    assert [shown(each.at) for each in found] == ["2026-03-10 16:30", "2026-03-13 16:30"]
    assert found[0].until == found[1].at
    assert found[1].until == found[1].at + timedelta(hours=48)


def test_what_is_over_is_planned_no_more_but_what_is_true_still_is() -> None:
    begun = kyiv("2026-03-11 11:00")
    due = due_at(SHIPPED.deadline("SS_DECIDE", begun), begun, OFFICE)
    ladder = LADDERS[ReminderKind.DEADLINE]
    late = moments(ladder, begun, due, due + timedelta(days=30), OFFICE)
    assert [each.step for each in late] == [2], "that it is over is still true"
    between = moments(ladder, begun, due, kyiv("2026-03-20 10:00"), OFFICE)
    assert [each.step for each in between] == [0, 1, 2]
    asked = begun - timedelta(days=60)
    assert moments(LADDERS[ReminderKind.QUESTION], asked, asked, begun, OFFICE) == []


DAYS = st.integers(min_value=0, max_value=800)
AT = st.builds(
    lambda days, minutes: datetime(2025, 12, 1, tzinfo=UTC) + timedelta(days=days, minutes=minutes),
    DAYS,
    st.integers(min_value=0, max_value=24 * 60 - 1),
)
LIMITS = st.sampled_from([rule for rule in SHIPPED.deadlines if rule.unit.value != "months"])


@given(AT, LIMITS, st.sampled_from([ReminderKind.DEADLINE, ReminderKind.DEADLINE_SHORT, ReminderKind.UNANSWERED]))
def test_steps_are_in_order_within_the_limit_and_by_day(begun: datetime, rule: object, kind: ReminderKind) -> None:
    due = due_at(rule, begun, OFFICE)  # type: ignore[arg-type]  # a rule of the catalogue
    ladder = LADDERS[kind]
    found = moments(ladder, begun, due, begun, OFFICE)
    assert [each.at for each in found] == sorted(each.at for each in found)
    for each in found:
        assert each.at >= begun
        assert each.until is None or each.until > each.at
        if ladder.quiet:
            assert morning_after(each.at) == each.at
        if ladder.steps[each.step].when is not When.DUE:
            assert each.at < due


@given(AT, st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=60)))
def test_half_is_half_of_the_working_time(begun: datetime, span: timedelta) -> None:
    middle = halfway(begun, begun + span, OFFICE)
    assert begun <= middle <= begun + span
    before, after = OFFICE.working_between(begun, middle), OFFICE.working_between(middle, begun + span)
    if OFFICE.working_between(begun, begun + span) > timedelta(minutes=1):
        assert abs(before - after) < timedelta(seconds=1)


@given(AT, st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(hours=100)))
def test_working_time_before_a_moment_is_what_is_left_until_it(end: datetime, amount: timedelta) -> None:
    start = OFFICE.before_working(end, amount)
    assert OFFICE.working_between(start, end) == amount
    assert OFFICE.working_between(start + timedelta(seconds=1), end) < amount


def test_the_working_day_before_is_never_a_day_off() -> None:
    assert shown(OFFICE.opening_before(kyiv("2026-03-09 23:59"), 1)) == "2026-03-06 09:00"
    assert shown(OFFICE.opening_before(kyiv("2026-03-08 12:00"), 1)) == "2026-03-06 09:00"
    assert shown(OFFICE.opening_before(kyiv("2026-03-30 12:00"), 1)) == "2026-03-27 09:00"


def test_a_step_counted_in_days_keeps_the_hour_on_the_wall() -> None:
    steps = (Step(When.AFTER, (), 1, Lapse.DAYS), Step(When.BEFORE, (), 1, Lapse.DAYS))
    ladder = Ladder(ReminderKind.DEADLINE, steps, Clock.WORKING, quiet=False, opt_out=False, keep_hours=0)
    found = moments(ladder, kyiv("2026-03-28 12:00"), kyiv("2026-03-31 15:00"), kyiv("2026-03-28 12:00"), OFFICE)
    assert [shown(each.at) for each in found] == ["2026-03-29 12:00", "2026-03-30 15:00"]


@pytest.mark.parametrize(
    ("now", "hour", "comes"),
    [
        ("2026-03-11 07:00", 8, "2026-03-11 08:00"),
        ("2026-03-11 08:00", 8, "2026-03-12 08:00"),
        ("2026-03-13 09:00", 8, "2026-03-16 08:00"),
        ("2026-03-14 03:00", 7, "2026-03-16 07:00"),
        ("2026-03-28 03:00", 9, "2026-03-30 09:00"),
    ],
)
def test_the_digest_comes_on_working_mornings(now: str, hour: int, comes: str) -> None:
    assert shown(digest_at(kyiv(now), hour, OFFICE)) == comes


def test_put_off_keeps_the_hour_but_never_into_the_night() -> None:
    assert shown(snoozed_until(kyiv("2026-03-28 15:30"), 1, OFFICE)) == "2026-03-29 15:30"
    assert shown(snoozed_until(kyiv("2026-03-28 22:30"), 1, OFFICE)) == "2026-03-30 08:00"


def test_today_is_offered_while_an_hour_of_it_is_left() -> None:
    morning, evening = kyiv("2026-03-11 09:30"), kyiv("2026-03-11 20:00")
    assert own_days(morning, OFFICE)[0] == date(2026, 3, 11)
    assert own_hours(date(2026, 3, 11), morning, OFFICE) == [10, 12, 14, 16, 18, 20]
    assert own_days(evening, OFFICE)[0] == date(2026, 3, 12)
    assert len(own_days(evening, OFFICE)) == len(OWN_DAYS) - 1
