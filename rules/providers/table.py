"""A file with providers, as programs for tables save it: what can be read of it, and each line that can't."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.providers.cells import entry_of
from rules.providers.columns import HEADERS, REQUIRED, Column, Flaw, Known, Wrong
from rules.providers.provider import ProviderEntry, name_key

MOST_BYTES = 1024 * 1024
MOST_LINES = 2000
NAMED = 5
"""Columns that nobody knows, of which a report names so many."""


class Unfit(StrEnum):
    """Why nothing of a file can be read."""

    EMPTY = "empty"
    EXCEL = "excel"
    """A workbook, not a list as text."""
    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    NO_COLUMNS = "no-columns"
    """A column is missing without which no line means anything."""
    COLUMN_TWICE = "column-twice"
    NO_LINES = "no-lines"
    QUOTES = "quotes"
    """A quotation mark is never closed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a file holds. Nothing of it is to be kept unless `fine`."""

    entries: tuple[ProviderEntry, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    unfit: Unfit | None = None
    columns: tuple[Column, ...] = ()
    """Those that are missing, or stand twice."""
    unknown: tuple[str, ...] = ()
    """Columns that are left out, as they are called."""

    @property
    def fine(self) -> bool:
        """Whether every line can be kept."""
        return self.unfit is None and not self.flaws


def read_table(content: bytes, known: Known) -> Listed:
    """The providers of a file in UTF-8, UTF-16 or Windows-1251, its cells parted by semicolons, commas or tabs."""
    if (unfit := _unfit(content)) is not None:
        return Listed(unfit=unfit)
    text = _decoded(content)
    if text is None:
        return Listed(unfit=Unfit.NOT_TEXT)
    try:
        rows = list(_rows(text))
    except csv.Error:
        return Listed(unfit=Unfit.QUOTES)
    if not rows:
        return Listed(unfit=Unfit.EMPTY)
    return _read(rows, known)


def _unfit(content: bytes) -> Unfit | None:
    if len(content) > MOST_BYTES:
        return Unfit.TOO_LARGE
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return Unfit.EXCEL
    return None if content.strip(b" \t\r\n;,\x00\xef\xbb\xbf\xff\xfe") else Unfit.EMPTY


def _decoded(content: bytes) -> str | None:
    """None where it is no text. Windows-1251 takes nearly all bytes: what it makes of no text has control signs."""
    order = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1251")
    for encoding in order:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines with something in them, each with the number of its first line in the file. csv.Error."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = max(";\t,", key=first.count)
    if first.lower().startswith("sep=") and len(first) == 5:
        # A hint of Excel's for itself.
        delimiter, text = first[4], text.replace(first, "", 1)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    begins = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = reader.line_num + 1


def _read(rows: Sequence[tuple[int, list[str]]], known: Known) -> Listed:
    names = {name: column for column, those in HEADERS.items() for name in those}
    _, head = rows[0]
    columns = [names.get(name_key(each)) for each in head]
    unknown = tuple(each.strip() for each, column in zip(head, columns, strict=True) if column is None and each.strip())
    twice = tuple(each for each in Column if columns.count(each) > 1)
    missing = tuple(each for each in REQUIRED if each not in columns)
    if missing or twice:
        unfit = Unfit.NO_COLUMNS if missing else Unfit.COLUMN_TWICE
        return Listed(unfit=unfit, columns=missing or twice, unknown=unknown[:NAMED])
    if len(rows) == 1:
        return Listed(unfit=Unfit.NO_LINES)
    if len(rows) - 1 > MOST_LINES:
        return Listed(unfit=Unfit.TOO_MANY)
    entries: dict[str, tuple[int, ProviderEntry]] = {}
    flaws: list[Flaw] = []
    for line, row in rows[1:]:
        found = _line(line, row, columns, known)
        if isinstance(found, list):
            flaws += found
        elif (first := entries.get(name_key(found.name))) is not None:
            flaws.append(Flaw(line, Wrong.TWICE, Column.NAME, str(first[0])))
        else:
            entries[name_key(found.name)] = line, found
    return Listed(tuple(entry for _, entry in entries.values()), tuple(flaws), unknown=unknown[:NAMED])


def _line(line: int, row: Sequence[str], columns: Sequence[Column | None], known: Known) -> ProviderEntry | list[Flaw]:
    if any(cell.strip() for cell in row[len(columns) :]):
        return [Flaw(line, Wrong.TOO_MANY_CELLS)]
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column is not None}
    return entry_of(line, cells, known)
