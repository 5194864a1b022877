"""What a desk shows of providers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rules.providers import Flaw, ProviderEntry
from rules.providers.columns import Column
from rules.tables import Unfit


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """One in the list; `bare`: without the contact that its channel needs."""

    provider_id: int
    name: str
    bare: bool


@dataclass(frozen=True, slots=True)
class ProvidersSight:
    """`providers`."""

    lines: tuple[ProviderLine, ...]
    count: int
    page: int
    pages: int
    may_change: bool


@dataclass(frozen=True, slots=True)
class ProviderSight:
    """`provider`; `areas`: their names."""

    provider_id: int
    entry: ProviderEntry
    areas: tuple[str, ...]
    bare: bool
    changed_at: datetime
    changed_by: str
    removed: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class ProviderTextSight:
    """`provider-text`; `now`: how it would be typed as it stands."""

    provider_id: int | None
    now: str


@dataclass(frozen=True, slots=True)
class ProviderFileSight:
    """`provider-file`: how the columns are called."""

    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProviderImportSight:
    """`provider-import`; `new` … `bare` count lines that are fine."""

    upload_id: int
    failed: bool
    unfit: Unfit | None
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]
    flaws: tuple[Flaw, ...]
    more: int
    """Things that are wrong beyond those shown."""
    wrong_lines: int
    new: int
    changed: int
    same: int
    bare: int


@dataclass(frozen=True, slots=True)
class ProvidersImportedSight:
    """`providers-imported`."""

    new: int
    changed: int
    same: int
