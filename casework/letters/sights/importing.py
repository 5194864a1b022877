"""What is shown of rows of the former form, and of links to drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.importing.take_up import Refused
from casework.letters.sights.to_person import Office
from rules.recreation.importing import Column, Flaw
from rules.tables import Unfit


@dataclass(frozen=True, slots=True)
class RowsFileSight:
    """`rows-file`; `drafts`: how many there are, `taken`: of these by their families."""

    campaign_id: int
    closes: date
    drafts: int
    taken: int


@dataclass(frozen=True, slots=True)
class RowsImportSight:
    """`rows-import`; `new` … `taken` count families, `lines` … `bad_lines` lines of the file."""

    upload_id: int
    campaign_id: int
    failed: bool = False
    unfit: Unfit | None = None
    columns: tuple[Column, ...] = ()
    unknown: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    more_flaws: int = 0
    """Things that are wrong beyond those shown."""
    lines: int = 0
    bad_lines: int = 0
    new: int = 0
    more: int = 0
    same: int = 0
    taken: int = 0
    left: Mapping[Column, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowsImportedSight:
    """`rows-imported`."""

    campaign_id: int
    new: int
    more: int
    same: int
    taken: int


@dataclass(frozen=True, slots=True)
class DraftBroughtSight:
    """`draft-brought`."""

    closes: date


@dataclass(frozen=True, slots=True)
class LinkOfDraftRefusedSight:
    """`draft-link-refused`; `opens`, `closes`: of its campaign, where it is known."""

    why: Refused
    office: Office
    opens: date | None = None
    closes: date | None = None
