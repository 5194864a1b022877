"""Words that staff send by a press: nobody typed them, so the topic shows them once they are on their way."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Message, Pair


async def say(
    session: AsyncSession,
    case_id: int,
    author_id: int,
    words: str,
    written_at: datetime,
    *,
    waits: tuple[str, datetime] | None = None,
) -> int:
    """Keep the words as a staff message of the case; its id. Its source is noted once it stands in the topic.

    `waits`: why and until when they are not to leave yet.
    """
    said = Message(case_id=case_id, author_kind="staff", author_id=author_id, text=words, written_at=written_at)
    said.waits_for, said.waits_until = waits or (None, None)
    session.add(said)
    await session.flush()
    return said.id


async def note_source(session: AsyncSession, message_id: int, chat_id: int, telegram_message_id: int) -> None:
    """The topic's message shows the words: it is to the message what a typed one would be."""
    stands = {"chat_id": chat_id, "telegram_message_id": telegram_message_id}
    pair = insert(Pair).values(message_id=message_id, side="source", part=0, **stands)
    await session.execute(pair.on_conflict_do_nothing())
