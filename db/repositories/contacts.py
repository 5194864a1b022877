"""When Telegram was last heard. Real time (PostgreSQL's): Telegram's memory does not follow business time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_SILENCE = text(
    """
    SELECT CAST(extract(epoch FROM clock_timestamp() - heard_at) AS double precision)
    FROM telegram_contacts WHERE bot_id = :bot_id
    """
)
# A statement of its own, since the row must be locked before the clock is read.
_LOCK = text("SELECT heard_at, restored_at FROM telegram_contacts WHERE bot_id = :bot_id FOR UPDATE")
_NOTE = text(
    """
    INSERT INTO telegram_contacts (bot_id, heard_at) VALUES (:bot_id, clock_timestamp())
    ON CONFLICT (bot_id) DO UPDATE SET heard_at = EXCLUDED.heard_at, restored_at = NULL
    RETURNING heard_at
    """
)


@dataclass(frozen=True, slots=True)
class Heard:
    """Now, the time before (None: never), and when the database was put back since then, if it was."""

    now: datetime
    before: datetime | None
    restored_at: datetime | None


async def hear(session: AsyncSession, bot_id: int) -> Heard:
    """Telegram was heard just now. Locks the row until the transaction ends, so that a gap is found once."""
    before = (await session.execute(_LOCK, {"bot_id": bot_id})).first()
    now: datetime = (await session.execute(_NOTE, {"bot_id": bot_id})).scalar_one()
    return Heard(now, before.heard_at, before.restored_at) if before is not None else Heard(now, None, None)


async def silence(session: AsyncSession, bot_id: int) -> float | None:
    """Seconds since Telegram was last heard; None if it never was."""
    seconds: float | None = (await session.execute(_SILENCE, {"bot_id": bot_id})).scalar_one_or_none()
    return None if seconds is None else max(0.0, seconds)
