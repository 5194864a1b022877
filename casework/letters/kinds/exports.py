"""Files that a lead takes out of a campaign: which there are, how far one is, and the file itself."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority
from rules.exports import KEPT_FOR

FILE = Policy(once=True, fleeting=True, expires_after=KEPT_FOR)


@dataclass(frozen=True, slots=True)
class ExportsScreen(Letter):
    """Slot `screen` of a lead's desk: which files there are and who asked for which; with a `kind` what it is for."""

    kind = "exports"
    policy = SCREEN
    staff_id: int
    campaign_id: int
    which: str = ""


@dataclass(frozen=True, slots=True)
class ExportProgress(Letter):
    """Slot `export:<id>` of the desk of the one who asked: how many rows are gathered, and how it ended."""

    kind = "export-progress"
    policy = Policy(priority=Priority.SCREEN, form=Form.CARD)
    export_id: int


@dataclass(frozen=True, slots=True)
class ExportTable(Letter):
    """The table itself: it may be saved, and is taken away from the chat a while later."""

    kind = "export-table"
    policy = FILE
    export_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class ExportPapers(Letter):
    """A part of the archive of documents, counted from 1."""

    kind = "export-papers"
    policy = FILE
    export_id: int
    staff_id: int
    part: int
