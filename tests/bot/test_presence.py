"""Several processes on one database: one holds a role, the others take over when it is gone, and not before."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot import presence as module
from bot.presence import DEAD_AFTER_SECONDS, TRUST_SECONDS, Presence, lives, this_process
from db.engine import Database
from db.repositories import workers
from db.repositories.workers import Process
from tests.bot.telegram.post import until


class Watch:
    """Time that goes on only when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@asynccontextmanager
async def present(
    database: Database, *, machine: str | None = None, watch: Callable[[], float] | None = None
) -> AsyncIterator[Presence]:
    """A process that wants the role `letters`, on a machine of its own where it is named."""
    made = Presence(database, ["letters"], *([watch] if watch else []))
    if machine:
        made._process = replace(this_process(), machine=machine)
    await made.join()
    running = asyncio.create_task(made.run())
    try:
        yield made
    finally:
        await made.leave()
        await running


async def dead_holder(database: Database, process: Process) -> int:
    """A worker that holds the role and never beats."""
    async with database.uow() as uow:
        worker = await workers.join(uow.session, process)
        assert await workers.acquire(uow.session, "letters", worker)
        return worker


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BEAT_SECONDS", 0.02)
    monkeypatch.setattr(module, "TROUBLE_SECONDS", 0.02)


async def test_the_first_holds_the_role_and_the_second_stands_by_until_the_first_leaves(database: Database) -> None:
    async with present(database) as first, present(database) as second:
        assert first.standing() == {"letters": "held"}
        assert second.standing() == {"letters": "standby"}
        await first.leave()
        assert first.standing() == {"letters": "standby"}
        await asyncio.wait_for(second.tenure("letters").gained(), 5)


async def test_a_process_knows_whether_it_is_alone(database: Database) -> None:
    assert Presence(database, []).has_company(), "until it has looked"
    async with present(database) as first:
        await until(lambda: not first.has_company())
        async with present(database) as second:
            assert second.has_company()
            await until(first.has_company)
        await until(lambda: not first.has_company())


async def test_a_process_of_this_machine_that_is_gone_is_known_to_be_dead_at_once(database: Database) -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "input()", stdin=subprocess.PIPE)
    gone = Process(this_process().machine, process.pid, module._started(process.pid))
    assert lives(gone)
    process.kill()
    await process.wait()
    assert not lives(gone)
    await dead_holder(database, gone)
    async with present(database, watch=Watch()) as survivor:
        assert survivor.standing() == {"letters": "held"}


async def test_another_process_with_a_dead_ones_number_is_not_taken_for_it() -> None:
    assert lives(this_process())
    assert not lives(replace(this_process(), started="1"))


async def test_a_machine_elsewhere_is_given_up_only_when_it_was_seen_to_stand_still(database: Database) -> None:
    watch = Watch()
    await dead_holder(database, Process("elsewhere", 1, "1"))
    async with present(database, watch=watch) as survivor:
        await until(lambda: bool(survivor._seen))
        watch.seconds += DEAD_AFTER_SECONDS - 1
        await _beats(survivor, database, 2)
        assert survivor.standing() == {"letters": "standby"}
        watch.seconds += 2
        await asyncio.wait_for(survivor.tenure("letters").gained(), 5)


async def test_one_that_beats_is_never_given_up(database: Database) -> None:
    watch = Watch()
    async with present(database, machine="elsewhere") as living, present(database, watch=watch) as other:
        for _ in range(5):
            # Less than it takes to be given up: the other may look before the next beat.
            watch.seconds += DEAD_AFTER_SECONDS - 1
            await _beats(living, database, 2)
            await _beats(other, database, 1)
        assert other.standing() == {"letters": "standby"}
        assert living.standing() == {"letters": "held"}


async def test_one_that_was_taken_for_dead_holds_nothing_and_joins_anew(database: Database) -> None:
    async with present(database) as first, present(database) as second:
        before = first.id
        async with database.uow() as uow:
            await uow.session.execute(text("DELETE FROM workers WHERE id = :id"), {"id": before})
            # As whoever buries it does; else the two would run for what is free, and the first may win.
            assert second.id is not None
            assert await workers.acquire(uow.session, "letters", second.id)
        await asyncio.wait_for(second.tenure("letters").gained(), 5)
        await until(lambda: first.id != before)
        await _beats(first, database, 1)
        assert first.standing() == {"letters": "standby"}


async def test_a_process_that_cannot_beat_stops_acting_before_others_give_it_up(database: Database) -> None:
    watch = Watch()
    async with present(database, watch=watch) as only:
        assert only.tenure("letters").held
        async with database.uow() as uow:
            await uow.session.execute(text("LOCK TABLE workers IN ACCESS EXCLUSIVE MODE"))
            watch.seconds += TRUST_SECONDS + 0.1
            assert not only.tenure("letters").held
        await asyncio.wait_for(only.tenure("letters").gained(), 10)


async def test_while_the_database_is_away_nobody_is_given_up(database: Database) -> None:
    watch = Watch()
    await dead_holder(database, Process("elsewhere", 1, "1"))
    async with present(database, watch=watch) as survivor:
        await until(lambda: bool(survivor._seen))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(workers, "beat", _away)
            await until(lambda: not survivor._seen)
            watch.seconds += DEAD_AFTER_SECONDS + 1
        await until(lambda: bool(survivor._seen))
        assert survivor.standing() == {"letters": "standby"}, "it may have beaten as little as we could"


async def _away(*_: object) -> bool:
    raise ConnectionRefusedError


async def _beats(presence: Presence, database: Database, times: int) -> None:
    """Wait until a process has beaten so many times more."""

    async def beats() -> int:
        async with database.uow() as uow:
            seen = await workers.everybody(uow.session)
        return next((each.beats for each in seen if each.id == presence.id), 0)

    wanted = await beats() + times
    async with asyncio.timeout(10):
        while await beats() < wanted:
            await asyncio.sleep(0.01)
