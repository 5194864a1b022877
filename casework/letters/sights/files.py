"""What is shown of files: what they are, never their content; and which one is to be sent."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.sights.file_line import FileLine
from casework.letters.sights.to_person import Office
from rules.files import FileKind, FileState, Flaw


@dataclass(frozen=True, slots=True)
class FileToSend:
    """A file that Telegram is to show, or a place or a contact."""

    file_id: int
    message_id: int
    kind: FileKind
    telegram_id: str | None
    name: str | None
    card: str | None
    words: str
    """What its sender wrote below it; empty where that stands apart."""


@dataclass(frozen=True, slots=True)
class CannotReadSight:
    """`cannot-read`. `about`: as in the letter."""

    about: str
    office: Office


@dataclass(frozen=True, slots=True)
class FileRefusedSight:
    """`file-refused`."""

    kind: FileKind
    flaw: Flaw
    office: Office


@dataclass(frozen=True, slots=True)
class ArrivedFile:
    """One item of what the person sent; its words are masked already."""

    line: FileLine
    state: FileState
    flaw: Flaw | None
    words: str


@dataclass(frozen=True, slots=True)
class PersonFilesSight:
    """`person-files`."""

    case_id: int
    message_id: int
    files: tuple[ArrivedFile, ...]
    edited: bool
    silent: bool = False
    """Nobody is to be notified."""


@dataclass(frozen=True, slots=True)
class StaffFilesSight:
    """`staff-file`, `staff-file-edited`."""

    number: str
    author: str
    files: tuple[FileToSend, ...]
    opens: tuple[int, int] | None = None
    """Case and message, where they are covered until the person opens them."""


@dataclass(frozen=True, slots=True)
class StaffFileRefusedSight:
    """`staff-file-refused`."""

    flaw: Flaw


@dataclass(frozen=True, slots=True)
class FileToShowSight:
    """`desk-file`. Also the answer of the act `file.read`."""

    number: str
    file: FileToSend


@dataclass(frozen=True, slots=True)
class FilesToShowSight:
    """`desk-album`."""

    number: str
    files: tuple[FileToSend, ...]
