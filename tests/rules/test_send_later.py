"""«/at …»: moments as caseworkers type them, in Kyiv's time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.local_time import KYIV
from rules.send_later import LONGEST, Misread, Moment, read, words_behind

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
"""Thursday, 10:00 in Kyiv."""


def kyiv(*when: int) -> datetime:
    """A moment in Kyiv."""
    year, month, day, hour, minute = when
    return datetime(year, month, day, hour, minute, tzinfo=KYIV)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("12:30 Приходьте", kyiv(2026, 11, 26, 12, 30)),
        ("12.30 Приходьте", kyiv(2026, 11, 26, 12, 30)),
        ("о 12:30 Приходьте", kyiv(2026, 11, 26, 12, 30)),
        ("сьогодні 12:30 Приходьте", kyiv(2026, 11, 26, 12, 30)),
        ("завтра 9:00 Приходьте", kyiv(2026, 11, 27, 9, 0)),
        ("Завтра о 9:00 Приходьте", kyiv(2026, 11, 27, 9, 0)),
        ("tomorrow 9:00 Приходьте", kyiv(2026, 11, 27, 9, 0)),
        ("післязавтра 09:05 Приходьте", kyiv(2026, 11, 28, 9, 5)),
        ("27.11 9:00 Приходьте", kyiv(2026, 11, 27, 9, 0)),
        ("27.11.2026 9:00 Приходьте", kyiv(2026, 11, 27, 9, 0)),
        ("5.01 9:00 Приходьте", kyiv(2027, 1, 5, 9, 0)),
        ("  12:30\nПриходьте", kyiv(2026, 11, 26, 12, 30)),
    ],
)
def test_moments_are_read(said: str, at: datetime) -> None:
    assert read(said, NOW) == Moment(at.astimezone(UTC), "Приходьте")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("9:00 Приходьте", Misread.PAST),
        ("10:00 Приходьте", Misread.PAST),
        ("25.11 9:00 Приходьте", Misread.PAST),
        ("1.09 9:00 Приходьте", Misread.PAST),
        ("25.11.2025 9:00 Приходьте", Misread.PAST),
        ("20.02.2027 9:00 Приходьте", Misread.FAR),
        ("Приходьте", Misread.USAGE),
        ("", Misread.USAGE),
        ("колись 9:00 Приходьте", Misread.USAGE),
        ("25:00 Приходьте", Misread.USAGE),
        ("9:60 Приходьте", Misread.USAGE),
        ("30.02 9:00 Приходьте", Misread.USAGE),
        ("9 Приходьте", Misread.USAGE),
        ("12:305 Приходьте", Misread.USAGE),
    ],
)
def test_what_is_no_moment_to_come_says_why(said: str, why: Misread) -> None:
    assert read(said, NOW) is why


def test_words_may_be_missing() -> None:
    assert read("12:30", NOW) == Moment(kyiv(2026, 11, 26, 12, 30).astimezone(UTC), "")


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        ("28.03", "3:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        ("31.10", "3:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
    ],
)
def test_hours_that_the_clocks_leap_over_or_name_twice(day: str, hour: str, utc: datetime) -> None:
    said = read(f"{day}.2027 {hour} текст", utc - timedelta(days=3))
    assert said == Moment(utc, "текст")


def test_what_follows_a_moment_is_found_when_it_is_over() -> None:
    assert words_behind("9:00 Приходьте") == "Приходьте"
    assert words_behind("Приходьте") == "Приходьте"


@given(st.text(max_size=60), st.integers(0, 10_000_000))
def test_whatever_is_typed_what_is_read_is_ahead_and_near(said: str, minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    found = read(said, now)
    assert isinstance(found, Misread) or timedelta(0) < found.at - now <= LONGEST


@given(st.integers(1, 59), st.integers(0, 23), st.integers(0, 59))
def test_every_day_of_the_next_two_months_can_be_named(days: int, hour: int, minute: int) -> None:
    day = NOW.astimezone(KYIV).date() + timedelta(days=days)
    found = read(f"{day.day}.{day.month} {hour}:{minute:02d} текст", NOW)
    assert isinstance(found, Moment)
    at = found.at.astimezone(KYIV)
    assert (at.date(), at.hour, at.minute) == (day, hour, minute)
