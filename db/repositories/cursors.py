"""The newest message known in each private chat."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_RAISE = text(
    """
    INSERT INTO chat_cursors AS known (chat_id, last_message_id) VALUES (:chat_id, :message_id)
    ON CONFLICT (chat_id) DO UPDATE SET last_message_id = greatest(known.last_message_id, EXCLUDED.last_message_id)
    """
)
_NEWEST = text("SELECT last_message_id FROM chat_cursors WHERE chat_id = :chat_id")


async def raise_to(session: AsyncSession, chat_id: int, message_id: int) -> None:
    """Note that a message stands in the chat; an older one than is known changes nothing."""
    await session.execute(_RAISE, {"chat_id": chat_id, "message_id": message_id})


async def newest(session: AsyncSession, chat_id: int) -> int | None:
    """The newest message known in the chat; None where none is."""
    return (await session.execute(_NEWEST, {"chat_id": chat_id})).scalar_one_or_none()
