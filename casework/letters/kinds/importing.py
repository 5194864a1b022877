"""Rows of the former form as drafts: on a lead's desk, and for the family that presses its link."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, SCREEN, Letter


@dataclass(frozen=True, slots=True)
class RowsFileScreen(Letter):
    """Send the rows of a campaign as a file: what it may look like, and how many drafts wait for their families."""

    kind = "rows-file"
    policy = SCREEN
    staff_id: int
    campaign_id: int


@dataclass(frozen=True, slots=True)
class RowsImportScreen(Letter):
    """What was understood of the file, and each line that was not; nothing is kept before the press."""

    kind = "rows-import"
    policy = SCREEN
    staff_id: int
    upload_id: int


@dataclass(frozen=True, slots=True)
class RowsImportedScreen(Letter):
    """It is done: how many drafts are new, have more children now, stood there, were taken up by their families."""

    kind = "rows-imported"
    policy = SCREEN
    staff_id: int
    campaign_id: int
    new: int
    more: int
    same: int
    taken: int


@dataclass(frozen=True, slots=True)
class DraftBrought(Letter):
    """To the family that pressed its link: what it wrote to the former form stands below; it looks and sends it."""

    kind = "draft-brought"
    policy = ANSWER_SCREEN
    campaign_id: int


@dataclass(frozen=True, slots=True)
class LinkOfDraftRefused(Letter):
    """The link is not good. `why`: `casework.importing.take_up.Refused`."""

    kind = "draft-link-refused"
    policy = ANSWER_SCREEN
    why: str
    campaign_id: int = 0
