"""The watchdog outside hears from us while all is well, and nothing when it is not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.web.health import Condition
from bot.web.heartbeat import beat
from bot.web.server import WebServer
from tests.bot.telegram.post import until

SECRET = "ping-key-secret"


@dataclass
class Dog:
    """A watchdog that counts, and a bot whose health is what the test says."""

    server: WebServer
    pings: list[int]
    statuses: list[str] = field(default_factory=lambda: ["ok"])
    looks: int = 0

    async def look(self) -> Condition:
        self.looks += 1
        return Told({}, {}, None, self.statuses[-1])


@dataclass(frozen=True)
class Told(Condition):
    """Health as the test says it is."""

    said: str

    @property
    def status(self) -> str:
        return self.said


@asynccontextmanager
async def watched(answer: int = 200) -> AsyncIterator[Dog]:
    pings: list[int] = []

    async def ping(request: web.Request) -> web.Response:
        pings.append(1)
        return web.Response(status=answer)

    dog = Dog(WebServer([web.get(f"/{SECRET}", ping)]), pings)
    await dog.server.start("127.0.0.1", 0)
    url = f"http://127.0.0.1:{dog.server.port}/{SECRET}"
    beating = asyncio.create_task(beat(url, dog, every=0.01))  # type: ignore[arg-type] # all it needs of Health
    try:
        yield dog
    finally:
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await dog.server.stop()


async def test_signs_of_life_come_over_and_over() -> None:
    async with watched() as dog:
        await until(lambda: len(dog.pings) >= 3)


@pytest.mark.parametrize("status", ["late", "failing"])
async def test_none_comes_while_something_is_wrong_and_they_come_again_after(status: str) -> None:
    with capture_logs() as logs:
        async with watched() as dog:
            await until(lambda: len(dog.pings) >= 1)
            dog.statuses.append(status)
            looks = dog.looks
            await until(lambda: dog.looks >= looks + 2)
            before = len(dog.pings)
            await until(lambda: dog.looks >= looks + 5)
            assert len(dog.pings) == before
            dog.statuses.append("ok")
            await until(lambda: len(dog.pings) > before)
    assert any(line["event"] == "no_sign_of_life" for line in logs)


async def test_a_watchdog_that_refuses_or_is_gone_stops_nothing_and_its_address_is_in_no_log() -> None:
    with capture_logs() as logs:
        async with watched(500) as dog:
            await until(lambda: len(dog.pings) >= 2)
            await dog.server.stop()
            looks = dog.looks
            await until(lambda: dog.looks >= looks + 3)
    assert {"heartbeat_refused", "heartbeat_not_sent"} <= {line["event"] for line in logs}
    assert SECRET not in str(logs)
