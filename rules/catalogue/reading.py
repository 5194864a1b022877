"""Fields of a catalogue's tables, read one by one; whatever is wrong is said with its file, entry and field."""

import re
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar

from rules.languages import LANGUAGES, Words

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")
_SLUG = re.compile(r"[a-z][a-z0-9-]{0,39}")
_KATOTTG = re.compile(r"UA\d{17}")
_KINDS: Mapping[type, str] = {
    str: "a text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    date: "a date like 2026-03-06",
    dict: "a table",
}


class CatalogueError(Exception):
    """Something in the catalogue is wrong: which file, entry, field, and what. One line, fit for an operator."""

    def __init__(self, file: str, entry: str, field: str, problem: str) -> None:
        where = ", ".join(part for part in (file, entry and f"entry {entry}", field and f"field {field}") if part)
        super().__init__(f"{where}: {problem}")
        self.file = file
        self.entry = entry
        self.field = field
        self.problem = problem


class Table:
    """One table of a file. Each field is asked for once; `done()` refuses fields that nobody asked for (misspelt)."""

    def __init__(self, file: str, entry: str, data: Mapping[str, Any], path: str = "") -> None:
        self.file = file
        self.entry = entry
        self._data = data
        self._path = path
        self._asked: set[str] = set()

    def error(self, field: str, problem: str) -> CatalogueError:
        """An error about a field of this table, to be raised."""
        return CatalogueError(self.file, self.entry, (self._path + field).rstrip("."), problem)

    def has(self, field: str) -> bool:
        """Is the field there?"""
        return field in self._data

    def text(self, field: str) -> str:
        """A text that is not blank."""
        value = self._get(field, str)
        if not value.strip():
            raise self.error(field, "is empty")
        return value

    def slug(self, field: str) -> str:
        """A name for machines: small Latin letters, digits, hyphens."""
        return self._shaped(field, _SLUG, "small Latin letters, digits and hyphens, at most 40")

    def katottg(self, field: str) -> str:
        """A code of KATOTTG."""
        return self._shaped(field, _KATOTTG, "a code like UA44000000000018893")

    def optional_text(self, field: str) -> str | None:
        """A text, or None where the field is left out."""
        return self.text(field) if self.has(field) else None

    def whole(self, field: str, least: int = 0) -> int:
        """A whole number of at least `least`."""
        value = self._get(field, int)
        if value < least:
            raise self.error(field, f"is {value}, {least} at least")
        return value

    def optional_whole(self, field: str, least: int = 0) -> int | None:
        """A whole number, or None where the field is left out."""
        return self.whole(field, least) if self.has(field) else None

    def flag(self, field: str) -> bool:
        """True or false; false where the field is left out."""
        return self._get(field, bool) if self.has(field) else False

    def day(self, field: str) -> date | None:
        """A date, or None where the field is left out."""
        return self._get(field, date) if self.has(field) else None

    def span(self, first: str, last: str) -> tuple[date | None, date | None]:
        """Two dates, both included, each without bound where it is left out."""
        start, end = self.day(first), self.day(last)
        if start and end and end < start:
            raise self.error(last, f"lies before {first}")
        return start, end

    def choice(self, field: str, kind: type[_E], default: _E | None = None) -> _E:
        """One of an enumeration's values."""
        if default is not None and not self.has(field):
            return default
        value = self.text(field)
        try:
            return kind(value)
        except ValueError:
            raise self.error(field, f"is '{value}', not one of {', '.join(kind)}") from None

    def words(self, field: str) -> Words:
        """A text in every language: a table with exactly our languages as its keys."""
        inner = self.table(field)
        words = Words(**{language: inner.text(language) for language in LANGUAGES})
        inner.done()
        return words

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts; empty where the field is left out."""
        values = self._get(field, list) if self.has(field) else []
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.error(field, "is a list of texts in quotes")
        return tuple(values)

    def days(self, field: str) -> frozenset[date]:
        """A list of dates; empty where the field is left out."""
        values = self._get(field, list) if self.has(field) else []
        if not all(type(value) is date for value in values):
            raise self.error(field, "is a list of dates like 2026-03-06")
        return frozenset(values)

    def table(self, field: str) -> "Table":
        """A table inside this one."""
        return Table(self.file, self.entry, self._get(field, dict), f"{self._path}{field}.")

    def tables(self, field: str) -> "list[Table]":
        """A list of tables inside this one, at least one."""
        rows = self._get(field, list)
        if not rows or not all(type(row) is dict for row in rows):
            raise self.error(field, "is a list of tables, at least one")
        return [
            Table(self.file, self.entry, row, f"{self._path}{field} {number}.") for number, row in enumerate(rows, 1)
        ]

    def done(self) -> None:
        """Nothing is left: a field that was not asked for is misspelt."""
        unknown = sorted(self._data.keys() - self._asked)
        if unknown:
            raise self.error(unknown[0], "is not known here; is it misspelt?")

    def _shaped(self, field: str, shape: re.Pattern[str], what: str) -> str:
        value = self.text(field)
        if not shape.fullmatch(value):
            raise self.error(field, f"is '{value}', not {what}")
        return value

    def _get(self, field: str, kind: type[_T]) -> _T:
        self._asked.add(field)
        if field not in self._data:
            raise self.error(field, "is missing")
        value = self._data[field]
        # `type is`: in Python a boolean is a whole number and a moment is a date; in a catalogue they are not.
        if type(value) is not kind:
            raise self.error(field, f"is not {_KINDS[kind]}")
        return value


def clock_time(text: str) -> time:
    """`9:00` or `16:45`; ValueError otherwise."""
    hours, colon, minutes = text.partition(":")
    if not colon or len(minutes) != 2:
        raise ValueError("a time is written like 9:00")
    return time(int(hours), int(minutes))
