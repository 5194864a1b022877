"""Somebody leaves or lost their phone: one act, and nothing is in their hands any more."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select, update

from casework.cases.assign import Assign, assign
from casework.context import OPERATOR, Actor
from casework.errors import LastLead, NotPermitted, Refusal, Stale
from casework.letters import kinds
from casework.letters.sent import SentLetter, letter_sent
from casework.letters.sights import ExpelSight, SweepSight
from casework.staff.group_away import Away, GroupAway, group_away
from casework.staff.invite import Invite, invite
from casework.staff.join import Join, join
from casework.staff.remove import AskRemove, NewLink, Remove, ask_remove, new_link, remove
from casework.staff.show_team import (
    ANY,
    ChangeSkill,
    Find,
    Skill,
    change_skill,
    choices,
    find,
)
from db.engine import Database
from db.models import Conversation, Letter, StaffMember
from db.repositories import conversations, staff
from rules.roles import Role
from tests.casework.world import CATALOGUE, ELSEWHERE, GROUP, OTHER_GROUP, World, machine


async def _member(world: World, actor: Actor) -> StaffMember:
    return await world.uow.session.get_one(StaffMember, actor.id)


async def test_in_one_act_rights_end_and_cases_go_back(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, lead: Actor
) -> None:
    theirs = [await world.taken(olena, iryna), await world.taken(mykola, iryna)]
    await world.deliver()
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=False))
    assert (await _member(world, iryna)).removed_at == world.now
    assert await staff.active_by_telegram(world.uow.session, iryna.telegram_id or 0) is None
    for case in theirs:
        assert (case.state, case.owner_id) == ("new", None)
        event = (await world.events(case))[-1]
        assert (event.kind, event.facts["why"], event.actor_id) == ("returned", "removed", lead.id)
    assert await world.kinds_to(olena) == [], "who waits is told nothing"
    # By the clock of the machine, which counts here, the letters of this department were sent months ago.
    out_of_reach = 2
    screen = kinds.StaffRemovedScreen(lead.id or 0, iryna.id or 0, 2, 1, out_of_reach, lost=False)
    assert await world.screen(lead) == screen


async def test_what_waits_for_the_desk_never_leaves_and_what_stands_is_swept(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    await world.deliver()
    stands = set(
        await world.uow.session.scalars(
            select(Letter.telegram_message_id).where(Letter.chat_id == iryna.telegram_id, Letter.sent_at.is_not(None))
        )
    )
    assert len(stands) == 3, "welcome, home, and the case"
    await world.uow.session.execute(update(Letter).values(sent_at=func.clock_timestamp()))
    another = await world.case(await world.person())
    await assign(world.ctx(lead), Assign(another.id, iryna.id or 0, 0))
    await conversations.save(world.uow.session, f"1:5:0:{iryna.telegram_id}", "some", None, world.now)
    await conversations.save(world.uow.session, f"1:5:0:{lead.telegram_id}", "some", None, world.now)
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=True))
    [sweep] = await world.waiting(to=iryna)
    assert sweep.kind == kinds.DeskSweep.kind
    sight = await world.sight(sweep)
    assert sight is not None
    assert sight.shows == SweepSight(tuple(sorted(each for each in stands if each is not None)))
    keys = list(await world.uow.session.scalars(select(Conversation.key)))
    assert keys == [f"1:5:0:{lead.telegram_id}"]


async def test_the_bot_takes_them_out_of_every_group_of_the_organisation(
    world: World, iryna: Actor, lead: Actor
) -> None:
    await world.bind(lead, OTHER_GROUP)
    await world.deliver()
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=False))
    actions = await world.waiting(kinds.RemoveFromGroup)
    assert {each.chat_id for each in actions} == {GROUP, OTHER_GROUP}
    assert len({each.lane for each in actions}) == 2, "neither waits for the other"
    sight = await world.sight(actions[0])
    assert sight is not None
    assert sight.shows == ExpelSight(iryna.telegram_id or 0)
    code = await invite(world.ctx(OPERATOR), Invite(Role.CASEWORKER, "Ірина"))
    await join(world.ctx(iryna), Join(code, iryna.telegram_id or 0, "uk"))
    assert await world.sight(actions[0]) is None, "who came back meanwhile stays"


async def test_where_the_bot_may_not_leads_do_it_by_hand(world: World, iryna: Actor, lead: Actor) -> None:
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=False))
    [action] = await world.waiting(kinds.RemoveFromGroup)
    sent = SentLetter(action.kind, action.facts, action.chat_id, None, refused="is-admin")
    for _ in range(2):
        await letter_sent(world.uow, sent, world.now, CATALOGUE)
    [told] = await world.waiting(kinds.RemoveByHand, to=lead)
    assert told.facts["why"] == "is-admin"
    assert await world.sight(told) is not None


async def test_of_a_group_that_is_away_leads_hear_at_once(world: World, iryna: Actor, lead: Actor) -> None:
    await group_away(machine(world), GroupAway(GROUP, Away.REMOVED))
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=False))
    [told] = await world.waiting(kinds.RemoveByHand, to=lead)
    assert told.facts["why"] == "away"


async def test_links_of_their_name_work_no_more_and_a_new_one_does_once(
    world: World, iryna: Actor, lead: Actor
) -> None:
    old = await invite(world.ctx(OPERATOR), Invite(Role.ADMIN, "Ірина"))
    other = await invite(world.ctx(OPERATOR), Invite(Role.CASEWORKER, "Петро"))
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=True))
    stranger = Actor(Role.PERSON, None, None, 5001)
    assert await join(world.ctx(stranger), Join(old, 5001, "uk")) is None
    assert await join(world.ctx(stranger), Join(other, 5002, "uk")) is not None
    first = await new_link(world.ctx(lead), NewLink(iryna.id or 0))
    second = await new_link(world.ctx(lead), NewLink(iryna.id or 0))
    assert await join(world.ctx(stranger), Join(first, 5003, "uk")) is None
    came = await join(world.ctx(stranger), Join(second, 5003, "uk"))
    assert came is not None
    assert (came.work_name, came.role, came.id == iryna.id) == ("Ірина", "caseworker", False)
    assert await join(world.ctx(stranger), Join(second, 5004, "uk")) is None
    assert (await _member(world, iryna)).removed_at is not None, "the lost account stays out"


@pytest.mark.parametrize("role", list(Role))
async def test_only_leads_remove(world: World, iryna: Actor, role: Role) -> None:
    here = role in (Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN)
    actor = await world.staff(role, "Хтось") if here else Actor(role)
    if role in (Role.SUPERVISOR, Role.ADMIN):
        await remove(world.ctx(actor), Remove(iryna.id or 0, lost=False))
        return
    for act, data in ((remove, Remove(iryna.id or 0, lost=False)), (new_link, NewLink(iryna.id or 0))):
        name = "staff.remove" if act is remove else "staff.new_link"
        async with world.refused(NotPermitted, act=name):
            await act(world.ctx(actor), data)  # type: ignore[arg-type]  # each act its own data


async def test_nobody_removes_an_admin_but_an_admin_and_never_the_last(world: World, lead: Actor, iryna: Actor) -> None:
    first = await world.staff(Role.ADMIN, "Перша")
    for act, data in ((ask_remove, AskRemove(first.id or 0, False)), (remove, Remove(first.id or 0, False))):
        async with world.refused(NotPermitted):
            await act(world.ctx(lead), data)  # type: ignore[arg-type]  # each act its own data
    async with world.refused(LastLead):
        await remove(world.ctx(first), Remove(first.id or 0, lost=False))
    second = await world.staff(Role.ADMIN, "Друга")
    await remove(world.ctx(first), Remove(second.id or 0, lost=True))
    async with world.refused(NotPermitted):
        await new_link(world.ctx(lead), NewLink(second.id or 0))
    async with world.refused(Stale):
        await remove(world.ctx(first), Remove(second.id or 0, lost=False))
    async with world.refused(NotPermitted):
        await remove(world.ctx(second), Remove(iryna.id or 0, lost=False))


async def test_another_organisation_is_out_of_reach(world: World, lead: Actor, iryna: Actor) -> None:
    theirs = await world.staff(Role.CASEWORKER, "Інша", ELSEWHERE)
    async with world.refused(Stale):
        await remove(world.ctx(lead), Remove(theirs.id or 0, lost=False))
    async with world.refused(Stale):
        await change_skill(world.ctx(lead), ChangeSkill(theirs.id or 0, Skill.LANGUAGES, "uk"))
    async with world.refused(Stale):
        await new_link(world.ctx(lead), NewLink(iryna.id or 0))


async def test_two_admins_who_remove_each_other_at_once_leave_one(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        admins = [await world.staff(Role.ADMIN, name) for name in ("Перша", "Друга")]
    ready = asyncio.Barrier(2)

    async def press(actor: Actor, other: Actor) -> str:
        async with database.uow() as uow:
            await uow.session.connection()
            await ready.wait()
            try:
                await remove(World(uow).ctx(actor), Remove(other.id or 0, lost=False))
            except Refusal as refusal:
                return refusal.key
            return "done"

    done = await asyncio.gather(press(*admins), press(*reversed(admins)))
    assert sorted(done) == ["done", NotPermitted.key]
    async with database.uow() as uow:
        left = await uow.session.scalars(select(StaffMember).where(StaffMember.removed_at.is_(None)))
        assert len(left.all()) == 1


async def test_leads_choose_what_somebody_is_given(world: World, lead: Actor, iryna: Actor) -> None:
    for skill in Skill:
        value = choices(world.ctx(lead), skill)[0]
        await change_skill(world.ctx(lead), ChangeSkill(iryna.id or 0, skill, value))
        assert getattr(await _member(world, iryna), skill.column) == [value]
        await change_skill(world.ctx(lead), ChangeSkill(iryna.id or 0, skill, value))
        assert getattr(await _member(world, iryna), skill.column) == []
        await change_skill(world.ctx(lead), ChangeSkill(iryna.id or 0, skill, value))
        await change_skill(world.ctx(lead), ChangeSkill(iryna.id or 0, skill, ANY))
        assert getattr(await _member(world, iryna), skill.column) == []
        async with world.refused(Stale):
            await change_skill(world.ctx(lead), ChangeSkill(iryna.id or 0, skill, "made-up"))


async def test_somebody_is_found_by_name_where_there_is_one_of_it(world: World, lead: Actor, iryna: Actor) -> None:
    assert await find(world.ctx(lead), Find(" ірина ")) == iryna.id
    assert await find(world.ctx(lead), Find("Ніхто")) is None
    await world.staff(Role.CASEWORKER, "Ірина")
    assert await find(world.ctx(lead), Find("Ірина")) is None
