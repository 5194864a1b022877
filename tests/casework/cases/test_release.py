"""A case is given back to the queue."""

from __future__ import annotations

from casework.cases.close import Close, close
from casework.cases.release import Release, release
from casework.context import Actor
from casework.errors import CaseClosed, NotOwner, Stale, TakeFirst
from tests.casework.world import World


async def test_the_case_is_nobodys_again_and_the_person_is_not_troubled(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    told = await world.kinds_to(olena)
    await release(world.ctx(iryna), Release(case.id))
    assert (case.state, case.turn, case.owner_id) == ("new", "staff", None)
    assert (await world.history(case))[-1] == "released"
    assert await world.kinds_to(olena) == told


async def test_only_the_owner_or_a_lead_may(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    async with world.refused(NotOwner, owner="Ірина"):
        await release(world.ctx(andrii), Release(case.id))
    await release(world.ctx(lead), Release(case.id))
    assert case.owner_id is None


async def test_pressed_twice_it_is_refused(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    case = await world.taken(olena, iryna)
    await release(world.ctx(iryna), Release(case.id))
    async with world.refused(TakeFirst):
        await release(world.ctx(iryna), Release(case.id))
    async with world.refused(Stale):
        await release(world.ctx(lead), Release(case.id))


async def test_a_closed_case_is_not_given_back(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await release(world.ctx(iryna), Release(case.id))
