"""What a message carries beside its words, as it came, and the row that it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from db.models import File, Person
from rules.files import WITHOUT_BYTES, FileKind, FileState, beyond


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file, place or contact of a message."""

    kind: FileKind
    telegram_id: str | None = None
    telegram_unique_id: str | None = None
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    """Bytes, as Telegram says."""
    duration: int | None = None
    """Seconds."""
    card: str | None = None
    """A place or a contact, as JSON."""
    album: str | None = None
    """The same for all items of an album."""


def is_too_large(ctx: Context, attached: Attachment) -> bool:
    """Whether it is more than we get or keep, as far as Telegram says."""
    return (attached.size or 0) > ctx.rules.most_file_bytes


async def attach(
    ctx: Context,
    attached: Attachment,
    *,
    message_id: int | None = None,
    draft_id: int | None = None,
    upload_id: int | None = None,
    broadcast_id: int | None = None,
) -> File:
    """Keeps what came with a message, a draft, an upload or a broadcast; its content is fetched after the commit."""
    belongs = {"message_id": message_id, "draft_id": draft_id, "upload_id": upload_id, "broadcast_id": broadcast_id}
    file = File(**belongs, kind=attached.kind.value, album=attached.album)
    fill(ctx, file, attached)
    ctx.uow.session.add(file)
    await ctx.uow.session.flush()
    return file


def fill(ctx: Context, file: File, attached: Attachment) -> None:
    """Makes the row say what came, as nothing of it is fetched yet."""
    file.kind = attached.kind.value
    file.name, file.mime = attached.name, attached.mime
    file.size, file.duration = attached.size, attached.duration
    file.card = attached.card
    file.telegram_id, file.telegram_unique_id = attached.telegram_id, attached.telegram_unique_id
    file.came_at = ctx.now
    too_large = is_too_large(ctx, attached)
    file.flaw = beyond(ctx.rules.most_file_bytes).value if too_large else None
    file.lease_until = file.retry_at = None
    file.claims = file.tries = 0
    file.in_chat = None
    if attached.kind in WITHOUT_BYTES:
        file.state = FileState.KEPT.value
    elif too_large:
        file.state = FileState.REFUSED.value
    else:
        file.state = FileState.WAITING.value
        ctx.uow.nudge("files")


def has_content(file: File) -> bool:
    """Whether we keep what the file holds; a place and a contact hold nothing but their card."""
    return file.state == FileState.KEPT and FileKind(file.kind) not in WITHOUT_BYTES


async def tell_flaw(ctx: Context, person: Person, file: File) -> None:
    """Tells the person what is wrong with a file of theirs and what to do; of one album once."""
    if file.flaw is None:
        return
    which = f"a{file.album}" if file.album else f"f{file.id}"
    key = f"{which}:{file.flaw}:{int(file.came_at.timestamp()) if not file.album else 0}"
    await tell_person(ctx, person, kinds.FileRefused(file.kind, file.flaw), key=key)
