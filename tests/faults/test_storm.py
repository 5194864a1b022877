"""A storm of 429: Telegram refuses every tenth call for so many seconds. Nothing is lost, nothing comes before its
time, and who was not refused does not wait. The long form, with up to a minute each, runs with `make chaos`.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Callable

import pytest

from simulator.faults import Blow, Fault, Faults
from simulator.world.model import JSON
from tests.faults.open_transactions import watched
from tests.faults.replicas import FINISHED, PATIENCE, ROLES, begun, is_letter
from tests.faults.test_chaos import say
from tests.faults.world import World

EVERY = 10
RETRY_AFTER = re.compile(r"retry after (\d+)")
AHEAD = 0.8
"""So many of the people who were never refused have their letter while somebody refused still waits."""


class Storm(Faults):
    """Beside what is planned, every tenth call that costs is refused, for up to `longest` seconds."""

    def __init__(self, monotonic: Callable[[], float], longest: int) -> None:
        super().__init__(monotonic)
        self._chance = random.Random(longest)
        self._longest = longest
        self._count = 0

    def take(self, method: str, chat: int | None, *, costs: bool = True) -> Blow | None:
        """As ever, and the storm."""
        planned = super().take(method, chat, costs=costs)
        self._count += costs
        if planned is not None or not costs or self._count % EVERY:
            return planned
        wait = self._chance.randint(1, self._longest)
        return Blow(Fault("429", retry_after=wait), wait)


@pytest.mark.parametrize(
    ("people", "longest"),
    [(120, 6), pytest.param(1_000, 60, marks=pytest.mark.chaos)],
    ids=["short", "long"],
)
async def test_a_storm_of_429_slows_only_whom_it_concerns(world: World, people: int, longest: int) -> None:
    accounts, clock = await begun(world, people)
    calls = world.simulator.api.calls
    before = calls.count
    world.simulator.api.faults = Storm(world.simulator.world.clock.monotonic, longest)
    for _ in range(2):
        world.start_bot(roles=ROLES, **clock)
    async with watched(world.database) as transactions, asyncio.timeout(PATIENCE):
        while await world.count(FINISHED):
            await asyncio.sleep(0.1)
    await world.settled()

    made = [each for each in calls.calls if each["n"] > before and is_letter(each)]
    refused = [each for each in made if each["status"] == 429]
    early = [each for each in refused for later in made if is_early(later, each)]
    arrived = {each["chat"]: each["time"] for each in made if each["done"]}
    say(
        f"{people} people, {len(made)} calls, {len(refused)} refused for up to {longest} s, {len(early)} too early;"
        f" {transactions}"
    )
    assert len(refused) >= people // EVERY
    assert set(arrived) == set(accounts), "somebody did not get it"
    assert sum(each["done"] for each in made) == people, "a refusal is an answer: nothing is sent twice"
    assert early == []
    calm = sorted(at for chat, at in arrived.items() if chat not in {each["chat"] for each in refused})
    over = max(each["time"] + wait_of(each) for each in refused)
    assert sum(at < over for at in calm) >= AHEAD * len(calm)
    assert await world.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0


def wait_of(refused: JSON) -> int:
    """The seconds that Telegram asked for."""
    found = RETRY_AFTER.search(refused["error"])
    assert found is not None
    return int(found[1])


def is_early(call: JSON, refused: JSON) -> bool:
    """Whether a call to the same chat came before the time that Telegram named."""
    later = call["n"] > refused["n"] and call["chat"] == refused["chat"]
    return bool(later) and call["time"] < refused["time"] + wait_of(refused)
