"""A letter, screen or direct answer as Telegram shall show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from casework.letters.sights import FileToSend

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One entry of an archive: content of ours, or a kept file by its id. `path` is seen by its receiver only."""

    path: str
    content: bytes = b""
    file_id: int | None = None


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A document that is made when its letter leaves and is kept nowhere. `name` says nothing about anybody.

    One entry is the document itself; several, or one that is a kept file, are an archive.
    """

    name: str
    entries: tuple[Enclosed, ...]


@dataclass(frozen=True, slots=True)
class MadeTable:
    """A table that is made when its letter leaves, from the rows that were gathered for an export, and kept nowhere.

    `write` makes the file from all rows, in a thread of its own. `name` says nothing about anybody.
    """

    name: str
    export_id: int
    write: Callable[[Sequence[Mapping[str, Any]]], bytes]


Made = MadeFile | MadeTable


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A file to be shown, with the words below it: Telegram's HTML, at most 1024 UTF-16 units once parsed."""

    file: FileToSend | Made
    caption: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the caller of Telegram needs; `text` is Telegram's HTML, at most 4096 UTF-16 units once parsed."""

    text: str
    keyboard: Keyboard | None = None
    title: str | None = None
    """A topic's title: plain text of at most 128 characters."""
    icon: str | None = None
    """The emoji of a topic's icon, from Telegram's set of topic icons."""
    reaction: str | None = None
    """The emoji that is set on a message instead of sending text."""
    protect: bool = False
    """Telegram is asked not to let it be forwarded or saved."""
    silent: bool = False
    """Telegram is asked not to notify anybody."""
    open: bool = True
    """Whether the topic is open."""
    gone: bool = False
    """The topic is to be deleted."""
    deletes: tuple[int, ...] = ()
    """Messages of the chat that are to be taken away."""
    leaves: int | None = None
    """The topic of the chat that is to be deleted, since its case is elsewhere now."""
    hushes: tuple[int, int] | None = None
    """Who sees the ephemeral message that is to be taken away, and its number."""
    expels: int | None = None
    """The account that is to be taken out of the group."""
    files: tuple[RenderedFile, ...] = ()
    """What is sent instead of a text; several are one album. `text` is then what the record keeps."""
