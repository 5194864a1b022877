"""Tables as XLSX files: header frozen and filtered, every cell text; counts of a summary are numbers, with charts."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rules.export_sheet import NARROWEST, Sheet, cell, sheet_name
from rules.export_summary import Tally

_OPTIONS = {
    # Nothing of people is written to a temporary file.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_A4 = 9
_TEXT = 49
"""The number format of text that every spreadsheet knows."""


async def workbook(sheet: Sheet, made_at: datetime) -> bytes:
    """The file, made beside the event loop: thousands of rows take a second. `made_at`: aware, kept in the file."""
    return await asyncio.to_thread(written, sheet, made_at)


def written(sheet: Sheet, made_at: datetime) -> bytes:
    """The file, made here and now."""
    content = BytesIO()
    book = _book(content, made_at)
    page = book.add_worksheet(sheet.name)
    _lay_out(page, sheet)
    plain, bold = _words(book)
    for number, cells in enumerate((sheet.headings, *sheet.rows)):
        for place, text in enumerate(cells):
            page.write_string(number, place, text, plain if number else bold)
    book.close()
    return content.getvalue()


def summary(tallies: Sequence[Tally], count: str, made_at: datetime) -> bytes:
    """A sheet for each table, its chart beside it; `count`: what stands above the numbers."""
    content = BytesIO()
    book = _book(content, made_at)
    plain, bold = _words(book)
    number = book.add_format({"valign": "top"})
    for each in tallies:
        page = book.add_worksheet(sheet_name(each.name))
        page.write_string(0, 0, cell(each.heading), bold)
        page.write_string(0, 1, cell(count), bold)
        for row, (words, counted) in enumerate(each.lines, start=1):
            page.write_string(row, 0, cell(words), plain)
            page.write_number(row, 1, counted, number)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(each.lines), 1)
        page.set_column(0, 0, max(NARROWEST, *(len(words) + 2 for words, _ in (*each.lines, (each.heading, 0)))))
        page.set_column(1, 1, len(count) + 2)
        page.insert_chart(0, 3, _chart(book, each, page.get_name()), {"x_scale": 1.4, "y_scale": 1.4})
    book.close()
    return content.getvalue()


def _chart(book: Workbook, table: Tally, sheet: str) -> Chart:
    """Bars from the top down, in the order of the table."""
    chart = book.add_chart({"type": "bar"})
    last = max(1, len(table.lines))
    chart.add_series({"categories": [sheet, 1, 0, last, 0], "values": [sheet, 1, 1, last, 1], "gap": 40})
    chart.set_title({"name": table.name})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    return chart


def _book(content: BytesIO, made_at: datetime) -> Workbook:
    book = Workbook(content, _OPTIONS)
    book.set_properties({"created": made_at.astimezone(UTC).replace(tzinfo=None)})
    return book


def _words(book: Workbook) -> tuple[Format, Format]:
    """How words look, and headings: marked as words, so that they stay it when somebody goes into the cell."""
    words = {"num_format": _TEXT, "quote_prefix": True, "valign": "top", "text_wrap": True}
    return book.add_format(words), book.add_format(words | {"bold": True, "bottom": 1})


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    last_row, last_column = len(sheet.rows), len(sheet.headings) - 1
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last_row, last_column)
    for place, width in enumerate(sheet.widths):
        page.set_column(place, place, width)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
