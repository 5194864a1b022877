"""When something must have happened."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.catalogue import load_catalogue
from rules.catalogue import CaseMoment, CountsFrom, DeadlineRule, Evidence, MissingRule, Unit
from rules.deadlines import due_after_pause, due_at, first_reply_by, law_by
from rules.languages import Words
from rules.local_time import KYIV

SHIPPED = load_catalogue()
OFFICE = SHIPPED.hours_of("luhansk")


def kyiv(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


def shown(at: datetime | None) -> str:
    assert at is not None
    assert at.utcoffset() == timedelta(0)
    return at.astimezone(KYIV).strftime("%Y-%m-%d %H:%M")


def rule(
    amount: int,
    unit: Unit,
    counts_from: CountsFrom = CountsFrom.EVENT,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> DeadlineRule:
    what = Words(uk="щось", en="something")
    return DeadlineRule("X", what, amount, unit, counts_from, None, valid_from, valid_to, Evidence.OPEN)


@pytest.mark.parametrize(
    ("amount", "unit", "event", "due"),
    [
        (24, Unit.CLOCK_HOURS, "2026-03-07 15:00", "2026-03-08 15:00"),
        (24, Unit.CLOCK_HOURS, "2026-03-28 15:00", "2026-03-29 16:00"),  # a real day, though the clocks changed
        (2, Unit.WORKING_HOURS, "2026-03-06 16:00", "2026-03-09 10:15"),
        (1, Unit.SAME_HOUR, "2026-03-06 11:30", "2026-03-09 11:30"),
        (5, Unit.WORKING_DAYS, "2026-03-02 11:30", "2026-03-09 23:59"),
        (0, Unit.CALENDAR_DAYS, "2026-03-02 11:30", "2026-03-02 23:59"),
        (15, Unit.CALENDAR_DAYS, "2026-03-20 11:30", "2026-04-04 23:59"),
        (1, Unit.MONTHS, "2026-03-05 11:30", "2026-04-05 23:59"),
        (1, Unit.MONTHS, "2026-01-31 11:30", "2026-02-28 23:59"),
        (1, Unit.MONTHS, "2026-05-31 11:30", "2026-06-30 23:59"),
        (1, Unit.MONTHS, "2028-01-31 11:30", "2028-02-29 23:59"),
        (6, Unit.MONTHS, "2026-08-31 11:30", "2027-02-28 23:59"),
        (12, Unit.MONTHS, "2026-12-15 11:30", "2027-12-15 23:59"),
    ],
)
def test_a_deadline_is_counted_in_its_unit(amount: int, unit: Unit, event: str, due: str) -> None:
    assert shown(due_at(rule(amount, unit), kyiv(event), OFFICE)) == due


def test_days_are_those_of_kyiv_whatever_the_zone_of_the_moment() -> None:
    late = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)  # already the third in Kyiv
    assert shown(due_at(rule(1, Unit.WORKING_DAYS), late, OFFICE)) == "2026-03-04 23:59"


def test_what_comes_out_of_hours_can_count_from_the_next_opening() -> None:
    counted = rule(1, Unit.CLOCK_HOURS, CountsFrom.OPENING)
    assert shown(due_at(counted, kyiv("2026-03-07 15:00"), OFFICE)) == "2026-03-09 10:00"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        due_at(rule(1, Unit.CLOCK_HOURS), datetime(2026, 3, 7), OFFICE)  # noqa: DTZ001 - it is what is tested


@pytest.mark.parametrize(
    ("opened", "calm", "crisis"),
    [
        ("2026-03-03 10:20", "2026-03-04 10:20", "2026-03-04 10:20"),
        ("2026-03-03 20:00", "2026-03-05 09:00", "2026-03-04 20:00"),
        ("2026-03-05 17:30", "2026-03-06 16:45", "2026-03-06 16:45"),
        ("2026-03-06 12:00", "2026-03-09 12:00", "2026-03-07 12:00"),
        ("2026-03-07 12:00", "2026-03-10 09:00", "2026-03-08 12:00"),
    ],
)
def test_we_promise_the_next_working_day_and_a_day_by_the_clock_in_a_crisis(
    opened: str, calm: str, crisis: str
) -> None:
    assert shown(first_reply_by(SHIPPED, kyiv(opened), crisis=False)) == calm
    assert shown(first_reply_by(SHIPPED, kyiv(opened), crisis=True, organisation="luhansk")) == crisis


@pytest.mark.parametrize(
    ("intake_kind", "due"),
    [
        ("application", "2026-03-16 23:59"),
        ("report", "2026-03-09 23:59"),
        ("appeal", "2026-04-02 23:59"),
    ],
)
def test_the_law_sets_a_deadline_by_intake_kind(intake_kind: str, due: str) -> None:
    assert shown(law_by(SHIPPED, intake_kind, kyiv("2026-03-02 10:00"))) == due


def test_the_law_sets_none_for_a_consultation() -> None:
    assert law_by(SHIPPED, "consultation", kyiv("2026-03-02 10:00")) is None


def test_an_unknown_intake_kind_or_organisation_is_an_error() -> None:
    with pytest.raises(KeyError):
        law_by(SHIPPED, "gossip", kyiv("2026-03-02 10:00"))
    with pytest.raises(KeyError):
        first_reply_by(SHIPPED, kyiv("2026-03-02 10:00"), crisis=False, organisation="nowhere")


def test_a_gap_between_versions_says_which_rule_and_day() -> None:
    with pytest.raises(MissingRule, match="SS_ASSESS_ACT in force on 2024-06-12"):
        SHIPPED.deadline("SS_ASSESS_ACT", kyiv("2024-06-12 23:00"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-12-31", False), ("2026-01-01", True), ("2026-06-30", True), ("2026-07-01", False)],
)
def test_a_version_is_in_force_on_its_first_and_last_day(day: str, expected: bool) -> None:
    version = rule(1, Unit.MONTHS, valid_from=date(2026, 1, 1), valid_to=date(2026, 6, 30))
    assert version.in_force(date.fromisoformat(day)) is expected


def paused(unit: Unit, amount: int = 5) -> DeadlineRule:
    return replace(rule(amount, unit), pause="Закон")


@pytest.mark.parametrize(
    ("unit", "due", "since", "until", "then"),
    [
        (Unit.WORKING_DAYS, "2026-03-13 23:59", "2026-03-10 11:00", "2026-03-12 11:00", "2026-03-17 23:59"),
        (Unit.WORKING_DAYS, "2026-03-13 23:59", "2026-03-10 11:00", "2026-03-10 16:00", "2026-03-13 23:59"),
        (Unit.WORKING_DAYS, "2026-03-13 23:59", "2026-03-06 11:00", "2026-03-09 11:00", "2026-03-16 23:59"),
        (Unit.CALENDAR_DAYS, "2026-03-28 23:59", "2026-03-10 11:00", "2026-03-13 11:00", "2026-03-31 23:59"),
        (Unit.MONTHS, "2026-04-11 23:59", "2026-03-10 11:00", "2026-03-13 09:00", "2026-04-14 23:59"),
        (Unit.CLOCK_HOURS, "2026-03-28 20:00", "2026-03-28 10:00", "2026-03-28 20:00", "2026-03-29 07:00"),
        (Unit.WORKING_HOURS, "2026-03-13 16:00", "2026-03-12 17:00", "2026-03-13 10:00", "2026-03-16 10:15"),
        (Unit.SAME_HOUR, "2026-03-12 11:00", "2026-03-11 12:00", "2026-03-13 12:00", "2026-03-16 11:00"),
    ],
)
def test_a_pause_moves_a_deadline_by_its_own_unit(unit: Unit, due: str, since: str, until: str, then: str) -> None:
    moved = due_after_pause(paused(unit), kyiv(due), kyiv(since), kyiv(until), OFFICE)
    assert shown(moved) == then


def test_without_a_basis_nothing_stands_still() -> None:
    with pytest.raises(ValueError, match="never stands still"):
        due_after_pause(rule(5, Unit.WORKING_DAYS), kyiv("2026-03-13"), kyiv("2026-03-10"), kyiv("2026-03-12"), OFFICE)
    assert [each.id for each in SHIPPED.deadlines if each.pause] == [], "none of ours names one yet"


def test_a_case_begins_the_versions_of_the_day() -> None:
    first = replace(
        rule(5, Unit.WORKING_DAYS, valid_to=date(2026, 3, 31)), starts=CaseMoment.RECEIVED, kinds=("appeal",)
    )
    second = replace(first, amount=3, valid_from=date(2026, 4, 1), valid_to=None)
    versions = replace(SHIPPED, deadlines=(first, second))
    for day, amount, version in (("2026-03-31 23:30", 5, "first"), ("2026-04-01 00:30", 3, "2026-04-01")):
        [found] = versions.deadlines_from(CaseMoment.RECEIVED, "appeal", kyiv(day))
        assert (found.amount, found.version) == (amount, version)
        assert versions.deadline_version("X", version) is found
    assert versions.deadlines_from(CaseMoment.DECIDED, "appeal", kyiv("2026-04-01")) == ()
    assert versions.deadlines_from(CaseMoment.RECEIVED, "consultation", kyiv("2026-04-01")) == ()
    with pytest.raises(MissingRule):
        versions.deadline_version("X", "2020-01-01")
