"""Canned answers: which variables they may hold, how they are filled, and what is still blank.

A variable stands in braces under its Ukrainian or its English name: `{номер}` and `{number}` are the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from rules.blanks import blanks_in
from rules.languages import Words

ANY_GROUP = "any"
"""The group of answers that suit every service."""
LONGEST_TITLE = 40
LONGEST_TEXT = 3000
"""UTF-16 units: one message, with the name and the number below it."""


class Variable(StrEnum):
    """What is filled in when the answer is sent."""

    NUMBER = "number"
    DATE = "date"
    """The day and the hour by which we promised to answer."""
    WORKER = "worker"
    """The work name of whoever sends it."""
    SERVICE = "service"
    PHONE = "phone"
    HOURS = "hours"
    ORGANISATION = "organisation"


NAMES: Mapping[Variable, Words] = {
    Variable.NUMBER: Words("номер", "number"),
    Variable.DATE: Words("дата", "date"),
    Variable.WORKER: Words("працівник", "worker"),
    Variable.SERVICE: Words("послуга", "service"),
    Variable.PHONE: Words("телефон", "phone"),
    Variable.HOURS: Words("години", "hours"),
    Variable.ORGANISATION: Words("організація", "organisation"),
}
_BY_NAME = {name: variable for variable, words in NAMES.items() for name in (words.uk, words.en)}

Values = Mapping[Variable, str | None]
"""What each variable reads now; None: there is nothing true to say."""

_BRACED = re.compile(r"\{([^{}]*)\}")


def variable_of(name: str) -> Variable | None:
    """The variable of this name, however it is typed; None: there is none."""
    return _BY_NAME.get(name.strip().casefold())


def unknown_names(text: str) -> tuple[str, ...]:
    """What stands in braces and is no variable, as it is written, each once."""
    names = (braced[0] for braced in _BRACED.finditer(text) if variable_of(braced[1]) is None)
    return tuple(dict.fromkeys(names))


def fill(text: str, values: Values) -> str:
    """The text with all variables that have a value; the others stay as they are written."""
    return _BRACED.sub(lambda braced: _value(braced, values) or braced[0], text)


def blanks(text: str, values: Values) -> tuple[str, ...]:
    """What would be left blank, as it is written, each once; a variable that has a value is none.

    What a value itself holds is no blank.
    """
    return tuple(gap for gap in blanks_in(text) if not _is_filled(gap, values))


def _is_filled(gap: str, values: Values) -> bool:
    braced = _BRACED.fullmatch(gap)
    return braced is not None and bool(_value(braced, values))


def _value(braced: re.Match[str], values: Values) -> str | None:
    variable = variable_of(braced[1])
    return None if variable is None else values.get(variable)
