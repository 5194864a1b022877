"""A department's database with something in every table, and an empty one beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from db.engine import Database
from db.repositories.inbox import Arrival, add
from rules.roles import Role
from tests.casework.world import GROUP, World
from tests.conftest import TestServer
from tests.db.one_of_each import fill

NAME = "Оксана Ткаченко"
WORDS = "Потрібен протез, +380501234567, вул. Садова 5"
UPDATE = '{"message": {"text": "Потрібен протез, +380501234567"}}'


@pytest.fixture(scope="session")
async def department(server: TestServer, template: str) -> AsyncIterator[str]:
    """The name of a database with people, cases, conversations, what waits and what is being done: to be cloned."""
    name = await server.create(template)
    database = Database.open(server.url(name), pool_size=1)
    await fill(database)
    async with database.uow() as uow:
        world = World(uow)
        lead = await world.staff(Role.SUPERVISOR)
        await world.bind(lead, GROUP)
        for _ in range(3):
            case = await world.taken(await world.person(NAME), lead, WORDS)
            await world.topic(case)
            await world.answers(lead, case, WORDS)
        await add(uow.session, 7, [Arrival(number, f"p:{number}", UPDATE) for number in range(3)])
        for table in ("inbox", "letters"):
            lease = "lease_until = clock_timestamp() + interval '1 minute', worker_id = 1"
            await uow.session.execute(text(f"UPDATE {table} SET {lease}"))
    await database.close()
    yield name
    await server.drop(name)


@pytest.fixture
async def database_url(server: TestServer, department: str) -> AsyncIterator[str]:
    """The URL of a department's database of the test's own."""
    name = await server.create(department)
    yield server.url(name)
    await server.drop(name)


@pytest.fixture
async def furnished(database: Database) -> Database:
    """The department's database."""
    return database


@pytest.fixture
async def empty(server: TestServer) -> AsyncIterator[str]:
    """The URL of a database without tables."""
    name = await server.create()
    yield server.url(name)
    await server.drop(name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a backup goes."""
    return tmp_path / "backups" / "one.backup"
