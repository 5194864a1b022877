"""Staff mark who left, who is back and who did not come; what follows waits until it can't be taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casework.context import Actor
from casework.errors import MarkSettled, Stale
from casework.letters import kinds
from casework.recreation.trip_news import TellOfTrips, tell_of_trips
from casework.recreation.trips import (
    Mark,
    MarkChild,
    MissChild,
    OfShift,
    complete_all,
    mark_child,
    miss_child,
    send_all,
    undo_all,
)
from db.models import ApplicationChild, Case
from rules.recreation.trips import UNDO_FOR, Missed
from tests.casework.allocation.campaign import Sharing
from tests.casework.world import World, machine

JULY_1 = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
JULY_21 = datetime(2026, 7, 21, 15, 0, tzinfo=UTC)


@pytest.fixture
async def going(sharing: Sharing) -> list[Actor]:
    """Two have a place, the third waits."""
    families = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    await sharing.closed()
    await sharing.shares()
    for each in families[:2]:
        await sharing.says(each, 1)
    await sharing.world.deliver()
    return families


async def child(sharing: Sharing, family: int) -> ApplicationChild:
    return (await sharing.programme.children(sharing.families[family][1]))[0]


async def later(world: World) -> int:
    """The time to take it back is over, and the job looks."""
    world.now += UNDO_FOR
    done = await tell_of_trips(machine(world), TellOfTrips())
    assert await tell_of_trips(machine(world), TellOfTrips()) == 0, "done again it finds nothing"
    return done


async def test_all_leave_with_one_press_and_come_back(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    july = OfShift(sharing.programme.id, 1)
    async with world.refused(Stale):
        await send_all(world.ctx(iryna), july)
    world.now = JULY_1
    assert await send_all(world.ctx(iryna), july) == 2
    assert [await sharing.states(each) for each in going] == [["sent"], ["sent"], ["queued"]]
    async with world.refused(Stale):
        await send_all(world.ctx(iryna), july)
    assert await world.kinds_to(going[0]) == []
    assert await later(world) == 2
    assert [await world.kinds_to(each) for each in going] == [["trip-begun"], ["trip-begun"], []]
    await world.deliver()
    async with world.refused(Stale):
        await complete_all(world.ctx(iryna), july)
    world.now = JULY_21
    assert await complete_all(world.ctx(iryna), july) == 2
    assert await later(world) == 2
    assert await sharing.states(going[0]) == ["completed"]
    assert await world.kinds_to(going[0]) == ["trip-over"]


async def test_what_was_marked_is_taken_back_within_minutes_and_nobody_hears_of_it(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    july = OfShift(sharing.programme.id, 1)
    world.now = JULY_1
    await send_all(world.ctx(iryna), july)
    world.wait(minutes=10)
    assert await undo_all(world.ctx(iryna), july) == 2
    assert [await sharing.states(each) for each in going[:2]] == [["accepted"], ["accepted"]]
    assert await later(world) == 0
    assert await world.kinds_to(going[0]) == []
    await send_all(world.ctx(iryna), july)
    world.now += UNDO_FOR
    async with world.refused(MarkSettled, place="kept", minutes="15"):
        await undo_all(world.ctx(iryna), july)
    async with world.refused(MarkSettled, place="kept", minutes="15"):
        await mark_child(world.ctx(iryna), MarkChild((await child(sharing, 0)).id, Mark.UNDO))


async def test_before_the_shift_the_place_of_who_does_not_come_goes_on(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    one = await child(sharing, 0)
    await miss_child(world.ctx(iryna), MissChild(one.id, Missed.ILL))
    await sharing.clock()
    assert await sharing.states(going[2]) == ["queued"], "it can still be taken back"
    assert await later(world) == 1
    await sharing.clock()
    assert [await sharing.states(each) for each in (going[0], going[2])] == [["not-travelled"], ["offered"]]
    assert (await child(sharing, 0)).missed == "ill"
    assert "trip-missed" in await world.kinds_to(going[0])
    assert (True, False) in await sharing.places()


async def test_once_the_shift_has_begun_the_place_stays_and_it_is_kept_who_did_not_come(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    world.now = JULY_1
    one = await child(sharing, 0)
    await miss_child(world.ctx(iryna), MissChild(one.id, Missed.PLANS))
    assert await send_all(world.ctx(iryna), OfShift(sharing.programme.id, 1)) == 1, "all others"
    await later(world)
    await sharing.clock()
    assert [await sharing.states(each) for each in going] == [["not-travelled"], ["sent"], ["queued"]]
    assert await sharing.places() == [(True, True), (True, True)]


async def test_a_mistake_about_one_child_is_taken_back_and_its_place_is_kept(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    one = await child(sharing, 0)
    await miss_child(world.ctx(iryna), MissChild(one.id, Missed.UNKNOWN))
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.UNDO))
    await later(world)
    assert await sharing.states(going[0]) == ["accepted"]
    assert (await child(sharing, 0)).missed is None
    assert await sharing.places() == [(True, True), (True, True)]


async def test_who_does_not_come_is_taken_back_with_all_that_was_just_marked(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    july = OfShift(sharing.programme.id, 1)
    async with world.refused(Stale):
        await undo_all(world.ctx(iryna), july)
    await miss_child(world.ctx(iryna), MissChild((await child(sharing, 0)).id, Missed.PAPERS))
    world.now += UNDO_FOR - timedelta(seconds=1)
    assert await undo_all(world.ctx(iryna), july) == 1
    assert await later(world) == 0
    assert await sharing.states(going[0]) == ["accepted"]
    assert await world.kinds_to(going[0]) == []


async def test_once_the_place_went_on_the_mark_is_not_taken_back(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    one = await child(sharing, 0)
    await miss_child(world.ctx(iryna), MissChild(one.id, Missed.ILL))
    await later(world)
    await sharing.clock()
    assert await sharing.states(going[2]) == ["offered"]
    async with world.refused(MarkSettled, place="gone", minutes="15"):
        await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.UNDO))
    assert [await sharing.states(each) for each in (going[0], going[2])] == [["not-travelled"], ["offered"]]
    assert (await child(sharing, 0)).missed == "ill"


async def test_a_child_comes_back_before_the_others(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    one = await child(sharing, 0)
    async with world.refused(Stale):
        await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.SENT))
    world.now = JULY_1
    await send_all(world.ctx(iryna), OfShift(sharing.programme.id, 1))
    await later(world)
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.BACK))
    assert [await sharing.states(each) for each in going[:2]] == [["completed"], ["sent"]]


@pytest.mark.parametrize("minutes", [5, 14])
async def test_a_return_that_was_a_mistake_costs_nobody_the_letter_of_leaving(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor], minutes: int
) -> None:
    one = await child(sharing, 0)
    world.now = JULY_1
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.SENT))
    world.wait(minutes=minutes)
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.BACK))
    world.wait(minutes=minutes)
    assert await tell_of_trips(machine(world), TellOfTrips()) == 0
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.UNDO))
    assert await later(world) == 1
    assert (await sharing.states(going[0]), await world.kinds_to(going[0])) == (["sent"], ["trip-begun"])


async def test_taking_back_that_all_are_home_leaves_them_on_their_way(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    july = OfShift(sharing.programme.id, 1)
    world.now = JULY_21
    await send_all(world.ctx(iryna), july)
    await complete_all(world.ctx(iryna), july)
    assert await undo_all(world.ctx(iryna), july) == 2
    assert [await sharing.states(each) for each in going[:2]] == [["sent"], ["sent"]]
    assert await later(world) == 2
    assert await world.kinds_to(going[0]) == ["trip-begun"]


async def test_where_the_departure_was_taken_back_too_nobody_hears_of_it(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    one = await child(sharing, 0)
    world.now = JULY_1
    for mark in (Mark.SENT, Mark.BACK, Mark.UNDO, Mark.UNDO):
        await mark_child(world.ctx(iryna), MarkChild(one.id, mark))
    assert await later(world) == 0
    assert (await sharing.states(going[0]), await world.kinds_to(going[0])) == (["accepted"], [])


async def test_of_a_departure_that_was_told_a_return_taken_back_tells_nothing_anew(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    one = await child(sharing, 0)
    world.now = JULY_1
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.SENT))
    await later(world)
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.BACK))
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.UNDO))
    assert await later(world) == 0
    assert await world.kinds_to(going[0]) == ["trip-begun"]


async def test_a_letter_of_leaving_that_waits_for_the_morning_is_not_lost_by_a_mistake(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    one = await child(sharing, 0)
    world.now = JULY_1
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.SENT))
    await later(world)
    await mark_child(world.ctx(iryna), MarkChild(one.id, Mark.BACK))
    [letter] = await world.waiting(kinds.trips.TripBegun)
    assert await world.sight(letter) is not None


async def test_a_sibling_who_was_marked_later_is_told_of_later(sharing: Sharing, world: World, iryna: Actor) -> None:
    olena = await sharing.applies("Олена Коваль", children=2)
    await sharing.closed()
    await sharing.shares()
    await sharing.says(olena, 1)
    await world.deliver()
    world.now = JULY_1
    first, second = await sharing.programme.children(sharing.families[0][1])
    await mark_child(world.ctx(iryna), MarkChild(first.id, Mark.SENT))
    world.wait(minutes=10)
    await mark_child(world.ctx(iryna), MarkChild(second.id, Mark.SENT))
    world.now = JULY_1 + UNDO_FOR
    assert await tell_of_trips(machine(world), TellOfTrips()) == 1
    await mark_child(world.ctx(iryna), MarkChild(second.id, Mark.UNDO))
    assert await sharing.states(olena) == ["sent", "accepted"], "of the second it can still be taken back"
    assert await world.kinds_to(olena) == ["trip-begun"]


async def test_a_family_whose_data_was_erased_meanwhile_is_not_written_to(
    sharing: Sharing, world: World, iryna: Actor, going: list[Actor]
) -> None:
    world.now = JULY_1
    await send_all(world.ctx(iryna), OfShift(sharing.programme.id, 1))
    case = await world.uow.session.get_one(Case, sharing.families[0][1].case_id)
    case.erased_at = world.now
    assert await later(world) == 2
    written = await world.waiting(kinds.trips.TripBegun)
    assert [each.person_id for each in written] == [going[1].id]
