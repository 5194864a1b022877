"""What files of a campaign, their reasons, states and columns are called: tables of literal keys."""

from __future__ import annotations

from collections.abc import Mapping

from bot.telegram.render.name import Name
from rules.exports import ExportKind, ExportReason, ExportState
from rules.recreation.columns import Column

KINDS: Mapping[ExportKind, Name] = {
    ExportKind.ORDER: lambda t: t.plain("export-order"),
    ExportKind.SUMMARY: lambda t: t.plain("export-summary"),
    ExportKind.PAPERS: lambda t: t.plain("export-papers"),
    ExportKind.TRIAL: lambda t: t.plain("export-trial"),
    ExportKind.PLACES: lambda t: t.plain("export-places"),
}
INSIDE: Mapping[ExportKind, Name] = {
    ExportKind.ORDER: lambda t: t.plain("export-inside-order"),
    ExportKind.SUMMARY: lambda t: t.plain("export-inside-summary"),
    ExportKind.PAPERS: lambda t: t.plain("export-inside-papers"),
    ExportKind.TRIAL: lambda t: t.plain("export-inside-trial"),
    ExportKind.PLACES: lambda t: t.plain("export-inside-places"),
}
"""What its asker will see in it."""
REASONS: Mapping[ExportReason, Name] = {
    ExportReason.ORDER: lambda t: t.plain("export-for-order"),
    ExportReason.CAMP: lambda t: t.plain("export-for-camp"),
    ExportReason.REPORT: lambda t: t.plain("export-for-report"),
    ExportReason.CHECK: lambda t: t.plain("export-for-check"),
}
STATES: Mapping[ExportState, Name] = {
    ExportState.GOING: lambda t: t.plain("export-state-going"),
    ExportState.READY: lambda t: t.plain("export-state-ready"),
    ExportState.SENT: lambda t: t.plain("export-state-sent"),
    ExportState.FAILED: lambda t: t.plain("export-state-failed"),
    ExportState.STOPPED: lambda t: t.plain("export-state-stopped"),
}
COLUMNS: Mapping[Column, Name] = {
    Column.NUMBER: lambda t: t.plain("export-column-number"),
    Column.CHILD: lambda t: t.plain("export-column-child"),
    Column.BORN: lambda t: t.plain("export-column-born"),
    Column.AGE: lambda t: t.plain("export-column-age"),
    Column.CATEGORIES: lambda t: t.plain("export-column-categories"),
    Column.HROMADA: lambda t: t.plain("export-column-hromada"),
    Column.REGISTERED: lambda t: t.plain("export-column-registered"),
    Column.LIVES: lambda t: t.plain("export-column-lives"),
    Column.GUARDIAN: lambda t: t.plain("export-column-guardian"),
    Column.PHONE: lambda t: t.plain("export-column-phone"),
    Column.TAX: lambda t: t.plain("export-column-tax"),
    Column.CERTIFICATE: lambda t: t.plain("export-column-certificate"),
    Column.SIZE: lambda t: t.plain("export-column-size"),
    Column.MEETS: lambda t: t.plain("export-column-meets"),
    Column.STAY: lambda t: t.plain("export-column-stay"),
    Column.PERIOD: lambda t: t.plain("export-column-period"),
    Column.SHIFT: lambda t: t.plain("export-column-shift"),
    Column.STATE: lambda t: t.plain("export-column-state"),
    Column.FILED: lambda t: t.plain("export-column-filed"),
}
"""The words above them."""
