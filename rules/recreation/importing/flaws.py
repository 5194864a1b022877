"""What is wrong with a line. Nothing of what stands in it: line and column find it in the file of whoever sent it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rules.recreation.importing.columns import Column


class Wrong(StrEnum):
    """One thing; the first ones as `rules.tables.Fault` has them, the next as `rules.forms.Problem` has them."""

    TOO_LONG = "too-long"
    FORMULA = "formula"
    EXCEL_ERROR = "excel-error"
    EXCEL_NUMBER = "excel-number"
    UNREADABLE = "unreadable"
    TOO_SHORT = "too-short"
    NO_PHONE = "no-phone"
    NO_DATE = "no-date"
    NO_SUCH_DATE = "no-such-date"
    IN_THE_FUTURE = "in-the-future"
    TOO_FAR = "too-far"
    TOO_YOUNG = "too-young"
    TOO_OLD = "too-old"
    MISSING = "missing"
    NO_CONSENT = "no-consent"
    """The applicant did not agree that the data are kept."""
    NO_CHILD = "no-child"
    TOO_MANY_CHILDREN = "too-many-children"
    """One family names more than the form has room for: a human helps."""
    TOO_MANY_CELLS = "too-many-cells"
    TWICE = "twice"
    """The same children of the same family stand in line `other`."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """`line` is counted from 1, with the line of the names of columns; `child` from 1, 0 where it is about none."""

    line: int
    wrong: Wrong
    column: Column | None = None
    child: int = 0
    other: int = 0
