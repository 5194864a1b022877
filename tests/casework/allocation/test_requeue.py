"""A wrong «не їде» whose place went on: a lead puts the child back where it stood, and nobody loses a place by it."""

from __future__ import annotations

import pytest

from casework.cases.history import Event
from casework.context import Actor
from casework.errors import MarkSettled, NotPermitted, NoWayBack, Stale
from casework.letters import kinds
from casework.recreation.campaigns import MoveCampaign, move_campaign
from casework.recreation.requeue import RequeueChild, requeue_child
from casework.recreation.trip_news import TellOfTrips, tell_of_trips
from casework.recreation.trips import Mark, MarkChild, MissChild, mark_child, miss_child
from db.models import ApplicationChild, Case
from rules.recreation.campaigns import Move
from rules.recreation.trips import UNDO_FOR, Missed
from tests.casework.allocation.campaign import Sharing
from tests.casework.world import World, machine

NAMES = ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз", "Марія Ткач")


@pytest.fixture
async def families(sharing: Sharing, iryna: Actor) -> list[Actor]:
    """Of four the first two had a place; the first does not come, as was marked, and the third has that place now."""
    found = [await sharing.applies(name) for name in NAMES]
    await sharing.closed()
    await sharing.shares()
    for each in found[:2]:
        await sharing.says(each, 1)
    await goes_on(sharing, iryna, 0)
    await sharing.says(found[2], 1)
    await sharing.clock()
    await sharing.world.deliver()
    return found


async def child(sharing: Sharing, family: int = 0) -> ApplicationChild:
    return (await sharing.programme.children(sharing.families[family][1]))[0]


async def goes_on(sharing: Sharing, iryna: Actor, family: int) -> None:
    """The child does not come, and its place goes on."""
    world = sharing.world
    await miss_child(world.ctx(iryna), MissChild((await child(sharing, family)).id, Missed.ILL))
    world.now += UNDO_FOR
    await tell_of_trips(machine(world), TellOfTrips())
    await sharing.clock()


async def states(sharing: Sharing, families: list[Actor]) -> list[str]:
    return [state for each in families for state in await sharing.states(each)]


async def test_a_lead_is_asked_and_the_child_waits_where_it_stood(
    sharing: Sharing, world: World, families: list[Actor]
) -> None:
    one, lead = await child(sharing), sharing.lead
    assert not await mark_child(world.ctx(lead), MarkChild(one.id, Mark.UNDO))
    assert await world.screen(lead) == kinds.trips.TripRequeueScreen(lead.id or 0, one.id)
    assert not await requeue_child(world.ctx(lead), RequeueChild(one.id))
    before = await sharing.places()
    assert await requeue_child(world.ctx(lead), RequeueChild(one.id, sure=True))
    await sharing.clock()
    assert await states(sharing, families) == ["queued", "accepted", "accepted", "queued"]
    assert await sharing.places() == before == [(True, True), (True, True)], "nobody loses a place"
    assert await world.kinds_to(families[0]) == ["trip-requeued"]
    case = await world.uow.session.get_one(Case, sharing.families[0][1].case_id)
    assert (await world.history(case))[-1] == Event.BACK_IN_TURN
    assert (await child(sharing)).missed is None
    async with world.refused(Stale):
        await requeue_child(world.ctx(lead), RequeueChild(one.id, sure=True))


async def test_the_next_free_place_is_offered_to_it_before_all_behind_it(
    sharing: Sharing, world: World, iryna: Actor, families: list[Actor]
) -> None:
    await requeue_child(world.ctx(sharing.lead), RequeueChild((await child(sharing)).id, sure=True))
    await sharing.clock()
    await goes_on(sharing, iryna, 1)
    assert await states(sharing, families) == ["offered", "not-travelled", "accepted", "queued"]
    assert sorted(await sharing.places()) == [(True, False), (True, True)], "one place, once"
    await sharing.says(families[0], 1)
    await sharing.clock()
    assert await states(sharing, families) == ["accepted", "not-travelled", "accepted", "queued"]


async def test_a_caseworker_may_not_and_is_told_who_may(
    sharing: Sharing, world: World, iryna: Actor, families: list[Actor]
) -> None:
    one = await child(sharing)
    async with world.refused(MarkSettled, place="gone", minutes="15"):
        await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.UNDO))
    async with world.refused(NotPermitted, act="trip.requeue"):
        await requeue_child(world.ctx(iryna), RequeueChild(one.id, sure=True))


async def test_whose_place_is_kept_needs_no_queue(sharing: Sharing, world: World, families: list[Actor]) -> None:
    async with world.refused(Stale):
        await requeue_child(world.ctx(sharing.lead), RequeueChild((await child(sharing, 1)).id, sure=True))


async def test_where_no_shift_is_open_any_more_there_is_no_way_back(
    sharing: Sharing, world: World, families: list[Actor]
) -> None:
    one = await child(sharing)
    world.now = world.now.replace(month=7, day=2)
    async with world.refused(NoWayBack):
        await requeue_child(world.ctx(sharing.lead), RequeueChild(one.id, sure=True))
    assert await sharing.states(families[0]) == ["not-travelled"], "nothing is written"


async def test_whose_categories_hold_no_more_has_no_old_turn(
    sharing: Sharing, world: World, families: list[Actor]
) -> None:
    (one := await child(sharing)).confirmed = []
    async with world.refused(NoWayBack):
        await requeue_child(world.ctx(sharing.lead), RequeueChild(one.id, sure=True))


async def test_once_the_campaign_is_over_nobody_waits(sharing: Sharing, world: World, families: list[Actor]) -> None:
    one = await child(sharing)
    await move_campaign(world.ctx(sharing.lead), MoveCampaign(sharing.programme.id, Move.FINISH))
    async with world.refused(Stale):
        await requeue_child(world.ctx(sharing.lead), RequeueChild(one.id, sure=True))
