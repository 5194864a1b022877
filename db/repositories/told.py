"""What Telegram was last told about the bot."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import ToldTelegram


async def digests(session: AsyncSession) -> dict[str, str]:
    """Every part by its key, with the digest of what was set."""
    return {row.key: row.digest for row in await session.scalars(select(ToldTelegram))}


async def remember(session: AsyncSession, key: str, digest: str) -> None:
    """This part stands at Telegram now."""
    statement = insert(ToldTelegram).values(key=key, digest=digest)
    await session.execute(statement.on_conflict_do_update(index_elements=[ToldTelegram.key], set_={"digest": digest}))
