"""Bring a database's schema to a revision, and ask where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import make_engine

T = TypeVar("T")

# Any number that nothing else here uses: replicas that start together migrate one after another.
LOCK = 7_301_154
VERSION_TABLE = "alembic_version"
"""Where alembic keeps the revision."""


async def upgrade(url: str, revision: str = "head") -> None:
    """Run the missing steps up to `revision`, all in one transaction."""
    await _on_connection(url, partial(_migrate, command.upgrade, revision))


async def upgrade_within(connection: AsyncConnection, revision: str = "head") -> None:
    """The same in a transaction that is open already; others who migrate wait for its end."""
    await connection.run_sync(partial(_migrate, command.upgrade, revision))


async def downgrade(url: str, revision: str) -> None:
    """Take the steps after `revision` back ("base": all of them), in one transaction."""
    await _on_connection(url, partial(_migrate, command.downgrade, revision))


async def move(url: str, revision: str) -> None:
    """To a revision that this code knows, up or down, in one transaction."""
    await _on_connection(url, partial(_move, revisions(), revision))


async def current(url: str) -> str | None:
    """The revision the database is at; None for an empty one."""
    return await _on_connection(url, lambda connection: MigrationContext.configure(connection).get_current_revision())


def head() -> str | None:
    """The newest revision this code knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def revisions() -> list[str]:
    """All revisions this code knows, the newest first."""
    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _migrate(step: Callable[[Config, str], None], revision: str, connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    config = _config()
    config.attributes["connection"] = connection
    step(config, revision)


def _move(newest_first: list[str], revision: str, connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    at = MigrationContext.configure(connection).get_current_revision()
    down = at in newest_first and newest_first.index(at) < newest_first.index(revision)
    _migrate(command.downgrade if down else command.upgrade, revision, connection)


async def _on_connection(url: str, act: Callable[[Connection], T]) -> T:
    engine = make_engine(url, pool_size=1)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(act)
    finally:
        await engine.dispose()
