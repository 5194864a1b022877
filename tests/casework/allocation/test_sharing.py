"""Places are shared out: tried, confirmed, offered, answered, passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.allocation.answer import Answer, GiveBack, answer_offer, give_back, record_answer
from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.trying import TryAllocation, try_allocation
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import AllocationFlaw, CampaignFlaw, NoSuchCase, OfferOver, Stale
from casework.people.erase import Erase, erase
from casework.recreation.campaigns import MoveCampaign, move_campaign
from db.models import AllocationParty
from rules.allocation.lots import drawn
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from tests.casework.allocation.campaign import JULY, VALUE, Sharing, moves_up
from tests.casework.world import World, machine

AUGUST = "Лісова казка; health; 01.08.2026–21.08.2026; 2; потяг"


async def test_a_trial_tells_nobody_and_says_the_same_again(sharing: Sharing, world: World) -> None:
    first = await sharing.applies("Олена Коваль")
    await sharing.closed()
    await world.deliver()
    await sharing.tries()
    before = [row for row in await world.everything() if row[0] == "camp_places"]
    await sharing.tries()
    await sharing.clock()
    assert await sharing.states(first) == ["need-confirmed"]
    assert await world.kinds_to(first) == []
    assert before == [row for row in await world.everything() if row[0] == "camp_places"]
    assert [row[1] for row in await world.everything() if row[0] == "allocation_parties"] == [1]


async def test_the_first_are_offered_the_others_wait_and_move_up(sharing: Sharing, world: World) -> None:
    first, second, third = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    await sharing.closed()
    await world.deliver()
    await sharing.shares()
    assert [await sharing.states(each) for each in (first, second, third)] == [["offered"], ["offered"], ["queued"]]
    assert "place-offered" in await world.kinds_to(first)
    assert "place-waits" in await world.kinds_to(third)
    await sharing.says(first, 1)
    await sharing.says(second, 0)
    await sharing.clock()
    assert [await sharing.states(each) for each in (first, second, third)] == [["accepted"], ["declined"], ["offered"]]
    assert await sharing.places() == [(True, True), (True, False)]
    assert "place-offered" in await world.kinds_to(third)
    assert await moves_up(machine(world)) == 0, "done again it finds nothing"


async def test_who_wishes_two_months_is_offered_the_second_one_where_the_first_is_full(
    sharing: Sharing, world: World
) -> None:
    await sharing.programme.types(Field.SHIFTS, f"1; {JULY.format(seats=1)}\n{AUGUST}")
    first = await sharing.applies("Олена Коваль")
    second = await sharing.applies("Ірина Шевчук", period=("july", "august"))
    only_july = await sharing.applies("Ганна Мороз")
    await sharing.closed()
    await sharing.shares()
    found = [await sharing.offer(each) for each in (first, second, only_july)]
    assert [each.choices if each else None for each in found] == [[[1, 1]], [[2, 1]], None]


async def test_silence_ends_an_offer_and_the_place_goes_on(sharing: Sharing, world: World) -> None:
    families = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    await sharing.closed()
    await sharing.shares()
    offer = await sharing.offer(families[0])
    assert offer is not None
    world.now = offer.due_at + timedelta(seconds=1)
    async with world.refused(OfferOver):
        await answer_offer(world.ctx(families[0]), Answer(offer.id, 1))
    await sharing.clock()
    assert [await sharing.states(each) for each in families] == [["expired"], ["expired"], ["offered"]]
    assert "place-expired" in await world.kinds_to(families[0])


async def test_a_term_begins_when_the_family_is_told_however_long_that_takes(sharing: Sharing, world: World) -> None:
    family = await sharing.applies("Олена Коваль")
    await sharing.closed()
    await confirm_allocation(world.ctx(sharing.lead), ConfirmAllocation(sharing.programme.id, await sharing.tries()))
    assert await moves_up(machine(world))
    made = await sharing.offer(family)
    assert made is not None
    due_at = made.due_at
    world.wait(days=1)
    await sharing.clock()
    told = await sharing.offer(family)
    assert told is not None
    assert told.due_at == due_at + timedelta(days=1)


async def test_until_its_last_moment_an_offer_is_theirs(sharing: Sharing, world: World) -> None:
    families = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    await sharing.closed()
    await sharing.shares()
    offer = await sharing.offer(families[0])
    assert offer is not None
    world.now = offer.due_at - timedelta(seconds=1)
    await sharing.clock()
    assert [await sharing.states(each) for each in families] == [["offered"], ["offered"], ["queued"]]
    await sharing.says(families[0], 1)
    assert await sharing.states(families[0]) == ["accepted"]


async def test_only_what_staff_confirmed_weighs(sharing: Sharing, world: World) -> None:
    told = await sharing.applies("Олена Коваль", categories=["C01"], confirmed=[])
    light, heavy = await sharing.applies("Ірина Шевчук"), await sharing.applies("Ганна Мороз", categories=["C01"])
    await sharing.closed()
    await sharing.shares()
    assert [await sharing.states(each) for each in (told, light, heavy)] == [["queued"], ["offered"], ["offered"]]
    parties = await world.uow.session.execute(select(AllocationParty.weight).order_by(AllocationParty.rank))
    assert list(parties.scalars()) == [10, 5, 0]


async def test_fewer_places_are_offered_and_a_no_keeps_the_turn(sharing: Sharing, world: World) -> None:
    large, small = await sharing.applies("Олена Коваль", children=3), await sharing.applies("Ірина Шевчук")
    await sharing.closed()
    await sharing.shares()
    assert await sharing.states(large) == ["offered"] * 3
    assert await sharing.states(small) == ["queued"], "nobody passes meanwhile"
    await sharing.says(large, 0)
    await sharing.clock()
    assert await sharing.states(large) == ["queued"] * 3
    assert await sharing.states(small) == ["offered"]
    await sharing.programme.types(Field.SHIFTS, "1; " + JULY.format(seats=4))
    await sharing.clock()
    assert await sharing.states(large) == ["offered"] * 3, "their turn was kept"


async def test_a_family_takes_fewer_and_names_who_goes(sharing: Sharing, world: World) -> None:
    large = await sharing.applies("Олена Коваль", children=3)
    await sharing.closed()
    await sharing.shares()
    offer = await sharing.offer(large)
    assert offer is not None
    async with world.refused(Stale):
        await answer_offer(world.ctx(large), Answer(offer.id, 1))
    await sharing.says(large, 1, 0b101, rest=True)
    assert await sharing.states(large) == ["accepted", "queued", "accepted"]


@pytest.mark.parametrize("way", ["withdraw", "erase", "give-back"])
async def test_a_place_that_comes_free_is_offered_again(way: str, sharing: Sharing, world: World) -> None:
    families = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    await sharing.closed()
    await sharing.shares()
    first, case_id = families[0], sharing.families[0][1].case_id or 0
    await sharing.says(first, 1)
    if way == "withdraw":
        await withdraw(world.ctx(first), Withdraw(case_id))
    elif way == "erase":
        await erase(world.ctx(first), Erase())
    else:
        assert await give_back(world.ctx(first), GiveBack(case_id)) == 0, "asked first"
        assert await give_back(world.ctx(first), GiveBack(case_id, confirmed=True)) == 1
    await sharing.clock()
    assert await sharing.states(families[2]) == ["offered"]
    assert await sharing.states(first) == (["declined"] if way == "give-back" else ["withdrawn"])


async def test_somebody_elses_offer_is_nobodys(sharing: Sharing, world: World, iryna: Actor) -> None:
    first, second = await sharing.applies("Олена Коваль"), await sharing.applies("Ірина Шевчук")
    await sharing.closed()
    await sharing.shares()
    offer = await sharing.offer(first)
    assert offer is not None
    async with world.refused(NoSuchCase):
        await answer_offer(world.ctx(second), Answer(offer.id, 1))
    await record_answer(world.ctx(iryna), Answer(offer.id, 1))
    assert await sharing.states(first) == ["accepted"]
    async with world.refused(OfferOver):
        await answer_offer(world.ctx(first), Answer(offer.id, 0))


async def test_what_changed_since_it_was_tried_is_not_confirmed(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    await sharing.closed()
    tried = await sharing.tries()
    await sharing.programme.types(Field.SHIFTS, "1; " + JULY.format(seats=1))
    async with world.refused(AllocationFlaw, why="changed"):
        await confirm_allocation(world.ctx(sharing.lead), ConfirmAllocation(sharing.programme.id, tried))


async def test_a_value_that_nobody_named_in_time_draws_no_lot(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    await sharing.closed()
    await sharing.programme.types(Field.LOT, "курс НБУ 08.04.2026")
    async with world.refused(AllocationFlaw, why="lot-late"):
        await try_allocation(world.ctx(sharing.lead), TryAllocation(sharing.programme.id, VALUE))


async def test_the_lot_is_drawn_with_the_value_that_was_published(sharing: Sharing, world: World) -> None:
    for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз"):
        await sharing.applies(name)
    await sharing.closed()
    await sharing.tries()
    rows = await world.uow.session.execute(select(AllocationParty.number, AllocationParty.lot))
    kept = {row.number: row.lot for row in rows}
    assert kept == dict(drawn(list(kept), VALUE)), "anybody can draw it again"


async def test_what_was_offered_is_not_taken_back_by_the_lead(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    await sharing.closed()
    await sharing.shares()
    async with world.refused(Stale):
        await move_campaign(world.ctx(sharing.lead), MoveCampaign(sharing.programme.id, Move.BACK))
    async with world.refused(CampaignFlaw, why="shift-used", line="0"):
        await sharing.programme.types(Field.SHIFTS, "–")
