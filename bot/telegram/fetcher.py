"""The fetcher: brings files from Telegram into our own keeping, while no transaction is open."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.log import log_failure
from bot.telegram import metrics
from bot.telegram.calls import Calls
from bot.telegram.downloads import download
from bot.telegram.failures import CallFailed, Cause, Refused, TooFast
from bot.telegram.rounds import Rounds
from casework.context import MACHINE, Context
from casework.files.fetched import Fetched, fetched
from db.engine import Database
from db.models import File
from db.repositories import files
from db.repositories.files import ClaimedFile
from db.trouble import is_passing, until_it_passes
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.file_contents import flaw_of
from rules.files import FileKind, Flaw, beyond, most_bytes

log = structlog.get_logger(__name__)

CHANNEL = "files"
AT_ONCE = 2
"""Each holds a file in memory: up to 20 MB, from a server of the department's own up to 45."""
LEASE_SECONDS = 180.0
"""Longer than the longest call and download."""
TICK_SECONDS = 2.0
TROUBLE_SECONDS = 1.0
SHORTEST_WAIT = 0.005
FIRST_DELAY = 0.5
LONGEST_DELAY = 300.0
TRIES_OF_OUR_OWN = 3
ASKED_IN_VAIN = 4
"""Telegram says the same of a file that is gone and of one that it can't give just now: so often it is asked."""
UNFINISHED_CLAIMS = 30
GIVEN_UP_AFTER = timedelta(days=2)


class Fetcher(Rounds):
    """Fetches what waits until it is stopped. `now` returns business time (UTC); `worker_id`: whose claims these are;
    `local`: from the department's own server in its local mode.

    Any number of processes may do so side by side.
    """

    def __init__(
        self,
        calls: Calls,
        database: Database,
        now: Callable[[], datetime],
        catalogue: Catalogue,
        *,
        worker_id: Callable[[], int | None] = lambda: None,
        at_once: int = AT_ONCE,
        local: bool = False,
    ) -> None:
        super().__init__(database, CHANNEL, at_once)
        self._calls = calls
        self._now = now
        self._catalogue = catalogue
        self._worker_id = worker_id
        self._local, self._most = local, most_bytes(local=local)

    async def stop(self) -> None:
        """Take nothing new, and finish within ten seconds what is in flight; what is cut short is fetched again."""
        if not await self._finish():
            log.warning("fetching_cut_short")

    async def _round(self) -> float:
        """Start what can be fetched now; returns the seconds until it is worth looking again."""
        self._crew.silence()
        if not self._crew.free:
            return TICK_SECONDS
        try:
            async with self._database.uow() as uow:
                claimed = await files.claim(
                    uow.session, limit=self._crew.free, lease=LEASE_SECONDS, worker=self._worker_id()
                )
                backlog = await files.backlog(uow.session)
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever PostgreSQL does
            log_failure(log, "claiming_failed", error)
            return TROUBLE_SECONDS
        for each in claimed:
            self._crew.start(f"f:{each.id}", self._fetch(each))
        self._quiet = backlog.waiting == len(claimed) and not self._crew.rung
        return min(TICK_SECONDS, max(SHORTEST_WAIT, backlog.next_in or TICK_SECONDS))

    async def _fetch(self, claimed: ClaimedFile) -> None:
        """Fetch one file; the end of it is always written down."""
        try:
            async with self._database.uow() as uow:
                file = await files.by_id(uow.session, claimed.id)
            if file is not None:
                await self._bring(claimed, file)
        except CallFailed as failure:
            metrics.files_failed.labels(failure.word).inc()
            await self._later(claimed, failure.word, failure.seconds if isinstance(failure, TooFast) else None)
        except Exception as error:  # noqa: BLE001 - one file's fault is not the others'
            await self._failed(claimed, error)

    async def _bring(self, claimed: ClaimedFile, file: File) -> None:
        too_old = self._now() - file.came_at > GIVEN_UP_AFTER
        if too_old or claimed.claims > UNFINISHED_CLAIMS or file.telegram_id is None:
            await self._end(claimed, flaw=Flaw.LOST)
            return
        try:
            content = await download(self._calls, file.telegram_id, local=self._local)
        except Refused as refusal:
            if refusal.cause is Cause.TOO_LARGE:
                await self._end(claimed, flaw=beyond(self._most))
            elif claimed.claims >= ASKED_IN_VAIN:
                await self._end(claimed, flaw=Flaw.LOST)
            else:
                raise
            return
        flaw = await asyncio.to_thread(flaw_of, FileKind(file.kind), file.name, content, self._most)
        await self._end(claimed, b"" if flaw else content, flaw)

    async def _end(self, claimed: ClaimedFile, content: bytes = b"", flaw: Flaw | None = None) -> None:
        async def keep(uow: UnitOfWork) -> bool:
            ctx = Context(uow, MACHINE, self._now(), self._catalogue)
            return await fetched(ctx, Fetched(claimed.id, claimed.lease, content, flaw))

        if not await until_it_passes(self._database, keep):
            return
        if flaw is None:
            metrics.files_kept.inc()
        else:
            log.info("file_refused", file=claimed.id, flaw=flaw.value)
            metrics.files_refused.labels(flaw.value).inc()

    async def _later(self, claimed: ClaimedFile, word: str, seconds: float | None = None) -> None:
        """Back off: twice as long each time, up to five minutes, never in step with others."""
        delay = min(LONGEST_DELAY, FIRST_DELAY * 2 ** min(claimed.claims - 1, 12)) * random.uniform(0.5, 1.0)
        delay = max(delay, seconds or 0.0)
        log.warning("file_backs_off", file=claimed.id, reason=word, claims=claimed.claims, seconds=round(delay, 2))
        await until_it_passes(self._database, lambda uow: files.put_back(uow.session, claimed, delay=delay))

    async def _failed(self, claimed: ClaimedFile, error: Exception) -> None:
        """Our own code failed on it: tried again a little later, given up after the third time."""
        passing = is_passing(error)
        log_failure(log, "file_failed", error, file=claimed.id, tries=claimed.tries, counts=not passing)
        metrics.files_failed.labels("database" if passing else "own-failure").inc()
        if not passing and claimed.tries + 1 >= TRIES_OF_OUR_OWN:
            await self._end(claimed, flaw=Flaw.LOST)
            return
        delay = FIRST_DELAY * 2**claimed.tries

        async def write(uow: UnitOfWork) -> None:
            await files.put_back(uow.session, claimed, delay=delay, failed=not passing)

        await until_it_passes(self._database, write)
