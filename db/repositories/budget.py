"""What the budget of calls has to know after a start: what was sent within its memory, and which chats are paused."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.outbox import WAITING_LETTER
from db.repositories.together import TOGETHER


@dataclass(frozen=True, slots=True)
class Spent:
    """A call of the recent past as the budget has to know it."""

    chat_id: int
    ago: float
    """Seconds since then; 0 for one that may be under way."""


_SPENT = text(
    f"""
    SELECT chat_id, CAST(extract(epoch FROM clock_timestamp() - sent_at) AS double precision)
    FROM letters WHERE sent_at > clock_timestamp() - CAST(:seconds AS double precision) * interval '1 second'
      AND reason IS DISTINCT FROM '{TOGETHER}'
    UNION ALL
    SELECT chat_id, 0.0 FROM letters WHERE {WAITING_LETTER} AND lease_until > clock_timestamp()
    """
)
_PAUSED = text(
    f"""
    SELECT chat_id, CAST(extract(epoch FROM max(retry_at) - clock_timestamp()) AS double precision)
    FROM letters WHERE {WAITING_LETTER} AND retry_at > clock_timestamp() GROUP BY chat_id
    """
)


async def recently_spent(session: AsyncSession, seconds: float) -> list[Spent]:
    """The letters sent within the last so many seconds, and those in flight."""
    return [Spent(chat_id, float(ago)) for chat_id, ago in await session.execute(_SPENT, {"seconds": seconds})]


async def paused_chats(session: AsyncSession) -> list[tuple[int, float]]:
    """Chats to which a letter backs off, with the seconds that are left."""
    return [(chat_id, float(left)) for chat_id, left in await session.execute(_PAUSED)]
