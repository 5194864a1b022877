"""Dates as people type them: 12.03.1951, 12/3/51, 1951-03-12, «12 березня 1951», «12 марта 51 г.», "March 12, 1951".

Where day and month could be either, the day stands first, as everywhere in Ukraine.
"""

import re
from datetime import date

from rules.forms.problems import Problem

OLDEST_YEARS = 120
"""Nobody alive was born earlier; an age above it is a slip of the finger."""
AHEAD_YEARS = 10

_MONTHS = tuple(
    re.compile(written)
    for written in (
        "січ(?:ень|ня|ні)?|янв(?:ар[ьяе])?|jan(?:uary)?",
        "лют(?:ий|ого|ому)?|фев(?:рал[ьяе])?|feb(?:ruary)?",
        "бер(?:езень|езня|езні)?|мар(?:та?|те)?|mar(?:ch)?",
        "кві(?:т|тень|тня|тні)?|апр(?:ел[ьяе])?|apr(?:il)?",
        "тра(?:в|вень|вня|вні)?|ма[йяе]|may",
        "чер(?:в|вень|вня|вні)?|июн[ьяе]?|june?",
        "лип(?:ень|ня|ні)?|июл[ьяе]?|july?",
        "сер(?:п|пень|пня|пні)?|авг(?:уст[ае]?)?|aug(?:ust)?",
        "вер(?:есень|есня|есні)?|сен(?:т|тябр[ьяе])?|sept?(?:ember)?",
        "жов(?:т|тень|тня|тні)?|окт(?:ябр[ьяе])?|oct(?:ober)?",
        "лис(?:т|топада?|топаді)?|ноя(?:бр[ьяе])?|nov(?:ember)?",
        "гру(?:д|день|дня|дні)?|дек(?:абр[ьяе])?|dec(?:ember)?",
    )
)
"""The months in Ukrainian, Russian and English, in the cases that dates are written in, and cut short."""
_UNDER_A_YEAR = ("міс", "мес", "тиж", "нед", "дн", "ден", "month", "week", "day")

_LONGEST = 60
_NUMBERS = re.compile(r"(?<![0-9])([0-9]{1,4})\s*[.,/\-‐‑–—\s]\s*([0-9]{1,2})\s*[.,/\-‐‑–—\s]\s*([0-9]{1,4})(?![0-9])")
_GLUED = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"[0-9]+")
_ORDINAL = re.compile(r"(?<=[0-9])\s*[-–]?\s*(?:го|ого|е|st|nd|rd|th)\b")


def read_date(written: str, today: date, *, past: bool) -> date | Problem:
    """The one date in a text. `past`: it is over, or today, and a two-digit year is meant so.

    Problems: NO_DATE, NO_SUCH_DATE, IN_THE_FUTURE (only where `past`), TOO_FAR.
    """
    numbers = _day_month_year(_ORDINAL.sub(" ", written.strip().casefold())) if len(written) <= _LONGEST else None
    if numbers is None:
        return Problem.NO_DATE
    day, month, year = numbers
    if len(year) not in (2, 4):
        return Problem.NO_DATE
    try:
        found = date(_full_year(year, today, past=past), month, day)
    except ValueError:
        return Problem.NO_SUCH_DATE
    return _near_enough(found, today, past=past)


def read_age(written: str) -> int | None:
    """The age in «82», «82 роки», "82 years old"; 0 for «5 місяців». None where no age of a human stands there."""
    bare = written.strip().casefold()
    found, words = _DIGITS.findall(bare), _WORD.findall(bare)
    if len(bare) > _LONGEST or len(found) != 1 or len(found[0]) > 3 or len(words) > 4:
        return None
    if any(month_of(word) for word in words):
        return None
    age = 0 if any(word.startswith(_UNDER_A_YEAR) for word in words) else int(found[0])
    return age if age <= OLDEST_YEARS else None


def age_on(born: date, day: date) -> int:
    """Full years on a day that is not before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _day_month_year(text: str) -> tuple[int, int, str] | None:
    """Day, month, and the year as it was written; None where the text holds no date, or more than one."""
    if named := _with_named_month(text):
        return named
    if glued := _GLUED.fullmatch(re.sub(r"\D+$", "", text)):
        day, month, year = glued.groups()
        return int(day), int(month), year
    found = _NUMBERS.findall(text)
    if len(found) != 1 or len(_DIGITS.findall(text)) != 3:
        return None
    first, middle, last = found[0]
    if len(first) == 4:
        return (int(last), int(middle), first) if len(last) <= 2 else None
    return (int(first), int(middle), last) if len(first) <= 2 else None


def _with_named_month(text: str) -> tuple[int, int, str] | None:
    months = {number for word in _WORD.findall(text) if (number := month_of(word)) is not None}
    digits = _DIGITS.findall(text)
    if len(months) != 1 or len(digits) != 2:
        return None
    first, second = digits
    day, year = (second, first) if len(first) == 4 else (first, second)
    return (int(day), months.pop(), year) if len(day) <= 2 else None


def month_of(word: str) -> int | None:
    """The number of the month that a word in small letters names; None where it names none."""
    return next((number for number, name in enumerate(_MONTHS, start=1) if name.fullmatch(word)), None)


def _full_year(written: str, today: date, *, past: bool) -> int:
    """A two-digit year is the last one that is not ahead where the date is over, else the nearest."""
    if len(written) == 4:
        return int(written)
    this_century = today.year // 100 * 100 + int(written)
    if past:
        return this_century if this_century <= today.year else this_century - 100
    return this_century


def _near_enough(found: date, today: date, *, past: bool) -> date | Problem:
    if past and found > today:
        return Problem.IN_THE_FUTURE
    if not today.year - OLDEST_YEARS <= found.year <= today.year + AHEAD_YEARS:
        return Problem.TOO_FAR
    return found
