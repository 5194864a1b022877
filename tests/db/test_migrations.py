"""The schema goes up, down and up again on data, and is what the models say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

from db.cipher import Sealed
from db.engine import Database, make_engine
from db.migrations.run import current, downgrade, head, upgrade
from db.models import Base
from tests.conftest import TestServer

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SAMPLES: dict[type, Any] = {
    str: "word",
    int: 1,
    bool: False,
    datetime: NOW,
    date: NOW.date(),
    dict: {"a": 1},
    bytes: b"x",
}


@pytest.fixture
async def empty(server: TestServer) -> AsyncIterator[str]:
    """The URL of a database without tables."""
    name = await server.create()
    yield server.url(name)
    await server.drop(name)


def _row(table: Table) -> dict[str, Any]:
    """One value for each column that wants one; ids of other tables are 1, since each gets one row."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.identity is None:
            row[column.name] = SAMPLES[_kind(column.type)]
    return row


def _kind(column_type: TypeEngine[Any]) -> type:
    if isinstance(column_type, Sealed):
        return str
    return dict if isinstance(column_type, JSONB) else column_type.python_type


async def _fill(database: Database) -> None:
    async with database.uow() as uow:
        for table in Base.metadata.sorted_tables:
            await uow.session.execute(insert(table).values(_row(table)))


async def _counts(database: Database) -> dict[str, int | None]:
    async with database.uow() as uow:
        return {
            table.name: await uow.session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }


async def _tables(url: str) -> list[str]:
    engine = make_engine(url, pool_size=1)
    try:
        async with engine.connect() as connection:
            found = await connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
            return sorted(found)
    finally:
        await engine.dispose()


async def test_up_down_and_up_again_on_data(empty: str) -> None:
    assert await current(empty) is None
    await upgrade(empty)
    assert await current(empty) == head()
    database = Database.open(empty, pool_size=1)
    await _fill(database)
    await database.close()
    await downgrade(empty, "base")
    assert await current(empty) is None
    assert await _tables(empty) == ["alembic_version"]
    await upgrade(empty)
    database = Database.open(empty, pool_size=1)
    assert set((await _counts(database)).values()) == {0}
    await _fill(database)
    await database.close()


async def test_going_up_again_changes_nothing(database: Database, database_url: str) -> None:
    await _fill(database)
    await upgrade(database_url)
    assert set((await _counts(database)).values()) == {1}


async def test_replicas_that_start_together_migrate_once(empty: str) -> None:
    await asyncio.gather(*(upgrade(empty) for _ in range(3)))
    assert await current(empty) == head()


async def test_models_equal_the_migrated_schema(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_a_planted_difference_is_seen(database: Database) -> None:
    async with database.uow() as uow:
        await uow.session.execute(text("ALTER TABLE people DROP COLUMN age_band"))
        await uow.session.execute(text("DROP INDEX ix_letters_waiting"))
        await uow.session.execute(text("ALTER TABLE slots ALTER COLUMN wanted_rev SET DEFAULT 7"))
        await uow.session.execute(text("ALTER TABLE drafts ALTER COLUMN text TYPE varchar USING 'x'"))
    async with database.engine.connect() as connection:
        found = await connection.run_sync(_differences)
    assert len(found) == 4, found


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, Base.metadata))
