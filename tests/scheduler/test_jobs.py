"""The table of jobs: each with its reason, and each does what it says."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import text

from bot.catalogue import load_catalogue
from casework.context import MACHINE, Context
from db.engine import Database
from db.repositories import workers
from db.repositories.inbox import Arrival, add
from db.repositories.outbox import write
from db.repositories.workers import Process
from db.uow import UnitOfWork
from scheduler.job import ZONE, Job, in_turn
from scheduler.jobs import JOBS
from scheduler.runs import Beside

CATALOGUE = load_catalogue()

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
MOST_AT_ONCE = 6
"""Jobs that begin within one second; two come each second."""
BY_NAME = {job.name: job for job in JOBS}


def machine(uow: UnitOfWork) -> Context:
    return Context(uow, MACHINE, NOW, CATALOGUE)


async def heard(database: Database, job: Job) -> tuple[dict[str, int], set[str]]:
    """What a job did, and whom it nudged."""
    nudged: set[str] = set()
    database.hear(nudged.add)
    async with database.uow() as uow:
        counts = await job.run(machine(uow))
    assert not isinstance(counts, Beside)
    return counts, nudged


def test_every_job_has_a_name_of_its_own_and_a_reason() -> None:
    assert len(BY_NAME) == len(JOBS)
    assert all(len(job.why.split()) > 5 for job in JOBS)


def test_every_job_keeps_the_time_of_kyiv() -> None:
    assert {str(job.trigger.timezone) for job in JOBS} == {str(ZONE)}


@pytest.mark.parametrize("name", [job.name for job in JOBS if job.daily])
def test_a_daily_job_runs_every_night_even_when_the_clocks_change(name: str) -> None:
    trigger = BY_NAME[name].trigger
    at = trigger.get_next_fire_time(None, datetime(2026, 1, 1, 0, 0, tzinfo=ZONE))
    nights = []
    for _ in range(365):
        nights.append(at.date())
        at = trigger.get_next_fire_time(at, at)
    assert nights == [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]


async def test_a_lease_whose_holder_died_is_freed_and_a_living_one_is_kept(database: Database) -> None:
    async with database.uow() as uow:
        worker = await workers.join(uow.session, Process("here", 1, "1"))
        await add(uow.session, 1, [Arrival(number, f"p:{number}", "{}") for number in range(3)])
        for chat_id in range(3):
            await write(
                uow.session, lane=f"p:{chat_id}", priority=2, kind="welcome", facts={}, chat_id=chat_id, written_at=NOW
            )
        for table, key in (("inbox", "update_id"), ("letters", "chat_id")):
            lease = f"""
                UPDATE {table} SET worker_id = :worker, lease_until = clock_timestamp() + :left * interval '1 minute'
                WHERE {key} = :n
            """
            await uow.session.execute(text(lease), {"worker": worker, "left": -1, "n": 0})
            await uow.session.execute(text(lease), {"worker": worker, "left": 1, "n": 1})
    assert await heard(database, BY_NAME["reclaim-leases"]) == ({"freed": 2, "notes": 0}, {"inbox", "outbox", "files"})
    assert await heard(database, BY_NAME["reclaim-leases"]) == ({"freed": 0, "notes": 0}, set())
    async with database.uow() as uow:
        for table in ("inbox", "letters"):
            left = await uow.session.scalar(text(f"SELECT count(*) FROM {table} WHERE lease_until IS NOT NULL"))
            assert left == 1


async def test_the_outbox_is_looked_at_though_nobody_asked(database: Database) -> None:
    assert await heard(database, BY_NAME["tick-outbox"]) == ({}, {"outbox"})


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("keep-promises", ["missed", "again"]),
        ("remind-to-check", ["reminded"]),
        ("drop-drafts", ["drafts"]),
        ("move-campaigns", ["moved"]),
        ("retention", ["updates", "rendered", "readings", "cases", "files", "complaints", "rating_words", "people"]),
        ("remind-of-complaints", ["told"]),
    ],
)
async def test_keeping_house_says_in_numbers_what_it_did(database: Database, name: str, counts: list[str]) -> None:
    done, nudged = await heard(database, BY_NAME[name])
    assert (done, nudged) == (dict.fromkeys(counts, 0), set())


def begins(job: Job, place: int, span: timedelta) -> list[datetime]:
    """When a job begins, from noon on."""
    trigger, noon = in_turn(job.trigger, place), datetime(2026, 3, 11, 12, tzinfo=ZONE)
    at, times = trigger.get_next_fire_time(None, noon), []
    while at is not None and at < noon + span:
        times.append(at)
        at = trigger.get_next_fire_time(at, at)
    return times


def test_jobs_do_not_all_begin_at_the_full_minute() -> None:
    everyone = Counter(
        at.replace(microsecond=0) for place, job in enumerate(JOBS) for at in begins(job, place, timedelta(minutes=30))
    )
    assert max(everyone.values()) <= MOST_AT_ONCE
    assert all(in_turn(job.trigger, 3) is job.trigger for job in JOBS if isinstance(job.trigger, CronTrigger))


def test_a_jobs_turn_keeps_its_span() -> None:
    for place, job in enumerate(JOBS):
        if isinstance(job.trigger, IntervalTrigger):
            times = begins(job, place, 3 * job.trigger.interval)
            assert len(times) == 3
            assert {later - at for at, later in pairwise(times)} == {job.trigger.interval}
