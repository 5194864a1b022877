"""An owner who does nothing while the person waits loses the case after so many working hours; each is told once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from casework.cases.assign import Assign, assign
from casework.cases.lapse import Lapse, Lapsed, lapse
from casework.cases.take import Take, take
from casework.context import MACHINE, Actor
from casework.errors import NotPermitted
from casework.letters import kinds
from casework.letters.sights import CaseLapsedSight
from db.engine import Database
from db.models import Call, Case, Letter, Organisation, StaffMember
from db.repositories import people
from rules.calls import CallState, Reason
from rules.roles import Role
from tests.casework.world import World

FRIDAY = datetime(2026, 3, 13, 13, 0, tzinfo=UTC)
"""15:00 in Kyiv; on Fridays work ends at 16:45."""


async def run(world: World) -> Lapsed:
    """The job, as it would have run all along."""
    await world.uow.session.flush()
    await world.uow.session.execute(update(Organisation).values(watched_at=world.now))
    await world.uow.session.execute(select(Organisation).execution_options(populate_existing=True))
    return await lapse(world.ctx(MACHINE), Lapse())


async def test_after_two_working_days_it_is_in_the_queue_and_owner_and_leads_hear_once(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    await world.deliver()
    world.wait(hours=25)  # Thursday 12:00: ten of sixteen working hours
    assert await run(world) == Lapsed(0, 0)
    assert case.owner_id == iryna.id
    world.wait(hours=24)  # Friday 12:00
    assert await run(world) == Lapsed(1, 0)
    assert (case.state, case.owner_id, case.turn) == ("new", None, "staff")
    event = (await world.events(case))[-1]
    assert (event.kind, event.actor_kind, event.facts) == (
        "returned",
        "machine",
        {"why": "silent", "former": iryna.id},
    )
    for member, own in ((iryna, True), (lead, False)):
        [letter] = await world.waiting(kinds.CaseLapsed, to=member)
        sight = await world.sight(letter)
        assert sight is not None
        assert isinstance(sight.shows, CaseLapsedSight)
        assert (sight.shows.own, sight.shows.owner) == (own, "Ірина")
    assert await run(world) == Lapsed(0, 0), "run twice it is done once"
    assert len(await world.waiting(kinds.CaseLapsed)) == 2


@pytest.mark.parametrize(
    ("waits", "lapsed"),
    [
        ({"hours": 24}, False),  # Saturday
        ({"days": 2, "hours": 20}, False),  # Monday 11:00: 1:45 and two hours
        ({"days": 3, "hours": 23}, False),  # Tuesday 14:00: 1:45, nine and five hours
        ({"days": 3, "hours": 23, "minutes": 15}, True),  # sixteen
    ],
)
async def test_weekends_and_nights_do_not_count(
    world: World, olena: Actor, iryna: Actor, waits: dict[str, int], lapsed: bool
) -> None:
    world.now = FRIDAY
    case = await world.taken(olena, iryna)
    world.wait(**waits)
    assert (await run(world)).silent == lapsed
    assert (case.owner_id is None) is lapsed


async def test_in_a_crisis_it_is_much_shorter_and_told_at_any_hour(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    case.crisis = True
    world.wait(hours=1, minutes=59)
    assert await run(world) == Lapsed(0, 0)
    world.wait(minutes=1)
    assert await run(world) == Lapsed(1, 0)
    assert await world.waiting(kinds.CaseLapsedCrisis, to=iryna)
    assert case.owner_id is None


async def test_who_answers_or_acts_keeps_it(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    world.wait(hours=47)
    await world.answers(iryna, case, "Вітаю, що саме потрібно?")
    world.wait(days=31)
    assert await run(world) == Lapsed(0, 0), "it is the person's turn"
    await world.says(olena, "Дрова", case_id=case.id)
    world.wait(hours=24)
    assert await run(world) == Lapsed(0, 0), "the wait begins with the person's words"
    world.wait(hours=24)
    assert await run(world) == Lapsed(1, 0)


async def test_more_words_of_the_person_do_not_give_the_owner_more_time(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    for _ in range(2):
        world.wait(hours=24)
        await world.says(olena, "Чи є новини?", case_id=case.id)
    assert await run(world) == Lapsed(1, 0)


async def test_a_new_owner_begins_anew_and_an_agreed_call_is_waited_for(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    world.wait(hours=47)
    await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))
    world.wait(hours=24)
    assert await run(world) == Lapsed(0, 0)
    world.uow.session.add(
        Call(
            person_id=case.person_id, case_id=case.id, state=CallState.OPEN.value, reason=Reason.ASKED.value,
            phone="+380501234567", asked_at=world.now, from_at=world.now, due_by=world.now + timedelta(days=4),
        )
    )  # fmt: skip
    world.wait(days=3)
    assert await run(world) == Lapsed(0, 0), "they agreed on a later time"
    world.wait(days=2)
    assert await run(world) == Lapsed(1, 0)


async def test_after_a_pause_of_the_bot_everybody_has_their_time_again(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    assert await run(world) == Lapsed(0, 0)
    world.wait(days=7)
    assert await lapse(world.ctx(MACHINE), Lapse()) == Lapsed(0, 0), "for a week nobody could answer"
    for _ in range(30):
        world.wait(hours=1)
        assert await lapse(world.ctx(MACHINE), Lapse()) == Lapsed(0, 0)
    world.wait(hours=1)
    assert await lapse(world.ctx(MACHINE), Lapse()) == Lapsed(1, 0)
    assert case.owner_id is None


async def test_whose_owner_is_gone_goes_back_at_once_and_one_human_is_asked_for(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    (await people.by_id(world.uow.session, case.person_id)).human_only = True
    (await world.uow.session.get_one(StaffMember, iryna.id)).removed_at = world.now
    assert await run(world) == Lapsed(0, 1)
    assert case.owner_id is None
    assert await world.waiting(kinds.OneHumanWanted, to=lead)
    assert await run(world) == Lapsed(0, 0)


async def test_nobody_but_the_machine_does_it(world: World, lead: Actor) -> None:
    async with world.refused(NotPermitted, act="case.lapse"):
        await lapse(world.ctx(lead), Lapse())


async def test_two_replicas_at_once_do_it_once(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        iryna, _ = await world.staff(), await world.staff(Role.SUPERVISOR, "Світлана")
        ids = [(await world.taken(await world.person(), iryna, f"Звернення {n}")).id for n in range(5)]

    async def once() -> Lapsed:
        async with database.uow() as uow:
            world = World(uow)
            world.wait(days=3)
            return await lapse(world.ctx(MACHINE), Lapse())

    done = await asyncio.gather(*(once() for _ in range(4)))
    assert sum(each.silent for each in done) == len(ids)
    async with database.uow() as uow:
        owners = await uow.session.scalars(select(Case.owner_id))
        assert set(owners) == {None}
        told = select(func.count()).where(Letter.kind == kinds.CaseLapsed.kind)
        assert await uow.session.scalar(told) == 2 * len(ids)


async def test_who_takes_it_again_can_lose_it_again(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    for times in (1, 2):
        world.wait(hours=49 if times == 1 else 24 * 5)
        assert await run(world) == Lapsed(1, 0)
        assert len(await world.waiting(kinds.CaseLapsed, to=iryna)) == times
        await take(world.ctx(iryna), Take(case.id))
