"""A table for an order made ready: every cell is text, and no text can become a formula.

What stands in a cell was typed by strangers, and the file is opened on the machines of a department: numbers keep their
zeros, dates are written out, and a cell that a spreadsheet would run is marked as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rules.local_time import KYIV, aware

LONGEST = 32_767
"""Signs of one cell: spreadsheets hold no more, and refuse a file with one of more."""
WIDEST, NARROWEST = 60, 6
"""Columns, in signs."""
LONGEST_NAME = 31
_CUT = "…"
_SHEET_SIGNS = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_PHONE = re.compile(r"\+[0-9 ()-]+")
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet takes for a formula, also after a way through CSV."""

Value = str | int | date | datetime | None


class NoSuchField(Exception):
    """A column asks for what the rows don't have."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the campaign wants it: which field of a row, and the words above it."""

    field: str
    heading: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that is ready to be written: nothing is left to decide."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """In signs, one for each column."""


def prepared(name: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Value]]) -> Sheet:
    """A sheet with a row for each of `rows` (a child), in their order. Moments are written in Kyiv time.

    NoSuchField for a column of which a row knows nothing; ValueError without a column, or for a moment without a zone.
    """
    if not columns:
        raise ValueError("a sheet without a column")
    headings = tuple(cell(column.heading) for column in columns)
    body = tuple(tuple(cell(_field(row, column.field)) for column in columns) for row in rows)
    widths = tuple(_width(cells) for cells in zip(headings, *body, strict=True))
    return Sheet(sheet_name(name), headings, body, widths)


def cell(value: Value) -> str:
    """A value as words. Telephone numbers keep their plus; whatever else could run gets an apostrophe before it."""
    if isinstance(value, datetime):
        return f"{aware(value).astimezone(KYIV):%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    text = _CONTROL.sub("", "" if value is None else str(value))
    if text.lstrip(" \u00a0").startswith(_RUNS) and not _PHONE.fullmatch(text):
        text = f"'{text}"
    return text if _length(text) <= LONGEST else _cut(text)


def _field(row: Mapping[str, Value], field: str) -> Value:
    if field not in row:
        raise NoSuchField(field)
    return row[field]


def _width(cells: Iterable[str]) -> int:
    longest = max(len(line) for text in cells for line in (text.splitlines() or [""]))
    return min(WIDEST, max(NARROWEST, longest + 2))


def sheet_name(name: str) -> str:
    """A name that every spreadsheet takes; ValueError where nothing is left of it."""
    clean = " ".join(_SHEET_SIGNS.sub(" ", _CONTROL.sub("", name)).split()).strip("' ")[:LONGEST_NAME].strip("' ")
    if not clean:
        raise ValueError("a sheet without a name")
    return clean


def _length(text: str) -> int:
    """Signs as spreadsheets count them: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    while _length(text) > LONGEST - 1:
        text = text[: len(text) - max(1, (_length(text) - LONGEST + 1) // 2)]
    return text + _CUT
