"""Several processes deliver one broadcast at Telegram's own pace, by the simulator's count; some of them are killed.

The short forms run with all tests, the long one with `make chaos`.
"""

from __future__ import annotations

import asyncio
import random
import signal
from collections import Counter
from dataclasses import dataclass

import pytest

from simulator.botapi.registry import METHODS
from simulator.limits import BOT_PER_SECOND
from tests.faults.open_transactions import watched
from tests.faults.replicas import FINISHED, PATIENCE, ROLES, at_work, gathered, got, is_letter, send_to_all
from tests.faults.test_chaos import say
from tests.faults.world import World

FAIR_SHARE = 0.25
"""Each does so much of its even share at least: whose turn it is, is anybody's."""


@dataclass(frozen=True)
class Broadcast:
    """A broadcast that processes share. `kills`: how many of them are killed on the way, each replaced at once."""

    replicas: int
    people: int
    kills: int = 0

    @property
    def name(self) -> str:
        """How pytest calls it."""
        return f"{self.replicas}-replicas-{self.people}-people-{self.kills}-kills"


SHORT = (Broadcast(2, 240), Broadcast(4, 240), Broadcast(3, 300, kills=4))
LONG = (Broadcast(2, 3_000), Broadcast(4, 3_000), Broadcast(3, 3_000, kills=20))


def by_name(broadcast: Broadcast) -> str:
    """How pytest calls it."""
    return broadcast.name


@pytest.mark.parametrize("broadcast", SHORT, ids=by_name)
async def test_replicas_share_a_broadcast_at_one_pace(world: World, broadcast: Broadcast) -> None:
    await share(world, broadcast)


@pytest.mark.chaos
@pytest.mark.parametrize("broadcast", LONG, ids=by_name)
async def test_replicas_share_a_broadcast_at_length(world: World, broadcast: Broadcast) -> None:
    await share(world, broadcast)


async def share(world: World, broadcast: Broadcast) -> None:
    """Run it, and look at what the simulator saw."""
    accounts, clock = await gathered(world, broadcast.people)
    calls = world.simulator.api.calls
    before = calls.count
    for _ in range(broadcast.replicas):
        world.start_bot(roles=ROLES, **clock)
    await at_work(world, broadcast.replicas)
    await send_to_all(world)
    chance = random.Random(broadcast.people)
    async with watched(world.database) as transactions:
        for kill in range(1, broadcast.kills + 1):
            await got(world, before, broadcast.people * kill // (broadcast.kills + 1))
            await world.end(chance.choice(list(world.bots)), signal.SIGKILL)
            world.start_bot(roles=ROLES, **clock)
        async with asyncio.timeout(PATIENCE):
            while await world.count(FINISHED):
                await asyncio.sleep(0.1)
    await world.settled()

    costing = [each for each in calls.calls if each["n"] > before and METHODS[each["method"].lower()].cost.bot]
    made = [each for each in costing if is_letter(each)]
    known = {(row[0], row[1]) for row in await world.rows("SELECT chat_id, telegram_message_id FROM letters")}
    unseen = [each for each in made if each["done"] and (each["chat"], each["id"]) not in known]
    refused = sum(each["status"] == 429 for each in costing)
    busiest = most_in_a_second([each["time"] for each in costing])
    doors = Counter(each["via"] for each in made)
    seconds = made[-1]["time"] - made[0]["time"]
    say(
        f"{broadcast.name}: {len(made)} letters in {seconds:.1f} s, {len(made) / seconds:.1f}/s, at most {busiest} in a"
        f" second, {refused} refused, {len(unseen)} answers never seen, by {dict(doors)};"
        f" {transactions}"
    )
    assert {each["chat"] for each in made if each["done"]} == set(accounts), "somebody did not get it"
    assert sum(each["done"] for each in made) - broadcast.people == len(unseen), "a repeat where the answer was seen"
    assert all(each["via"] in world.killed for each in unseen)
    assert (refused, busiest <= BOT_PER_SECOND) == (0, True)
    states = await world.rows("SELECT state, count(*) FROM broadcast_recipients GROUP BY state")
    assert [tuple(each) for each in states] == [("sent", broadcast.people)]
    if not broadcast.kills:
        assert len(doors) == broadcast.replicas
        assert min(doors.values()) >= FAIR_SHARE * broadcast.people / broadcast.replicas


def most_in_a_second(times: list[float]) -> int:
    """The most arrivals in any second, as Telegram counts them."""
    return max(sum(1 for other in times if start <= other < start + 1.0) for start in times)
