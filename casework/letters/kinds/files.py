"""Letters that carry files, or say what became of one."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority

FILE_PART = 999
"""The part of a message that is its file; its words, where they stand apart, are counted from 0."""


@dataclass(frozen=True, slots=True)
class CannotRead(Letter):
    """What the person sent can't be read by anybody, or not here: how to tell it all the same.

    `about`: "" for a poll, a dice, a story; "gift"; "words-only" where a file came instead of words; "edited" for a
    change of a message that we do not hold.
    """

    kind = "cannot-read"
    policy = ANSWER_SCREEN
    about: str = ""


@dataclass(frozen=True, slots=True)
class FileRefused(Letter):
    """A file of the person's is not kept: why, and what to do."""

    kind = "file-refused"
    policy = Policy(priority=Priority.SCREEN, once=True)
    file_kind: str
    flaw: str


@dataclass(frozen=True, slots=True)
class PersonFiles(Letter):
    """Slot `files:<message>` of a topic: what the person sent, an album as one; never the file itself."""

    kind = "person-files"
    policy = Policy(form=Form.RECORD)
    case_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class StaffFile(Letter):
    """What a caseworker sent to the person, with those of its album that have not left yet."""

    kind = "staff-file"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    part: int = FILE_PART


@dataclass(frozen=True, slots=True)
class StaffFileEdited(Letter):
    """A caseworker changed the words below a file."""

    kind = "staff-file-edited"
    policy = Policy(form=Form.EDIT, once=True)
    case_id: int
    message_id: int
    revision: int


@dataclass(frozen=True, slots=True)
class StaffFileRefused(Letter):
    """The person gets what a caseworker sent, but we could not keep a copy."""

    kind = "staff-file-refused"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    flaw: str


@dataclass(frozen=True, slots=True)
class DeskFile(Letter):
    """A person's file on the desk of the one who asked, where the group could not show it."""

    kind = "desk-file"
    policy = Policy(priority=Priority.SCREEN, protected=True, fleeting=True)
    case_id: int
    staff_id: int
    file_id: int


@dataclass(frozen=True, slots=True)
class DeskAlbum(Letter):
    """A person's album on the desk of the one who asked: whole, in one call that the group does not pay for."""

    kind = "desk-album"
    policy = Policy(priority=Priority.SCREEN, protected=True, fleeting=True)
    case_id: int
    staff_id: int
    file_ids: list[int]
