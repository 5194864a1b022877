"""A case is taken once, by whoever was first, and the person knows by whom."""

from __future__ import annotations

import asyncio
from collections import Counter

from sqlalchemy import func, select

from casework.cases.close import Close, close
from casework.cases.release import Release, release
from casework.cases.take import Take, take
from casework.context import Actor
from casework.errors import AlreadyTaken, AlreadyYours, CaseClosed, Refusal
from casework.letters import kinds
from casework.letters.sights import TakenSight
from db.engine import Database
from db.models import Case, CaseEvent, Letter
from tests.casework.world import World

PRESSES = 50


async def test_the_case_is_theirs_and_the_person_is_told_by_name(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await world.deliver()
    world.wait(minutes=5)
    await take(world.ctx(iryna), Take(case.id))
    assert (case.state, case.turn, case.owner_id) == ("taken", "staff", iryna.id)
    assert case.taken_at == world.now
    [letter] = await world.waiting(kinds.CaseTaken)
    assert (letter.lane, letter.priority, letter.person_id) == (f"p:{olena.telegram_id}", 2, olena.id)
    assert letter.unique_key == f"case-taken:{case.id}:{iryna.id}"
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == TakenSight(case.number, "Ірина")
    event = (await world.events(case))[-1]
    assert (event.kind, event.actor_kind, event.actor_id, event.at) == ("taken", "caseworker", iryna.id, world.now)
    assert {letter.kind for letter in await world.waiting() if letter.lane == f"c:{case.id}"} == {"card", "topic-head"}


async def test_a_second_press_changes_nothing(world: World, olena: Actor, iryna: Actor, andrii: Actor) -> None:
    case = await world.taken(olena, iryna)
    async with world.refused(AlreadyYours):
        await take(world.ctx(iryna), Take(case.id))
    async with world.refused(AlreadyTaken, owner="Ірина"):
        await take(world.ctx(andrii), Take(case.id))


async def test_a_closed_case_is_not_taken(world: World, olena: Actor, iryna: Actor, andrii: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    for member in (iryna, andrii):
        async with world.refused(CaseClosed):
            await take(world.ctx(member), Take(case.id))


async def test_taken_again_by_somebody_else_the_person_learns_the_new_name(
    world: World, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    case = await world.taken(olena, iryna)
    first = case.taken_at
    await release(world.ctx(iryna), Release(case.id))
    world.wait(hours=1)
    await take(world.ctx(andrii), Take(case.id))
    assert case.taken_at == first, "the first taking is what reports count"
    said = [await world.sight(letter) for letter in await world.waiting(kinds.CaseTaken)]
    assert [sight and sight.shows for sight in said] == [None, TakenSight(case.number, "Андрій")]


async def test_taking_back_what_one_gave_back_is_told_only_once(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await release(world.ctx(iryna), Release(case.id))
    await take(world.ctx(iryna), Take(case.id))
    assert len(await world.waiting(kinds.CaseTaken)) == 1


async def test_of_fifty_presses_at_once_one_wins(database_url: str) -> None:
    database = Database.open(database_url, pool_size=PRESSES)
    try:
        async with database.uow() as uow:
            world = World(uow)
            members = [await world.staff(name=f"Фахівець {number}") for number in range(PRESSES)]
            case_id = (await world.case(await world.person())).id
        ready = asyncio.Barrier(PRESSES)

        async def press(member: Actor) -> str:
            async with database.uow() as uow:
                await uow.session.connection()
                await ready.wait()
                try:
                    await take(World(uow).ctx(member), Take(case_id))
                except Refusal as refusal:
                    return refusal.key
                return "theirs"

        answers = Counter(await asyncio.gather(*map(press, members)))
        assert answers == {"theirs": 1, AlreadyTaken.key: PRESSES - 1}
        async with database.uow() as uow:
            case = await uow.session.get_one(Case, case_id)
            taken = select(CaseEvent).where(CaseEvent.kind == "taken")
            assert [event.actor_id for event in await uow.session.scalars(taken)] == [case.owner_id]
            told = select(func.count()).where(Letter.kind == kinds.CaseTaken.kind)
            assert await uow.session.scalar(told) == 1
    finally:
        await database.close()
