"""An XLSX workbook's first sheet as lines of text, read as a stream: what is small stays small.

A workbook is an archive, and whoever sends one may mean harm. Before anything is unpacked the archive says how much it
holds, and no entry gives more than it said; text with a declaration of entities is no workbook; columns and lines
beyond what a list can have are never looked at, wherever a cell claims to stand.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

MOST_UNPACKED = 24 * 1024 * 1024
"""Bytes of all entries together: fifty times what two thousand lines of a form take."""
MOST_ENTRIES = 200
MOST_COLUMNS = 120
MOST_LOOKED_AT = 20_000
"""Lines of the sheet, empty ones counted: an empty sheet may say that it has a million."""
_HEAD = 4096


class NoBook(Exception):
    """It can't be read as a workbook; `bomb`: it would grow too large."""

    def __init__(self, *, bomb: bool = False) -> None:
        super().__init__("bomb" if bomb else "no workbook")
        self.bomb = bomb


def book_lines(content: bytes, most: int) -> Iterator[tuple[int, list[str]]]:
    """Lines of the first sheet with something in them, at most `most`, with their numbers in the sheet. NoBook."""
    try:
        _look_first(content)
        yield from _lines(content, most)
    except NoBook:
        raise
    except Exception as broken:
        raise NoBook from broken


def _look_first(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES or sum(each.file_size for each in entries) > MOST_UNPACKED:
            raise NoBook(bomb=True)
        for each in entries:
            if each.filename.endswith((".xml", ".rels")):
                with archive.open(each) as part:
                    if b"<!DOCTYPE" in part.read(_HEAD):
                        raise NoBook


def _lines(content: bytes, most: int) -> Iterator[tuple[int, list[str]]]:
    # Loaded when the first workbook comes: the bot starts without what hardly any day needs.
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheet, found = book.worksheets[0], 0
        for number, row in enumerate(
            sheet.iter_rows(max_row=MOST_LOOKED_AT, max_col=MOST_COLUMNS, values_only=True), start=1
        ):
            cells = [_said(value) for value in row]
            if any(cells):
                yield number, cells
                found += 1
            if found >= most:
                return
    finally:
        book.close()


def _said(value: Any) -> str:
    """A cell as somebody would type it: days as 31.12.2026, whole numbers without a point."""
    match value:
        case None:
            return ""
        case datetime() if value.time() == time():
            return f"{value:%d.%m.%Y}"
        case datetime():
            return f"{value:%d.%m.%Y %H:%M:%S}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
