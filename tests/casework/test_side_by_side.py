"""A person and a caseworker who act at the same moment do not wait for each other in a circle."""

from __future__ import annotations

import asyncio

from sqlalchemy import text

from casework.cases.facts import RecordFact, record_fact
from casework.cases.take import Take, take
from casework.context import Actor
from casework.people.write import Written, write
from db.engine import Database
from db.models import Case
from db.repositories import people
from rules.roles import Role
from tests.casework.world import GROUP, World

SECONDS = 10


async def _begun(database: Database) -> tuple[Actor, Actor, Case]:
    async with database.uow() as uow:
        world = World(uow)
        person, member = await world.person(), await world.staff()
        return person, member, await world.case(person)


async def test_staff_take_a_case_while_its_person_is_writing(database: Database) -> None:
    person, member, case = await _begun(database)
    async with asyncio.timeout(SECONDS), database.uow() as writing:
        await people.lock(writing.session, person.id or 0)
        async with database.uow() as taking:
            await take(World(taking).ctx(member), Take(case.id))
        await write(World(writing).ctx(person), Written("І ще одне", person.telegram_id or 0, 900))


async def test_a_fact_is_recorded_after_the_person_has_finished(database: Database) -> None:
    person, member, case = await _begun(database)

    async def record() -> None:
        async with database.uow() as uow:
            await record_fact(World(uow).ctx(member), RecordFact(case.id, "audience", "displaced"))

    async with asyncio.timeout(SECONDS):
        async with database.uow() as writing:
            await people.lock(writing.session, person.id or 0)
            recording = asyncio.create_task(record())
            await _somebody_waits(database)
            await write(World(writing).ctx(person), Written("І ще одне", person.telegram_id or 0, 900))
        await recording


async def test_a_case_that_is_opened_while_a_group_is_bound_comes_into_it(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        person, lead = await world.person(), await world.staff(Role.SUPERVISOR)

    async def bind() -> None:
        async with database.uow() as uow:
            await World(uow).bind(lead)

    async with asyncio.timeout(SECONDS):
        async with database.uow() as opening:
            case = await World(opening).case(person)
            binding = asyncio.create_task(bind())
            await _somebody_waits(database)
        await binding
    async with database.uow() as uow:
        assert (await uow.session.get_one(Case, case.id)).topic_chat_id == GROUP


async def _somebody_waits(database: Database) -> None:
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    while True:
        async with database.uow() as uow:
            if await uow.session.scalar(waiting):
                return
        await asyncio.sleep(0.01)
