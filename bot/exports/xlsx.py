"""A sheet as an XLSX file: header frozen and filtered, every cell text."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from rules.export_sheet import Sheet

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
    book = Workbook(content, _OPTIONS)
    book.set_properties({"created": made_at.astimezone(UTC).replace(tzinfo=None)})
    page = book.add_worksheet(sheet.name)
    _lay_out(page, sheet)
    # Marked as words: it stays so when somebody goes into the cell and out again.
    words = {"num_format": _TEXT, "quote_prefix": True, "valign": "top", "text_wrap": True}
    plain, bold = book.add_format(words), book.add_format(words | {"bold": True, "bottom": 1})
    for number, cells in enumerate((sheet.headings, *sheet.rows)):
        for place, text in enumerate(cells):
            page.write_string(number, place, text, plain if number else bold)
    book.close()
    return content.getvalue()


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
