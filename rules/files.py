"""What people and staff send beside words: its kinds, what becomes of it, and how large it may be."""

from __future__ import annotations

from enum import StrEnum

MOST_BYTES = 20 * 1024 * 1024
"""Telegram hands no larger file to a bot."""


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
    EMPTY = "empty"
    BROKEN = "broken"
    LOCKED = "locked"
    """It opens with a password only."""
    PROGRAM = "program"
    MISNAMED = "misnamed"
    """It is not what its name says."""
    LOST = "lost"
    """Telegram does not give it to us."""


def may_stand_together(kinds: frozenset[FileKind]) -> bool:
    """Whether Telegram shows files of these kinds as one album: photos with videos, else only one kind."""
    return kinds <= VISUAL or kinds in (frozenset({FileKind.DOCUMENT}), frozenset({FileKind.AUDIO}))
