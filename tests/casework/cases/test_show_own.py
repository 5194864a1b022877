"""The person looks at their cases."""

from __future__ import annotations

import pytest

from casework.cases.show_own import ShowOwn, show_own
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import CaseClosed
from casework.letters import kinds
from tests.casework.world import World


@pytest.mark.parametrize(("asked", "shown"), [(0, 0), (3, 3), (-2, 0)])
async def test_the_list_is_shown_page_by_page(world: World, olena: Actor, asked: int, shown: int) -> None:
    await show_own(world.ctx(olena), ShowOwn(page=asked))
    assert await world.screen(olena) == kinds.MyCasesScreen(shown)


async def test_a_case_and_what_can_be_asked_about_it(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    for ask, screen in (
        (None, kinds.MyCaseScreen(case.id)),
        ("add", kinds.AddToCaseScreen(case.id)),
        ("withdraw", kinds.WithdrawAskScreen(case.id)),
    ):
        await show_own(world.ctx(olena), ShowOwn(case.id, ask=ask))
        assert await world.screen(olena) == screen


async def test_of_a_case_that_is_over_nothing_is_asked(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    await withdraw(world.ctx(olena), Withdraw(case.id))
    await show_own(world.ctx(olena), ShowOwn(case.id))
    for ask in ("add", "withdraw"):
        async with world.refused(CaseClosed):
            await show_own(world.ctx(olena), ShowOwn(case.id, ask=ask))


async def test_looking_is_no_event(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    before = await world.history(case)
    await show_own(world.ctx(olena), ShowOwn(case.id))
    assert await world.history(case) == before
