"""/start: welcome, then the question that comes before everything else, or what waits."""

from __future__ import annotations

from casework.context import Actor
from casework.letters import kinds
from casework.people.start import Start, start
from tests.casework.world import World


async def test_a_newcomer_is_welcomed_and_asked(bare: World) -> None:
    ivan = await bare.newcomer()
    await start(bare.ctx(ivan), Start())
    assert await bare.kinds_to(ivan) == ["welcome", "consent"]
    assert (await bare.row(ivan)).welcomed_at == bare.now


async def test_whoever_agreed_is_not_asked_again(world: World, olena: Actor) -> None:
    await world.deliver()
    await start(world.ctx(olena), Start())
    assert await world.kinds_to(olena) == ["welcome"]


async def test_words_that_wait_are_offered_again(world: World, olena: Actor) -> None:
    await world.says(olena, "Потрібна допомога")
    await world.deliver()
    await start(world.ctx(olena), Start())
    assert await world.screen(olena) == kinds.OfferCaseScreen()
    await world.case(olena)
    await world.says(olena, "І ще", new=True)
    await start(world.ctx(olena), Start())
    assert await world.screen(olena) == kinds.ChooseCaseScreen()
