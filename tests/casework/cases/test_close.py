"""A case ends with an outcome that the person is told in plain words."""

from __future__ import annotations

import pytest

from casework.cases.close import Close, close
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import CaseClosed, NotOwner, Stale, TakeFirst
from casework.letters import kinds
from casework.letters.sights import ClosedSight
from rules.cases import reopen_by
from tests.casework.world import CATALOGUE, HERE, World


@pytest.mark.parametrize("outcome", CATALOGUE.offered_outcomes())
async def test_the_person_is_told_what_was_done(world: World, olena: Actor, iryna: Actor, outcome: str) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, outcome))
    assert (case.state, case.turn, case.result, case.closed_at) == ("closed", "nobody", outcome, world.now)
    assert (case.waiting_since, case.unread) == (None, 0)
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts) == ("closed", {"result": outcome})
    [letter] = await world.waiting(kinds.CaseClosed)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == ClosedSight(
        case_id=case.id,
        name="Олена",
        number=case.number,
        outcome=CATALOGUE.outcomes[outcome].plain["uk"],
        reopen_by=reopen_by(world.now),
        complaint=CATALOGUE.organisations[HERE].complaint["uk"],
    )


async def test_who_has_not_taken_it_does_not_close_it(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    async with world.refused(TakeFirst):
        await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(Stale):
        await close(world.ctx(lead), Close(case.id, "helped"))
    case = await world.taken(await world.person("Наталія"), iryna)
    async with world.refused(NotOwner, owner="Ірина"):
        await close(world.ctx(andrii), Close(case.id, "helped"))


async def test_a_lead_stands_in_for_the_owner(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(lead), Close(case.id, "informed"))
    assert case.owner_id == iryna.id, "who did the work stays known"


async def test_pressed_twice_it_is_closed_once(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await close(world.ctx(iryna), Close(case.id, "informed"))


@pytest.mark.parametrize("outcome", ["", "no-such", "withdrawn", "cannot-help"])
async def test_an_outcome_that_does_not_exist_is_stale(world: World, olena: Actor, iryna: Actor, outcome: str) -> None:
    case = await world.taken(olena, iryna)
    async with world.refused(Stale):
        await close(world.ctx(iryna), Close(case.id, outcome))


async def test_what_the_person_took_back_is_not_closed(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await withdraw(world.ctx(olena), Withdraw(case.id))
    async with world.refused(CaseClosed):
        await close(world.ctx(iryna), Close(case.id, "helped"))
    assert await world.waiting(kinds.CaseClosed) == []
