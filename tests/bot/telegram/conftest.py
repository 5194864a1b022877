"""What the tests of the way between Telegram and the database share."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.catalogue import load_catalogue
from bot.telegram.calls import Calls
from bot.telegram.pace import Pace
from bot.texts.wording import Wording
from db.engine import Database
from rules.catalogue import Catalogue
from simulator.client import PeopleClient
from simulator.server import Simulator
from tests.bot.telegram.office import Office, open_office
from tests.bot.telegram.post import TOKEN, MakePost, Post


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(None)


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording()


@pytest.fixture(scope="session")
async def connection() -> AsyncIterator[AiohttpSession]:
    """One client session for all bots, since closing one takes aiogram a quarter of a second."""
    session = AiohttpSession()
    yield session
    await session.close()


@pytest.fixture
def make_post(database: Database, connection: AiohttpSession, catalogue: Catalogue, wording: Wording) -> MakePost:
    """Open a post office with options of the simulator (`limits`, `speed`); limits are off unless it wants them."""

    @asynccontextmanager
    async def make(*, speed: float = 1.0, limits: bool = False) -> AsyncIterator[Post]:
        sim = Simulator(TOKEN, speed=speed, limits=limits)
        await sim.start()
        connection.api = TelegramAPIServer.from_base(sim.url)
        calls = Calls(Bot(TOKEN, session=connection), Pace(time.monotonic, speed=speed, limits=limits))
        try:
            async with PeopleClient(sim.url) as folk:
                yield Post(sim, folk, calls, database, catalogue, wording)
        finally:
            await sim.stop()

    return make


@pytest.fixture
async def post(make_post: MakePost) -> AsyncIterator[Post]:
    """A post office as most tests want it."""
    async with make_post() as made:
        yield made


@pytest.fixture
async def office(post: Post) -> AsyncIterator[Office]:
    async with open_office(post) as opened:
        yield opened


@pytest.fixture
async def polling(post: Post) -> AsyncIterator[Office]:
    """With updates from the simulator."""
    async with open_office(post, polls=True) as opened:
        yield opened
