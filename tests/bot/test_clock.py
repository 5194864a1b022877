"""Business time is real time until the demo or a test moves it forward."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer as HttpServer

from bot.clock import Clock, real_now

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECONDS = 10


@pytest.fixture
def clock() -> Clock:
    return Clock(lambda: NOW)


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not condition():
            await asyncio.sleep(0.002)


def test_without_being_moved_it_is_the_real_time_in_utc() -> None:
    before = real_now()
    now = Clock().now()
    assert before <= now <= real_now()
    assert now.tzinfo is UTC


async def test_moving_it_tells_everybody_in_order_where_it_was_and_is(clock: Clock) -> None:
    told: list[tuple[str, datetime, datetime, datetime]] = []

    async def first(before: datetime, after: datetime) -> None:
        await asyncio.sleep(0)
        told.append(("first", before, after, clock.now()))

    async def second(before: datetime, after: datetime) -> None:
        told.append(("second", before, after, clock.now()))

    clock.on_advance(first)
    clock.on_advance(second)
    assert await clock.advance(HOUR) == NOW + HOUR
    assert told == [("first", NOW, NOW + HOUR, NOW + HOUR), ("second", NOW, NOW + HOUR, NOW + HOUR)]
    assert (clock.now(), clock.offset) == (NOW + HOUR, HOUR)


async def test_moves_at_once_take_effect_one_after_another(clock: Clock) -> None:
    seen: list[tuple[str, datetime]] = []

    async def slow(before: datetime, after: datetime) -> None:
        seen.append(("from", before))
        await asyncio.sleep(0)
        seen.append(("to", after))

    clock.on_advance(slow)
    await asyncio.gather(clock.advance(HOUR), clock.advance(2 * HOUR))
    assert seen == [("from", NOW), ("to", NOW + HOUR), ("from", NOW + HOUR), ("to", NOW + 3 * HOUR)]


async def test_it_never_goes_back(clock: Clock) -> None:
    with pytest.raises(ValueError, match="forward"):
        await clock.advance(-HOUR)
    assert clock.now() == NOW


class Simulator:
    """The one answer of a simulator that matters here."""

    def __init__(self) -> None:
        self.offset: object = 0.0
        self.status = 200
        self.asked = 0

    async def answer(self, _request: web.Request) -> web.Response:
        self.asked += 1
        return web.json_response({"offset": self.offset}, status=self.status)


@pytest.fixture
async def simulator(clock: Clock) -> AsyncIterator[Simulator]:
    """A simulator that `clock` follows."""
    simulator = Simulator()
    app = web.Application()
    app.router.add_get("/sim/clock", simulator.answer)
    async with HttpServer(app) as server:
        task = asyncio.create_task(clock.follow(str(server.make_url("/")), every=0.002))
        yield simulator
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_another_process_follows_the_simulator(clock: Clock, simulator: Simulator) -> None:
    spans: list[datetime] = []

    async def listener(_before: datetime, after: datetime) -> None:
        spans.append(after)

    clock.on_advance(listener)
    simulator.offset = 3600.0
    await _until(lambda: clock.now() == NOW + HOUR)
    simulator.offset = 7200
    await _until(lambda: clock.now() == NOW + 2 * HOUR)
    assert spans == [NOW + HOUR, NOW + 2 * HOUR]


@pytest.mark.parametrize(("status", "offset"), [(500, 1.0), (200, "soon"), (200, None), (200, -5.0)])
async def test_an_answer_that_is_of_no_use_moves_nothing_and_ends_nothing(
    clock: Clock, simulator: Simulator, status: int, offset: object
) -> None:
    simulator.status, simulator.offset = status, offset
    asked = simulator.asked
    await _until(lambda: simulator.asked > asked + 3)
    assert clock.now() == NOW
    simulator.status, simulator.offset = 200, 60
    await _until(lambda: clock.now() == NOW + timedelta(minutes=1))
