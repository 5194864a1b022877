"""A world with a bound group for each test; the bots' database is one of the run's own server."""

from __future__ import annotations

import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from simulator.client import PeopleClient
from simulator.server import Simulator
from tests.faults.world import TOKEN, Nursery, World


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where bots come from."""
    opened = Nursery()
    yield opened
    opened.close()


@pytest.fixture
def folder(keys: KeyRing) -> Iterator[Path]:
    """A folder that the account of an embedded server can reach, with keys that are this process's, too."""
    made = Path(tempfile.mkdtemp(prefix="suprovid-faults-"))
    install(KeyRing.load_or_make(made / "keys" / "ring.json"))
    yield made
    install(keys)
    shutil.rmtree(made)


@pytest.fixture
async def world(database_url: str, nursery: Nursery, folder: Path) -> AsyncIterator[World]:
    """Nobody is there yet and no bot runs."""
    simulator = Simulator(TOKEN, limits=False)
    await simulator.start()
    env = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": simulator.url,
        "DATABASE_URL": database_url.replace("postgresql+asyncpg://", "postgresql://"),
        "DATA_DIR": str(folder / "data"),
        "KEYS_DIR": str(folder / "keys"),
        "HTTP_PORT": "0",
        "SIM_SPEED": "1000",
    }
    database = Database.open(database_url, pool_size=2)
    async with PeopleClient(simulator.url) as people:
        opened = World(simulator, people, database, nursery, folder, env)
        try:
            yield opened
        finally:
            for pid in list(opened.bots):
                await opened.end(pid, signal.SIGKILL)
            await database.close()
            await simulator.stop()
