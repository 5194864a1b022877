"""Twenty caseworkers and their people at work, Telegram's limits on: every word has its pair, and none goes astray."""

from __future__ import annotations

import asyncio
import random

import pytest

from rules.roles import Role
from simulator.limits import FloodLimits
from tests.faults.chaos import count_up, fail_calls
from tests.faults.department import Day, Department
from tests.faults.open_transactions import looked_at
from tests.faults.reckoning import Reckoning, table, watch
from tests.faults.talk import Measure
from tests.faults.test_chaos import say
from tests.faults.world import World

SHORT = Day(Measure(people=24, lines=3, answers=2), workers=20, arriving=120.0, speed=30.0, seed=11)
WHOLE = Day(Measure(people=300, lines=3, answers=2), workers=20, arriving=900.0, speed=30.0, seed=12)
SECONDS = 1500.0
"""Only to end a day that hangs."""


async def test_every_word_has_its_pair_and_none_goes_astray(world: World) -> None:
    found = await live(world, SHORT)
    assert not found.breaches, "\n".join(found.breaches[:20])


@pytest.mark.chaos
async def test_three_hundred_people_write_in_a_quarter_of_an_hour(world: World) -> None:
    found = await live(world, WHOLE)
    assert not found.breaches, "\n".join(found.breaches[:20])


async def live(world: World, day: Day) -> Reckoning:
    """Live through the day, print its figures and count."""
    world.simulator.api.limits = FloodLimits(world.simulator.world.clock.monotonic, day.speed, on=False)
    await watch(world)
    world.start_bot(SIM_SPEED=str(day.speed))
    workers = [await world.worker(f"Працівниця{number}") for number in range(day.workers)]
    lead = await world.worker("Світлана", Role.SUPERVISOR)
    await world.bind(lead, *workers)
    await world.settled()
    await world.people.limits(on=True)
    await world.people.latency(20, 60, seed=day.seed)
    department = Department(world, day, workers, lead)
    faults = asyncio.create_task(fail_calls(world, 40, random.Random(day.seed)))
    name = f"{day.workers} caseworkers, {day.measure.people} people"
    async with looked_at(world.database) as transactions:
        try:
            async with asyncio.timeout(SECONDS):
                await department.talk()
        finally:
            faults.cancel()
            await asyncio.gather(faults, return_exceptions=True)
        found = await count_up(world, department, name, 0, SECONDS)
    found.note(transactions)
    refused = sum(call["status"] == 429 for call in world.simulator.api.calls.calls)
    say(f"{table([found.counts])}\nto a caseworker: {department.time_to_caseworker()}; {refused} answered with 429")
    return found
