"""What a person sees of their own files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.file_line import FileLine
from casework.letters.sights.files import FileToSend


@dataclass(frozen=True, slots=True)
class MyFileLine:
    """One file of a case. `by`: the work name of the staff member who sent it; None for the person."""

    file_id: int
    line: FileLine
    at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class MyFilesSight:
    """`my-files`: a page, the newest first."""

    case_id: int
    number: str
    files: tuple[MyFileLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class OwnFileSight:
    """`own-file`."""

    number: str
    by: str | None
    file: FileToSend


@dataclass(frozen=True, slots=True)
class FilesTidiedSight:
    """`files-tidied`: how many files of the case went from the chat, and how many stay in it."""

    case_id: int
    gone: int
    stay: int
