"""A letter, screen or direct answer as Telegram shall show it."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from casework.letters.sights import FileToSend

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes with the text as its caption; `name` says nothing about anybody."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A file to be shown, with the words below it: Telegram's HTML, at most 1024 UTF-16 units once parsed."""

    file: FileToSend
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
    open: bool = True
    """Whether the topic is open."""
    gone: bool = False
    """The topic is to be deleted."""
    document: Document | None = None
    deletes: tuple[int, ...] = ()
    """Messages of the chat that are to be taken away."""
    files: tuple[RenderedFile, ...] = ()
    """What is sent instead of a text; several are one album. `text` is then what the record keeps."""
