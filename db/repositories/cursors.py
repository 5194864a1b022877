"""The newest message known in each private chat."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, ask

_RAISE = Statement(
    """
    INSERT INTO chat_cursors AS known (chat_id, last_message_id) VALUES (:chat_id, :message_id)
    ON CONFLICT (chat_id) DO UPDATE SET last_message_id = greatest(known.last_message_id, EXCLUDED.last_message_id)
    """
)
_NEWEST = Statement("SELECT last_message_id FROM chat_cursors WHERE chat_id = :chat_id")


async def raise_to(session: AsyncSession, chat_id: int, message_id: int) -> None:
    """Note that a message stands in the chat; an older one than is known changes nothing."""
    await ask(session, _RAISE, {"chat_id": chat_id, "message_id": message_id})


async def newest(session: AsyncSession, chat_id: int) -> int | None:
    """The newest message known in the chat; None where none is."""
    rows = await ask(session, _NEWEST, {"chat_id": chat_id})
    return rows[0][0] if rows else None
