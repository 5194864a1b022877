"""Refusals about files that are taken out of a campaign."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class ExportFlaw(Refusal):
    """There is no such file now; `why`: `empty` or `going`."""

    key = "export-flaw"
