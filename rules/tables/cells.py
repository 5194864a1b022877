"""What stands in a cell, without what programs for tables put around it."""

from __future__ import annotations

import re
from enum import StrEnum

LONGEST_CELL = 200
EMPTY = frozenset({"-", "–", "—", "немає", "н/д"})
"""What somebody writes who has nothing to write."""
_EXCEL_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_EXCEL_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|Н/Д|ССЫЛКА!|ПОСИЛАННЯ!|ЗНАЧ!|ИМЯ\?|ІМ’Я\?)", re.I
)
_ROUNDED = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+?[0-9]+", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffd]")


class Fault(StrEnum):
    """Why a cell can't be read, whatever it is about."""

    TOO_LONG = "too-long"
    FORMULA = "formula"
    EXCEL_ERROR = "excel-error"
    EXCEL_NUMBER = "excel-number"
    """A program for tables made a rounded number of a telephone."""
    UNREADABLE = "unreadable"


class BadCell(Exception):
    """A cell can't be read; `value`: what stands there, as far as a report may repeat it."""

    def __init__(self, fault: Fault, value: str = "") -> None:
        super().__init__(fault)
        self.fault, self.value = fault, value


def plain(cell: str, *, signed: bool = False, longest: int = LONGEST_CELL) -> str:
    """The words of a cell on one line; empty for what means nothing. `signed`: it may begin with a plus, as a telephone
    does; nothing else that a person writes by hand begins like a formula. BadCell.
    """
    text = cell.replace("\xa0", " ").replace("\u200b", "").replace("\ufeff", "").strip()
    if (wrapped := _EXCEL_TEXT.fullmatch(text)) is not None:
        text = wrapped.group(1).replace('""', '"').strip()
    text = text.removeprefix("'")
    text = re.sub(r"\s+", " ", text).strip()
    if _CONTROL.search(text):
        raise BadCell(Fault.UNREADABLE)
    if _EXCEL_ERROR.fullmatch(text):
        raise BadCell(Fault.EXCEL_ERROR, text)
    if text.casefold() in EMPTY:
        return ""
    if text.startswith(("=", "@")) or (not signed and text.startswith(("+", "-"))):
        raise BadCell(Fault.FORMULA, text)
    if len(text) > longest:
        raise BadCell(Fault.TOO_LONG, text)
    return text


def unrounded(text: str) -> str:
    """A number that no program for tables has rounded. BadCell for «3,80501E+11»."""
    if _ROUNDED.fullmatch(text):
        raise BadCell(Fault.EXCEL_NUMBER, text)
    return text
