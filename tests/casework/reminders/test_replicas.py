"""Several processes, crashes and clocks that leap: each reminder is written once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from casework.reminders.write_due import BATCH, WriteDue, Wrote, write_due
from db.engine import Database
from db.models import Case
from db.repositories import reminders
from db.repositories.reminders import NewReminder
from rules.catalogue import ReminderKind
from rules.roles import Role
from tests.casework.world import NOW, World, machine


async def _questions(database: Database, count: int) -> datetime:
    """So many people each with a question due; when."""
    due = NOW + timedelta(days=2)
    async with database.uow() as uow:
        world = World(uow)
        await world.bind(await world.staff(Role.SUPERVISOR, "Світлана"))
        iryna = await world.staff(Role.CASEWORKER, "Ірина")
        case = await world.taken(await world.person(), iryna)
        case.turn, case.waiting_since = "person", None
        await uow.session.flush()
        new = [
            NewReminder(
                ReminderKind.QUESTION, f"question:{case.id}:{n}:0", due, person_id=case.person_id, case_id=case.id
            )
            for n in range(count)
        ]
        await reminders.plan(uow.session, new, NOW)
        await reminders.plan(uow.session, new, NOW)
    return due


async def _count(database: Database, what: str) -> int:
    async with database.uow() as uow:
        return int((await uow.session.execute(text(f"SELECT count(*) FROM {what}"))).scalar_one())


async def _run(database: Database, now: datetime) -> Wrote:
    async with database.uow() as uow:
        return await write_due(machine(World(uow, now)), WriteDue())


LETTERS = "letters WHERE kind = 'remind-question'"
SETTLED = "reminders WHERE state = 'written'"


async def test_replicas_at_once_write_each_reminder_once(database: Database) -> None:
    due = await _questions(database, BATCH * 3)
    async with asyncio.timeout(30):
        done = await asyncio.gather(*(_run(database, due) for _ in range(6)))
    while (more := await _run(database, due)).due:
        done.append(more)
    assert sum(each.due for each in done) == BATCH * 3
    assert (await _count(database, LETTERS), await _count(database, SETTLED)) == (BATCH * 3, BATCH * 3)


async def test_what_was_killed_in_the_middle_is_done_whole_the_next_time(database: Database) -> None:
    due = await _questions(database, 5)

    async def killed() -> None:
        async with database.uow() as uow:
            await write_due(machine(World(uow, due)), WriteDue())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await killed()
    assert (await _count(database, LETTERS), await _count(database, SETTLED)) == (0, 0)
    assert (await _run(database, due)).due == 5
    assert await _count(database, LETTERS) == 5


async def test_a_clock_that_was_moved_back_writes_nothing_again(database: Database) -> None:
    due = await _questions(database, 3)
    assert (await _run(database, due)).due == 3
    assert (await _run(database, NOW)).due == 0
    assert (await _run(database, due + timedelta(days=400))).due == 0
    assert await _count(database, LETTERS) == 3


async def test_who_holds_a_case_does_not_wait_for_the_clock(database: Database) -> None:
    """Cancelling passes over what the clock holds just now; the letter that it writes is found untrue when sent."""
    due = await _questions(database, 1)
    async with asyncio.timeout(10), database.uow() as clock:
        assert (await write_due(machine(World(clock, due)), WriteDue())).due == 1
        async with database.uow() as other:
            case = (await other.session.scalars(select(Case).with_for_update(key_share=True))).one()
            await reminders.cancel_of_case(other.session, case.id, [ReminderKind.QUESTION], due)


async def test_the_clock_goes_by_the_small_index(database: Database) -> None:
    """However many wait, a tick with nothing due reads a page of the index of what waits."""
    await _questions(database, 1)
    many = """
        INSERT INTO reminders (kind, unique_key, due_at, planned_at)
        SELECT 'own', 'bulk:' || n, CAST(:due AS timestamptz) + n * interval '1 second', CAST(:due AS timestamptz)
        FROM generate_series(1, 20000) AS n
    """
    async with database.uow() as uow:
        await uow.session.execute(text(many), {"due": datetime(2027, 1, 1, tzinfo=UTC)})
    async with database.uow() as uow:
        await uow.session.execute(text("ANALYZE reminders"))
        plan = await uow.session.scalars(
            text(
                "EXPLAIN (ANALYZE, BUFFERS) SELECT id FROM reminders WHERE state = 'waiting' AND due_at <= :now"
                " ORDER BY due_at, id LIMIT 200 FOR UPDATE SKIP LOCKED"
            ),
            {"now": NOW},
        )
        lines = "\n".join(plan)
    assert "ix_reminders_due" in lines
    assert "Seq Scan" not in lines
