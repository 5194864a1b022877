"""How long transactions of the bots stay open, as PostgreSQL sees it, looked at again and again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import text

from db.engine import APPLICATION
from tests.faults.world import World

LONGEST_SECONDS = 5.0
LOOK_SECONDS = 0.1
OLDEST = text(
    """
    SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)
    FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = :application AND pid <> pg_backend_pid()
    """
)


@dataclass
class Watched:
    """What was seen so far."""

    oldest: float = 0.0
    """Seconds."""


@asynccontextmanager
async def watched(world: World) -> AsyncIterator[Watched]:
    """Looks until the end; AssertionError then if a transaction was open for longer than it may be."""
    seen = Watched()

    async def look() -> None:
        while True:
            async with world.database.engine.connect() as connection:
                oldest = await connection.scalar(OLDEST, {"application": APPLICATION})
            seen.oldest = max(seen.oldest, float(oldest))
            await asyncio.sleep(LOOK_SECONDS)

    looking = asyncio.create_task(look())
    try:
        yield seen
    finally:
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)
    assert seen.oldest < LONGEST_SECONDS, "a transaction stayed open"
