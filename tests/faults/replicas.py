"""Processes that deliver a broadcast at Telegram's own pace: how it is begun, and how far it is."""

from __future__ import annotations

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
    """So many people, a broadcast to them that was confirmed, and Telegram's own limits; whom it is for, and what bots
    have to be told.
    """
    ahead = until_noon(real_now())
    await world.people.advance(ahead)
    clock = {"CLOCK_URL": world.simulator.url}
    pid = world.start_bot(**clock)
    for name in ("Світлана", "Ірина"):
        await world.worker(name, Role.SUPERVISOR)
    await world.settled()
    await world.end(pid, SIGTERM)
    now = real_now() + timedelta(seconds=ahead)
    accounts = await crowd(world.simulator.world, world.database, people, now)
    await sent_to_all(world.database, CATALOGUE, now)
    await world.people.latency(*API_MS, seed=7)
    world.simulator.api.limits = FloodLimits(world.simulator.world.clock.monotonic)
    return accounts, clock | {"SIM_SPEED": "1"}


async def got(world: World, after: int, count: int) -> None:
    """Waits until so many letters have come since."""
    calls = world.simulator.api.calls

    def enough() -> bool:
        return sum(1 for each in calls.calls if each["n"] > after and is_letter(each)) >= count

    assert await calls.changed.until(enough, PATIENCE)


def is_letter(call: JSON) -> bool:
    """Whether it is one of the broadcast's."""
    return call["method"] == "sendMessage" and (call["chat"] or 0) >= FIRST
