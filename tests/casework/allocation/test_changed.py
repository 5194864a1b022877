"""A trial stands while all that it follows from does: what changes the order undoes it, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.tick import LookAhead, MoveUp, look_ahead, move_up, next_steps
from casework.allocation.trying import TryAllocation, try_allocation
from casework.allocation.working import MOST_TRIES, KeepTrial, ReadTrial, keep_trial, read_trial, worked_out
from casework.cases.withdraw import Withdraw, withdraw
from casework.errors import AllocationFlaw, Stale
from db.models import Allocation, ApplicationChild, CaseEvent
from rules.recreation.applications import Standing
from rules.recreation.editing import Field
from tests.casework.allocation.campaign import JULY, VALUE, Sharing, moves_up, works_out
from tests.casework.world import World, machine


async def of(sharing: Sharing, family: int) -> ApplicationChild:
    """The only child of a family."""
    [row] = await sharing.programme.children(sharing.families[family][1])
    return row


async def paper(sharing: Sharing, family: int, at: datetime) -> None:
    """A document comes."""
    case_id = sharing.families[family][1].case_id
    row = CaseEvent(case_id=case_id, at=at, kind="document-sent", actor_kind="person", actor_id=None, facts={})
    sharing.world.uow.session.add(row)
    await sharing.world.uow.session.flush()


async def state(sharing: Sharing) -> str | None:
    """Of the trial."""
    await sharing.world.uow.session.flush()
    return await sharing.world.uow.session.scalar(select(Allocation.state))


@pytest.fixture
async def called(sharing: Sharing) -> Sharing:
    """Two families take part, the need of a third one is not confirmed yet."""
    for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз"):
        await sharing.applies(name)
    (await of(sharing, 2)).state = Standing.NEEDS_DOCUMENTS.value
    return await sharing.closed()


@pytest.mark.parametrize(
    ("family", "column", "value"),
    [
        (0, "name", "Інша Дитина"),
        (0, "born", "2015-01-01"),
        (0, "born", None),
        (0, "confirmed", ["C06"]),
        (0, "stay", "rest"),
        (0, "periods", ["august"]),
        (0, "periods", ["july", "august"]),
        (0, "state", "withdrawn"),
        (0, "state_at", timedelta(days=-1)),
        (2, "state", "need-confirmed"),
        (2, "confirmed", []),
    ],
)
async def test_whatever_the_order_follows_from_undoes_the_trial(
    called: Sharing, world: World, family: int, column: str, value: object
) -> None:
    tried = await called.tries()
    row = await of(called, family)
    setattr(row, column, row.state_at + value if isinstance(value, timedelta) else value)
    await world.uow.session.flush()
    async with world.refused(AllocationFlaw, why="changed"):
        await confirm_allocation(world.ctx(called.lead), ConfirmAllocation(called.programme.id, tried))


async def test_a_paper_counts_up_to_the_moment_from_which_the_family_takes_part(called: Sharing, world: World) -> None:
    ready = (await of(called, 0)).state_at
    await paper(called, 0, ready - timedelta(minutes=2))
    tried = await called.tries()
    # Not the last one, of a time that no order counts, and of somebody who is not in it.
    for family, at in ((0, ready - timedelta(minutes=9)), (0, ready + timedelta(minutes=1)), (2, ready)):
        await paper(called, family, at)
    await confirm_allocation(world.ctx(called.lead), ConfirmAllocation(called.programme.id, tried))


async def test_a_paper_that_moves_somebody_back_undoes_the_trial(called: Sharing, world: World) -> None:
    tried = await called.tries()
    await paper(called, 0, (await of(called, 0)).state_at)
    async with world.refused(AllocationFlaw, why="changed"):
        await confirm_allocation(world.ctx(called.lead), ConfirmAllocation(called.programme.id, tried))


async def test_where_something_changes_meanwhile_it_is_worked_out_anew(called: Sharing, world: World) -> None:
    await try_allocation(world.ctx(called.lead), TryAllocation(called.programme.id, VALUE))
    asked = await read_trial(machine(world), ReadTrial())
    assert asked is not None
    worked = worked_out(asked)
    (await of(called, 0)).confirmed = ["C06"]
    await world.uow.session.flush()
    assert not await keep_trial(machine(world), KeepTrial(asked, worked))
    assert await state(called) == "asked"
    assert await works_out(machine(world))
    assert await state(called) == "draft"
    assert not await keep_trial(machine(world), KeepTrial(asked, worked)), "what is not waited for is not kept"


async def test_what_never_comes_to_an_end_is_given_up_and_can_be_asked_for_again(called: Sharing, world: World) -> None:
    tried = await try_allocation(world.ctx(called.lead), TryAllocation(called.programme.id, VALUE))
    for _ in range(MOST_TRIES):
        assert await read_trial(machine(world), ReadTrial()) is not None
    async with world.refused(Stale):
        await confirm_allocation(world.ctx(called.lead), ConfirmAllocation(called.programme.id, tried))
    assert await read_trial(machine(world), ReadTrial()) is None
    assert await state(called) == "undone"
    await called.shares()
    assert await state(called) == "confirmed"


async def test_a_step_is_for_those_who_have_said_nothing_since(called: Sharing, world: World) -> None:
    """The one who is next takes the application back while the step is worked out that offers it the place."""
    await called.programme.types(Field.SHIFTS, "1; " + JULY.format(seats=1))
    await called.shares()
    first, second = (each[0] for each in called.families[:2])
    await called.says(first, 0)
    looked = await look_ahead(machine(world), LookAhead())
    steps = next_steps(looked.ahead)
    assert [len(each.done.offers) for each in steps] == [1]
    await withdraw(world.ctx(second), Withdraw(called.families[1][1].case_id or 0))
    assert await move_up(machine(world), MoveUp(steps)) == 0
    assert await moves_up(machine(world)) == 0
    assert await called.offer(second) is None
