"""Is there a transaction pooler in between? It breaks LISTEN and prepared statements, without saying so."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import make_engine

_PID = text("SELECT pg_backend_pid()")


async def shares_connections(url: str) -> bool:
    """Whether two connections that are open at once are served by one process of PostgreSQL, one after the other."""
    engine = make_engine(url, pool_size=2)
    try:
        async with engine.connect() as first, engine.connect() as second:
            return await _pid(first) == await _pid(second)
    finally:
        await engine.dispose()


async def _pid(connection: AsyncConnection) -> int:
    pid: int = (await connection.execute(_PID)).scalar_one()
    # The end of a transaction is what lets a pooler give the process to somebody else.
    await connection.rollback()
    return pid
