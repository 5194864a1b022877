"""The clock: jobs in the order of their times, daily ones once, and one's fault stops no other."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from bot.catalogue import load_catalogue
from bot.clock import Clock
from casework.context import MACHINE, Context
from db.engine import Database
from db.models import Draft, JobRun, Person
from db.uow import UnitOfWork
from scheduler.job import ZONE, Job
from scheduler.jobs import JOBS
from scheduler.runner import Scheduler
from scheduler.runs import Beside, Counts

CATALOGUE = load_catalogue()

MONDAY = datetime(2026, 3, 9, 0, 0, tzinfo=ZONE)
SECRET = "Олена Коваленко, +380501234567"


class Diary:
    """Jobs that write down when they ran."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, datetime]] = []

    def job(self, name: str, trigger: CronTrigger | IntervalTrigger, *, daily: bool = False) -> Job:
        async def run(ctx: Context) -> Counts:
            await ctx.uow.session.execute(select(1))
            self.entries.append((name, ctx.now))
            return {"done": 1}

        return Job(name, "for a test", trigger, run, daily)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.entries]


def at(hour: int, minute: int = 0) -> CronTrigger:
    return CronTrigger(hour=hour, minute=minute, timezone=ZONE)


def every(**span: int) -> IntervalTrigger:
    return IntervalTrigger(start_date=MONDAY - timedelta(days=1), timezone=ZONE, **span)


def make_context(uow: UnitOfWork, now: datetime) -> Context:
    return Context(uow, MACHINE, now, CATALOGUE)


def scheduler(database: Database, *table: Job, now: datetime = MONDAY) -> Scheduler:
    return Scheduler(database, lambda: now, make_context, table)


def failing(name: str, trigger: CronTrigger | IntervalTrigger, *, daily: bool = False) -> Job:
    async def run(ctx: Context) -> Counts:
        raise ValueError(SECRET)

    return Job(name, "for a test", trigger, run, daily)


async def test_a_leap_over_days_runs_everything_in_order_at_its_own_time(database: Database) -> None:
    diary = Diary()
    clock = scheduler(
        database, diary.job("noon", at(12), daily=True), diary.job("night", at(3), daily=True),
        diary.job("six-hourly", every(hours=6)),
    )  # fmt: skip
    await clock.advance(MONDAY + timedelta(hours=1), MONDAY + timedelta(days=2, hours=4))
    day = ["night", "six-hourly", "noon", "six-hourly", "six-hourly", "six-hourly"]
    assert diary.names == [*day, *day, "night"]
    nights = [moment for name, moment in diary.entries if name == "night"]
    assert nights == [MONDAY + timedelta(days=day, hours=3) for day in range(3)]
    assert diary.names.count("noon") == 2


async def test_of_what_only_keeps_the_machine_going_the_last_run_stands_for_all(database: Database) -> None:
    diary = Diary()
    clock = scheduler(database, diary.job("tick", every(seconds=5)), diary.job("night", at(3), daily=True))
    end = MONDAY + timedelta(days=30)
    await clock.advance(MONDAY, end)
    assert diary.names == ["night"] * 30 + ["tick"]
    assert diary.entries[-1] == ("tick", end)


async def test_what_must_not_be_passed_over_has_times_of_its_own_in_a_leap(database: Database) -> None:
    diary = Diary()
    often = replace(diary.job("promises", every(minutes=5)), leap=CronTrigger(minute=30, timezone=ZONE))
    clock = scheduler(database, often, diary.job("noon", at(12), daily=True))
    await clock.advance(MONDAY + timedelta(hours=10), MONDAY + timedelta(hours=13))
    assert diary.names == ["promises", "promises", "noon", "promises"]
    assert [moment.minute for name, moment in diary.entries if name == "promises"] == [30, 30, 30]


async def test_a_span_includes_its_end_and_not_its_beginning(database: Database) -> None:
    diary = Diary()
    clock = scheduler(database, diary.job("night", at(3)))
    three = MONDAY + timedelta(hours=3)
    await clock.advance(three - timedelta(hours=1), three)
    await clock.advance(three, three + timedelta(hours=1))
    assert diary.entries == [("night", three)]


async def test_two_replicas_run_a_daily_job_once_a_day(database: Database) -> None:
    diary = Diary()
    job = diary.job("night", at(3), daily=True)
    replicas = [scheduler(database, job) for _ in range(2)]
    span = (MONDAY, MONDAY + timedelta(days=5))
    await asyncio.gather(*(replica.advance(*span) for replica in replicas))
    assert [moment.day for _, moment in sorted(diary.entries, key=lambda entry: entry[1])] == [9, 10, 11, 12, 13]
    async with database.uow() as uow:
        assert len((await uow.session.scalars(select(JobRun))).all()) == 5


async def test_the_day_of_a_daily_job_is_that_of_kyiv(database: Database) -> None:
    diary = Diary()
    job = diary.job("night", at(3), daily=True)
    clock = scheduler(database, job)
    late, early = datetime(2026, 3, 9, 21, 59, tzinfo=UTC), datetime(2026, 3, 9, 22, 1, tzinfo=UTC)
    assert await clock.run(job, late) == {"done": 1}
    assert await clock.run(job, late + timedelta(seconds=30)) is None
    assert await clock.run(job, early) == {"done": 1}, "in Kyiv the next day has begun"


async def test_a_job_that_fails_stops_no_other_and_its_error_is_not_repeated(database: Database) -> None:
    diary = Diary()
    clock = scheduler(database, failing("bad", at(2), daily=True), diary.job("night", at(3), daily=True))
    with capture_logs() as logs:
        await clock.advance(MONDAY, MONDAY + timedelta(days=2))
    assert diary.names == ["night", "night"]
    failures = [line for line in logs if line["event"] == "job_failed"]
    assert [(line["job"], line["error"]) for line in failures] == [("bad", "ValueError")] * 2
    assert SECRET not in repr(logs)


async def test_a_daily_job_that_failed_has_not_run_that_day(database: Database) -> None:
    diary = Diary()
    job = diary.job("night", at(3), daily=True)
    broken = failing("night", at(3), daily=True)
    clock = scheduler(database, job)
    assert await clock.run(broken, MONDAY) is None
    assert await clock.run(job, MONDAY) == {"done": 1}


async def test_what_a_failing_job_wrote_is_rolled_back(database: Database) -> None:
    async def run(ctx: Context) -> Counts:
        ctx.uow.session.add(Person(telegram_id=1, language="uk", created_at=ctx.now))
        await ctx.uow.session.flush()
        raise ValueError

    job = Job("half", "for a test", at(3), run)
    await scheduler(database, job).run(job, MONDAY)
    async with database.uow() as uow:
        assert (await uow.session.scalars(select(Person))).all() == []


async def test_as_real_time_goes_by_jobs_run_at_business_time(database: Database) -> None:
    ran = asyncio.Event()
    seen: list[datetime] = []

    async def run(ctx: Context) -> Counts:
        seen.append(ctx.now)
        ran.set()
        return {}

    far = datetime(2031, 1, 1, tzinfo=UTC)
    clock = scheduler(database, Job("soon", "for a test", IntervalTrigger(seconds=1, timezone=ZONE), run), now=far)
    clock.start()
    try:
        await asyncio.wait_for(ran.wait(), 10)
    finally:
        await clock.stop()
    assert seen[0] == far
    await clock.stop()


@pytest.mark.parametrize(("days", "left"), [(13, 1), (16, 0)])
async def test_the_demos_leap_forgets_drafts_by_the_shipped_table(database: Database, days: int, left: int) -> None:
    begin = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
    async with database.uow() as uow:
        person = Person(telegram_id=1, language="uk", created_at=begin)
        uow.session.add(person)
        await uow.session.flush()
        uow.session.add(
            Draft(person_id=person.id, chat_id=1, telegram_message_id=1, text="Потрібен протез", written_at=begin)
        )
    clock = Clock(lambda: begin)
    clock.on_advance(Scheduler(database, clock.now, make_context, JOBS).advance)
    await clock.advance(timedelta(days=days))
    async with database.uow() as uow:
        assert len((await uow.session.scalars(select(Draft))).all()) == left


class Row:
    """Things that are due, each once, as rows would be."""

    def __init__(self, *due: datetime) -> None:
        self.due = sorted(due)
        self.done: list[tuple[datetime, datetime]] = []

    async def moments(self, session: AsyncSession, until: datetime) -> datetime | None:
        return min((each for each in self.due if each <= until), default=None)

    async def run(self, ctx: Context) -> Counts:
        found = [each for each in self.due if each <= ctx.now][:1]
        self.done += [(each, ctx.now) for each in found]
        for each in found:
            self.due.remove(each)
        return {"due": len(found)}

    def job(self) -> Job:
        return Job("rows", "for a test", every(seconds=20), self.run, drain=True, moments=self.moments)


async def test_in_a_leap_what_knows_its_moments_runs_at_each_of_them_in_order(database: Database) -> None:
    diary, hour = Diary(), timedelta(hours=1)
    rows = Row(MONDAY - hour, MONDAY + hour, MONDAY + hour, MONDAY + 30 * hour, MONDAY + 90 * hour)

    async def plans(ctx: Context) -> Counts:
        rows.due.append(ctx.now - timedelta(minutes=5))
        diary.entries.append(("plans", ctx.now))
        return {"done": 1}

    clock = scheduler(database, rows.job(), Job("plans", "for a test", at(12), plans))
    await clock.advance(MONDAY, MONDAY + 40 * hour)
    noon = [MONDAY + 12 * hour, MONDAY + 36 * hour]
    assert [moment for _, moment in diary.entries] == noon
    early = timedelta(minutes=5)
    assert rows.done == [
        (MONDAY - hour, MONDAY),
        (MONDAY + hour, MONDAY + hour),
        (MONDAY + hour, MONDAY + hour),
        (noon[0] - early, noon[0]),
        (MONDAY + 30 * hour, MONDAY + 30 * hour),
        (noon[1] - early, noon[1]),
    ]
    assert rows.due == [MONDAY + 90 * hour]


async def test_what_found_much_runs_again_at_once_in_a_new_transaction(database: Database) -> None:
    rows = Row(*(MONDAY - timedelta(minutes=each) for each in range(5)))
    clock = scheduler(database, rows.job())
    assert await clock.run(rows.job(), MONDAY) == {"due": 5}
    assert len(rows.done) == 5


async def test_a_job_that_fails_at_its_moment_does_not_stop_the_leap(database: Database) -> None:
    diary, rows = Diary(), Row(MONDAY + timedelta(hours=1))
    broken = replace(failing("rows", every(seconds=20)), drain=True, moments=rows.moments)
    clock = scheduler(database, broken, diary.job("noon", at(12)))
    await clock.advance(MONDAY, MONDAY + timedelta(hours=13))
    assert diary.names == ["noon"]


async def test_while_the_clock_leaps_no_tick_of_real_time_comes_before_the_moments(database: Database) -> None:
    rows = Row(MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2))
    end = MONDAY + timedelta(hours=3)
    clock = scheduler(database, rows.job(), now=end)

    async def noisy(session: AsyncSession, until: datetime) -> datetime | None:
        await clock._run_now(job)
        return await rows.moments(session, until)

    job = replace(rows.job(), moments=noisy)
    clock._table = (job,)
    await clock.advance(MONDAY, end)
    assert [moment for _, moment in rows.done] == [MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2)]


async def test_while_the_clock_leaps_what_has_times_of_its_own_in_a_leap_keeps_to_these(database: Database) -> None:
    """Else a campaign that is over at the end of the leap would be closed, opened and closed again, over and over."""
    diary, end = Diary(), MONDAY + timedelta(hours=3)
    clock: Scheduler

    async def runs(ctx: Context) -> Counts:
        diary.entries.append(("moves", ctx.now))
        if len(diary.entries) == 1:
            await clock._run_now(job)
        return {"moved": 1}

    job = Job("moves", "for a test", every(minutes=1), runs, leap=CronTrigger(minute=0, timezone=ZONE))
    clock = scheduler(database, job, now=end)
    await clock.advance(MONDAY, end)
    assert [moment for _, moment in diary.entries] == [MONDAY + timedelta(hours=each) for each in (1, 2, 3)]


async def test_what_takes_long_is_worked_out_beside_the_loop_and_no_transaction_is_open(database: Database) -> None:
    loop, open_ones = asyncio.get_running_loop(), "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'"
    mine = f"{open_ones} AND datname = current_database()"

    async def look() -> int:
        async with database.engine.connect() as connection:
            plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
            return int((await plain.execute(text(mine))).scalar_one())

    def works() -> int:
        assert threading.current_thread() is not threading.main_thread()
        return asyncio.run_coroutine_threadsafe(look(), loop).result(10)

    async def begins(ctx: Context) -> Counts | Beside:
        await ctx.uow.session.execute(text("SELECT 1"))
        assert await look() == 1, "that a transaction is open is seen"
        return Beside(works, writes, {"did": 1})

    async def writes(ctx: Context, worked: int) -> Counts:
        assert worked == 0
        await ctx.uow.session.execute(text("SELECT 1"))
        return {"did": 2}

    job = Job("long", "for a test", every(seconds=20), begins)
    assert await scheduler(database, job).run(job, MONDAY) == {"did": 3}
