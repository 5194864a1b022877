"""Bring a database's schema to a revision, and ask where it stands.

Alembic is imported where there is a step to be taken: that takes a start longer than anything else it has to do here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import make_engine

T = TypeVar("T")

# Any number that nothing else here uses: replicas that start together migrate one after another.
LOCK = 7_301_154
VERSION_TABLE = "alembic_version"
"""Where alembic keeps the revision."""
STEPS = Path(__file__).parent / "versions"
"""One file a step, in one line: each is named by its revision, which are numbers, and says what it does."""
HEAD = "head"
Direction = Literal["upgrade", "downgrade"]


async def upgrade(url: str, revision: str = HEAD) -> None:
    """Run the missing steps up to `revision`, all in one transaction."""
    await _on_connection(url, partial(_migrate, "upgrade", revision))


async def upgrade_within(connection: AsyncConnection, revision: str = HEAD) -> None:
    """The same in a transaction that is open already; others who migrate wait for its end."""
    await connection.run_sync(partial(_migrate, "upgrade", revision))


async def downgrade(url: str, revision: str) -> None:
    """Take the steps after `revision` back ("base": all of them), in one transaction."""
    await _on_connection(url, partial(_migrate, "downgrade", revision))


async def move(url: str, revision: str) -> None:
    """To a revision that this code knows, up or down, in one transaction."""
    await _on_connection(url, partial(_move, revisions(), revision))


async def current(url: str) -> str | None:
    """The revision the database is at; None for an empty one."""
    return await _on_connection(url, _revision_of)


def head() -> str | None:
    """The newest revision this code knows."""
    return next(iter(revisions()), None)


def revisions() -> list[str]:
    """All revisions this code knows, the newest first."""
    return sorted((path.stem.partition("_")[0] for path in STEPS.glob("[0-9]*_*.py")), reverse=True)


def _revision_of(connection: Connection) -> str | None:
    if connection.scalar(text("SELECT to_regclass(:name)"), {"name": VERSION_TABLE}) is None:
        return None
    revision: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return revision


def _migrate(direction: Direction, revision: str, connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    if direction == "upgrade" and revision == HEAD and _revision_of(connection) == head():
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    (command.upgrade if direction == "upgrade" else command.downgrade)(config, revision)


def _move(newest_first: list[str], revision: str, connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    at = _revision_of(connection)
    down = at in newest_first and newest_first.index(at) < newest_first.index(revision)
    _migrate("downgrade" if down else "upgrade", revision, connection)


async def _on_connection(url: str, act: Callable[[Connection], T]) -> T:
    engine = make_engine(url, pool_size=1)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(act)
    finally:
        await engine.dispose()
