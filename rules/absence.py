"""Who is away, and until when: a day on which somebody is back at work, as it is pressed or typed.

Nothing has to be switched back: whoever is away is there again as soon as the day begins in Kyiv.
"""

import re
from datetime import date, datetime, timedelta
from enum import StrEnum

from rules.forms.dates import month_of, read_date
from rules.forms.problems import Problem
from rules.local_time import local_date
from rules.working_time import WorkingHours

LONGEST = timedelta(days=366)
"""Whoever is away for longer is no longer counted on: a lead removes them and invites them anew."""


class NoReturn(StrEnum):
    """Why a text names no day on which somebody is back."""

    NO_DAY = "no-day"
    NOT_AHEAD = "not-ahead"
    TOO_FAR = "too-far"


_WEEKDAYS = tuple(
    re.compile(written)
    for written in (
        "понеділ(?:ок|ка|ку)|monday",
        "вівтор(?:ок|ка|ку)|tuesday",
        "серед[аиу]|wednesday",
        "четвер(?:га|гу)?|thursday",
        "п.?ятниц[яіюи]|friday",
        "субот[аиу]|saturday",
        "неділ[яіюи]|sunday",
    )
)
_NUMBERS = {"один": 1, "одну": 1, "два": 2, "дві": 2, "три": 3, "чотири": 4, "a": 1, "one": 1, "two": 2, "three": 3}
_SPAN = re.compile(
    r"(?:(?:на|через|за|for|in)\s+)?(?:(?P<number>[0-9]{1,3}|[^\W\d_]+)\s+)?"
    r"(?P<unit>день|дні|днів|days?|тиждень|тижні|тижнів|weeks?|місяць|місяці|місяців|months?)"
)
_DAYS = {"т": 7, "w": 7, "м": 30, "m": 30}
"""By the first letter of the unit; anything else is days."""
_BEFORE = re.compile(r"^(?:/\w+(?:@\w+)?\s*)?(?:(?:до|по|until|till|by|on)\s+)?")
_BARE_DAY = re.compile(r"([0-9]{1,2})\s*[./\-]\s*([0-9]{1,2})\.?")
_NAMED_DAY = re.compile(r"([0-9]{1,2})\s*(?:-?го|st|nd|rd|th)?\s+([^\W\d_]+)|([^\W\d_]+)\s+([0-9]{1,2})")


def is_away(back_on: date | None, now: datetime) -> bool:
    """Whether somebody who is back on a local day (None: was never away) is still away at an aware moment."""
    return back_on is not None and local_date(now) < back_on


def common_returns(hours: WorkingHours, today: date) -> tuple[date, ...]:
    """Days to offer: the next two working days, the next Monday, the days a week, two and four later."""
    first = hours.working_day_after(today)
    monday = today + timedelta(days=7 - today.weekday())
    later = (today + timedelta(weeks=weeks) for weeks in (1, 2, 4))
    return tuple(sorted({first, hours.working_day_after(first), monday, *later}))


def return_on(day: date, today: date) -> date | NoReturn:
    """The day itself, if somebody can be away until then from today on."""
    if day <= today:
        return NoReturn.NOT_AHEAD
    return day if day - today <= LONGEST else NoReturn.TOO_FAR


def read_return(written: str, today: date) -> date | NoReturn:
    """The day on which somebody is back: «до 16 березня», «16.03», «до понеділка», «на два тижні», "until 2 May".

    A day without a year is the next one of that name. A command before it is passed over.
    """
    text = _BEFORE.sub("", " ".join(written.casefold().split()), count=1).strip(" .,!")
    found = _relative(text, today) or _without_year(text, today)
    if found is None:
        read = read_date(text, today, past=False)
        if isinstance(read, Problem):
            return NoReturn.TOO_FAR if read is Problem.TOO_FAR else NoReturn.NO_DAY
        found = read
    return return_on(found, today)


def _relative(text: str, today: date) -> date | None:
    match text:
        case "завтра" | "tomorrow":
            return today + timedelta(days=1)
        case "післязавтра" | "the day after tomorrow":
            return today + timedelta(days=2)
        case "кінця тижня" | "next week" | "наступного тижня":
            return today + timedelta(days=7 - today.weekday())
        case "кінця місяця" | "next month" | "наступного місяця":
            return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    for number, weekday in enumerate(_WEEKDAYS):
        if weekday.fullmatch(text):
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return _after_a_span(text, today)


def _after_a_span(text: str, today: date) -> date | None:
    span = _SPAN.fullmatch(text)
    if span is None:
        return None
    said = span["number"]
    number = 1 if said is None else int(said) if said.isdigit() else _NUMBERS.get(said)
    return None if number is None else today + timedelta(days=number * _DAYS.get(span["unit"][0], 1))


def _without_year(text: str, today: date) -> date | None:
    """«16 березня», «16.03», "March 16"."""
    if bare := _BARE_DAY.fullmatch(text):
        day, month = int(bare[1]), int(bare[2])
    elif named := _NAMED_DAY.fullmatch(text):
        day, word = (int(named[1]), named[2]) if named[1] else (int(named[4]), named[3])
        found = month_of(word)
        if found is None:
            return None
        month = found
    else:
        return None
    return _next_such_day(day, month, today)


def _next_such_day(day: int, month: int, today: date) -> date | None:
    for year in range(today.year, today.year + 5):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found > today:
            return found
    return None
