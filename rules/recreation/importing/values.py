"""What a cell of the former form says to a question of ours.

Name, number and birthday have to be read, or the line is no draft. What else can't be told for certain is left open:
the family is asked, and nobody guesses for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from rules.forms import LONGEST_OWN, UNFOUND, Answer, Form, Problem, Said, parse
from rules.forms.parse import fits
from rules.forms.steps import Day, Step
from rules.providers import name_key
from rules.recreation.importing.columns import Column
from rules.recreation.periods import EITHER, periods_in
from rules.recreation.terms import StayKind

_NO = ("ні", "no", "не", "відмовляюсь", "відмовляюся", "відмова")
_YES_AFTER_ALL = ("не заперечую", "не проти")
_STEM = 5
_SHORTEST = 3
_SAYS_NOTHING = frozenset(
    {"дитин", "діти", "дітей", "сім", "сім я", "сімей", "родин", "осіб", "особа", "статус", "має", "які"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a line is read by. `form`: the campaign's own; `place`: the code of the one place that words can mean;
    `categories`: by code the names that a category goes by; `today`: the day in Kyiv.
    """

    form: Form
    place: Callable[[str], str | None]
    categories: Mapping[str, Collection[str]]
    today: date


def required(step: Step, text: str, known: Known) -> Answer | Problem:
    """The answer to a question without which there is no draft."""
    # A birthday that a program for tables took for a moment.
    bare = re.sub(r"[ T]0?0:00(?::00)?$", "", text) if isinstance(step, Day) else text
    said = parse(step, Said(bare), known.today, lambda _: ())
    assert said is None or isinstance(said, str | list | Problem), "no place is asked for here"
    return said


def left_open(column: Column, step: Step, text: str, known: Known) -> Answer:
    """The answer to any other question; None where the family is to be asked."""
    found: Answer = None
    match column:
        case Column.LIVES | Column.REGISTERED:
            found = known.place(text)
        case Column.CATEGORIES:
            found = _categories(text, known.categories)
        case Column.STAY:
            found = stay_in(text)
        case Column.PERIOD:
            found = _periods(text)
    return found if found is not None and fits(step, found, known.today) else None


def refuses(text: str) -> bool:
    """Whether somebody who was asked for their consent said no."""
    key = name_key(text)
    return key.split(" ")[0] in _NO and not key.startswith(_YES_AFTER_ALL)


def stay_in(text: str) -> str | None:
    """The kind of stay that words name."""
    key = name_key(text)
    health, rest = "оздоров" in key or "health" in key, "відпоч" in key or "recreation" in key
    if health and rest:
        return EITHER
    return StayKind.HEALTH.value if health else StayKind.REST.value if rest else None


def _periods(text: str) -> Answer:
    """The periods, or the family's own words: it sees them before it sends the form, and a human reads them."""
    found = periods_in(text)
    if found is not None:
        return list(found)
    return f"{UNFOUND}{text}" if len(text) <= LONGEST_OWN else None


def _categories(text: str, names: Mapping[str, Collection[str]]) -> Answer:
    """The codes that are named; None where some words name no category, or could name several."""
    found: set[str] = set()
    rest = name_key(text)
    for code, those in names.items():
        for name in sorted(map(name_key, those), key=len, reverse=True):
            if re.search(rf"\b{re.escape(name)}\b", rest):
                found.add(code)
                rest = re.sub(rf"\b{re.escape(name)}\b", " ", rest)
    if found and not _stems(rest):
        return sorted(found)
    found.clear()
    for words in re.split(r"[,;/\n]|\bта\b", text):
        if not (stems := _stems(name_key(words))):
            continue
        meant = [code for code, those in names.items() if name_key(words) == code.casefold() or _told(stems, those)]
        if len(meant) != 1:
            return None
        found.update(meant)
    return sorted(found) or None


def _told(stems: Collection[str], names: Collection[str]) -> bool:
    return set(stems) <= {stem for name in names for stem in _stems(name_key(name))}


def _stems(key: str) -> set[str]:
    """What words begin with: endings change, and words that stand in every category tell nothing."""
    return {word[:_STEM] for word in key.split() if len(word) >= _SHORTEST} - _SAYS_NOTHING
