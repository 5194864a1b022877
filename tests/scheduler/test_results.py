"""How each job went last: one row a job, whichever replica ran it; and what is made up for after a stop."""

from __future__ import annotations

import asyncio
from datetime import datetime, time, timedelta

import pytest
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.catalogue import load_catalogue
from casework.context import MACHINE, Context
from db.engine import Database
from db.models import JobResult
from db.repositories import jobs
from db.uow import UnitOfWork
from scheduler.job import FOUND, SAME_DAY, UNTIL_NOON, ZONE, Job, Missed
from scheduler.jobs import JOBS
from scheduler.results import Ran, Results
from scheduler.runner import Scheduler
from scheduler.runs import Counts

CATALOGUE = load_catalogue()
MONDAY = datetime(2026, 3, 9, 0, 0, tzinfo=ZONE)
SECRET = "Олена Коваленко, +380501234567"


class Work:
    """A job that does what it is told to, and counts its runs."""

    def __init__(self, *outcomes: Counts | Exception) -> None:
        self.outcomes = iter(outcomes)
        self.ran: list[datetime] = []

    async def run(self, ctx: Context) -> Counts:
        self.ran.append(ctx.now)
        outcome = next(self.outcomes, {})
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def job(self, *, drain: bool = False) -> Job:
        return Job("work", "for a test", IntervalTrigger(seconds=1, timezone=ZONE), self.run, drain=drain)

    def daily(self, missed: Missed, name: str = "night", hour: int = 8) -> Job:
        at = CronTrigger(hour=hour, minute=30, timezone=ZONE)
        return Job(name, "for a test", at, self.run, daily=True, missed=missed)


def make_context(uow: UnitOfWork, now: datetime) -> Context:
    return Context(uow, MACHINE, now, CATALOGUE)


def scheduler(database: Database, *table: Job, now: datetime = MONDAY) -> Scheduler:
    return Scheduler(database, lambda: now, make_context, table)


async def result(database: Database, job: str = "work") -> JobResult:
    async with database.uow() as uow:
        return (await jobs.last_results(uow.session))[job]


async def test_the_last_run_is_kept_and_what_was_done_last_stays_when_there_is_nothing_to_do(
    database: Database,
) -> None:
    work = Work({"told": 2}, {"told": 0}, ValueError(SECRET), {"told": 1})
    clock = scheduler(database)
    ran = await clock.run_by_hand(work.job())
    first = await result(database)
    assert (ran.error, first.error, first.counts, first.did_at) == (None, None, {"told": 2}, first.ran_at)
    assert first.ok_at == first.ran_at
    await clock.run_by_hand(work.job())
    second = await result(database)
    assert (second.counts, second.did_at) == ({"told": 2}, first.did_at)
    assert second.ran_at > first.ran_at
    with capture_logs():
        assert (await clock.run_by_hand(work.job())).error == "ValueError"
    third = await result(database)
    assert (third.error, third.counts, third.ok_at) == ("ValueError", {"told": 2}, second.ran_at)
    await clock.run_by_hand(work.job())
    assert ((await result(database)).error, (await result(database)).counts) == (None, {"told": 1})
    async with database.uow() as uow:
        [row] = (await uow.session.execute(text("SELECT job_results::text FROM job_results"))).scalars()
    assert SECRET not in row


async def test_what_a_drained_job_did_in_its_rounds_is_one_result(database: Database) -> None:
    work = Work({"due": 2, "stale": 0}, {"due": 1, "stale": 0}, {"due": 0, "stale": 0})
    await scheduler(database).run_by_hand(work.job(drain=True))
    assert len(work.ran) == 3
    assert (await result(database)).counts == {"due": 3, "stale": 0}


async def test_the_run_that_began_later_stands_whichever_is_written_down_last(database: Database) -> None:
    async with database.uow() as uow:
        await jobs.put_down(uow.session, "work", 10, None, {"told": 1})
        await jobs.put_down(uow.session, "work", 60_000, "ValueError", {})
    assert (await result(database)).error is None


async def test_of_runs_that_find_nothing_one_a_minute_is_written_down(database: Database) -> None:
    ticks = [0.0]
    results = Results(database, lambda: ticks[0])
    nothing, failed = Ran({}, None, 0.0), Ran(None, "ValueError", 0.0)
    last: datetime | None = None
    for ran, at, news in (
        (nothing, 0, True),
        (nothing, 59, False),
        (nothing, 60, True),
        (failed, 61, True),
        (nothing, 62, True),
        (Ran({"told": 1}, None, 0.0), 63, True),
        (nothing, 64, True),
        (nothing, 65, False),
        (Ran(None, None, 0.0), 500, False),
    ):
        ticks[0] = 1000.0 + at
        await results.put_down("work", ran)
        kept = (await result(database)).ran_at
        assert (kept != last) is news, (ran, at)
        last = kept


async def test_where_a_result_cannot_be_kept_the_job_is_done_all_the_same(database: Database) -> None:
    async with database.uow() as uow:
        await uow.session.execute(text("DROP TABLE job_results"))
    with capture_logs() as logs:
        ran = await scheduler(database).run_by_hand(Work({"told": 1}).job())
    assert ran.counts == {"told": 1}
    assert [line["event"] for line in logs] == ["job_ran", "job_result_lost"]


@pytest.mark.parametrize(
    ("missed", "at", "runs"),
    [
        (SAME_DAY, time(8, 29), 0),
        (SAME_DAY, time(8, 31), 0),
        (SAME_DAY, time(8, 33), 1),
        (SAME_DAY, time(23, 59), 1),
        (UNTIL_NOON, time(11, 59), 1),
        (UNTIL_NOON, time(12, 1), 0),
        (FOUND, time(9), 0),
    ],
)
async def test_after_a_stop_a_daily_job_is_made_up_for_as_its_rule_says(
    database: Database, missed: Missed, at: time, runs: int
) -> None:
    work = Work()
    clock = scheduler(database, work.daily(missed), now=datetime.combine(MONDAY.date(), at, tzinfo=ZONE))
    await clock.catch_up()
    await clock.catch_up()
    assert len(work.ran) == runs


async def test_what_ran_in_time_or_elsewhere_is_not_made_up_for(database: Database) -> None:
    work = Work()
    job = work.daily(SAME_DAY)
    replicas = [scheduler(database, job, now=MONDAY + timedelta(hours=10)) for _ in range(3)]
    await asyncio.gather(*(replica.catch_up() for replica in replicas))
    assert len(work.ran) == 1
    await replicas[0].run(job, MONDAY + timedelta(hours=11))
    assert len(work.ran) == 1


async def test_what_failed_in_its_turn_is_made_up_for(database: Database) -> None:
    work = Work(ValueError(SECRET))
    job = work.daily(SAME_DAY)
    clock = scheduler(database, job, now=MONDAY + timedelta(hours=9))
    with capture_logs():
        assert await clock.run(job, MONDAY + timedelta(hours=8, minutes=30)) is None
    await clock.catch_up()
    await clock.catch_up()
    assert len(work.ran) == 2
    assert (await result(database, "night")).error is None


async def test_by_hand_a_daily_job_runs_again_and_that_is_its_turn(database: Database) -> None:
    work = Work()
    job = work.daily(SAME_DAY)
    clock = scheduler(database, job, now=MONDAY + timedelta(hours=7))
    await clock.run_by_hand(job)
    await clock.run_by_hand(job)
    assert len(work.ran) == 2
    assert await clock.run(job, MONDAY + timedelta(hours=8, minutes=30)) is None
    assert len(work.ran) == 2


def test_every_daily_job_says_until_when_it_is_made_up_for_and_no_other_does() -> None:
    assert {job.name for job in JOBS if job.missed.until} == {job.name for job in JOBS if job.daily}
