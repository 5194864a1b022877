"""A lead gives a case to somebody: by name, or to whoever has the least open work."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from casework.cases.assign import AskOwner, Assign, ask_owner, assign
from casework.cases.close import Close, close
from casework.cases.release import Release, release
from casework.context import Actor
from casework.danger.see import See, see
from casework.errors import (
    AlreadyTaken,
    CaseClosed,
    ColleagueAway,
    NobodyFits,
    NoSuchCase,
    NotOwner,
    NotPermitted,
    OneHumanStays,
    Refusal,
    Stale,
    TakeFirst,
)
from casework.letters import kinds
from casework.letters.sights import CasesAssignedSight, TakenSight
from casework.staff.away import GoAway, go_away
from db.engine import Database
from db.models import Alarm, Case, CaseEvent, Letter, StaffMember
from db.repositories import people
from rules.roles import Role
from tests.casework.world import ELSEWHERE, NOBODYS_CASE, World

PRESSES = 50


async def _member(world: World, actor: Actor) -> StaffMember:
    return await world.uow.session.get_one(StaffMember, actor.id)


async def test_the_case_is_theirs_they_hear_only_the_number_and_the_person_the_name(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    await world.deliver()
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    assert (case.state, case.owner_id, case.taken_at) == ("taken", iryna.id, world.now)
    event = (await world.events(case))[-1]
    assert (event.kind, event.actor_id, event.facts) == ("assigned", lead.id, {"to": iryna.id, "former": None})
    [letter] = await world.waiting(kinds.CasesAssigned, to=iryna)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, CasesAssignedSight)
    assert [each.number for each in sight.shows.cases] == [case.number]
    [told] = await world.waiting(kinds.CaseTaken)
    taken = await world.sight(told)
    assert taken is not None
    assert taken.shows == TakenSight(case.number, "Ірина")
    assert {each.kind for each in await world.waiting() if each.lane == f"c:{case.id}"} == {"card", "topic-head"}


async def test_a_case_goes_from_one_to_another_and_the_first_taking_counts(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    first = case.taken_at
    world.wait(hours=1)
    await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))
    assert (case.owner_id, case.state, case.taken_at) == (andrii.id, "taken", first)
    said = [await world.sight(letter) for letter in await world.waiting(kinds.CaseTaken)]
    assert [sight and sight.shows for sight in said] == [None, TakenSight(case.number, "Андрій")]


async def test_what_was_taken_away_again_is_not_told(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    case = await world.case(olena)
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    await release(world.ctx(iryna), Release(case.id))
    [letter] = await world.waiting(kinds.CasesAssigned, to=iryna)
    assert await world.sight(letter) is None


@pytest.mark.parametrize("role", list(Role))
async def test_only_leads_of_the_organisation_assign(world: World, olena: Actor, iryna: Actor, role: Role) -> None:
    case = await world.case(olena)
    actor = await world.staff(role, "Хтось") if role in (Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN) else Actor(role)
    if role in (Role.SUPERVISOR, Role.ADMIN):
        await assign(world.ctx(actor), Assign(case.id, iryna.id or 0, 0))
        assert case.owner_id == iryna.id
        return
    async with world.refused(NotPermitted, act="case.assign"):
        await assign(world.ctx(actor), Assign(case.id, iryna.id or 0, 0))


async def test_a_lead_of_another_organisation_finds_no_case_and_gives_none_away(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    stranger = await world.staff(Role.ADMIN, "Інша", ELSEWHERE)
    async with world.refused(NoSuchCase):
        await assign(world.ctx(stranger), Assign(case.id, stranger.id or 0, 0))
    async with world.refused(Stale):
        await assign(world.ctx(lead), Assign(case.id, stranger.id or 0, 0))
    async with world.refused(NoSuchCase):
        await assign(world.ctx(lead), Assign(NOBODYS_CASE, iryna.id or 0, 0))


async def test_a_button_of_another_moment_takes_nothing_away(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    async with world.refused(AlreadyTaken, owner="Ірина"):
        await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, 0))
    async with world.refused(AlreadyTaken, owner="Ірина"):
        await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, iryna.id or 0))
    await release(world.ctx(iryna), Release(case.id))
    async with world.refused(Stale):
        await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))


async def test_nobody_who_is_away_or_gone_is_given_a_case(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    back_on = (world.now + timedelta(days=5)).date()
    await go_away(world.ctx(iryna), GoAway(back_on.toordinal(), 0))
    async with world.refused(ColleagueAway, who="Ірина", until=back_on.isoformat()):
        await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    (await _member(world, andrii)).removed_at = world.now
    async with world.refused(Stale):
        await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, 0))
    found = await ask_owner(world.ctx(lead), AskOwner(case.id))
    assert [each.work_name for each in found.those] == ["Світлана"]


async def test_the_least_busy_one_who_fits_gets_it(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    for _ in range(2):
        await world.taken(await world.person(), iryna)
    await world.taken(await world.person(), andrii)
    case = await world.case(olena)
    member = await assign(world.ctx(lead), Assign(case.id, 0, 0))
    assert member.id == andrii.id
    (await _member(world, andrii)).languages = ["en"]
    another = await world.case(await world.person())
    assert (await assign(world.ctx(lead), Assign(another.id, 0, 0))).id == iryna.id
    (await _member(world, iryna)).areas = ["14"]
    (await _member(world, lead)).languages = ["en"]
    third = await world.case(await world.person())
    third.actual_oblast = "12"
    async with world.refused(NobodyFits):
        await assign(world.ctx(lead), Assign(third.id, 0, 0))


async def test_those_who_fit_stand_first_in_the_list(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    (await _member(world, lead)).languages = ["en"]
    await world.taken(await world.person(), andrii)
    found = await ask_owner(world.ctx(lead), AskOwner(case.id))
    assert (found.owner_id, found.to_hand_over) == (iryna.id, False)
    assert [(each.work_name, each.open, each.fits) for each in found.those] == [
        ("Андрій", 1, True),
        ("Світлана", 0, False),
    ]


async def test_who_may_ask(world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor) -> None:
    case = await world.case(olena)
    async with world.refused(TakeFirst):
        await ask_owner(world.ctx(iryna), AskOwner(case.id))
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    assert (await ask_owner(world.ctx(iryna), AskOwner(case.id))).to_hand_over
    async with world.refused(NotOwner, owner="Ірина"):
        await ask_owner(world.ctx(andrii), AskOwner(case.id))
    (await people.by_id(world.uow.session, case.person_id)).human_only = True
    async with world.refused(OneHumanStays):
        await ask_owner(world.ctx(iryna), AskOwner(case.id))
    assert not (await ask_owner(world.ctx(lead), AskOwner(case.id))).to_hand_over


async def test_where_somebody_is_in_danger_duty_is_woken_anew_for_the_new_owner(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.case(olena, "мене б'є чоловік, допоможіть")
    alarm = await world.uow.session.scalar(select(Alarm).where(Alarm.case_id == case.id))
    assert alarm is not None, "the words sound like danger"
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    await see(world.ctx(iryna), See(case.id))
    await world.deliver()
    await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))
    assert alarm.seen_by is None
    assert await world.waiting(kinds.AlarmRaised, to=lead)


async def _crowd(database: Database, leads: int) -> tuple[int, list[Actor], list[Actor]]:
    async with database.uow() as uow:
        world = World(uow)
        members = [await world.staff(name=f"Фахівець {number}") for number in range(5)]
        chiefs = [await world.staff(Role.SUPERVISOR, f"Керівник {number}") for number in range(leads)]
        return (await world.case(await world.person())).id, members, chiefs


async def test_of_fifty_leads_at_once_one_assigns(database_url: str) -> None:
    database = Database.open(database_url, pool_size=PRESSES)
    try:
        case_id, members, chiefs = await _crowd(database, PRESSES)
        ready = asyncio.Barrier(PRESSES)

        async def press(number: int, chief: Actor) -> str:
            async with database.uow() as uow:
                await uow.session.connection()
                await ready.wait()
                to = 0 if number % 3 == 0 else members[number % 5].id or 0
                try:
                    await assign(World(uow).ctx(chief), Assign(case_id, to, 0))
                except Refusal as refusal:
                    return refusal.key
                return "done"

        answers = Counter(await asyncio.gather(*(press(*each) for each in enumerate(chiefs))))
        assert answers == {"done": 1, AlreadyTaken.key: PRESSES - 1}
        async with database.uow() as uow:
            case = await uow.session.get_one(Case, case_id)
            [event] = await uow.session.scalars(select(CaseEvent).where(CaseEvent.kind == "assigned"))
            assert event.facts["to"] == case.owner_id
            for kind in (kinds.CaseTaken, kinds.CasesAssigned):
                assert await uow.session.scalar(select(func.count()).where(Letter.kind == kind.kind)) == 1
    finally:
        await database.close()


async def test_cases_assigned_at_once_to_the_least_busy_are_spread_evenly(database_url: str) -> None:
    database = Database.open(database_url, pool_size=20)
    try:
        _, members, chiefs = await _crowd(database, 1)
        async with database.uow() as uow:
            world = World(uow)
            ids = [(await world.case(await world.person(), f"Звернення {n}")).id for n in range(20)]
        ready = asyncio.Barrier(len(ids))

        async def press(case_id: int) -> int:
            async with database.uow() as uow:
                await uow.session.connection()
                await ready.wait()
                return (await assign(World(uow).ctx(chiefs[0]), Assign(case_id, 0, 0))).id

        got = Counter(await asyncio.gather(*map(press, ids)))
        assert got == dict.fromkeys([member.id for member in members], 4)
    finally:
        await database.close()
