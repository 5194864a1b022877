"""A workbook is read as a stream: it may claim what it likes, what is small stays small."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from rules.tables import MOST_LINES, Unfit, lines_of
from rules.tables.workbook import MOST_ENTRIES, MOST_UNPACKED
from tests.rules.recreation.importing.form import OLENA, as_xlsx

SHEET = "xl/worksheets/sheet1.xml"
MEGABYTES = 1024 * 1024


def rewritten(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with one part of it changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in book.infolist():
            archive.writestr(each.filename, change(book.read(each)) if each.filename == name else book.read(each))
    return made.getvalue()


def test_lines_keep_their_numbers_where_some_are_empty() -> None:
    lines = lines_of(as_xlsx((), OLENA, ("", "")), books=True)
    assert not isinstance(lines, Unfit)
    assert [number for number, _ in lines] == [1, 3]


def test_where_only_text_is_wanted_a_workbook_is_none() -> None:
    assert lines_of(as_xlsx(OLENA)) is Unfit.EXCEL


def test_an_archive_that_would_grow_is_not_unpacked() -> None:
    bomb = rewritten(as_xlsx(OLENA), SHEET, lambda part: part + b" " * MOST_UNPACKED)
    assert len(bomb) < MEGABYTES
    tracemalloc.start()
    assert lines_of(bomb, books=True) is Unfit.TOO_LARGE
    assert tracemalloc.get_traced_memory()[1] < 8 * MEGABYTES
    tracemalloc.stop()


def test_an_archive_that_says_less_than_it_holds_gives_no_more_than_it_said() -> None:
    grown = rewritten(as_xlsx(OLENA), SHEET, lambda part: part + b" " * MOST_UNPACKED)
    with zipfile.ZipFile(io.BytesIO(grown)) as archive:
        entry = archive.getinfo(SHEET)
    lying = grown.replace(entry.file_size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lines_of(lying, books=True) is Unfit.NOT_TEXT


def test_too_many_parts_are_no_workbook() -> None:
    made = io.BytesIO(as_xlsx(OLENA))
    with zipfile.ZipFile(made, "a") as archive:
        for number in range(MOST_ENTRIES):
            archive.writestr(f"xl/{number}.txt", "")
    assert lines_of(made.getvalue(), books=True) is Unfit.TOO_LARGE


def test_a_cell_at_the_end_of_the_world_takes_no_room() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = rewritten(as_xlsx(OLENA), SHEET, lambda part: part.replace(b"</sheetData>", far))
    tracemalloc.start()
    lines = lines_of(content, books=True)
    assert tracemalloc.get_traced_memory()[1] < 64 * MEGABYTES
    tracemalloc.stop()
    assert not isinstance(lines, Unfit)
    assert len(lines) == 2


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "[Content_Types].xml"])
def test_entities_and_broken_parts_are_no_workbook(part: str) -> None:
    for change in (lambda _: b"<broken", lambda _: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'):
        assert lines_of(rewritten(as_xlsx(OLENA), part, change), books=True) is Unfit.NOT_TEXT


def test_more_lines_than_a_list_may_have() -> None:
    assert lines_of(as_xlsx(*([str(number)] for number in range(MOST_LINES + 1))), books=True) is Unfit.TOO_MANY
