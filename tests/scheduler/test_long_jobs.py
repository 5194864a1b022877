"""Jobs that outlast a transaction: they hold none, follow real time, fail alone, and end when the bot does."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.catalogue import load_catalogue
from casework.context import MACHINE, Context
from db.backup.take import BackupPlace
from db.engine import Database
from scheduler.job import ZONE, LongJob
from scheduler.jobs import JOBS, LONG_JOBS
from scheduler.runner import Scheduler
from scheduler.runs import Counts, Storage

CATALOGUE = load_catalogue()

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
SECRET = "Олена Коваленко, +380501234567"


def scheduler(storage: Storage, *table: LongJob) -> Scheduler:
    def make_context(uow: object, now: datetime) -> Context:
        return Context(uow, MACHINE, now, CATALOGUE)  # type: ignore[arg-type]  # no short job runs here

    return Scheduler(storage.database, lambda: NOW, make_context, (), storage=storage, long_table=table)


def job(run: Callable[[Storage], Awaitable[Counts]]) -> LongJob:
    return LongJob("long", "for a test", IntervalTrigger(seconds=1, timezone=ZONE), run)


@pytest.fixture
def storage(database: Database, database_url: str, tmp_path: Path) -> Storage:
    return Storage(database, database_url, BackupPlace(tmp_path / "backups", 2))


def test_every_long_job_has_a_name_of_its_own_and_a_reason() -> None:
    names = [*(each.name for each in JOBS), *(each.name for each in LONG_JOBS)]
    assert len(set(names)) == len(names)
    assert all(len(each.why.split()) > 5 for each in LONG_JOBS)
    assert {str(each.trigger.timezone) for each in LONG_JOBS} == {str(ZONE)}


async def test_while_it_runs_no_transaction_is_open(storage: Storage) -> None:
    async def run(given: Storage) -> Counts:
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'"
        async with given.database.uow() as uow:
            return {"open": (await uow.session.execute(text(query))).scalar_one()}

    assert await scheduler(storage).run_long(job(run)) == {"open": 0}


async def test_one_that_fails_is_logged_without_its_words_and_tried_again(storage: Storage) -> None:
    twice = asyncio.Event()
    runs = 0

    async def run(given: Storage) -> Counts:
        nonlocal runs
        runs += 1
        if runs == 2:
            twice.set()
        raise ValueError(SECRET)

    clock = scheduler(storage, job(run))
    with capture_logs() as logs:
        clock.start()
        try:
            await asyncio.wait_for(twice.wait(), 20)
        finally:
            await clock.stop()
    assert [(line["event"], line["error"]) for line in logs[:2]] == [("job_failed", "ValueError")] * 2
    assert SECRET not in repr(logs)


async def test_told_to_stop_it_ends_at_once(storage: Storage) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def run(given: Storage) -> Counts:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return {}

    clock = scheduler(storage, job(run))
    clock.start()
    await asyncio.wait_for(begun.wait(), 20)
    async with asyncio.timeout(5):
        await clock.stop()
    assert ended.is_set()


async def test_a_leap_of_business_time_is_none_of_its_business(storage: Storage) -> None:
    async def run(given: Storage) -> Counts:
        raise AssertionError("it ran")

    with capture_logs() as logs:
        await scheduler(storage, job(run)).advance(NOW, NOW + timedelta(days=30))
    assert logs == []


async def test_without_storage_there_are_none(database: Database) -> None:
    clock = Scheduler(database, lambda: NOW, lambda uow, now: Context(uow, MACHINE, now, CATALOGUE), ())
    clock.start()
    await clock.stop()


async def test_the_backup_of_the_shipped_table_is_taken_once_a_night(storage: Storage) -> None:
    (backup,) = LONG_JOBS
    clock = scheduler(storage)
    first, second = await clock.run_long(backup), await clock.run_long(backup)
    assert first is not None
    assert first["bytes"] > 0
    assert second == {}
    assert storage.backups is not None
    assert len(os.listdir(storage.backups.folder)) == 1


async def test_a_night_later_the_next_one_is_taken_and_the_oldest_goes(storage: Storage) -> None:
    (backup,) = LONG_JOBS
    clock = scheduler(storage)
    assert storage.backups is not None
    folder = storage.backups.folder
    for night in (3, 2, 1):
        assert await clock.run_long(backup)
        async with storage.database.uow() as uow:
            await uow.session.execute(text("UPDATE backups SET taken_at = taken_at - interval '1 day'"))
        for name in os.listdir(folder):
            if "-2000" not in name:
                os.rename(folder / name, folder / f"suprovid-2000010{4 - night}T000000Z.backup")
    assert sorted(os.listdir(folder)) == [f"suprovid-2000010{day}T000000Z.backup" for day in (2, 3)]


async def test_where_somebody_else_backs_up_the_bot_does_not(database: Database, database_url: str) -> None:
    (backup,) = LONG_JOBS
    assert await backup.run(Storage(database, database_url, None)) == {}
    async with database.uow() as uow:
        assert await uow.session.scalar(text("SELECT count(*) FROM backups")) == 0
