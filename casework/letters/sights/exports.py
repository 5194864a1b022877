"""What files that are taken out of a campaign show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rules.exports import ExportKind, ExportReason, ExportState
from rules.recreation.columns import Column
from rules.recreation.terms import Shift


@dataclass(frozen=True, slots=True)
class ExportLine:
    """One that somebody asked for."""

    at: datetime
    who: str
    kind: ExportKind
    reason: ExportReason
    state: ExportState
    rows: int


@dataclass(frozen=True, slots=True)
class ExportsSight:
    """`exports`. `asked`: for which of them the reason is to be named."""

    campaign_id: int
    name: str
    kinds: tuple[ExportKind, ...]
    asked: ExportKind | None
    lines: tuple[ExportLine, ...]


@dataclass(frozen=True, slots=True)
class ExportProgressSight:
    """`export-progress`."""

    export_id: int
    campaign_id: int
    name: str
    kind: ExportKind
    state: ExportState
    total: int
    done: int
    rows: int
    parts: int


@dataclass(frozen=True, slots=True)
class ExportTableSight:
    """`export-table`: all that its rows are worded with."""

    export_id: int
    kind: ExportKind
    name: str
    asked_at: datetime
    rows: int
    columns: tuple[Column, ...]
    age_on: date
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Archived:
    """A kept file, and where it stands in the archive."""

    path: str
    file_id: int


@dataclass(frozen=True, slots=True)
class ExportPapersSight:
    """`export-papers`."""

    export_id: int
    name: str
    asked_at: datetime
    part: int
    parts: int
    files: tuple[Archived, ...]
