"""A one-time link makes its first user a staff member, and nobody else."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from casework.cases.release import Release, release
from casework.context import OPERATOR, Actor
from casework.letters import kinds
from casework.letters.sights import StaffJoinedSight
from casework.staff.invite import VALID_FOR, Invite, NewBindCode, invite, new_bind_code
from casework.staff.join import Join, ShowDesk, desk, join
from db.engine import Database
from db.models import StaffMember
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World

ACCOUNT = 555


async def follow(world: World, code: str, account: int = ACCOUNT, role: Role = Role.PERSON) -> StaffMember | None:
    return await join(world.ctx(Actor(role, None, None, account)), Join(code, account, "uk"))


async def test_they_work_here_now_and_are_welcomed(bare: World) -> None:
    code = await invite(bare.ctx(OPERATOR), Invite(Role.CASEWORKER, "Ірина"))
    member = await follow(bare, code)
    assert member is not None
    assert (member.role, member.work_name, member.language, member.joined_at) == (
        "caseworker",
        "Ірина",
        "uk",
        bare.now,
    )
    sent = await bare.deliver()
    assert [(letter.kind, letter.chat_id) for letter, _ in sent] == [("staff-joined", ACCOUNT), ("desk-home", ACCOUNT)]
    assert sent[0][1].shows == StaffJoinedSight("Ірина", "caseworker")


@pytest.mark.parametrize("account", [ACCOUNT, ACCOUNT + 1])
async def test_a_second_use_is_answered_kindly_and_makes_nobody(bare: World, account: int) -> None:
    code = await invite(bare.ctx(OPERATOR), Invite(Role.ADMIN, "Ірина"))
    await follow(bare, code)
    await bare.deliver()
    assert await follow(bare, code, account) is None
    assert [(letter.kind, letter.chat_id) for letter in await bare.waiting()] == [("join-failed", account)]
    assert await bare.uow.session.scalar(select(func.count()).select_from(StaffMember)) == 1


@pytest.mark.parametrize("code", ["", "x", "LUH-2026-000001", "a" * 20])
async def test_a_code_that_was_never_given_makes_nobody(bare: World, code: str) -> None:
    assert await follow(bare, code) is None
    assert await bare.uow.session.scalar(select(func.count()).select_from(StaffMember)) == 0


async def test_a_code_that_binds_groups_invites_nobody(bare: World) -> None:
    assert await follow(bare, await new_bind_code(bare.ctx(OPERATOR), NewBindCode())) is None


@pytest.mark.parametrize(("waited", "joined"), [(VALID_FOR - timedelta(seconds=1), True), (VALID_FOR, False)])
async def test_after_three_days_it_is_over(bare: World, waited: timedelta, joined: bool) -> None:
    code = await invite(bare.ctx(OPERATOR), Invite(Role.CASEWORKER, "Ірина"))
    bare.now += waited
    assert (await follow(bare, code) is not None) is joined


async def test_an_existing_member_gets_the_new_role_and_returns_after_leaving(bare: World) -> None:
    first = await follow(bare, await invite(bare.ctx(OPERATOR), Invite(Role.CASEWORKER, "Ірина")))
    assert first is not None
    first.removed_at = bare.now
    code = await invite(bare.ctx(OPERATOR), Invite(Role.SUPERVISOR, "Ірина Савченко"))
    again = await follow(bare, code, role=Role.CASEWORKER)
    assert again is first
    assert (again.role, again.work_name, again.removed_at) == ("supervisor", "Ірина Савченко", None)


async def test_an_invitation_of_another_organisation_leads_there(bare: World) -> None:
    here = await bare.staff()
    there = replace(bare, organisation=ELSEWHERE)
    member = await follow(bare, await invite(there.ctx(OPERATOR), Invite(Role.CASEWORKER, "Ірина")))
    assert member is not None
    assert member.organisation_id != here.organisation_id


async def test_of_ten_who_follow_one_link_at_once_one_joins(database: Database) -> None:
    async with database.uow() as uow:
        code = await invite(World(uow).ctx(OPERATOR), Invite(Role.ADMIN, "Ірина"))

    async def one(account: int) -> bool:
        async with database.uow() as uow:
            return await follow(World(uow), code, account) is not None

    assert sum(await asyncio.gather(*map(one, range(1, 11)))) == 1


async def test_the_desk_shows_ones_own_open_cases(world: World, olena: Actor, iryna: Actor) -> None:
    await world.taken(olena, iryna)
    given_back = await world.taken(olena, iryna)
    await release(world.ctx(iryna), Release(given_back.id))
    await desk(world.ctx(iryna), ShowDesk())
    assert iryna.id is not None
    assert await world.screen(iryna) == kinds.DeskHome(iryna.id, unowned=True)
