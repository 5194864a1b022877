"""Runs the table of jobs: by APScheduler as real time goes by, and one after the other when the demo's clock leaps."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from casework.context import Context
from db.engine import Database
from db.repositories.jobs import begin_daily
from db.uow import UnitOfWork
from rules.local_time import local_date
from scheduler.job import ZONE, Job, LongJob, Moments, every, in_turn
from scheduler.jobs import JOBS, LONG_JOBS
from scheduler.results import Ran, Results, told
from scheduler.runs import Beside, Counts, Storage

GRACE_SECONDS = 60
STOP_SECONDS = 10.0
MOST_TRIES, TRY_SECONDS = 40, 0.05
"""So often, and so far apart, a leap asks for what another process holds."""
MOST_ROUNDS = 10_000
"""So often a job is run again at once, whatever it says that it found."""
LOOK_SECONDS = 0.1
"""So long, in real time, what lies ahead of a leap is known without a new look, as others write rows meanwhile, too."""


class _Ahead:
    """The first moment of each job up to the end of a leap, as it was seen last."""

    def __init__(self, end: datetime) -> None:
        self.end = end
        self._first: Mapping[str, datetime | None] = {}
        self._did, self._at = -1, 0.0

    def outdone(self, did: int) -> bool:
        """Whether a job did something since."""
        return did != self._did

    def stale(self, did: int) -> bool:
        """Whether a job did something since, or time passed."""
        return self.outdone(did) or time.monotonic() - self._at > LOOK_SECONDS

    def seen(self, did: int, first: Mapping[str, datetime | None]) -> None:
        """A new look."""
        self._first, self._did, self._at = first, did, time.monotonic()

    def of(self, job: Job, until: datetime) -> datetime | None:
        """The first moment of a job, up to another one."""
        at = self._first.get(job.name)
        return at if at is not None and at <= until else None

    def comes_by(self, until: datetime) -> bool:
        """Whether any job has a moment up to this one."""
        return any(at is not None and at <= until for at in self._first.values())


class Scheduler:
    """The clock of one process. `make_context` gives an act's context for a unit of work and a moment."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        make_context: Callable[[UnitOfWork, datetime], Context],
        table: Sequence[Job] = JOBS,
        *,
        storage: Storage | None = None,
        long_table: Sequence[LongJob] = LONG_JOBS,
    ) -> None:
        """`storage`: what the long jobs work on; without it there are none."""
        self._database = database
        self._now = now
        self._make_context = make_context
        self._table = table
        self._storage = storage
        self._long_table = long_table if storage is not None else ()
        self._timer = AsyncIOScheduler(
            timezone=ZONE,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": GRACE_SECONDS},
        )
        self._leaping = 0
        self._did = 0
        """How many runs did something, or may have: what lies ahead of a leap is looked up anew after each."""
        self._running: set[asyncio.Task[None]] = set()
        self._running_long: set[asyncio.Task[None]] = set()
        self._results = Results(database)
        # It reports a job that ran long or late as a warning, with the job's name only; errors are ours to log.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)

    def start(self) -> None:
        """Begins to run the jobs, in the running loop."""
        for place, job in enumerate(self._table):
            self._timer.add_job(self._run_now, in_turn(job.trigger, place), args=[job], id=job.name)
        for long_job in self._long_table:
            self._timer.add_job(self._run_long_now, long_job.trigger, args=[long_job], id=long_job.name)
        self._timer.add_job(self.catch_up, every(minutes=5), id="catch-up")
        self._timer.start()

    async def stop(self) -> None:
        """Runs nothing more; what is running may finish its transaction, long jobs are ended."""
        if not self._timer.running:
            return
        self._timer.pause()
        await asyncio.sleep(0)
        for task in self._running_long:
            task.cancel()
        await asyncio.gather(*self._running_long, return_exceptions=True)
        # APScheduler's own shutdown would cancel jobs in the middle of a transaction.
        if self._running:
            await asyncio.wait(self._running, timeout=STOP_SECONDS)
        self._timer.shutdown(wait=False)
        await asyncio.sleep(0)

    async def advance(self, begin: datetime, end: datetime) -> None:
        """Business time leapt: runs every job that was due between, in order, each at its own time.

        Jobs of less than an hour's interval only keep the machine going: of these the last run stands for all, unless
        such a job has times of its own for a leap.
        """
        self._leaping += 1
        try:
            await self._play(begin, end)
        finally:
            self._leaping -= 1

    async def _play(self, begin: datetime, end: datetime) -> None:
        due = [(at, job) for job in self._table for at in _fire_times(job, begin, end)]
        for job in self._table:
            if job.drain:
                await self.run(job, begin)
        reached, ahead = begin, _Ahead(end)
        for at, job in sorted(due, key=lambda pair: pair[0]):
            if at > reached or job.moments is not None:
                await self._play_moments(reached, at, ahead)
            await self.run(job, at)
            reached = at
        await self._play_moments(reached, end, _Ahead(end))

    async def _play_moments(self, begin: datetime, end: datetime, ahead: _Ahead) -> None:
        """Runs the jobs that know their own moments at each of these, in order; what should have been before is now."""
        if ahead.stale(self._did):
            await self._look(ahead)
        if not ahead.comes_by(end):
            return
        for job in self._table:
            if job.moments is not None:
                if ahead.outdone(self._did):
                    await self._look(ahead)
                await self._play_its_moments(job, job.moments, begin, end, ahead.of(job, end))

    async def _play_its_moments(
        self, job: Job, moments: Moments, begin: datetime, end: datetime, at: datetime | None
    ) -> None:
        """`at`: the first of them."""
        reached, tries = begin, 0
        while at is not None:
            reached = max(reached, at)
            counts = await self.run(job, reached)
            # Another process may hold what is due: it goes by the same moments, and is waited for.
            tries = 0 if counts is not None and any(counts.values()) else tries + 1
            if counts is None or tries > MOST_TRIES:
                break
            if tries:
                await asyncio.sleep(TRY_SECONDS)
            at = await self._next(moments, end)

    async def _look(self, ahead: _Ahead) -> None:
        """Asks all jobs for their moments, in one transaction. Most hours of a leap are empty: what was seen holds on
        while no job does anything.
        """
        did = self._did
        async with self._database.uow() as uow:
            first = {
                job.name: await job.moments(uow.session, ahead.end) for job in self._table if job.moments is not None
            }
        ahead.seen(did, first)

    async def _next(self, moments: Moments, until: datetime) -> datetime | None:
        async with self._database.uow() as uow:
            return await moments(uow.session, until)

    async def run(self, job: Job, at: datetime) -> Counts | None:
        """Runs one job as of `at`. None: it ran today already, or failed (logged, and tried at its next time)."""
        return (await self._ran(job, at)).counts

    async def run_long(self, job: LongJob) -> Counts | None:
        """Runs one long job. None: it failed (logged, and tried at its next time)."""
        return (await self._ran_long(job)).counts

    async def run_by_hand(self, job: Job | LongJob) -> Ran:
        """Runs one job now, whether or not it had its turn today; it counts as today's turn."""
        if isinstance(job, LongJob):
            ran = await self._ran_long(job)
        else:
            ran = await self._ran(job, self._now(), again=True)
        await self._results.put_down(job.name, ran)
        return ran

    async def catch_up(self) -> None:
        """Runs the daily jobs whose time came today while nothing ran, or which failed then; each as its rule says."""
        for job in self._table:
            # In a leap of the clock each has its turn at its own time.
            if not self._leaping and job.to_catch_up(self._now()):
                await self._run_now(job)

    async def _ran(self, job: Job, at: datetime, *, again: bool = False) -> Ran:
        ran = await told(job.name, self._run_in_one(job, at, again))
        self._did += ran.counts is None or ran.did_something
        rounds, last = 1, ran
        while job.drain and last.did_something and rounds < MOST_ROUNDS:
            last = await told(job.name, self._run_in_one(job, at, again))
            ran = ran.and_then(last)
            rounds += 1
        return ran

    async def _ran_long(self, job: LongJob) -> Ran:
        assert self._storage is not None, "without storage there are no long jobs"
        return await told(job.name, job.run(self._storage))

    async def _run_in_one(self, job: Job, at: datetime, again: bool) -> Counts | None:
        """In one transaction, a daily job together with the note that it ran; None: it ran today already. What takes
        long is worked out after it, and written in another one.
        """
        async with self._database.uow() as uow:
            if job.daily and not await begin_daily(uow.session, job.name, local_date(at), at) and not again:
                return None
            done = await job.run(self._make_context(uow, at))
        return await self._finished(done, at) if isinstance(done, Beside) else done

    async def _finished(self, begun: Beside, at: datetime) -> Counts:
        worked = await asyncio.to_thread(begun.work)
        async with self._database.uow() as uow:
            counts = await begun.write(self._make_context(uow, at), worked)
        return {name: begun.counts.get(name, 0) + count for name, count in counts.items()}

    async def _run_long_now(self, job: LongJob) -> None:
        task = asyncio.current_task()
        assert task is not None, "jobs run in tasks"
        self._running_long.add(task)
        try:
            await self._results.put_down(job.name, await self._ran_long(job))
        finally:
            self._running_long.discard(task)

    async def _run_now(self, job: Job) -> None:
        task = asyncio.current_task()
        assert task is not None, "jobs run in tasks"
        if self._leaping and (job.moments is not None or job.leap is not None):
            # The clock shows the end of the leap already; the leap itself comes to each moment in its turn. Both at
            # once would open a campaign and close it again, over and over.
            return
        self._running.add(task)
        try:
            await self._results.put_down(job.name, await self._ran(job, self._now()))
        finally:
            self._running.discard(task)


SHORT = timedelta(hours=1)


def _fire_times(job: Job, begin: datetime, end: datetime) -> list[datetime]:
    times: list[datetime] = []
    trigger = job.leap or job.trigger
    at = trigger.get_next_fire_time(None, begin + timedelta(microseconds=1))
    while at is not None and at <= end:
        times.append(at)
        following = trigger.get_next_fire_time(at, at)
        if following is not None and following - at < SHORT:
            return [end]
        at = following
    return times
