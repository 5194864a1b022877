"""A file as lines of cells: text in whatever encoding, or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from enum import StrEnum

from rules.tables.workbook import NoBook, book_lines

MOST_BYTES = 1024 * 1024
MOST_LINES = 2000
BOOK, OLD_BOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
Line = tuple[int, list[str]]
"""The number of a line in its file, counted from 1, and its cells."""


class Unfit(StrEnum):
    """Why nothing of a file can be read."""

    EMPTY = "empty"
    EXCEL = "excel"
    """A workbook where a list as text is wanted, or one of the old kind."""
    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    NO_COLUMNS = "no-columns"
    """A column is missing without which no line means anything."""
    COLUMN_TWICE = "column-twice"
    NO_LINES = "no-lines"
    QUOTES = "quotes"
    """A quotation mark is never closed."""


def lines_of(content: bytes, *, books: bool = False) -> list[Line] | Unfit:
    """Lines with something in them, the names of columns first: at least two, at most `MOST_LINES` below the first.

    UTF-8, UTF-16 or Windows-1251, cells parted by semicolons, commas or tabs; `books`: an XLSX workbook as well, of
    which the first sheet counts.
    """
    if (unfit := _unfit(content, books)) is not None:
        return unfit
    try:
        lines = _of_book(content) if content.startswith(BOOK) else _of_text(content)
    except csv.Error:
        return Unfit.QUOTES
    if isinstance(lines, Unfit):
        return lines
    if not lines:
        return Unfit.EMPTY
    if len(lines) == 1:
        return Unfit.NO_LINES
    return lines if len(lines) - 1 <= MOST_LINES else Unfit.TOO_MANY


def _unfit(content: bytes, books: bool) -> Unfit | None:
    if len(content) > MOST_BYTES:
        return Unfit.TOO_LARGE
    if content.startswith(OLD_BOOK) or (content.startswith(BOOK) and not books):
        return Unfit.EXCEL
    return None if content.strip(b" \t\r\n;,\x00\xef\xbb\xbf\xff\xfe") else Unfit.EMPTY


def _of_book(content: bytes) -> list[Line] | Unfit:
    try:
        return [line for line in book_lines(content, MOST_LINES + 2) if any(cell.strip() for cell in line[1])]
    except NoBook as wrong:
        return Unfit.TOO_LARGE if wrong.bomb else Unfit.NOT_TEXT


def _of_text(content: bytes) -> list[Line] | Unfit:
    text = _decoded(content)
    return Unfit.NOT_TEXT if text is None else list(_rows(text))


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


def _rows(text: str) -> Iterator[Line]:
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
