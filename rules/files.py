"""What people and staff send beside words: its kinds, what becomes of it, and how large it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

MOST_BYTES = 20 * 1024 * 1024
"""Telegram hands no larger file to a bot."""
LOCAL_MOST_BYTES = 45 * 1024 * 1024
"""What we keep where the department's own server hands over larger ones, too. Telegram's own takes back 50 MB from a
bot: so each file can be shown again, whichever server is asked.
"""


def most_bytes(*, local: bool) -> int:
    """The largest file that is fetched and kept; `local`: from the department's own server in its local mode."""
    return LOCAL_MOST_BYTES if local else MOST_BYTES


class FileKind(StrEnum):
    """As Telegram's apps know them; a place with a name is a location, too."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    ANIMATION = "animation"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"


WITHOUT_BYTES = frozenset({FileKind.LOCATION, FileKind.CONTACT})
"""All there is of them came with the message."""
WITHOUT_CAPTION = frozenset({FileKind.VIDEO_NOTE, FileKind.STICKER, FileKind.LOCATION, FileKind.CONTACT})
"""Telegram shows no words below them."""
VISUAL = frozenset({FileKind.PHOTO, FileKind.VIDEO})


class FileState(StrEnum):
    """Where a file is."""

    WAITING = "waiting"
    """Still at Telegram only."""
    KEPT = "kept"
    REFUSED = "refused"
    """It will not come; the flaw says why."""


class Flaw(StrEnum):
    """Why a file is not kept."""

    TOO_LARGE = "too-large"
    """Beyond what Telegram hands over."""
    OVER_OURS = "over-ours"
    """Beyond what we keep, where the department's own server would hand it over."""
    EMPTY = "empty"
    BROKEN = "broken"
    LOCKED = "locked"
    """It opens with a password only."""
    PROGRAM = "program"
    MISNAMED = "misnamed"
    """It is not what its name says."""
    LOST = "lost"
    """Telegram does not give it to us."""


class InChat(StrEnum):
    """What became of the message with a file in the private chat where it was sent, once we had the file."""

    GONE = "gone"
    """We took it away, or it was not there any more."""
    STAYS = "stays"
    """Telegram does not let us: it is too old."""


TIDIED = frozenset({FileKind.PHOTO, FileKind.DOCUMENT})
"""What may show a paper: whoever holds the phone shall not find it in the chat. Voices and places are conversation."""


PAPERS = frozenset(
    {FileKind.PHOTO, FileKind.DOCUMENT, FileKind.VIDEO, FileKind.VIDEO_NOTE, FileKind.VOICE, FileKind.AUDIO}
)
"""What answers a form's question for files."""
DECORATION = frozenset({FileKind.STICKER, FileKind.ANIMATION})
"""What tells nothing by itself."""


def may_stand_together(kinds: frozenset[FileKind]) -> bool:
    """Whether Telegram shows files of these kinds as one album: photos with videos, else only one kind."""
    return kinds <= VISUAL or kinds in (frozenset({FileKind.DOCUMENT}), frozenset({FileKind.AUDIO}))


ENDINGS = {
    FileKind.PHOTO: "jpg",
    FileKind.VOICE: "ogg",
    FileKind.VIDEO: "mp4",
    FileKind.VIDEO_NOTE: "mp4",
    FileKind.AUDIO: "mp3",
    FileKind.ANIMATION: "mp4",
    FileKind.STICKER: "webp",
}
"""For content whose sender gave it no name: programs tell by the name what they get."""
NAME_UNITS = 80
PART_BYTES = 20 * 1024 * 1024
"""What a person takes away goes in parts of this size: a phone on a slow line gets them, and Telegram takes them."""


def name_in_archive(file_id: int, kind: FileKind, name: str | None) -> str:
    """What a file is called among others: its number first, so that no two are alike; never a path."""
    safe = re.sub(r"[^\w .()-]", "_", name or "").strip(" .")
    if not safe:
        return f"{file_id}-{kind.value}.{ENDINGS.get(kind, 'bin')}"
    stem, dot, ending = safe.rpartition(".")
    return f"{file_id}-{(stem or ending)[:NAME_UNITS]}{dot if stem else ''}{ending[:10] if stem else ''}"


def in_parts(sizes: Iterable[tuple[int, int]], most: int = PART_BYTES) -> list[list[int]]:
    """Files by id and size in bytes, in parts of at most so many bytes; one that is larger is a part of its own.

    At least one part, maybe empty.
    """
    parts: list[list[int]] = [[]]
    filled = 0
    for file_id, size in sizes:
        if parts[-1] and filled + size > most:
            parts.append([])
            filled = 0
        parts[-1].append(file_id)
        filled += size
    return parts


def beyond(most: int) -> Flaw:
    """What is wrong with a file of more than `most` bytes."""
    return Flaw.TOO_LARGE if most <= MOST_BYTES else Flaw.OVER_OURS
