"""A person's own files: those that they look at again, and what is taken away from their chat."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority


@dataclass(frozen=True, slots=True)
class MyFilesScreen(Letter):
    """The files of one case, of both sides; each can be looked at."""

    kind = "my-files"
    policy = SCREEN
    case_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class OwnFile(Letter):
    """One of them, at the person's press; another press takes it away again."""

    kind = "own-file"
    policy = Policy(priority=Priority.SCREEN)
    case_id: int
    file_id: int


@dataclass(frozen=True, slots=True)
class PutAway(Letter):
    """A file that was looked at goes from the chat again. `ids`: of messages in it."""

    kind = "put-away"
    policy = Policy(priority=Priority.SCREEN, form=Form.SWEEP)
    ids: list[int]


@dataclass(frozen=True, slots=True)
class TidyFiles(Letter):
    """What we have saved is taken away from the chat. `message_ids`: of the case, whose files came there.

    No word of anybody's: it leaves even where the person is to be told nothing.
    """

    kind = "tidy-files"
    policy = Policy(priority=Priority.SCREEN, form=Form.TIDY)
    case_id: int
    message_ids: list[int]


@dataclass(frozen=True, slots=True)
class FilesTidied(Letter):
    """Slot `tidied:<case>:<day>`: how many photos and documents of the case were taken away, and how many stay."""

    kind = "files-tidied"
    policy = Policy(priority=Priority.SCREEN, form=Form.RECORD)
    case_id: int
