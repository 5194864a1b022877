"""A group that does not take what the bot sends: leads hear once what to do, what waits is not held up afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, update

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import AwayLine, DeskSight, GroupBackSight
from casework.staff.group_away import Away, GroupAway, GroupBack, group_away, group_back
from casework.staff.join import ShowDesk, desk
from db.models import Letter, StaffGroup
from db.repositories import staff
from rules.roles import Role
from tests.casework.world import ELSEWHERE, GROUP, World, machine

LINK = "https://t.me/c/1000000001/1"


@pytest.fixture(autouse=True)
async def quiet(world: World) -> None:
    """Nothing waits."""
    await world.deliver()


async def group(world: World) -> StaffGroup:
    found = await staff.group(world.uow.session, GROUP)
    assert found is not None
    return found


async def told(world: World, kind: type[kinds.Letter]) -> list[int]:
    """To whom letters of this kind wait."""
    return [letter.chat_id for letter in await world.waiting(kind)]


async def test_the_leads_of_its_organisation_hear_once_what_to_do_and_how_much_waits(
    world: World, lead: Actor, iryna: Actor, olena: Actor
) -> None:
    admin = await world.staff(Role.ADMIN, "Головна")
    await world.staff(Role.SUPERVISOR, "Богдан", ELSEWHERE)
    await world.deliver()
    await world.case(olena)
    waits = [letter for letter in await world.waiting() if letter.chat_id == GROUP]
    assert await group_away(machine(world), GroupAway(GROUP, Away.REMOVED))
    assert ((await group(world)).away_since, (await group(world)).away_reason) == (world.now, "removed")
    assert await told(world, kinds.GroupAway) == [lead.telegram_id, admin.telegram_id]
    sight = await world.sight((await world.waiting(kinds.GroupAway))[0])
    assert sight is not None
    assert sight.shows == AwayLine("removed", len(waits), LINK)
    world.wait(minutes=5)
    assert not await group_away(machine(world), GroupAway(GROUP, Away.REMOVED)), "once an episode"
    assert (await group(world)).away_since == world.now - timedelta(minutes=5)
    assert len(await world.waiting(kinds.GroupAway)) == 2


async def test_at_night_it_does_not_wait_for_the_morning(world: World) -> None:
    world.wait(hours=12)
    await group_away(machine(world), GroupAway(GROUP, Away.REMOVED))
    assert [letter.not_before for letter in await world.waiting(kinds.GroupAway)] == [None]


async def test_where_something_else_is_to_be_done_it_is_told(world: World, lead: Actor) -> None:
    for reason in (Away.REMOVED, Away.NO_RIGHTS):
        assert await group_away(machine(world), GroupAway(GROUP, reason))
    first, second = await world.waiting(kinds.GroupAway)
    assert await world.sight(first) is None, "that is no longer what is to be done"
    assert (await world.sight(second)) is not None


async def test_when_it_is_back_what_waits_leaves_at_once_and_the_leads_hear(world: World, olena: Actor) -> None:
    await world.case(olena)
    later = func.clock_timestamp() + timedelta(minutes=1)
    await world.uow.session.execute(update(Letter).values(retry_at=later))
    await group_away(machine(world), GroupAway(GROUP, Away.NO_RIGHTS))
    assert await group_back(machine(world), GroupBack(GROUP))
    assert ((await group(world)).away_since, (await group(world)).away_reason) == (None, None)
    letters = await world.waiting()
    assert {letter.retry_at is None for letter in letters if letter.chat_id == GROUP} == {True}
    assert all(letter.retry_at is not None for letter in letters if letter.kind == "case-received"), "others' wait on"
    sent = {letter.kind: sight.shows for letter, sight in await world.deliver()}
    assert sent["group-back"] == GroupBackSight(LINK)
    assert "group-away" not in sent, "it is no longer true"
    assert not await group_back(machine(world), GroupBack(GROUP)), "it was not away"


@pytest.mark.parametrize("chat_id", [GROUP, -42])
async def test_a_group_that_is_not_bound_is_left_alone(world: World, chat_id: int) -> None:
    (await group(world)).unbound_at = world.now
    before = await world.everything()
    assert not await group_away(machine(world), GroupAway(chat_id, Away.REMOVED))
    assert not await group_back(machine(world), GroupBack(chat_id))
    assert await world.everything() == before


async def test_the_desk_of_leads_shows_it_as_long_as_it_lasts(world: World, lead: Actor, iryna: Actor) -> None:
    async def away_on(who: Actor) -> tuple[AwayLine, ...]:
        await desk(world.ctx(who), ShowDesk())
        [(_, sight)] = [each for each in await world.deliver() if each[0].kind == "desk-home"]
        assert isinstance(sight.shows, DeskSight)
        return sight.shows.away

    await group_away(machine(world), GroupAway(GROUP, Away.NO_FORUM))
    await world.deliver()
    assert await away_on(lead) == (AwayLine("no-forum", 0, LINK),)
    assert await away_on(iryna) == ()
    await group_back(machine(world), GroupBack(GROUP))
    assert await away_on(lead) == ()
