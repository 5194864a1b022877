"""When a family would like its child to go, in its own words: «липень», «липень або серпень», «крім липня».

What has no end, or spans two months by days, can mean more than it names: nobody guesses, a human reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rules.forms.dates import month_of

EITHER = "either"
"""Whatever there is."""
MONTHS: Mapping[str, tuple[int, ...]] = {
    "spring": (3, 4, 5),
    "june": (6,),
    "july": (7,),
    "august": (8,),
    "autumn": (9, 10, 11),
}
"""The periods that can be wished, in their order, and which months each means."""
_PERIOD_OF: Mapping[int, str] = {month: period for period, months in MONTHS.items() for month in months}
_SUMMER = frozenset({"june", "july", "august"})
_DASH = r"[-‐‑–—]"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_DATE = rf"\b{_DAY}\.(0?[1-9]|1[0-2])(?:\.(?:20)?[0-9]{{2}})?\b(?!\.)"
_WORDS: tuple[tuple[str, str], ...] = (
    (r"\bвесн\w*", "spring"),
    (r"\bspring\b", "spring"),
    (r"\b(?:осін|осен|восен)\w*", "autumn"),
    (r"\bautumn\b", "autumn"),
    (r"\b(?:почат|поч\.)\w*\s+літ\w*", "june"),
    (r"\bперш\w+ (?:місяц|половин)\w*\s+літ\w*", "june"),
    (r"\bсеред\w*\s+літ\w*", "july"),
    (r"\b(?:кін|наприк|останн)\w*(?:\s+місяц\w*)?\s+літ\w*", "august"),
    (r"\bнавесні\b", "spring"),
)
"""What is said without the name of a month, and the period that it is."""
_WHOLE_SUMMER = re.compile(r"\b(?:вліт\w*|літ(?:о|ом|а|ні|ній|нього|ку)\b|summer\b)")
_ANY = re.compile(r"\b(?:байдуж|будь|неважлив|не важлив|не має значен|все одно|люб(?:ий|а|е)\b|any\b|whenever\b)")
_LEFT_OUT = re.compile(r"\b(?:крім|окрім|тільки не|лише не|за винятком|except|не (?:в|у|раніше|пізніше)|not)\b")
"""Some time is left out: what is named behind it is what they do not want."""
_BUT = re.compile(r"^(.*?)[\s,;.(–-]*\b(?:крім|окрім|тільки не|лише не|за винятком|except(?: for)?)\s+(.+?)[.)]*$")
_ONLY_NAMES = re.compile(r"(?:та|і|й|або|чи|в|у|and|or|in|для)")
_RANGE_OF_DATES = re.compile(rf"{_DATE}(?:\s*{_DASH}\s*|\s+(?:по|до)\s+){_DATE}")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(rf"\s*(?:{_DASH}|по|до)\s*(?:{_DAY}\s*)?")
"""What makes a span of two months."""
_BEGINS = re.compile(r"\b(?:з|із|від|починаючи з)\s+(?:почат\w+\s+)?(?:\d|$)")
_ENDS = re.compile(r"\b(?:по|до)\s+(?:кін\w+\s+)?(?:\d|$)")
_AFTER = re.compile(r"\b(?:після|раніше|пізніше|till|until|after|before)\b")


def periods_in(text: str) -> tuple[str, ...] | None:
    """The periods that words name, in the order of the year; `EITHER` alone where any will do. None where they name
    none, or could mean more than they name.
    """
    said = " ".join(text.casefold().split())
    if (but := _BUT.match(said)) is not None:
        return _without(but[1], but[2])
    found = None if _LEFT_OUT.search(said) else _named(said)
    return None if found is None else _in_order(found)


def _without(first: str, rest: str) -> tuple[str, ...] | None:
    """All of what is said first, or of the year, but for what is named then, and nothing is but named."""
    whole = frozenset(MONTHS) if not first or _is_any(first) else _named(first)
    left_out = _named(rest) if _LEFT_OUT.search(rest) is None and _only_names(rest) else None
    if whole is None or left_out is None or not (wished := whole - left_out):
        return None
    return _in_order(wished)


def _only_names(said: str) -> bool:
    """Whether months and seasons stand there alone, and none of their days: «кінця липня» is not all of July."""
    bare = said
    for pattern, _ in _WORDS:
        bare = re.sub(pattern, " ", bare)
    words = _WORD.findall(bare)
    return not re.search(r"\d", said) and all(month_of(each) or _ONLY_NAMES.fullmatch(each) for each in words)


def _is_any(said: str) -> bool:
    return bool(_ANY.search(said)) and not _named_here(said)


def _named(said: str) -> frozenset[str] | None:
    """The periods that are named; all of them, where any will do. None where none is, or one without an end."""
    found = _named_here(said)
    if not found:
        return frozenset(MONTHS) if _ANY.search(said) else None
    months = list(_months(said))
    by_days = len(found) > 1 and found != _SUMMER and re.search(r"\d", re.sub(r"\b20\d\d\b", "", said))
    if "" in found or by_days or (months and len(set(months)) == 1 and _is_open(said)):
        return None
    return found


def _named_here(said: str) -> frozenset[str]:
    """Empty where none is; with the empty word where a month is named in which nobody goes."""
    found, rest = {_PERIOD_OF.get(month, "") for month in _months(said)}, said
    for pattern, period in _WORDS:
        if re.search(pattern, rest):
            found.add(period)
            rest = re.sub(pattern, " ", rest)
    return frozenset(found | _SUMMER if _WHOLE_SUMMER.search(rest) and not found & _SUMMER else found)


def _in_order(found: frozenset[str]) -> tuple[str, ...]:
    return (EITHER,) if found == frozenset(MONTHS) else tuple(each for each in MONTHS if each in found)


def _months(said: str) -> Iterator[int]:
    """Every month that is named, in words or in a range of dates, and those between two that make a span."""
    for dates in _RANGE_OF_DATES.finditer(said):
        yield from range(int(dates[1]), int(dates[2]) + 1)
    before: tuple[int, int] | None = None
    for word in _WORD.finditer(said):
        month = month_of(word[0])
        if month is None:
            continue
        yield month
        if before is not None and _BETWEEN.fullmatch(said[before[1] : word.start()]):
            yield from range(before[0], month)
        before = month, word.end()


def _is_open(said: str) -> bool:
    """Whether it only begins or only ends: «з 10 липня», «до 15 серпня»."""
    bare = _WORD.sub(lambda word: "1" if month_of(word[0]) is not None else word[0], said)
    if _AFTER.search(bare):
        return True
    return (_BEGINS.search(bare) is None) is not (_ENDS.search(bare) is None) and not _dashed(bare)


def _dashed(bare: str) -> bool:
    return re.search(rf"\d\s*{_DASH}\s*\d", bare) is not None
