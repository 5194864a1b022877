"""5,000 applications with 8,000 children for 600 places, through the database: repeatable, explained, in seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Awaitable
from time import perf_counter, process_time
from typing import TypeVar

import pytest
from sqlalchemy import select

from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.context import Actor
from db.models import Allocation, AllocationParty, ApplicationChild, CampPlace, PlaceOffer
from rules.allocation.facts import read_tried
from rules.allocation.reasons import Found, Why
from tests.casework.allocation.campaign import moves_up
from tests.casework.allocation.crowd import called
from tests.casework.world import World, machine
from tests.rules.allocation.invented import APPLICATIONS, CHILDREN, SEATS, campaign

CPU_SECONDS = 12.0
"""Of this process, for one trial of all 5,000; a stopwatch would measure who else uses the machine."""
HAVE = (Why.FIRST_WISH, Why.LATER_WISH, Why.FEWER_LEFT)


T = TypeVar("T")


class Watch:
    """How long each part took: CPU of this process, and by the clock on the wall."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.cpu: dict[str, float] = {}

    async def __call__(self, what: str, work: Awaitable[T]) -> T:
        cpu, wall = process_time(), perf_counter()
        done = await work
        self.cpu[what] = process_time() - cpu
        self.lines.append(f"  {what}: {self.cpu[what]:.1f} s of CPU, {perf_counter() - wall:.1f} s")
        return done


async def _order(world: World) -> list[tuple[object, ...]]:
    party = AllocationParty
    columns = (party.rank, party.number, party.part, party.weight, party.counts_from, party.lot, party.decided_by)
    rows = await world.uow.session.execute(select(*columns, party.why, party.tried).order_by(party.rank))
    return [(*row[:-1], repr(row[-1])) for row in rows]


async def _fingerprint(world: World) -> str:
    return str(await world.uow.session.scalar(select(Allocation.fingerprint)))


async def test_a_campaign_of_5000_is_shared_out(world: World, lead: Actor, capsys: pytest.CaptureFixture[str]) -> None:
    made, watch = campaign(), Watch()
    sharing = await watch("rows written", called(world, lead, made))
    tried = await watch("trial", sharing.tries())
    order, digest = await _order(world), await _fingerprint(world)
    again = await watch("trial once more", sharing.tries())
    assert (await _order(world), await _fingerprint(world)) == (order, digest), "it is repeatable"
    assert again != tried
    confirmed = ConfirmAllocation(sharing.programme.id, again)
    await watch("confirmed", confirm_allocation(world.ctx(lead), confirmed))
    offers = await watch("offers", moves_up(machine(world)))
    assert await moves_up(machine(world)) == 0, "done again it finds nothing"
    why = await _explained(world)
    kept = await _holds(world, offers)
    with capsys.disabled():
        counted = ", ".join(f"{each.value} {count}" for each, count in why.most_common())
        sys.stdout.write(
            f"\n  {APPLICATIONS} applications, {CHILDREN} children, {SEATS} places: {sum(why.values())} parties"
            f" in the order, {offers} offers, {kept} places kept\n  {counted}\n" + "\n".join(watch.lines) + "\n"
        )
    assert watch.cpu["trial"] < CPU_SECONDS


async def _explained(world: World) -> Counter[Why]:
    """Each party has its reason, and with it what was found in each wished shift."""
    why: Counter[Why] = Counter()
    waiting = 0
    for row in await world.uow.session.scalars(select(AllocationParty).execution_options(populate_existing=True)):
        reason, tried = Why(row.why), read_tried(row.tried["tried"])
        why[reason] += 1
        assert (row.decided_by is None) == (row.rank == 1), "what put it behind the one before"
        if reason is Why.NO_SEAT:
            waiting += 1
            assert any(each.found in (Found.FULL, Found.TOO_FEW) for each in tried)
            assert all(each.left < each.needed for each in tried if each.found is not Found.AGE)
    assert waiting > SEATS, "most families wait"
    return why


async def _holds(world: World, offers: int) -> int:
    """None over the quota, none twice, and the states of all children add up."""
    session = world.uow.session
    places = (await session.execute(select(CampPlace.shift, CampPlace.offer_id))).all()
    assert len(places) == SEATS
    stands = {each.id: each for each in await session.scalars(select(PlaceOffer))}
    assert len(stands) == offers
    kept = Counter((each.offer_id, each.shift) for each in places if each.offer_id is not None)
    assert kept == {(number, shift): seats for number, each in stands.items() for shift, seats in each.choices}
    parties = [each.party_id for each in stands.values()]
    assert len(parties) == len(set(parties))
    states = Counter((await session.scalars(select(ApplicationChild.state))).all())
    assert sum(states.values()) == CHILDREN + 1
    assert set(states) == {"queued", "needs-documents", "withdrawn"}
    in_order = (await session.scalars(select(AllocationParty.children))).all()
    assert sum(map(len, in_order)) == states["queued"]
    return sum(kept.values())
