"""Killed in the middle of a file, again and again: each family is read once, each child stands in it once, and the one
who asked gets it, twice only where an answer was never seen.
"""

from __future__ import annotations

import asyncio
import signal
from collections import Counter

from bot.clock import real_now
from rules.roles import Role
from tests.casework.exports.files import table_in
from tests.faults.families import EACH, asked_for
from tests.faults.open_transactions import looked_at
from tests.faults.test_chaos import say
from tests.faults.world import CATALOGUE, SETTLE_SECONDS, World

FAMILIES = 1000
KILLS = 2
BETWEEN = 200
"""Rows between two kills."""


async def test_killed_in_the_middle_of_an_export(world: World) -> None:
    pid = world.start_bot()
    lead = await world.worker("Світлана", Role.SUPERVISOR)
    await world.settled()
    await world.end(pid, signal.SIGTERM)
    await asked_for(world.database, CATALOGUE, FAMILIES, real_now())

    async with looked_at(world.database) as transactions:
        in_the_middle = 0
        for _ in range(KILLS):
            before = await done(world)
            pid = world.start_bot()
            await until(world, f"done >= {before + BETWEEN} OR state <> 'going'")
            await world.end(pid, signal.SIGKILL)
            in_the_middle += await world.count("SELECT count(*) FROM exports WHERE state = 'going' AND done > 0")
        assert in_the_middle, "no kill came in the middle"
        pid = world.start_bot()
        await until(world, "state <> 'going'")
        await world.end(pid, signal.SIGKILL)
        world.start_bot()
        await until(world, "state IN ('sent', 'failed')")
        await world.settled()
    say(f"an export of {FAMILIES * EACH} children, killed {len(world.killed)} times: {transactions}")

    [ended] = await world.rows("SELECT state, total, done, rows FROM exports")
    assert tuple(ended) == ("sent", FAMILIES * EACH, FAMILIES * EACH, FAMILIES * EACH)
    lines = Counter(row[0] for row in await world.rows("SELECT case_id FROM readings WHERE what = 'exported'"))
    assert len(lines) == FAMILIES
    assert set(lines.values()) == {1}, "a family was read twice"
    assert await world.count("SELECT count(*) FROM export_items") == 0, "nothing of it is kept"

    sent = [each for each in world.simulator.api.calls.calls if each["method"] == "sendDocument" and each["done"]]
    assert {each["chat"] for each in sent} == {lead.id}, "only the one who asked gets it"
    known = {row[0] for row in await world.rows("SELECT telegram_message_id FROM letters WHERE kind = 'export-table'")}
    assert len(known) == 1
    unseen = [each for each in sent if each["id"] not in known]
    assert len(sent) - 1 == len(unseen), "a repeat where the answer was seen"
    assert all(each["via"] in world.killed for each in unseen)

    shown = [each for each in await lead.chat() if "document" in each.message][-1]
    content = world.simulator.world.files[shown.message["document"]["file_id"]].read()
    _, *rows = table_in(content)
    names = [row[1] for row in rows]
    assert len(names) == len(set(names)) == FAMILIES * EACH, "each child once"
    assert all(name.startswith("'=Коваль") for name in names), "and no name runs"


async def done(world: World) -> int:
    return await world.count("SELECT done FROM exports")


async def until(world: World, so: str) -> None:
    async with asyncio.timeout(SETTLE_SECONDS):
        while not await world.count(f"SELECT count(*) FROM exports WHERE {so}"):
            await asyncio.sleep(0.005)
