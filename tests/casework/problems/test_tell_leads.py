"""Leads hear of what was put aside: once, at most once an hour, and not in the night."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import ProblemsFoundSight
from casework.problems.show import ShowProblems, show
from casework.problems.tell_leads import TellLeads, tell_leads
from casework.staff.group_away import Away, GroupAway, group_away
from db.models import StaffMember
from rules.roles import Role
from tests.casework.problems.parked import parked_letter, parked_update
from tests.casework.world import ELSEWHERE, GROUP, World, machine


@pytest.fixture(autouse=True)
async def quiet(world: World) -> None:
    """Nothing waits."""
    await world.deliver()


async def told(world: World) -> list[int]:
    """To whom it was written now, once it was delivered."""
    await tell_leads(machine(world), TellLeads())
    found = [letter.chat_id for letter in await world.waiting(kinds.ProblemsFound)]
    await world.deliver()
    return found


async def an_hour_later(world: World) -> None:
    """PostgreSQL's hour goes by for those who were told."""
    earlier = StaffMember.problems_told_at - timedelta(hours=1)
    await world.uow.session.execute(update(StaffMember).values(problems_told_at=earlier))


async def test_where_nothing_was_put_aside_nobody_is_told(world: World) -> None:
    assert await told(world) == []


async def test_every_lead_is_told_once_and_caseworkers_are_not(world: World, lead: Actor, iryna: Actor) -> None:
    admin = await world.staff(Role.ADMIN, "Головна")
    await world.deliver()
    for number in (1, 2, 3):
        await parked_update(world, f"p:{number}")
    assert await told(world) == [lead.telegram_id, admin.telegram_id]
    assert await told(world) == []
    await an_hour_later(world)
    assert await told(world) == [], "nothing new: the desk has the number"


async def test_something_new_is_told_after_an_hour_and_not_before(world: World, lead: Actor) -> None:
    await parked_update(world, "p:1")
    assert await told(world) == [lead.telegram_id]
    await parked_update(world, "p:2")
    assert await told(world) == []
    await an_hour_later(world)
    assert await told(world) == [lead.telegram_id]


async def test_who_has_seen_the_list_is_not_told_of_it(world: World, lead: Actor) -> None:
    await parked_update(world, "p:1")
    await show(world.ctx(lead), ShowProblems())
    assert await told(world) == []
    await parked_update(world, "p:2")
    assert await told(world) == [lead.telegram_id]


async def test_at_night_one_letter_waits_for_the_morning_and_counts_all(world: World) -> None:
    world.now = datetime(2026, 3, 11, 22, 0, tzinfo=UTC)
    await parked_update(world, "p:1")
    assert await tell_leads(machine(world), TellLeads()) == 1
    for number in (2, 3):
        await an_hour_later(world)
        world.wait(hours=1)
        await parked_update(world, f"p:{number}")
        assert await tell_leads(machine(world), TellLeads()) == 0
    [letter] = await world.waiting(kinds.ProblemsFound)
    assert letter.not_before == datetime(2026, 3, 12, 6, 0, tzinfo=UTC), "8:00 in Kyiv"
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == ProblemsFoundSight(3)
    world.wait(hours=12)
    assert [each.kind for each, _ in await world.deliver()] == ["problems-found"]
    await an_hour_later(world)
    assert await told(world) == [], "that letter told of all three"


async def test_each_organisation_hears_of_its_own(world: World, olena: Actor, lead: Actor) -> None:
    other = await world.staff(Role.SUPERVISOR, "Богдан", ELSEWHERE)
    case = await world.case(olena)
    case.organisation_id = other.organisation_id or 0
    await parked_letter(world, kinds.CaseReceived, to=olena)
    await world.deliver()
    assert await told(world) == [other.telegram_id]


@pytest.mark.parametrize("reason", ["blocked", "own-failure", "refused"])
async def test_a_letter_about_problems_that_fails_is_no_problem_to_write_about(
    world: World, lead: Actor, reason: str
) -> None:
    admin = await world.staff(Role.ADMIN, "Головна")
    await world.deliver()
    await parked_update(world, "p:1")
    assert await tell_leads(machine(world), TellLeads()) == 2
    await parked_letter(world, kinds.ProblemsFound, to=admin, reason=reason)
    await world.deliver()
    await an_hour_later(world)
    assert await told(world) == []


async def test_what_is_said_to_a_lead_who_stopped_the_bot_is_no_problem_either(world: World, lead: Actor) -> None:
    await world.staff(Role.ADMIN, "Головна")
    await world.deliver()
    await group_away(machine(world), GroupAway(GROUP, Away.REMOVED))
    await parked_letter(world, kinds.GroupAway, to=lead, reason="blocked")
    assert await told(world) == []
