"""What the columns of the former form are called, and what is wrong with a line of it, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.telegram.render.name import Name
from bot.texts.wording import Words
from rules.recreation.importing import Column, Flaw, Wrong

COLUMNS: Mapping[Column, Name] = {
    Column.AT: lambda t: t.plain("rows-column-at"),
    Column.CONSENT: lambda t: t.plain("rows-column-consent"),
    Column.GUARDIAN: lambda t: t.plain("rows-column-guardian"),
    Column.PHONE: lambda t: t.plain("rows-column-phone"),
    Column.LIVES: lambda t: t.plain("rows-column-lives"),
    Column.CHILD: lambda t: t.plain("rows-column-child"),
    Column.BORN: lambda t: t.plain("rows-column-born"),
    Column.REGISTERED: lambda t: t.plain("rows-column-registered"),
    Column.CATEGORIES: lambda t: t.plain("rows-column-categories"),
    Column.STAY: lambda t: t.plain("rows-column-stay"),
    Column.PERIOD: lambda t: t.plain("rows-column-period"),
    Column.WISHES: lambda t: t.plain("rows-column-wishes"),
}
FLAWS: Mapping[Wrong, Callable[[Words, Flaw], str]] = {
    Wrong.TOO_LONG: lambda t, flaw: t.plain("rows-flaw-too-long", column=_column(flaw, t)),
    Wrong.FORMULA: lambda t, flaw: t.plain("rows-flaw-formula", column=_column(flaw, t)),
    Wrong.EXCEL_ERROR: lambda t, flaw: t.plain("rows-flaw-excel-error", column=_column(flaw, t)),
    Wrong.EXCEL_NUMBER: lambda t, _: t.plain("rows-flaw-excel-number"),
    Wrong.UNREADABLE: lambda t, flaw: t.plain("rows-flaw-unreadable", column=_column(flaw, t)),
    Wrong.TOO_SHORT: lambda t, flaw: t.plain("rows-flaw-too-short", column=_column(flaw, t)),
    Wrong.NO_PHONE: lambda t, _: t.plain("rows-flaw-no-phone"),
    Wrong.NO_DATE: lambda t, _: t.plain("rows-flaw-no-date"),
    Wrong.NO_SUCH_DATE: lambda t, _: t.plain("rows-flaw-no-such-date"),
    Wrong.IN_THE_FUTURE: lambda t, _: t.plain("rows-flaw-in-the-future"),
    Wrong.TOO_FAR: lambda t, _: t.plain("rows-flaw-too-far"),
    Wrong.TOO_YOUNG: lambda t, _: t.plain("rows-flaw-too-young"),
    Wrong.TOO_OLD: lambda t, _: t.plain("rows-flaw-too-old"),
    Wrong.MISSING: lambda t, flaw: t.plain("rows-flaw-missing", column=_column(flaw, t)),
    Wrong.NO_CONSENT: lambda t, _: t.plain("rows-flaw-no-consent"),
    Wrong.NO_CHILD: lambda t, _: t.plain("rows-flaw-no-child"),
    Wrong.TOO_MANY_CHILDREN: lambda t, _: t.plain("rows-flaw-too-many-children"),
    Wrong.TOO_MANY_CELLS: lambda t, _: t.plain("rows-flaw-too-many-cells"),
    Wrong.TWICE: lambda t, flaw: t.plain("rows-flaw-twice", other=str(flaw.other)),
}


def row_flaw_said(flaw: Flaw, t: Words) -> str:
    """What is wrong, without the number of the line."""
    what = FLAWS[flaw.wrong](t, flaw)
    return t.plain("rows-flaw-of-child", child=str(flaw.child), what=what) if flaw.child > 1 else what


def _column(flaw: Flaw, t: Words) -> str:
    return COLUMNS[flaw.column](t) if flaw.column is not None else ""
