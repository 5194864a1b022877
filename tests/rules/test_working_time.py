"""Working time over weekends, holidays and changes of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.local_time import KYIV
from rules.working_time import Span, WorkingHours

LONG = (Span(time(9), time(18)),)
SHORT = (Span(time(9), time(16, 45)),)
OFFICE = WorkingHours((LONG, LONG, LONG, LONG, SHORT, (), ()))
HOUR = timedelta(hours=1)


def kyiv(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


def shown(at: datetime) -> str:
    assert at.utcoffset() == timedelta(0)
    return at.astimezone(KYIV).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-03-05 09:00", True),
        ("2026-03-05 17:59", True),
        ("2026-03-05 18:00", False),
        ("2026-03-05 08:59", False),
        ("2026-03-06 16:44", True),
        ("2026-03-06 16:45", False),
        ("2026-03-07 12:00", False),
    ],
)
def test_somebody_is_there_from_opening_up_to_closing(at: str, expected: bool) -> None:
    assert OFFICE.is_working(kyiv(at)) is expected


def test_the_moment_may_come_in_any_zone() -> None:
    assert OFFICE.is_working(datetime(2026, 3, 5, 2, 30, tzinfo=ZoneInfo("America/New_York")))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-03-05 12:34", "2026-03-05 12:34"),
        ("2026-03-05 06:00", "2026-03-05 09:00"),
        ("2026-03-05 18:00", "2026-03-06 09:00"),
        ("2026-03-06 16:45", "2026-03-09 09:00"),
        ("2026-03-28 10:00", "2026-03-30 09:00"),  # the clocks changed in between
    ],
)
def test_the_next_opening_is_now_or_the_coming_morning(at: str, expected: str) -> None:
    assert shown(OFFICE.next_opening(kyiv(at))) == expected


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        ("2026-03-05 10:00", 2, "2026-03-05 12:00"),
        ("2026-03-05 17:00", 2, "2026-03-06 10:00"),
        ("2026-03-05 09:00", 9, "2026-03-05 18:00"),
        ("2026-03-06 16:00", 1, "2026-03-09 09:15"),
        ("2026-03-07 12:00", 1, "2026-03-09 10:00"),
        ("2026-03-27 16:00", 1, "2026-03-30 09:15"),
        ("2026-10-23 16:00", 1, "2026-10-26 09:15"),
        ("2026-03-07 12:00", 0, "2026-03-07 12:00"),
    ],
)
def test_working_time_passes_only_while_somebody_is_there(start: str, hours: int, expected: str) -> None:
    assert shown(OFFICE.add_working(kyiv(start), hours * HOUR)) == expected


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        ("2026-03-02 10:00", 1, "2026-03-03 23:59"),
        ("2026-03-02 23:59", 1, "2026-03-03 23:59"),
        ("2026-03-06 10:00", 1, "2026-03-09 23:59"),
        ("2026-03-07 10:00", 1, "2026-03-09 23:59"),
        ("2026-03-02 10:00", 10, "2026-03-16 23:59"),
        ("2026-03-20 10:00", 10, "2026-04-03 23:59"),
    ],
)
def test_working_days_end_with_the_last_of_them_and_leave_out_the_first(start: str, days: int, expected: str) -> None:
    assert shown(OFFICE.add_working_days(kyiv(start), days)) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-03-02 10:20", "2026-03-03 10:20"),
        ("2026-03-02 20:00", "2026-03-04 09:00"),
        ("2026-03-05 17:30", "2026-03-06 16:45"),
        ("2026-03-06 12:00", "2026-03-09 12:00"),
        ("2026-03-07 12:00", "2026-03-10 09:00"),
        ("2026-03-27 12:00", "2026-03-30 12:00"),
    ],
)
def test_the_same_hour_of_the_next_working_day_is_never_after_closing(start: str, expected: str) -> None:
    assert shown(OFFICE.same_hour_after(kyiv(start), 1)) == expected


def test_a_day_off_is_no_working_day() -> None:
    closed = WorkingHours(OFFICE.week, days_off=frozenset({date(2026, 3, 3)}))
    assert not closed.is_working(kyiv("2026-03-03 12:00"))
    assert shown(closed.add_working_days(kyiv("2026-03-02 10:00"), 1)) == "2026-03-04 23:59"
    assert shown(closed.add_working(kyiv("2026-03-02 17:00"), 2 * HOUR)) == "2026-03-04 10:00"


def test_no_moment_counts_twice_when_the_clocks_jump_over_two_spans() -> None:
    night = WorkingHours(((), (), (), (), (), (), (Span(time(2), time(3, 30)), Span(time(4), time(6)))))
    sunday = kyiv("2026-03-29 00:00")
    assert shown(night.add_working(sunday, 3 * HOUR)) == "2026-03-29 06:00"


def test_the_repeated_hour_of_autumn_is_working_time_too() -> None:
    night = WorkingHours(((), (), (), (), (), (), (Span(time(2), time(6)),)))
    sunday = kyiv("2026-10-25 00:00")
    assert shown(night.add_working(sunday, 5 * HOUR)) == "2026-10-25 06:00"


@pytest.mark.parametrize(
    "week",
    [
        ((LONG,) * 6),
        ((),) * 7,
        ((Span(time(9), time(13)), Span(time(12), time(18))), *((),) * 6),
    ],
)
def test_hours_that_make_no_sense_are_refused(week: tuple[tuple[Span, ...], ...]) -> None:
    with pytest.raises(ValueError, match=r"seven days|nobody works|overlap"):
        WorkingHours(week)


def test_a_span_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="before it opens"):
        Span(time(18), time(9))


def test_working_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        OFFICE.add_working(kyiv("2026-03-02 10:00"), -HOUR)
    with pytest.raises(ValueError, match="at least one"):
        OFFICE.add_working_days(kyiv("2026-03-02 10:00"), 0)


def test_hours_that_never_come_are_an_error_and_no_endless_search() -> None:
    never = WorkingHours(OFFICE.week, days_off=frozenset(date(2026, 1, 1) + timedelta(days=day) for day in range(4100)))
    with pytest.raises(ValueError, match="ten years"):
        never.add_working_days(kyiv("2026-03-02 10:00"), 1)
    with pytest.raises(ValueError, match="ten years"):
        never.next_opening(kyiv("2026-03-02 10:00"))


# Weeks with spans at any time of the day, also in the hours that the clocks skip or repeat.
_MINUTES = st.lists(st.integers(0, 24 * 60 - 1), max_size=6, unique=True).map(sorted)


def _spans(minutes: list[int]) -> tuple[Span, ...]:
    times = [time(minute // 60, minute % 60) for minute in minutes]
    return tuple(Span(*pair) for pair in zip(times[::2], times[1::2], strict=False))


WEEKS = st.lists(_MINUTES.map(_spans), min_size=7, max_size=7).map(tuple).filter(any)
HOURS = st.builds(WorkingHours, WEEKS, st.sampled_from([KYIV, ZoneInfo("America/St_Johns"), ZoneInfo("UTC")]))
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - a strategy's bounds are naive
AMOUNTS = st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes))


@given(hours=HOURS, start=MOMENTS, one=AMOUNTS, two=AMOUNTS)
def test_working_time_adds_up(hours: WorkingHours, start: datetime, one: timedelta, two: timedelta) -> None:
    assert hours.add_working(hours.add_working(start, one), two) == hours.add_working(start, one + two)


@given(hours=HOURS, start=MOMENTS, amount=AMOUNTS)
def test_the_last_moment_of_working_time_is_worked(hours: WorkingHours, start: datetime, amount: timedelta) -> None:
    end = hours.add_working(start, amount)
    assert end - start >= amount
    assert hours.is_working(end - timedelta(microseconds=1))


@given(hours=HOURS, at=MOMENTS)
def test_the_next_opening_is_worked_and_nothing_before_it_is(hours: WorkingHours, at: datetime) -> None:
    opening = hours.next_opening(at)
    assert hours.is_working(opening)
    assert (opening == at) == hours.is_working(at)
    if opening > at:
        assert not hours.is_working(opening - timedelta(microseconds=1))
        assert not hours.is_working(at + (opening - at) / 2)


@given(hours=HOURS, start=MOMENTS, n=st.integers(1, 30))
def test_between_two_working_days_lie_exactly_the_counted_ones(hours: WorkingHours, start: datetime, n: int) -> None:
    first = start.astimezone(hours.zone).date()
    last = hours.add_working_days(start, n).astimezone(hours.zone).date()
    days = [first + timedelta(days=day) for day in range(1, (last - first).days + 1)]
    assert sum(map(hours.is_working_day, days)) == n
    assert hours.is_working_day(last)


@given(hours=HOURS, start=MOMENTS, n=st.integers(1, 5))
def test_the_same_hour_falls_on_the_counted_working_day(hours: WorkingHours, start: datetime, n: int) -> None:
    due = hours.same_hour_after(start, n)
    assert (
        due.astimezone(hours.zone).date()
        == hours.add_working_days(hours.next_opening(start), n).astimezone(hours.zone).date()
    )


@given(hours=HOURS, start=MOMENTS)
def test_an_earlier_start_is_never_due_later(hours: WorkingHours, start: datetime) -> None:
    later = start + timedelta(hours=7)
    assert hours.add_working(start, HOUR) <= hours.add_working(later, HOUR)
    assert hours.add_working_days(start, 3) <= hours.add_working_days(later, 3)
