"""Buttons about rows of the former form, on a lead's desk."""

from __future__ import annotations

from enum import StrEnum

from bot.telegram.callbacks.data import ButtonData
from bot.telegram.callbacks.recreation import RowId


class RowsAsk(ButtonData, prefix="qi"):
    """Send a file with rows for a campaign."""

    campaign: RowId


class RowsStep(StrEnum):
    """What is done with a file."""

    KEEP = "keep"
    DROP = "drop"
    FLAWS = "flaws"


class RowsDo(ButtonData, prefix="qj"):
    """A step with what stands in a file."""

    upload: RowId
    step: RowsStep


class RowsLinks(ButtonData, prefix="qk"):
    """Fresh links for all drafts that wait."""

    campaign: RowId
