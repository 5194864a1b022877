"""One process among several: says that it lives, notices who does not, and holds the roles that only one may hold.

No role and no claim depends on a clock of another machine. See `db.repositories.workers` and decision 11.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import structlog

from bot.log import log_failure
from bot.telegram.tenure import Tenure
from db.engine import Database
from db.repositories import workers
from db.repositories.workers import Process, Seen
from db.trouble import until_it_passes
from db.uow import UnitOfWork

log = structlog.get_logger(__name__)

CHANNEL = "workers"
BEAT_SECONDS = 2.0
ANSWER_SECONDS = 4.0
TROUBLE_SECONDS = 0.5
DEAD_AFTER_SECONDS = 10.0
"""A worker of another machine that was seen to stand still for so long is dead."""
HUNG_AFTER_SECONDS = 30.0
"""One of this machine whose process is still there, but does nothing, as well."""
TRUST_SECONDS = 8.0
"""So long after its last beat a process may still act in its roles: less than it takes others to give it up."""


class Presence:
    """This process as the others see it. `roles`: those it would hold, each held by one process at a time; `shared`:
    those that it holds beside others, as long as they take it for alive.

    `database` has a connection for this alone: who waits for one among all that work would seem dead when busy.
    """

    def __init__(
        self,
        database: Database,
        roles: Sequence[str],
        monotonic: Callable[[], float] = time.monotonic,
        *,
        shared: Sequence[str] = (),
    ) -> None:
        self._database = database
        self._monotonic = monotonic
        self._process = this_process()
        self._tenures = {role: Tenure(role, self._trusted) for role in (*roles, *shared)}
        self._alone = frozenset(roles)
        self._seen: dict[int, tuple[int, float]] = {}
        """Worker → its beats, and since when they have not grown."""
        self._confirmed = 0.0
        self._bell = asyncio.Event()
        self._stopping = False
        self._company = True
        self.id: int | None = None
        """This worker's id; None before `join`."""

    async def join(self) -> None:
        """Begin to work: bury who is known to be dead, and take the roles that are free."""
        await until_it_passes(self._database, self._join)

    async def run(self) -> None:
        """Beat until `leave`. Trouble of PostgreSQL's is waited for; meanwhile the roles lapse."""
        while not self._stopping:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pause()):
                    await self._bell.wait()
            self._bell.clear()
            if not self._stopping:
                await self._beat()

    async def leave(self) -> None:
        """Give everything back: what stands by takes over at once. Call it when nothing is in flight any more."""
        self._stopping = True
        self._bell.set()
        for tenure in self._tenures.values():
            tenure.lose()
        if (worker_id := self.id) is None:
            return
        self.id = None
        try:
            async with self._database.uow() as uow:
                await workers.leave(uow.session, worker_id)
                await self._free(uow)
                uow.nudge(CHANNEL)
        except Exception as error:  # noqa: BLE001 - a database that is away must not hold up a stop; others see us gone
            log_failure(log, "not_left", error)

    def tenure(self, role: str) -> Tenure:
        """The role as seen from here."""
        return self._tenures[role]

    def standing(self) -> dict[str, str]:
        """`held` or `standby` for each role."""
        return {role: "held" if tenure.held else "standby" for role, tenure in self._tenures.items()}

    def has_company(self) -> bool:
        """Whether other processes work here, or may do: who joins says so."""
        return self._company

    def nudge(self) -> None:
        """Somebody left: look at once."""
        self._bell.set()

    async def _beat(self) -> None:
        begun = self._monotonic()
        try:
            async with asyncio.timeout(ANSWER_SECONDS), self._database.uow() as uow:
                alive = self.id is not None and await workers.beat(uow.session, self.id)
                if alive:
                    held = await self._look_around(uow)
            if not alive:
                # Whoever is leaving meanwhile is no more there by its own will.
                if not self._stopping:
                    log.error("taken_for_dead", worker=self.id)
                    await self.join()
                return
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever PostgreSQL does
            # Nobody could beat meanwhile, so nobody may be given up for that.
            self._seen.clear()
            log_failure(log, "not_beaten", error)
            return
        self._settle(held, begun)

    async def _join(self, uow: UnitOfWork) -> None:
        begun = self._monotonic()
        for tenure in self._tenures.values():
            tenure.lose()
        if self._stopping:
            return
        self.id = await workers.join(uow.session, self._process)
        self._seen.clear()
        held = await self._look_around(uow)
        await self._free(uow)
        # Who was alone until now has to tell others of its work from now on.
        uow.nudge(CHANNEL)
        uow.after_commit(lambda: self._settle(held, begun))

    async def _look_around(self, uow: UnitOfWork) -> dict[str, int]:
        """Bury the dead, then take what is free; returns who holds which role."""
        everybody = await workers.everybody(uow.session)
        buried = [other.id for other in everybody if self._is_dead(other) and await workers.bury(uow.session, other)]
        there = {other.id for other in everybody}
        self._company = len(there) > 1
        self._seen = {worker: seen for worker, seen in self._seen.items() if worker in there}
        if buried:
            log.warning("workers_gone", workers=buried)
            await self._free(uow)
        held = await workers.holders(uow.session, list(self._alone))
        assert self.id is not None
        for role in self._alone - held.keys():
            if await workers.acquire(uow.session, role, self.id):
                held[role] = self.id
        return held

    async def _free(self, uow: UnitOfWork) -> None:
        if freed := await workers.free_orphans(uow.session):
            log.info("claims_freed", freed=freed)
            uow.nudge("inbox")
            uow.nudge("outbox")

    def _is_dead(self, other: Seen) -> bool:
        if other.id == self.id:
            return False
        here = other.process.machine == self._process.machine
        if here and not lives(other.process):
            return True
        now = self._monotonic()
        beats, since = self._seen.get(other.id, (-1, now))
        if beats != other.beats:
            self._seen[other.id] = (other.beats, now)
            return False
        return now - since > (HUNG_AFTER_SECONDS if here else DEAD_AFTER_SECONDS)

    def _settle(self, held: dict[str, int], begun: float) -> None:
        """The transaction that began then has committed."""
        self._confirmed = begun
        for role, tenure in self._tenures.items():
            if role not in self._alone or held.get(role) == self.id:
                tenure.gain()
            else:
                tenure.lose()

    def _trusted(self) -> bool:
        return self._monotonic() - self._confirmed < TRUST_SECONDS

    def _pause(self) -> float:
        return BEAT_SECONDS if self._trusted() else TROUBLE_SECONDS


def this_process() -> Process:
    """This process as its machine knows it. Where the kernel does not tell, it is known by nobody."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        space = os.stat("/proc/self/ns/pid").st_ino
        return Process(f"{boot}/{space}", os.getpid(), _started(os.getpid()))
    except OSError:
        return Process(str(uuid4()), os.getpid(), "")


def lives(process: Process) -> bool:
    """Whether a process of this machine is still there: the same one, not one that got its number."""
    try:
        return _started(process.pid) == process.started
    except OSError:
        return False


def _started(pid: int) -> str:
    """The kernel's ticks at the start of a process. OSError where there is none, or only what is left of a dead one."""
    # The command's name, in brackets, may hold anything: count from behind it.
    fields = Path("/proc", str(pid), "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    if fields[0] in ("Z", "X"):
        raise ProcessLookupError(pid)
    return fields[19]
