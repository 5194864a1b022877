"""The person takes a case back."""

from __future__ import annotations

from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import CaseClosed
from casework.letters import kinds
from tests.casework.world import World


async def test_the_case_ends_and_staff_see_it(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.deliver()
    await withdraw(world.ctx(olena), Withdraw(case.id))
    assert (case.state, case.turn, case.result) == ("withdrawn", "nobody", "withdrawn")
    assert (case.closed_at, case.waiting_since) == (world.now, None)
    event = (await world.events(case))[-1]
    assert (event.kind, event.actor_kind, event.actor_id) == ("withdrawn", "person", olena.id)
    assert await world.kinds_to(olena) == ["my-case", "case-withdrawn"]
    in_topic = [letter.kind for letter in await world.waiting() if letter.lane == f"c:{case.id}"]
    assert sorted(in_topic) == ["card", "case-news", "topic-head"]
    assert (await world.waiting(kinds.CaseNews))[0].facts["event"] == "withdrawn"


async def test_pressed_twice_it_is_refused(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    await withdraw(world.ctx(olena), Withdraw(case.id))
    async with world.refused(CaseClosed):
        await withdraw(world.ctx(olena), Withdraw(case.id))
