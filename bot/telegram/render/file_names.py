"""What a file is, in a few words: «голосове, 0:42», «файл довідка.pdf», «фото»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from babel.numbers import format_decimal

from bot.telegram.render.name import Name
from bot.texts.wording import Markup, Words, html
from casework.letters.sights import FileLine
from rules.files import FileKind, Flaw

KILOBYTE, MEGABYTE = 1024, 1024 * 1024
LONGEST_NAME = 60
MOST_LINES = 6

KINDS: Mapping[FileKind, Name] = {
    FileKind.PHOTO: lambda t: t.plain("file-photo"),
    FileKind.DOCUMENT: lambda t: t.plain("file-document"),
    FileKind.VOICE: lambda t: t.plain("file-voice"),
    FileKind.VIDEO: lambda t: t.plain("file-video"),
    FileKind.VIDEO_NOTE: lambda t: t.plain("file-video-note"),
    FileKind.AUDIO: lambda t: t.plain("file-audio"),
    FileKind.ANIMATION: lambda t: t.plain("file-animation"),
    FileKind.STICKER: lambda t: t.plain("file-sticker"),
    FileKind.LOCATION: lambda t: t.plain("file-location"),
    FileKind.CONTACT: lambda t: t.plain("file-contact"),
}
FLAWS: Mapping[Flaw, Name] = {
    Flaw.TOO_LARGE: lambda t: t.plain("flaw-too-large"),
    Flaw.OVER_OURS: lambda t: t.plain("flaw-over-ours"),
    Flaw.EMPTY: lambda t: t.plain("flaw-empty"),
    Flaw.BROKEN: lambda t: t.plain("flaw-broken"),
    Flaw.LOCKED: lambda t: t.plain("flaw-locked"),
    Flaw.PROGRAM: lambda t: t.plain("flaw-program"),
    Flaw.MISNAMED: lambda t: t.plain("flaw-misnamed"),
    Flaw.LOST: lambda t: t.plain("flaw-lost"),
}
"""For staff."""


def file_name(line: FileLine, t: Words) -> str:
    """What it is and how long it lasts; its own name where the reader may see it."""
    what = KINDS[line.kind](t)
    if line.kind is FileKind.DOCUMENT and line.name:
        what = t.plain("file-document-named", name=_short(line.name))
    if line.duration is None:
        return what
    return t.plain("file-with-length", what=what, length=f"{line.duration // 60}:{line.duration % 60:02}")


def file_with_size(line: FileLine, t: Words) -> str:
    """The same with its size, where one is known."""
    what = file_name(line, t)
    return t.plain("file-with-size", what=what, size=_size(line.size, t)) if line.size else what


def file_lines(lines: Sequence[FileLine], t: Words) -> list[Markup]:
    """A line each; equal ones (an album) as one line with their number, and no more lines than a screen bears."""
    counted = Counter(file_name(line, t) for line in lines)
    shown = [what if count == 1 else f"{what} × {count}" for what, count in counted.items()]
    more = ["…"] if len(shown) > MOST_LINES else []
    return [html(each) for each in shown[:MOST_LINES] + more]


def _short(name: str) -> str:
    """The beginning of a long name, and its ending, which says what it is."""
    if len(name) <= LONGEST_NAME:
        return name
    ending = name.rpartition(".")[2][:8]
    return f"{name[: LONGEST_NAME - 10].rstrip()}….{ending}"


def _size(size: int, t: Words) -> str:
    if size < MEGABYTE:
        return t.plain("file-size-kb", number=str(max(1, round(size / KILOBYTE))))
    number = format_decimal(round(size / MEGABYTE, 1), format="0.#", locale=t.language)
    return t.plain("file-size-mb", number=number)
