"""Two who act on the same two cases, or on the same run, at the same moment: one wins, nothing is done twice."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from sqlalchemy import text

from casework.bulk import work as working
from casework.bulk.choosing import Source, Where
from casework.bulk.doing import treat
from casework.bulk.preview import OfRun, Preview, confirm, preview
from casework.bulk.work import Work, Worked, work
from casework.context import Actor, Context
from casework.duplicates.merge import merge
from casework.duplicates.tie import TwoCases
from casework.errors import CannotMerge
from db.engine import Database
from db.models import BulkItem, BulkRun, Case
from rules.bulk import Action
from rules.roles import Role
from tests.casework.world import CATALOGUE, World, machine

SECONDS = 20
TAG = next(iter(CATALOGUE.tags))


async def _two(database: Database) -> tuple[Actor, Case, Case]:
    async with database.uow() as uow:
        world = World(uow)
        person, lead = await world.person(), await world.staff(Role.SUPERVISOR)
        return lead, await world.case(person), await world.case(person, "Ще раз")


@pytest.mark.parametrize("crossed", [True, False])
async def test_two_merge_the_same_two_at_once(database: Database, crossed: bool) -> None:
    lead, one, other = await _two(database)

    async def merges(ends: int, into: int) -> bool:
        try:
            async with database.uow() as uow:
                await merge(World(uow).ctx(lead), TwoCases(ends, into))
        except CannotMerge:
            return False
        return True

    second = (other.id, one.id) if crossed else (one.id, other.id)
    async with asyncio.timeout(SECONDS):
        won = await asyncio.gather(merges(one.id, other.id), merges(*second))
    assert sorted(won) == [False, True]
    async with database.uow() as uow:
        standing = "SELECT count(*) FROM case_merges WHERE undone_at IS NULL"
        assert (await uow.session.execute(text(standing))).scalar_one() == 1
        opened = "SELECT count(*) FROM cases WHERE closed_at IS NULL"
        assert (await uow.session.execute(text(opened))).scalar_one() == 1


class Killed(Exception):
    """The process ends in the middle of a transaction."""


async def test_a_run_is_done_once_by_several_processes_one_of_which_dies(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        person, lead = await world.person(), await world.staff(Role.SUPERVISOR)
        for number in range(12):
            await world.case(person, f"Звернення {number}")
        shown = await preview(world.ctx(lead), Preview(Source(Where.QUEUE), Action.TAG, TAG))
        await confirm(world.ctx(lead), OfRun(shown.run_id))

    with contextlib.suppress(Killed):
        async with database.uow() as uow:
            assert await work(machine(World(uow)), Work()) == Worked(done=1)
            raise Killed

    async def replica() -> int:
        count = 0
        while True:
            async with database.uow() as uow:
                worked = await work(machine(World(uow)), Work())
            if worked == Worked():
                return count
            count += worked.done

    async with asyncio.timeout(SECONDS):
        counts = await asyncio.gather(*(replica() for _ in range(3)))
    async with database.uow() as uow:
        events = "SELECT count(*), count(DISTINCT case_id) FROM case_events WHERE kind = 'bulk'"
        assert tuple((await uow.session.execute(text(events))).one()) == (12, 12)
        assert sum(counts) == 12
        states = "SELECT state, count(*) FROM bulk_items GROUP BY state"
        assert (await uow.session.execute(text(states))).all() == [("done", 12)], "nobody took what another was doing"
        ended = "SELECT count(*) FROM letters WHERE kind = 'bulk-done'"
        assert (await uow.session.execute(text(ended))).scalar_one() == 1


async def test_a_fault_in_one_case_leaves_no_trace_and_stops_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with database.uow() as uow:
        world = World(uow)
        person, lead = await world.person(), await world.staff(Role.SUPERVISOR)
        broken, fine = await world.case(person), await world.case(person, "Ще раз")
        shown = await preview(world.ctx(lead), Preview(Source(Where.QUEUE), Action.TAG, TAG))
        await confirm(world.ctx(lead), OfRun(shown.run_id))

    async def faulty(ctx: Context, run: BulkRun, item: BulkItem, case: Case) -> None:
        await treat(ctx, run, item, case)
        if case.id == broken.id:
            raise RuntimeError

    monkeypatch.setattr(working, "treat", faulty)
    for expected in (Worked(left_out=1), Worked(done=1), Worked(over=1), Worked()):
        async with database.uow() as uow:
            assert await work(machine(World(uow)), Work()) == expected
    async with database.uow() as uow:
        tags = "SELECT tags FROM cases ORDER BY id"
        assert list(await uow.session.scalars(text(tags))) == [[], [TAG]]
        why = "SELECT case_id, why FROM bulk_items WHERE state = 'left-out'"
        assert (await uow.session.execute(text(why))).all() == [(broken.id, "failed")]
        assert fine.id != broken.id
