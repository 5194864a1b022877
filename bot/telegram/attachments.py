"""What a message of Telegram's carries beside its words, in our terms."""

from __future__ import annotations

import json

from aiogram.enums import ContentType
from aiogram.types import Message

from casework.files.attachment import Attachment
from rules.files import FileKind

OTHER_CONTENT = frozenset(
    {
        ContentType.DICE,
        ContentType.GAME,
        ContentType.GIVEAWAY,
        ContentType.GIVEAWAY_WINNERS,
        ContentType.INVOICE,
        ContentType.PAID_MEDIA,
        ContentType.POLL,
        ContentType.RICH_MESSAGE,
        ContentType.STORY,
        ContentType.UNKNOWN,
    }
)
"""What somebody says that we can neither read nor carry."""
GIFTS = frozenset({ContentType.GIFT, ContentType.UNIQUE_GIFT, ContentType.GIFT_UPGRADE_SENT})
"""What we do not take. Everything else but words and files is Telegram's own note."""

# An animation comes as a document, too, and a place with a name as a location: the first that is there counts.
_MEDIA = (
    FileKind.ANIMATION,
    FileKind.VOICE,
    FileKind.VIDEO,
    FileKind.VIDEO_NOTE,
    FileKind.AUDIO,
    FileKind.STICKER,
    FileKind.DOCUMENT,
)


def words_of(message: Message) -> str:
    """What a message says in words: its text, what stands below a file, or a list to be ticked off, line by line."""
    if message.checklist is not None:
        tasks = [f"– {task.text}" for task in message.checklist.tasks]
        return "\n".join([message.checklist.title, *tasks])
    return message.text or message.caption or ""


def attachment_of(message: Message) -> Attachment | None:
    """The file, place or contact of a message; None where it carries none."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return Attachment(
            FileKind.PHOTO,
            largest.file_id,
            largest.file_unique_id,
            size=largest.file_size,
            album=message.media_group_id,
        )
    for kind in _MEDIA:
        if (media := getattr(message, kind)) is not None:
            return Attachment(
                kind,
                media.file_id,
                media.file_unique_id,
                getattr(media, "file_name", None),
                (getattr(media, "mime_type", None) or "")[:127] or None,
                media.file_size,
                getattr(media, "duration", None),
                album=message.media_group_id,
            )
    return _card_of(message)


def _card_of(message: Message) -> Attachment | None:
    if message.venue is not None:
        place = message.venue.location
        named = {"title": message.venue.title, "address": message.venue.address}
        return Attachment(FileKind.LOCATION, card=_json(lat=place.latitude, lon=place.longitude, **named))
    if message.location is not None:
        place = message.location
        return Attachment(FileKind.LOCATION, card=_json(lat=place.latitude, lon=place.longitude))
    if message.contact is not None:
        contact = message.contact
        name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
        return Attachment(FileKind.CONTACT, card=_json(name=name, phone=contact.phone_number))
    return None


def _json(**card: object) -> str:
    return json.dumps(card, ensure_ascii=False)
