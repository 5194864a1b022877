"""The words of a broadcast: variables in braces, buttons, and how long it may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import unescape
from urllib.parse import urlsplit

from rules.blanks import blanks_in
from rules.languages import LANGUAGES, Words

LONGEST_TEXT = 3000
"""UTF-16 units that are seen: one message."""
LONGEST_CAPTION = 900
"""The same below a photo or a document: Telegram takes 1024."""
LONGEST_VALUE = 200
LONGEST_LABEL = 40
LONGEST_URL = 300
MOST_BUTTONS = 3
TAG = re.compile(r"<[^<>]*>")


class Variable(StrEnum):
    """What may stand in braces."""

    PROGRAMME = "programme"
    DATE = "date"
    DAYS = "days"
    """How many days are left until the date, on the day when it is sent."""
    PLACE = "place"
    HOURS = "hours"
    DOCUMENT = "document"
    PHONE = "phone"
    """The department's own."""


NAMES: Mapping[Variable, Words] = {
    Variable.PROGRAMME: Words("програма", "programme"),
    Variable.DATE: Words("дата", "date"),
    Variable.DAYS: Words("днів", "days"),
    Variable.PLACE: Words("місце", "place"),
    Variable.HOURS: Words("години", "hours"),
    Variable.DOCUMENT: Words("документ", "document"),
    Variable.PHONE: Words("телефон", "phone"),
}
_BY_NAME = {name: variable for variable, words in NAMES.items() for name in (words.uk, words.en)}
TYPED = (Variable.PROGRAMME, Variable.DATE, Variable.PLACE, Variable.HOURS, Variable.DOCUMENT)
"""These a supervisor types; the others follow by themselves."""
_NEEDS = {Variable.DAYS: Variable.DATE}
_BRACED = re.compile(r"\{([^{}]*)\}")
_DAY = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*")


def variables_in(text: str) -> list[Variable]:
    """The variables that a text names, each once."""
    found = (_BY_NAME.get(braced[1].strip().casefold()) for braced in _BRACED.finditer(text))
    return list(dict.fromkeys(each for each in found if each is not None))


def unknown_in(text: str) -> tuple[str, ...]:
    """What stands in braces and is no variable."""
    names = (braced[0] for braced in _BRACED.finditer(text) if braced[1].strip().casefold() not in _BY_NAME)
    return tuple(dict.fromkeys(names))


def to_type(texts: Mapping[str, str]) -> list[Variable]:
    """What a supervisor has to say before these texts are whole, in the order of TYPED."""
    named = {_NEEDS.get(each, each) for text in texts.values() for each in variables_in(text)}
    return [each for each in TYPED if each in named]


def fill(text: str, values: Mapping[Variable, str]) -> str:
    """The text with every variable that has a value; `values` are as safe as the text has to be."""
    return _BRACED.sub(lambda braced: _value(braced, values) or braced[0], text)


def _value(braced: re.Match[str], values: Mapping[Variable, str]) -> str | None:
    variable = _BY_NAME.get(braced[1].strip().casefold())
    return None if variable is None else values.get(variable)


def still_blank(texts: Mapping[str, str], values: Mapping[str, str]) -> tuple[str, ...]:
    """What of the texts (HTML) would reach people unfilled; `values`: by the slug of the variable, as typed."""
    typed = set(values)
    missing = [each for each in to_type(texts) if each.value not in typed]
    if missing:
        return tuple("{" + NAMES[each].uk + "}" for each in missing)
    seen = (_BRACED.sub(_known_away, unescape(TAG.sub("", text))) for text in texts.values())
    return tuple(dict.fromkeys(blank for text in seen for blank in blanks_in(text)))


def _known_away(braced: re.Match[str]) -> str:
    return "" if braced[1].strip().casefold() in _BY_NAME else braced[0]


def seen_length(html: str) -> int:
    """UTF-16 units of Telegram's HTML as it is seen."""
    return len(unescape(TAG.sub("", html)).encode("utf-16-le")) // 2


def read_day(typed: str, today: date) -> date | None:
    """`01.12.2026`; None for what is no such day, or is over."""
    found = _DAY.fullmatch(typed)
    if found is None:
        return None
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    return day if day >= today else None


def by_language(typed: str) -> dict[str, str]:
    """«слово | word»: for each language its own; one alone is for all."""
    parts = [part.strip() for part in typed.split("|")]
    each = [part for part in parts if part] or [""]
    return {language: each[min(place, len(each) - 1)] for place, language in enumerate(LANGUAGES)}


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a broadcast: a link, or a way into the bot. `to`: see `is_way`."""

    to: str
    label: Mapping[str, str]
    """By language; empty for a way, which has a name of its own."""


class Way(StrEnum):
    """Where a button leads inside the bot; beside these every area of the menu of life."""

    REQUEST = "request"
    MY = "my"
    CALL = "call"
    REMINDERS = "reminders"


AREA = "area:"
"""Before the slug of an area of the menu of life."""


def read_link(typed: str) -> Button | None:
    """«Напис | https://…» or «Напис | Label | https://…»; None for anything else."""
    parts = [part.strip() for part in typed.split("|")]
    if len(parts) not in (2, 3) or not is_address(parts[-1]) or not all(parts):
        return None
    label = by_language("|".join(parts[:-1]))
    return Button(parts[-1], label) if max(map(len, label.values())) <= LONGEST_LABEL else None


def is_address(typed: str) -> bool:
    """Whether a button may lead there: a web address that is read as it is written."""
    if len(typed) > LONGEST_URL or any(sign.isspace() or sign in "<>\"'" for sign in typed):
        return False
    try:
        parts = urlsplit(typed)
    except ValueError:
        return False
    return (
        parts.scheme == "https" and bool(parts.hostname) and "." in (parts.hostname or "") and "@" not in parts.netloc
    )


def days_left(on: date, today: date) -> int:
    """How many days from today until a date; never less than none."""
    return max(0, (on - today).days)
