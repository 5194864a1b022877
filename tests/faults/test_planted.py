"""Faults planted into the bot: what counts losses, doubles and repeats sees each of them."""

from __future__ import annotations

import asyncio
import random
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from rules.roles import Role
from tests.faults.chaos import EVERYTHING, Fleet, Plan, Way
from tests.faults.crowd import Crowd
from tests.faults.reckoning import Reckoning, reckon, watch
from tests.faults.talk import Measure
from tests.faults.world import SETTLE_SECONDS, World

MEASURE = Measure(people=4, lines=1, answers=0)
LINES, ANSWERS = 3, 2
PLAN = Plan(Way.POLLING, (EVERYTHING,), frozenset(), MEASURE, kills=1, gap=(0, 0), seed=7)
THREE = (EVERYTHING,) * 3
MARKED = """
SELECT count(*) FROM letters WHERE kind = 'person-message' AND sent_at IS NOT NULL AND telegram_message_id IS NULL
"""
UNIQUE_PAIRS = """
SELECT coalesce('ALTER TABLE pairs DROP CONSTRAINT ' || conname, 'DROP INDEX ' || indexrelid::regclass)
FROM pg_index LEFT JOIN pg_constraint ON conindid = indexrelid
WHERE indrelid = 'pairs'::regclass AND indisunique AND NOT indisprimary
"""
"""What takes away each rule that a place in a chat belongs to one message."""

Moment = Callable[[World], Awaitable[bool]]


async def acknowledged(world: World) -> bool:
    """Telegram owes the bot nothing any more."""
    return not world.simulator.world.updates.has_pending()


async def marked(world: World) -> bool:
    """Something counts as sent that Telegram has not answered."""
    return bool(await world.count(MARKED))


async def play(world: World, plan: Plan, moment: Moment | None = None) -> Reckoning:
    """Requests are filed with sound bots; then all is said at once to the planted ones, which are killed at the moment.

    Sound ones end the work. Without a moment none is killed.
    """
    await watch(world)
    fleet = Fleet(world, replace(plan, crews=(EVERYTHING,), plants=()))
    await fleet.start()
    try:
        workers = [await world.worker("Ірина"), await world.worker("Світлана", Role.SUPERVISOR)]
        await world.bind(workers[1], workers[0])
        crowd = Crowd(world, workers, plan.measure, plan.seed)
        await crowd.open()
        await world.settled()
    finally:
        await fleet.end(signal.SIGTERM)
    planted = Fleet(world, plan)
    await planted.start()
    try:
        await crowd.burst(LINES, ANSWERS)
        if moment is not None:
            async with asyncio.timeout(SETTLE_SECONDS):
                while not await moment(world):
                    await asyncio.sleep(0.002)
            await planted.kill(random.Random(plan.seed), plants=())
        await world.settled()
        return await reckon(world, crowd, plan.name, plan.kills)
    finally:
        await planted.end(signal.SIGKILL)


@pytest.mark.parametrize("way", Way)
async def test_acknowledging_before_the_commit_is_seen_to_lose_updates(world: World, way: Way) -> None:
    found = await play(world, replace(PLAN, way=way, plants=("acknowledge-before-commit",)), acknowledged)
    assert any("never reached the inbox" in breach for breach in found.lost), found
    assert any("person:" in breach or "staff:" in breach for breach in found.lost), found


async def test_marking_before_sending_is_seen_to_lose_letters(world: World) -> None:
    found = await play(world, replace(PLAN, plants=("mark-before-send",)), marked)
    assert any(breach.startswith(("topic of", "phone of")) for breach in found.lost), found
    assert not any("inbox" in breach for breach in found.lost), found


async def test_letters_without_leases_are_seen_to_repeat(world: World) -> None:
    found = await play(world, replace(PLAN, crews=THREE, plants=("no-lease-on-letters",)))
    assert any("repeats, though only" in breach for breach in found.wrong), found
    assert any("nobody wrote down, without an excuse" in breach for breach in found.doubled), found


async def test_updates_without_leases_are_seen_to_double(world: World) -> None:
    """Unique pairs would hold even then: a second line of defence, which is taken away here."""
    async with world.database.engine.begin() as connection:
        for (taking_away,) in await connection.execute(text(UNIQUE_PAIRS)):
            await connection.execute(text(taking_away))
    found = await play(world, replace(PLAN, crews=THREE, plants=("no-lease-on-updates",)))
    assert any("person:" in breach or "staff:" in breach for breach in found.doubled), found


async def test_without_a_plant_the_same_breaks_nothing(world: World) -> None:
    found = await play(world, replace(PLAN, crews=THREE), acknowledged)
    assert not found.breaches, found.breaches
