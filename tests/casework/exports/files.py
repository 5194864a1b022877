"""Files as their asker opens them: what is rendered, made into bytes, and read again."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table_in(content: bytes, sheet: int = 1) -> list[list[str]]:
    """The rows of a workbook as words, the headings first."""
    with ZipFile(BytesIO(content)) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        words = ["".join(text.text or "" for text in each.iter(f"{MAIN}t")) for each in strings]
        page = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))
    return [[_cell(cell, words) for cell in row] for row in page.iter(f"{MAIN}row")]


def _cell(cell: ElementTree.Element, words: list[str]) -> str:
    value = cell.findtext(f"{MAIN}v") or ""
    return words[int(value)] if cell.get("t") == "s" else value
