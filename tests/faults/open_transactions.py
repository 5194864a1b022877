"""How long transactions of the bots stay open, as PostgreSQL sees it, looked at again and again.

The look is taken from a thread: a loop in which a bot works itself has no time for it just when it matters.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import text

from db.engine import APPLICATION, Database, make_engine
from db.trouble import is_passing

LONGEST_SECONDS = 5.0
LOOK_SECONDS = 0.1
WATCHER = "suprovid-watcher"
OLDEST = text(
    """
    SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0),
           coalesce(max(extract(epoch FROM clock_timestamp() - state_change))
                    FILTER (WHERE state LIKE 'idle in transaction%'), 0)
    FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = :application
    """
)


@dataclass
class Watched:
    """What was seen so far, in seconds."""

    oldest: float = 0.0
    """How long a transaction was open."""
    idle: float = 0.0
    """How long one waited for its next statement."""
    looks: int = 0

    @property
    def breaches(self) -> list[str]:
        """In words, where a transaction was open for longer than it may be."""
        return [f"a transaction stayed open for {self.oldest:.1f} s"] if self.oldest >= LONGEST_SECONDS else []

    def __str__(self) -> str:
        """For whoever watches."""
        return f"the oldest transaction was open for {self.oldest:.1f} s, and waited for us for {self.idle:.1f} s"


@asynccontextmanager
async def looked_at(database: Database) -> AsyncIterator[Watched]:
    """Looks until the end. A PostgreSQL that is away meanwhile is looked at again once it is back."""
    seen, over = Watched(), threading.Event()
    url = database.engine.url.render_as_string(hide_password=False)
    looking = asyncio.create_task(asyncio.to_thread(asyncio.run, _look(url, seen, over)))
    try:
        yield seen
    finally:
        over.set()
        await looking


@asynccontextmanager
async def watched(database: Database) -> AsyncIterator[Watched]:
    """The same; AssertionError at the end if a transaction was open for longer than it may be."""
    async with looked_at(database) as seen:
        yield seen
    assert not seen.breaches, seen.breaches


async def _look(url: str, seen: Watched, over: threading.Event) -> None:
    engine = make_engine(url, pool_size=1, application=WATCHER)
    try:
        while not over.is_set():
            try:
                async with engine.connect() as connection:
                    plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
                    oldest, idle = (await plain.execute(OLDEST, {"application": APPLICATION})).one()
            except Exception as error:
                if not is_passing(error):
                    raise
            else:
                seen.oldest, seen.idle = max(seen.oldest, float(oldest)), max(seen.idle, float(idle))
                seen.looks += 1
            await asyncio.sleep(LOOK_SECONDS)
    finally:
        await engine.dispose()
