"""A message was edited and carries another file now, or the same place a few steps on."""

from __future__ import annotations

from casework.context import Context
from casework.files.attachment import Attachment, fill
from db.models import File
from db.repositories import files


async def exchange(ctx: Context, file: File | None, attached: Attachment | None) -> File | None:
    """Puts another file in the place of the one that was there; None where it is the same one.

    A live location moves with every edit: the latest place is kept, and that is no news.
    """
    if file is None or attached is None:
        return None
    another = is_another(file, attached)
    if not another and file.card == attached.card:
        return None
    locked = await files.lock(ctx.uow.session, file.id)
    if locked is None:
        return None
    if not another:
        locked.card = attached.card
        return None
    await files.drop_content(ctx.uow.session, locked.id)
    fill(ctx, locked, attached)
    return locked


def is_another(file: File, attached: Attachment) -> bool:
    """Whether the message carries something else than what we know of it."""
    return (file.telegram_unique_id, file.kind) != (attached.telegram_unique_id, attached.kind)
