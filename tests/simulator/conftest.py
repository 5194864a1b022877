"""The simulator on a free port, a real aiogram client as the bot, and the people's client."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError
from aiogram.types import TelegramObject, Update

from simulator.client import PeopleClient
from simulator.server import Simulator
from simulator.world.clock import SimClock

TOKEN = "100:TEST"


class FakeTime:
    """Both clocks of the simulator, moved by hand."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Desk:
    """A running simulator with everything that talks to it."""

    sim: Simulator
    bot: Bot
    people: PeopleClient
    http: aiohttp.ClientSession

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """A raw call of the Bot API with a JSON body: the answer's body."""
        async with self.http.post(f"{self.sim.url}/bot{TOKEN}/{method}", json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    async def updates(self) -> list[Update]:
        """What waits for the bot, confirmed at once."""
        waiting = await self.bot.get_updates()
        if waiting:
            await self.bot.get_updates(offset=waiting[-1].update_id + 1, limit=1)
        return waiting

    async def beneficiary(self, **details: Any) -> int:
        """A person who has written to the bot, so that it may answer."""
        person = await self.people.user("Олена", **details)
        await self.people.write(person, person, "/start")
        return person

    async def staff_group(self, **options: Any) -> tuple[int, int]:
        """A forum with a supervisor in it; both ids."""
        supervisor = await self.people.user("Ірина", side="staff")
        return await self.people.group("Штаб", {supervisor: "creator"}, **options), supervisor


def plain(thing: TelegramObject) -> dict[str, Any]:
    """What the library read, without what it knows beside it (its objects are equal only with the same bot)."""
    return thing.model_dump(exclude_none=True, by_alias=True)


Start = Callable[..., Awaitable[Desk]]


@pytest.fixture(scope="session")
async def connection() -> AsyncIterator[AiohttpSession]:
    """One client session for all bots, since closing one takes aiogram a quarter of a second."""
    session = AiohttpSession()
    yield session
    await session.close()


@pytest.fixture
async def start(connection: AiohttpSession) -> AsyncIterator[Start]:
    """Start simulators with the options a test wants; flood limits are off unless it wants them."""
    desks: list[Desk] = []

    async def begin(**options: Any) -> Desk:
        sim = Simulator(TOKEN, **{"limits": False} | options)
        await sim.start()
        connection.api = TelegramAPIServer.from_base(sim.url)
        desk = Desk(sim, Bot(TOKEN, session=connection), PeopleClient(sim.url), aiohttp.ClientSession())
        desks.append(desk)
        return desk

    yield begin
    for desk in desks:
        await desk.people.close()
        await desk.http.close()
        await desk.sim.stop()


@pytest.fixture
async def desk(start: Start) -> Desk:
    """A simulator as most tests want it."""
    return await start()


@pytest.fixture
def fake_time() -> FakeTime:
    """A time that stands still."""
    return FakeTime()


@pytest.fixture
def fake_clock(fake_time: FakeTime) -> SimClock:
    """The simulator's clock on that time."""
    return SimClock(wall=fake_time, monotonic=fake_time)


Refused = Callable[[type[TelegramAPIError], str], AbstractContextManager[Any]]


@pytest.fixture
def refused() -> Refused:
    """Expect a refusal of this class whose words end like this."""

    def expect(kind: type[TelegramAPIError], words: str) -> AbstractContextManager[Any]:
        return pytest.raises(kind, match=re.escape(words) + "$")

    return expect
