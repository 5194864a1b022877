"""What is wrong with a provider that somebody typed or sent in a list, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.telegram.render.name import Name
from bot.texts.wording import Words
from rules.providers import Column, Flaw, Wrong
from rules.providers.columns import LONGEST
from rules.tables import Unfit
from rules.tables.cells import LONGEST_CELL

COLUMNS: Mapping[Column, Name] = {
    Column.NAME: lambda t: t.plain("provider-column-name"),
    Column.KIND: lambda t: t.plain("provider-column-kind"),
    Column.AREAS: lambda t: t.plain("provider-column-areas"),
    Column.CHANNEL: lambda t: t.plain("provider-column-channel"),
    Column.PHONE: lambda t: t.plain("provider-column-phone"),
    Column.EMAIL: lambda t: t.plain("provider-column-email"),
    Column.ADDRESS: lambda t: t.plain("provider-column-address"),
    Column.CONTACT: lambda t: t.plain("provider-column-contact"),
    Column.FROM: lambda t: t.plain("provider-column-from"),
    Column.UNTIL: lambda t: t.plain("provider-column-until"),
    Column.CHAT: lambda t: t.plain("provider-column-chat"),
}
FLAWS: Mapping[Wrong, Callable[[Words, Flaw], str]] = {
    Wrong.MISSING: lambda t, each: t.plain("provider-flaw-missing", column=_column(each, t)),
    Wrong.UNKNOWN_KIND: lambda t, each: t.plain("provider-flaw-kind", value=each.value),
    Wrong.UNKNOWN_CHANNEL: lambda t, each: t.plain("provider-flaw-channel", value=each.value),
    Wrong.UNKNOWN_AREA: lambda t, each: t.plain("provider-flaw-area", value=each.value),
    Wrong.UNKNOWN_CHAT: lambda t, each: t.plain("provider-flaw-chat", value=each.value),
    Wrong.BAD_NAME: lambda t, _: t.plain("provider-flaw-name"),
    Wrong.BAD_PHONE: lambda t, each: t.plain("provider-flaw-phone", value=each.value),
    Wrong.BAD_EMAIL: lambda t, each: t.plain("provider-flaw-email", value=each.value),
    Wrong.BAD_DATE: lambda t, each: t.plain("provider-flaw-date", value=each.value),
    Wrong.DATES_TURNED: lambda t, _: t.plain("provider-flaw-dates-turned"),
    Wrong.TOO_LONG: lambda t, each: t.plain("provider-flaw-too-long", column=_column(each, t), most=_most(each)),
    Wrong.FORMULA: lambda t, each: t.plain("provider-flaw-formula", column=_column(each, t)),
    Wrong.EXCEL_ERROR: lambda t, each: t.plain("provider-flaw-excel-error", column=_column(each, t), value=each.value),
    Wrong.EXCEL_NUMBER: lambda t, each: t.plain("provider-flaw-excel-number", value=each.value),
    Wrong.UNREADABLE: lambda t, each: t.plain("provider-flaw-unreadable", value=each.value),
    Wrong.TOO_MANY_CELLS: lambda t, _: t.plain("provider-flaw-too-many-cells"),
    Wrong.TWICE: lambda t, each: t.plain("provider-flaw-twice", value=each.value),
}
UNFIT: Mapping[Unfit, Name] = {
    Unfit.EMPTY: lambda t: t.plain("provider-file-empty"),
    Unfit.EXCEL: lambda t: t.plain("provider-file-excel"),
    Unfit.NOT_TEXT: lambda t: t.plain("provider-file-not-text"),
    Unfit.TOO_LARGE: lambda t: t.plain("provider-file-too-large"),
    Unfit.TOO_MANY: lambda t: t.plain("provider-file-too-many"),
    Unfit.NO_COLUMNS: lambda t: t.plain("provider-file-no-columns"),
    Unfit.COLUMN_TWICE: lambda t: t.plain("provider-file-column-twice"),
    Unfit.NO_LINES: lambda t: t.plain("provider-file-no-lines"),
    Unfit.QUOTES: lambda t: t.plain("provider-file-quotes"),
}


def flaw_said(flaw: Flaw, t: Words) -> str:
    """What is wrong and what to do, without the number of the line."""
    return FLAWS[flaw.wrong](t, flaw)


def _column(flaw: Flaw, t: Words) -> str:
    return COLUMNS[flaw.column](t) if flaw.column is not None else ""


def _most(flaw: Flaw) -> str:
    return str(LONGEST.get(flaw.column, LONGEST_CELL) if flaw.column is not None else LONGEST_CELL)
