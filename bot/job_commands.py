"""`python -m bot jobs`: the table of jobs with how each went last, and one of them run by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.clock import Clock
from bot.ground import Ground, reached, stand
from bot.log import configure
from bot.settings import ConfigurationError, Settings, load_settings
from casework.context import MACHINE, Context
from db.backup.take import BackupPlace
from db.engine import Database
from db.models import JobResult
from db.repositories import jobs
from db.running_server import running_server_url
from db.uow import UnitOfWork
from rules.local_time import KYIV
from scheduler.job import Job, LongJob
from scheduler.jobs import BY_NAME
from scheduler.results import Ran
from scheduler.runner import Scheduler
from scheduler.runs import Storage

FAILED_EXIT = 1
NO_DATABASE = "no database runs here, so how each went last is not known (set DATABASE_URL, or start the bot)"
NOT_MIGRATED = "the database knows no results yet: python -m bot migrate"


def show() -> int:
    """Prints what runs by itself: when, what becomes of a missed run, how the last one went, and why it is there."""
    results, why_not = asyncio.run(_known(load_settings()))
    for job in BY_NAME.values():
        print(line_of(job, results.get(job.name)))
    if why_not:
        print(f"\n{why_not}")
    return 0


def run(name: str) -> int:
    """Runs one job now, in this process, beside a running bot or without one; 1 where it failed."""
    if name not in BY_NAME:
        raise ConfigurationError(f"no job {name}: name one of {', '.join(BY_NAME)}")
    settings = load_settings()
    configure(settings.log_level)
    ground = stand(settings, beside_running=True)
    try:
        ran = asyncio.run(_run(ground, BY_NAME[name]))
    finally:
        ground.leave()
    print(f"{name}: {_said(ran)}")
    return FAILED_EXIT if ran.error else 0


def line_of(job: Job | LongJob, result: JobResult | None) -> str:
    """One line of the table. Moments are those of Kyiv."""
    return f"{job.name:20} {job.trigger!s:42} {job.missed.words:36} {_last(result):66} {job.why}"


def _last(result: JobResult | None) -> str:
    if result is None:
        return "-"
    how = "ok" if result.error is None else f"failed: {result.error}"
    told = f"{_moment(result.ran_at)} {how}, {_long(result.took_ms / 1000)}"
    if result.error is not None:
        return f"{told}; ok {_moment(result.ok_at) if result.ok_at else 'never'}"
    if result.did_at is None:
        return f"{told}, nothing to do"
    when = "" if result.did_at == result.ran_at else f"{_moment(result.did_at)} "
    return f"{told}; {when}{_numbers(result.counts)}"


def _said(ran: Ran) -> str:
    if ran.error is not None:
        return f"failed with {ran.error} after {_long(ran.seconds)}, nothing of it is kept"
    did = _numbers(ran.counts or {}) if ran.did_something else "nothing to do"
    return f"ok, {_long(ran.seconds)}, {did}"


def _numbers(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{word} {number}" for word, number in counts.items() if number)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(KYIV):%d.%m. %H:%M:%S}"


def _long(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"


async def _known(settings: Settings) -> tuple[dict[str, JobResult], str]:
    """How each went, and why nothing of it is known. Neither a server is started for that, nor keys are made."""
    given = settings.database_url
    url = given.get_secret_value() if given is not None else running_server_url(settings.data_dir)
    if url is None:
        return {}, NO_DATABASE
    database = Database.open(url, pool_size=1)
    try:
        with reached():
            async with database.uow() as uow:
                if not await jobs.keeps_results(uow.session):
                    return {}, NOT_MIGRATED
                return await jobs.last_results(uow.session), ""
    finally:
        await database.close()


async def _run(ground: Ground, job: Job | LongJob) -> Ran:
    await ground.migrate()
    database = Database.open(ground.url, pool_size=2)
    clock, folder = Clock(), ground.settings.backup_folder

    def make_context(uow: UnitOfWork, now: datetime) -> Context:
        return Context(uow=uow, actor=MACHINE, now=now, catalogue=ground.catalogue, rules=ground.rules)

    place = None if folder is None else BackupPlace(folder, ground.settings.backup_keep)
    storage = Storage(database, ground.url, place)
    try:
        return await Scheduler(database, clock.now, make_context, storage=storage).run_by_hand(job)
    finally:
        await database.close()
