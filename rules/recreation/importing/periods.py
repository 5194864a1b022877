"""When a family would like its children to go, in the words of the former form: «липень», «з 1 по 21 липня».

The form holds one period. What names two of them, leaves one out or has no end is not guessed: the family is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rules.forms.dates import month_of
from rules.recreation.forms import EITHER

_SEASONS: Mapping[int, str] = {
    3: "spring", 4: "spring", 5: "spring", 6: "june", 7: "july", 8: "august", 9: "autumn", 10: "autumn", 11: "autumn",
}  # fmt: skip
_SUMMER = frozenset({"june", "july", "august"})
_DASH = r"[-‐‑–—]"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_DATE = rf"\b{_DAY}\.(0?[1-9]|1[0-2])(?:\.(?:20)?[0-9]{{2}})?\b(?!\.)"
_WORDS: tuple[tuple[str, str], ...] = (
    (r"\bвесн", "spring"),
    (r"\bspring\b", "spring"),
    (r"\b(?:осін|осен)", "autumn"),
    (r"\bautumn\b", "autumn"),
    (r"\b(?:почат|поч\.)\w*\s+літ", "june"),
    (r"\bперш\w+ (?:місяц|половин)\w*\s+літ", "june"),
    (r"\bсеред\w*\s+літ", "july"),
    (r"\b(?:кін|наприк|останн)\w*(?:\s+місяц\w*)?\s+літ", "august"),
)
"""What is said without the name of a month, and the period that it is."""
_ANY = re.compile(
    r"\b(?:байдуж|будь|неважлив|не важлив|не має значен|все одно|люб(?:ий|а|е)\b|літ|вліт|any\b|summer\b)"
)
_LEFT_OUT = re.compile(r"\b(?:крім|окрім|тільки не|лише не|за винятком|except|не (?:в|у|раніше|пізніше)|not)\b")
"""Some time is left out: what is named is what they do not want."""
_RANGE_OF_DATES = re.compile(rf"{_DATE}(?:\s*{_DASH}\s*|\s+(?:по|до)\s+){_DATE}")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(rf"\s*(?:{_DASH}|по|до)\s*(?:{_DAY}\s*)?")
"""What makes a span of two months."""
_BEGINS = re.compile(r"\b(?:з|із|від|починаючи з)\s+(?:почат\w+\s+)?(?:\d|$)")
_ENDS = re.compile(r"\b(?:по|до)\s+(?:кін\w+\s+)?(?:\d|$)")
_AFTER = re.compile(r"\b(?:після|раніше|пізніше|till|until|after|before)\b")


def period_in(text: str) -> str | None:
    """The one period that words name; None where they name several, or none, or could mean more than they name."""
    said = " ".join(text.casefold().split())
    if _LEFT_OUT.search(said):
        return None
    months = list(_months(said))
    found = {_SEASONS.get(month, "") for month in months}
    found |= {period for pattern, period in _WORDS if re.search(pattern, said)}
    if found >= _SUMMER and found <= _SUMMER:
        return EITHER
    if not found:
        return EITHER if _ANY.search(said) else None
    if len(found) > 1 or (months and _is_open(said)):
        return None
    return found.pop() or None


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
