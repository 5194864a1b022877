"""«Ще не вирішено»: for thirty days a closed case can be gone on with."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.cases.close import Close, close
from casework.cases.reopen import Reopen, reopen, reopen_own
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import CaseClosed, Stale, TooLate
from casework.letters import kinds
from casework.people.erase import Erase, erase
from db.models import Case, StaffMember
from rules.cases import reopen_by
from tests.casework.world import World


@pytest.fixture
async def closed(world: World, olena: Actor, iryna: Actor) -> Case:
    """A case that Ірина closed just now; all letters are sent."""
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "informed"))
    await world.deliver()
    return case


async def test_the_person_brings_it_back_to_the_one_who_knows_it(
    world: World, olena: Actor, iryna: Actor, closed: Case
) -> None:
    world.wait(days=3)
    await reopen_own(world.ctx(olena), Reopen(closed.id))
    assert (closed.state, closed.turn, closed.owner_id) == ("taken", "staff", iryna.id)
    assert (closed.closed_at, closed.result) == (None, None)
    assert closed.waiting_since == world.now
    assert closed.reply_by > world.now
    assert (await world.history(closed))[-1] == "reopened"
    assert await world.kinds_to(olena) == ["my-case", "not-solved-yet"]
    [news] = await world.waiting(kinds.CaseNews)
    assert (news.lane, news.facts["event"]) == (f"c:{closed.id}", "reopened")


async def test_whose_owner_has_left_it_comes_back_to_the_queue(
    world: World, olena: Actor, iryna: Actor, closed: Case
) -> None:
    (await world.uow.session.get_one(StaffMember, iryna.id)).removed_at = world.now
    await reopen_own(world.ctx(olena), Reopen(closed.id))
    assert (closed.state, closed.turn, closed.owner_id) == ("reopened", "staff", None)


async def test_staff_bring_it_back_and_the_person_is_told(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, closed: Case
) -> None:
    await reopen(world.ctx(andrii), Reopen(closed.id))
    assert (closed.state, closed.owner_id) == ("taken", iryna.id)
    assert await world.kinds_to(olena) == ["case-reopened"]
    assert await world.waiting(kinds.CaseNews) == []
    assert len(await world.waiting(kinds.CaseCameBack, to=iryna)) == 1


async def test_it_can_be_closed_and_reopened_again_and_again(
    world: World, olena: Actor, iryna: Actor, closed: Case
) -> None:
    for _ in range(2):
        await reopen_own(world.ctx(olena), Reopen(closed.id))
        await close(world.ctx(iryna), Close(closed.id, "helped"))
    assert (await world.history(closed)).count("closed") == 3
    sent = [letter.kind for letter, _ in await world.deliver()]
    assert sent.count("case-closed") == 2, "each closing is told, none twice"


@pytest.mark.parametrize(("late", "refusal"), [(timedelta(0), None), (timedelta(microseconds=1), TooLate)])
async def test_the_thirtieth_day_is_the_last(
    world: World, olena: Actor, iryna: Actor, closed: Case, late: timedelta, refusal: type[TooLate] | None
) -> None:
    assert closed.closed_at is not None
    world.now = reopen_by(closed.closed_at) + late
    if refusal is None:
        await reopen_own(world.ctx(olena), Reopen(closed.id))
        assert closed.state == "taken"
        return
    async with world.refused(refusal):
        await reopen_own(world.ctx(olena), Reopen(closed.id))
    async with world.refused(refusal):
        await reopen(world.ctx(iryna), Reopen(closed.id))


async def test_an_open_case_is_not_reopened(world: World, olena: Actor, iryna: Actor, closed: Case) -> None:
    await reopen_own(world.ctx(olena), Reopen(closed.id))
    async with world.refused(Stale):
        await reopen_own(world.ctx(olena), Reopen(closed.id))
    async with world.refused(Stale):
        await reopen(world.ctx(iryna), Reopen(closed.id))


async def test_what_was_withdrawn_stays_so(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await withdraw(world.ctx(olena), Withdraw(case.id))
    async with world.refused(CaseClosed):
        await reopen_own(world.ctx(olena), Reopen(case.id))
    async with world.refused(CaseClosed):
        await reopen(world.ctx(iryna), Reopen(case.id))


async def test_an_erased_case_stays_closed(world: World, olena: Actor, iryna: Actor, closed: Case) -> None:
    await erase(world.ctx(olena), Erase())
    async with world.refused(Stale):
        await reopen_own(world.ctx(olena), Reopen(closed.id))
    async with world.refused(Stale):
        await reopen(world.ctx(iryna), Reopen(closed.id))
