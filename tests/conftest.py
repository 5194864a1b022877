"""The database under test: one server for the run, real transactions, nothing in between.

`uow` and `savepoint` are for what one transaction does (rolled back after each test); `database` is a database of the
test's own for conversations, faults and everything that needs several connections.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine

from db.cipher import install
from db.engine import PATIENT, Database, make_engine
from db.keys import KeyRing
from db.migrations.run import upgrade
from db.server import start_server
from db.uow import UnitOfWork

POOL_SIZE = 5

NUMBERS = count(1)
"""Of databases, whoever makes them: several of this process may share a server."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The conversations once more, in a world where the database is slow: everybody is quicker than our books then."""
    parser.addoption("--slow-books", type=float, default=0.0, help="seconds until a letter that left is written down")


@dataclass
class TestServer:
    """A PostgreSQL in which the tests make and drop databases of their own."""

    __test__ = False

    admin_url: str

    def __post_init__(self) -> None:
        """Names are unique between runs that share a server."""
        self._names = (f"suprovid_test_{os.getpid()}_{number}" for number in NUMBERS)
        self._engine = make_engine(self.admin_url, pool_size=1).execution_options(isolation_level="AUTOCOMMIT")

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        url: URL = make_url(self.admin_url).set(database=database)
        return url.render_as_string(hide_password=False)

    async def create(self, template: str = "template0") -> str:
        """Make a database like `template`; returns its name."""
        name = next(self._names)
        await self._do(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    async def drop(self, name: str) -> None:
        """Drop a database, whoever is connected to it."""
        await self._do(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    async def close(self) -> None:
        """Close its own connection."""
        await self._engine.dispose()

    async def _do(self, statement: str) -> None:
        async with self._engine.connect() as connection:
            await connection.execute(text(statement))


@pytest.fixture(scope="session", autouse=True)
def keys() -> KeyRing:
    """The key ring of the run, installed."""
    ring = KeyRing.generate()
    install(ring)
    return ring


@pytest.fixture(scope="session")
def _server_url() -> Iterator[str]:
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="suprovid-test-"))
    server = start_server(folder, durable=False)
    try:
        yield server.url()
    finally:
        server.stop()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
async def server(_server_url: str) -> AsyncIterator[TestServer]:
    """The server of the run: an embedded one, or that of TEST_DATABASE_URL (its role must be allowed CREATEDB)."""
    made = TestServer(_server_url)
    yield made
    await made.close()


@pytest.fixture(scope="session")
async def template(server: TestServer) -> AsyncIterator[str]:
    """The name of a migrated, empty database that others are cloned from; nobody may be connected to it."""
    name = await server.create()
    await upgrade(server.url(name))
    yield name
    await server.drop(name)


@pytest.fixture
async def database_url(server: TestServer, template: str) -> AsyncIterator[str]:
    """The URL of a fresh, migrated database of the test's own."""
    name = await server.create(template)
    yield server.url(name)
    await server.drop(name)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh, migrated database of the test's own with real commits and several connections."""
    opened = Database.open(database_url, pool_size=POOL_SIZE)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
async def _shared(server: TestServer, template: str) -> AsyncIterator[AsyncEngine]:
    name = await server.create(template)
    # A test is one transaction here, and whoever debugs it may take their time.
    engine = make_engine(server.url(name), pool_size=1, idle=PATIENT)
    yield engine
    await engine.dispose()
    await server.drop(name)


@pytest.fixture
async def savepoint(_shared: AsyncEngine) -> AsyncIterator[Database]:
    """A database in which every unit of work is a savepoint; all of it is rolled back after the test."""
    async with _shared.connect() as connection:
        transaction = await connection.begin()
        yield Database(connection)
        await transaction.rollback()


@pytest.fixture
async def uow(savepoint: Database) -> AsyncIterator[UnitOfWork]:
    """An open unit of work, rolled back after the test."""
    async with savepoint.uow() as opened:
        yield opened
