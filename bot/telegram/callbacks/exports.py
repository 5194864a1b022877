"""Buttons of files that are taken out of a campaign."""

from __future__ import annotations

from bot.telegram.callbacks.data import ButtonData
from bot.telegram.callbacks.recreation import RowId
from rules.exports import ExportKind, ExportReason


class ExportsOpen(ButtonData, prefix="xo"):
    """Which files there are; with a kind, what it is for."""

    campaign: RowId
    which: ExportKind | None = None


class ExportAsk(ButtonData, prefix="xa"):
    """Make it, for this."""

    campaign: RowId
    which: ExportKind
    reason: ExportReason


class ExportStop(ButtonData, prefix="xs"):
    """It is not wanted any more."""

    export: RowId
