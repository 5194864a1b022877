"""How runs of jobs went: logged, and kept as one row a job for the operator to read."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from db.engine import Database
from db.repositories import jobs
from scheduler.runs import Counts

log = structlog.get_logger("scheduler")

SAME_SECONDS = 60.0
"""Of runs that find nothing to do one in so long is written down: some come each second, and each would be a commit."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run went. `counts`: what it did; None where it failed, or where a daily job had its turn already."""

    counts: Counts | None
    error: str | None
    """The class of what ended it; its words may hold somebody's."""
    seconds: float

    @property
    def did_something(self) -> bool:
        """Whether there was anything to do."""
        return self.counts is not None and any(self.counts.values())

    @property
    def had_no_turn(self) -> bool:
        """Whether it ran today already."""
        return self.counts is None and self.error is None

    def and_then(self, later: Ran) -> Ran:
        """Both as one run. What the first did stands, whatever became of the second."""
        counts = dict(Counter(self.counts or {}) + Counter(later.counts or {}))
        return Ran({**dict.fromkeys(self.counts or {}, 0), **counts}, later.error, self.seconds + later.seconds)


async def told(name: str, run: Awaitable[Counts | None]) -> Ran:
    """How a run went, logged where it did anything or failed."""
    began = time.monotonic()
    try:
        counts = await run
    except Exception as exc:  # noqa: BLE001 - one job's fault must not stop the clock
        log.error("job_failed", job=name, error=type(exc).__name__)
        return Ran(None, type(exc).__name__, time.monotonic() - began)
    if counts and any(counts.values()):
        log.info("job_ran", job=name, **counts)
    return Ran(counts, None, time.monotonic() - began)


class Results:
    """Writes down how runs went."""

    def __init__(self, database: Database, ticks: Callable[[], float] = time.monotonic) -> None:
        """`ticks`: seconds from any beginning."""
        self._database = database
        self._ticks = ticks
        self._quiet_until: dict[str, float] = {}

    async def put_down(self, job: str, ran: Ran) -> None:
        """Keeps it; where that can't be done it is logged, and no harm."""
        if ran.had_no_turn:
            return
        now = self._ticks()
        dull = ran.error is None and not ran.did_something
        if dull and now < self._quiet_until.get(job, 0.0):
            return
        took, counts = round(1000 * ran.seconds), dict(ran.counts or {}) if ran.did_something else {}
        try:
            async with self._database.uow() as uow:
                await jobs.put_down(uow.session, job, took, ran.error, counts)
        except Exception as exc:  # noqa: BLE001 - what was done stays done, whether or not it is written down
            log.warning("job_result_lost", job=job, error=type(exc).__name__)
            return
        # What went well after anything else is news.
        self._quiet_until[job] = now + SAME_SECONDS if dull else 0.0
