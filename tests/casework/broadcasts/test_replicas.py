"""Several processes keep the time of one broadcast that comes again: each time is one run, said to each once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import text

from casework.broadcasts.tick import Tick, Ticked, tick
from db.engine import Database
from rules.roles import Role
from tests.casework.broadcasts.test_again import runs, weekly
from tests.casework.world import World, machine

PEOPLE, REPLICAS, SECONDS = 30, 4, 60
LETTERS = """
    SELECT count(*), count(DISTINCT letter.person_id) FROM letters AS letter
    JOIN broadcast_runs AS run ON run.id = CAST(letter.facts ->> 'run_id' AS bigint)
    WHERE letter.kind = 'broadcast' AND run.number = 2
"""


async def _second_is_due(database: Database) -> datetime:
    """The first time is over, the second one was planned; when it is due."""
    async with database.uow() as uow:
        world = World(uow)
        lead = await world.staff(Role.SUPERVISOR, "Світлана")
        await world.bind(lead)
        for number in range(PEOPLE):
            await world.person(f"Людина {number}")
        _, second = await runs(world, await weekly(world, lead, by_rule=True))
        assert second.due_at is not None
        return second.due_at + timedelta(minutes=1)


async def _tick(database: Database, now: datetime) -> Ticked:
    async with database.uow() as uow:
        return await tick(machine(World(uow, now)), Tick())


async def test_replicas_at_once_begin_a_repeated_run_once_and_say_it_to_each_once(database: Database) -> None:
    now = await _second_is_due(database)
    async with asyncio.timeout(SECONDS):
        while any(did != Ticked() for did in await asyncio.gather(*(_tick(database, now) for _ in range(REPLICAS)))):
            pass
    async with database.uow() as uow:
        assert tuple((await uow.session.execute(text(LETTERS))).one()) == (PEOPLE, PEOPLE)
        numbers = await uow.session.scalars(text("SELECT number FROM broadcast_runs ORDER BY number, id"))
        assert list(numbers) == [1, 2, 3], "the next time was planned once"
