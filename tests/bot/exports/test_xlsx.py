"""The file itself, read as a spreadsheet reads it."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.exports import xlsx
from rules.export_sheet import Column, Sheet, prepared
from rules.export_summary import Tally, tally

NOW = datetime(2026, 3, 25, 9, 0, tzinfo=UTC)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEET = prepared(
    "Зміна 1",
    [Column("number", "№"), Column("child", "Дитина"), Column("note", "Примітка")],
    [
        {"number": "000123", "child": "Мар’яна Солов’йова", "note": '=HYPERLINK("http://x","y")'},
        {"number": "1e5", "child": "=1+1", "note": "https://example.org"},
    ],
)


def _behind(sign: str) -> st.SearchStrategy[str]:
    return st.text().map(lambda words: sign + words)


def part(content: bytes, name: str) -> ElementTree.Element:
    with ZipFile(BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read(name))


async def test_every_cell_is_text_below_a_frozen_header_with_filters() -> None:
    content = await xlsx.workbook(SHEET, NOW)
    page = part(content, "xl/worksheets/sheet1.xml")
    assert [cell.get("t") for cell in page.iter(f"{MAIN}c")] == ["s"] * 9
    assert list(page.iter(f"{MAIN}f")) == [], "no formula"
    assert list(page.iter(f"{MAIN}hyperlink")) == []
    pane = next(page.iter(f"{MAIN}pane"))
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    assert next(page.iter(f"{MAIN}autoFilter")).get("ref") == "A1:C3"
    words = [text.text for text in part(content, "xl/sharedStrings.xml").iter(f"{MAIN}t")]
    assert words[:3] == ["№", "Дитина", "Примітка"]
    assert {"000123", "1e5", "'=1+1", '\'=HYPERLINK("http://x","y")'} <= set(words)
    styles = [style for style in part(content, "xl/styles.xml").iter(f"{MAIN}xf") if style.get("quotePrefix") == "1"]
    assert {style.get("numFmtId") for style in styles} == {"49"}, "49 is text"


async def test_the_same_table_is_the_same_file() -> None:
    assert await xlsx.workbook(SHEET, NOW) == await xlsx.workbook(SHEET, NOW)


async def test_the_event_loop_goes_on_while_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    ticked, ours = threading.Event(), xlsx.written

    def waits(sheet: Sheet, made_at: datetime) -> bytes:
        assert ticked.wait(10), "the loop stood still"
        return ours(sheet, made_at)

    monkeypatch.setattr(xlsx, "written", waits)
    file = asyncio.ensure_future(xlsx.workbook(SHEET, NOW))
    await asyncio.sleep(0)
    ticked.set()
    assert (await file)[:2] == b"PK"


async def test_a_table_without_rows_is_a_header() -> None:
    page = part(await xlsx.workbook(prepared("А", [Column("x", "X")], []), NOW), "xl/worksheets/sheet1.xml")
    assert len(list(page.iter(f"{MAIN}c"))) == 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.text(), st.sampled_from(["=", "+", "-", "@", "\t", " ="]).flatmap(_behind)), max_size=6))
def test_no_words_of_strangers_are_a_formula_a_link_or_a_number(words: list[str]) -> None:
    content = xlsx.written(prepared("А", [Column("x", "X")], [{"x": each} for each in words]), NOW)
    page = part(content, "xl/worksheets/sheet1.xml")
    assert {cell.get("t") for cell in page.iter(f"{MAIN}c")} == {"s"}
    assert not [*page.iter(f"{MAIN}f"), *page.iter(f"{MAIN}hyperlink")]


def test_numbers_of_a_summary_are_numbers_with_a_chart_for_each_table() -> None:
    tables = [
        tally("За віком", "Вік", ["9", "10", "9"], ["8", "9", "10"]),
        Tally("За [громадами]", "Громада", (("=1+1", 2),)),
    ]
    content = xlsx.summary(tables, "Дітей", NOW)
    assert tables[0].lines == (("8", 0), ("9", 2), ("10", 1))
    page = part(content, "xl/worksheets/sheet1.xml")
    assert [cell.findtext(f"{MAIN}v") for cell in page.iter(f"{MAIN}c") if cell.get("t") != "s"] == ["0", "2", "1"]
    assert next(page.iter(f"{MAIN}autoFilter")).get("ref") == "A1:B4"
    other = part(content, "xl/worksheets/sheet2.xml")
    assert not list(other.iter(f"{MAIN}f"))
    with ZipFile(BytesIO(content)) as book:
        charts = [name for name in book.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == 2
        assert "громадами" in book.read("xl/charts/chart2.xml").decode()
    assert "'=1+1" in [text.text for text in part(content, "xl/sharedStrings.xml").iter(f"{MAIN}t")]
