"""The schema goes up, down and up again on data, and is what the models say."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select, text

from db.engine import Database, make_engine
from db.migrations.run import STEPS, current, downgrade, head, move, revisions, upgrade
from db.models import Base
from tests.conftest import TestServer
from tests.db.one_of_each import fill
from tests.house.source_tree import ROOT


@pytest.fixture
async def empty(server: TestServer) -> AsyncIterator[str]:
    """The URL of a database without tables."""
    name = await server.create()
    yield server.url(name)
    await server.drop(name)


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
    await fill(database)
    await database.close()
    await downgrade(empty, "base")
    assert await current(empty) is None
    assert await _tables(empty) == ["alembic_version"]
    await upgrade(empty)
    database = Database.open(empty, pool_size=1)
    assert set((await _counts(database)).values()) == {0}
    await fill(database)
    await database.close()


async def test_going_up_again_changes_nothing(database: Database, database_url: str) -> None:
    await fill(database)
    await upgrade(database_url)
    assert set((await _counts(database)).values()) == {1}


async def test_to_a_known_revision_down_and_up(database: Database, database_url: str) -> None:
    await fill(database)
    newest, *older = revisions()
    assert newest == head()
    await move(database_url, older[-1])
    assert await current(database_url) == older[-1]
    await move(database_url, newest)
    await move(database_url, newest)
    assert await current(database_url) == newest
    assert (await _counts(database))["cases"] == 1, "what both revisions know stays"


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


def test_the_files_names_tell_the_steps_as_alembic_knows_them() -> None:
    scripts = ScriptDirectory(str(STEPS.parent))
    assert revisions() == [script.revision for script in scripts.walk_revisions()]
    assert head() == scripts.get_current_head()


def test_a_start_on_a_migrated_database_does_not_wait_for_alembic() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, bot.ground, db.backup.take; print('alembic' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert told.stdout.strip() == "False"
