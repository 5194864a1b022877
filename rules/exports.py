"""What a lead can take out of a campaign as a file: kinds, reasons, how far it is, how long what was gathered is kept.

The department answers for whoever sees the data of families (Law of Ukraine 2297-VI, art. 10 part 3 and art. 24): so
each file has an asker and a reason, and each family of which something was read has a line in the log of readings.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from rules.recreation.applications import Standing


class ExportKind(StrEnum):
    """Which file."""

    ORDER = "order"
    """The table for the order: a row a child."""
    SUMMARY = "summary"
    """Numbers by hromada, category, age, kind of stay; of nobody in particular."""
    PAPERS = "papers"
    """The accepted documents, a folder for each application."""
    TRIAL = "trial"
    """Who would get what and why: by numbers, since nothing is decided yet."""
    PLACES = "places"
    """Who got what and why."""


class ExportState(StrEnum):
    """How far it is."""

    GOING = "going"
    """Rows are gathered."""
    READY = "ready"
    """All are; the file is made while it is sent."""
    SENT = "sent"
    FAILED = "failed"
    STOPPED = "stopped"
    """By the one who asked."""


class ExportReason(StrEnum):
    """What a file is for."""

    ORDER = "for-order"
    CAMP = "for-camp"
    REPORT = "for-report"
    CHECK = "for-check"


UNFINISHED = (ExportState.GOING, ExportState.READY)
PERSONAL = frozenset({ExportKind.ORDER, ExportKind.PAPERS, ExportKind.PLACES})
"""What shows somebody's data: each family in it has a line in the log of readings."""
EXPORTED = "exported"
"""What was looked at, in that log."""
FIELDS: Mapping[ExportKind, tuple[str, ...]] = {
    ExportKind.PAPERS: ("documents",),
    ExportKind.PLACES: ("child", "born"),
}
"""What of a family is shown; of the table for the order its columns say it."""
PORTION = 100
"""Rows that one transaction gathers."""
MOST_TRIES = 3
"""So often a portion that failed is tried before the asker is told."""
KEPT_FOR = timedelta(days=1)
"""So long a file waits for its asker's chat; then what was gathered is forgotten."""
IN_THE_TABLE = tuple(
    each
    for each in Standing
    if each not in (Standing.DRAFT, Standing.HANDED_OVER, Standing.REFUSED, Standing.WITHDRAWN)
)
"""Children of whom the tables tell: whoever is not the programme's any more is in none."""
