"""Conversations in progress: one row per bot, chat, topic and person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Conversation


async def load(session: AsyncSession, key: str) -> tuple[str | None, str | None]:
    """The state and the data (JSON) of a conversation; both None where there is none."""
    query = select(Conversation.state, Conversation.data).where(Conversation.key == key)
    row = (await session.execute(query)).first()
    return (row.state, row.data) if row else (None, None)


async def save(session: AsyncSession, key: str, state: str | None, data: str | None, now: datetime) -> None:
    """Keep state and data (JSON); with neither the row goes. `now`: business time."""
    if state is None and data is None:
        await session.execute(delete(Conversation).where(Conversation.key == key))
        return
    values = {"state": state, "data": data, "touched_at": now}
    await session.execute(
        insert(Conversation).values(key=key, **values).on_conflict_do_update(index_elements=["key"], set_=values)
    )


async def drop_of(session: AsyncSession, telegram_id: int) -> None:
    """Ends whatever an account was doing, in all chats."""
    await session.execute(delete(Conversation).where(func.split_part(Conversation.key, ":", 4) == str(telegram_id)))


async def drop_stale(session: AsyncSession, before: datetime) -> None:
    """Deletes the conversations that nobody went on with since a moment (business time)."""
    await session.execute(delete(Conversation).where(Conversation.touched_at < before))
