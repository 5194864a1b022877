"""The newest message known in each private chat."""

from __future__ import annotations

from sqlalchemy import func, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import ChatCursor


async def raise_to(session: AsyncSession, chat_id: int, message_id: int) -> None:
    """Note that a message stands in the chat; an older one than is known changes nothing."""
    statement = insert(ChatCursor).values(chat_id=chat_id, last_message_id=message_id)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["chat_id"],
            set_={"last_message_id": func.greatest(ChatCursor.last_message_id, message_id)},
        )
    )


async def newest(session: AsyncSession, chat_id: int) -> int | None:
    """The newest message known in the chat; None where none is."""
    found = await session.execute(
        text("SELECT last_message_id FROM chat_cursors WHERE chat_id = :chat_id"), {"chat_id": chat_id}
    )
    return found.scalar_one_or_none()
