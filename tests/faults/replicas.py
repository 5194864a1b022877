"""Processes that deliver a broadcast at Telegram's own pace: how it is begun, and how far it is."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from signal import SIGTERM

from bot.clock import real_now
from rules.roles import Role
from simulator.limits import FloodLimits
from simulator.world.model import JSON
from tests.faults.many import FIRST, crowd, sent_to_all, until_noon
from tests.faults.world import CATALOGUE, World

ROLES = "letters,clock"
API_MS = (50.0, 150.0)
FINISHED = "SELECT count(*) FROM broadcast_runs WHERE state <> 'finished'"
PATIENCE = 600.0


async def begun(world: World, people: int) -> tuple[list[int], dict[str, str]]:
    """The same as `gathered`, and the broadcast to them is confirmed."""
    accounts, env = await gathered(world, people)
    await send_to_all(world)
    return accounts, env


async def gathered(world: World, people: int) -> tuple[list[int], dict[str, str]]:
    """So many people to whom a broadcast may go, and Telegram's own limits; their accounts, and what bots have to be
    told.
    """
    ahead = until_noon(real_now())
    await world.people.advance(ahead)
    clock = {"CLOCK_URL": world.simulator.url}
    pid = world.start_bot(**clock)
    for name in ("Світлана", "Ірина"):
        await world.worker(name, Role.SUPERVISOR)
    await world.settled()
    await world.end(pid, SIGTERM)
    accounts = await crowd(world.simulator.world, world.database, people, real_now() + timedelta(seconds=ahead))
    await world.people.latency(*API_MS, seed=7)
    world.simulator.api.limits = FloodLimits(world.simulator.world.clock.monotonic)
    return accounts, clock | {"SIM_SPEED": "1"}


async def send_to_all(world: World) -> None:
    """A broadcast to all, written and confirmed."""
    ahead = timedelta(seconds=world.simulator.world.clock.offset)
    await sent_to_all(world.database, CATALOGUE, real_now() + ahead)


async def at_work(world: World, replicas: int) -> None:
    """Waits until so many processes deliver letters."""
    async with asyncio.timeout(PATIENCE):
        while await world.count("SELECT count(*) FROM workers") < replicas:
            await asyncio.sleep(0.05)


async def got(world: World, after: int, count: int) -> None:
    """Waits until so many letters have come since."""
    calls = world.simulator.api.calls

    def enough() -> bool:
        return sum(1 for each in calls.calls if each["n"] > after and is_letter(each)) >= count

    assert await calls.changed.until(enough, PATIENCE)


def is_letter(call: JSON) -> bool:
    """Whether it is one of the broadcast's."""
    return call["method"] == "sendMessage" and (call["chat"] or 0) >= FIRST
