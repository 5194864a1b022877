"""«/at 9:00 …»: when an answer shall go, as caseworkers type it. Kyiv time."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from rules.local_time import KYIV, aware, local_date

LONGEST = timedelta(days=60)
"""Further ahead nobody knows whether the words will still be right."""


class Misread(StrEnum):
    """Why a moment can't be taken."""

    USAGE = "usage"
    """It can't be read as a moment."""
    PAST = "past"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Moment:
    """When (UTC), and the words that follow it, which may be none."""

    at: datetime
    words: str


_DAYS = {"сьогодні": 0, "today": 0, "завтра": 1, "tomorrow": 1, "післязавтра": 2}
_SAID = re.compile(
    r"\s*(?:(?P<word>[^\W\d_]+)\s+|(?P<day>\d{1,2})\.(?P<month>\d{1,2})(?:\.(?P<year>\d{4}))?\s+)?"
    r"(?:[оo]б?\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?!\d|[.:]\d)\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)


def read(said: str, now: datetime) -> Moment | Misread:
    """The moment that stands at the beginning of `said`, and what follows it. `now`: an aware moment.

    Known: `9:00`, `завтра 9:00`, `27.11 9:00`, `27.11.2026 9:00`, with «о» before the hour or without. A day without a
    year is the next one of that name.
    """
    found = _SAID.fullmatch(said)
    if found is None:
        return Misread.USAGE
    try:
        hour = time(int(found["hour"]), int(found["minute"]))
        day = _day(found, local_date(aware(now)))
    except ValueError:
        return Misread.USAGE
    if day is None:
        return Misread.USAGE
    at = _moment(day, hour)
    if at <= now and found["day"] and not found["year"] and (anew := _next_year(day)) is not None:
        later = _moment(anew, hour)
        at = later if later - now <= LONGEST else at
    if at <= now:
        return Misread.PAST
    return Misread.FAR if at - now > LONGEST else Moment(at, found["words"].strip())


def words_behind(said: str) -> str:
    """What follows the moment, be it over or not; all of it where no moment stands there."""
    found = _SAID.fullmatch(said)
    return found["words"].strip() if found is not None else said.strip()


def _day(found: re.Match[str], today: date) -> date | None:
    if found["day"]:
        return date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    word = (found["word"] or "сьогодні").casefold()
    # «о 9:00» alone: the preposition stands where a day could.
    days = 0 if word in ("о", "об", "o") else _DAYS.get(word)
    return None if days is None else today + timedelta(days=days)


def _moment(day: date, hour: time) -> datetime:
    """An hour that the clocks leap over is the one behind it; one that comes twice is the first."""
    return datetime.combine(day, hour, tzinfo=KYIV).astimezone(UTC)


def _next_year(day: date) -> date | None:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None
