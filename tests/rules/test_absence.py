"""A day on which somebody is back, however it is typed; and nobody stays away by mistake."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.absence import LONGEST, NoReturn, common_returns, is_away, read_return, return_on
from rules.local_time import KYIV
from rules.working_time import Span, WorkingHours

WEDNESDAY = date(2026, 3, 11)
FRIDAY = date(2026, 3, 13)
OFFICE = WorkingHours(tuple([(Span(time(9), time(18)),)] * 5 + [(), ()]))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("завтра", date(2026, 3, 12)),
        ("до завтра", date(2026, 3, 12)),
        ("Післязавтра", date(2026, 3, 13)),
        ("до понеділка", date(2026, 3, 16)),
        ("Понеділок", date(2026, 3, 16)),
        ("до середи", date(2026, 3, 18)),
        ("до п’ятниці", FRIDAY),
        ("до кінця тижня", date(2026, 3, 16)),
        ("до кінця місяця", date(2026, 4, 1)),
        ("на тиждень", date(2026, 3, 18)),
        ("на два тижні", date(2026, 3, 25)),
        ("на 10 днів", date(2026, 3, 21)),
        ("через місяць", date(2026, 4, 10)),
        ("16 березня", date(2026, 3, 16)),
        ("до 16-го березня", date(2026, 3, 16)),
        ("16.03", date(2026, 3, 16)),
        ("16/3", date(2026, 3, 16)),
        ("10 березня", date(2027, 3, 10)),
        ("/away до 16.03.2026", date(2026, 3, 16)),
        ("/away@suprovid_bot until 16 march 2026", date(2026, 3, 16)),
        ("until 2 May", date(2026, 5, 2)),
        ("March 16", date(2026, 3, 16)),
        ("2026-03-16", date(2026, 3, 16)),
        ("16 березня 2026 року", date(2026, 3, 16)),
        ("for 2 weeks", date(2026, 3, 25)),
        ("next week", date(2026, 3, 16)),
        ("сьогодні", NoReturn.NO_DAY),
        ("11.03.2026", NoReturn.NOT_AHEAD),
        ("10 березня 2026", NoReturn.NOT_AHEAD),
        ("1 січня 2030", NoReturn.TOO_FAR),
        ("на 900 днів", NoReturn.TOO_FAR),
        ("31 лютого", NoReturn.NO_DAY),
        ("скоро", NoReturn.NO_DAY),
        ("", NoReturn.NO_DAY),
        ("на сто тижнів", NoReturn.NO_DAY),
    ],
)
def test_a_day_is_read_as_people_type_it(written: str, expected: date | NoReturn) -> None:
    assert read_return(written, WEDNESDAY) == expected


@given(st.text(max_size=80), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_whatever_is_typed_it_is_a_day_ahead_or_a_reason(written: str, today: date) -> None:
    found = read_return(written, today)
    assert isinstance(found, NoReturn) or today < found <= today + LONGEST


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_days_that_are_offered_can_be_pressed_and_typed(today: date) -> None:
    for day in common_returns(OFFICE, today):
        assert return_on(day, today) == day
        assert read_return(f"{day:%d.%m}", today) == day


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (WEDNESDAY, [12, 13, 16, 18, 25, 8]),
        (FRIDAY, [16, 17, 20, 27, 10]),
    ],
)
def test_the_next_working_days_are_offered_and_no_weekend_first(today: date, expected: list[int]) -> None:
    assert [day.day for day in common_returns(OFFICE, today)] == expected


@pytest.mark.parametrize(
    ("now", "away"),
    [
        (datetime(2026, 3, 13, 12, tzinfo=KYIV), True),
        (datetime(2026, 3, 15, 23, 59, tzinfo=KYIV), True),
        (datetime(2026, 3, 16, 0, 0, tzinfo=KYIV), False),
        (datetime(2026, 3, 16, 9, 0, tzinfo=KYIV), False),
        (datetime(2030, 1, 1, tzinfo=KYIV), False),
    ],
)
def test_over_a_weekend_one_is_away_until_the_day_begins_in_kyiv(now: datetime, away: bool) -> None:
    assert is_away(date(2026, 3, 16), now) is away
    assert is_away(None, now) is False


def test_a_year_is_the_longest() -> None:
    assert return_on(WEDNESDAY + LONGEST, WEDNESDAY) == WEDNESDAY + LONGEST
    assert return_on(WEDNESDAY + LONGEST + timedelta(days=1), WEDNESDAY) is NoReturn.TOO_FAR
    assert return_on(WEDNESDAY, WEDNESDAY) is NoReturn.NOT_AHEAD
