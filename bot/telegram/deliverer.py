"""The deliverer: hands letters and slots to Telegram, lane by lane, at the pace that Telegram allows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.log import log_failure
from bot.telegram.calls import Calls
from bot.telegram.crew import Crew
from bot.telegram.delivery import Delivery
from bot.telegram.ledger import Ledger
from bot.telegram.pace import Pace
from bot.telegram.rendered import Rendered
from bot.telegram.tenure import Tenure
from casework.letters.policies import Priority
from casework.letters.sights import Sight
from db.engine import Database
from db.repositories import budget, letters
from db.repositories.letters import Backlog, ClaimedLetter, Head, Window
from db.trouble import until_it_passes
from db.uow import UnitOfWork
from rules.catalogue import Catalogue

log = structlog.get_logger(__name__)

CHANNEL = "outbox"
AT_ONCE = 32
LEASE_SECONDS = 120.0
"""Longer than the longest wait for a turn and an answer, several calls in a row."""
TICK_SECONDS = 2.0
"""The safety net: how long due letters wait at most when no nudge was heard."""
SHORTEST_WAIT = 0.005
TROUBLE_SECONDS = 1.0
STOP_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look at the outbox brought. `more`: there may be more that could leave at once."""

    claimed: list[ClaimedLetter] = field(default_factory=list)
    more: bool = False
    backlog: Backlog | None = None


class Deliverer:
    """Delivers what is due while `tenure` is held, until it is stopped.

    `now` returns business time (UTC), `render` words a sight, `worker_id` says whose claims these are. `calls` carries
    the budget that direct answers share: since it is this process's alone, only one may hold the role.
    """

    def __init__(
        self,
        calls: Calls,
        database: Database,
        now: Callable[[], datetime],
        catalogue: Catalogue,
        render: Callable[[Sight], Rendered],
        *,
        tenure: Tenure | None = None,
        worker_id: Callable[[], int | None] = lambda: None,
        at_once: int = AT_ONCE,
    ) -> None:
        self._pace: Pace = calls.pace
        self._database = database
        self._now = now
        self._delivery = Delivery(calls, Ledger(database, catalogue, now), render)
        self._crew = Crew(at_once)
        self._tenure = tenure or Tenure.for_ever("letters")
        self._worker_id = worker_id
        self._stopped = asyncio.Event()
        self._ended = asyncio.Event()
        self._ended.set()
        self._quiet = False
        database.hear(self._heard)

    async def run(self) -> None:
        """Work until `stop`. Not to be run twice."""
        self._ended.clear()
        try:
            learnt = 0
            while await self._tenure.gained_before(self._stopped):
                if learnt != self._tenure.number:
                    await until_it_passes(self._database, self._learn)
                    learnt = self._tenure.number
                while self._tenure.held and not self._stopped.is_set():
                    await self._crew.wait(await self._round())
        finally:
            self._ended.set()

    async def stop(self) -> None:
        """Take nothing new, and finish within ten seconds what is in flight."""
        self._stopped.set()
        self._crew.ring()
        # A round that is claiming now still starts what it gets.
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), STOP_SECONDS)
        if not await self._crew.finish(STOP_SECONDS):
            log.warning("deliveries_cut_short")

    def nudge(self) -> None:
        """There may be something due."""
        self._quiet = False
        self._crew.ring()

    def idle(self) -> bool:
        """Whether nothing is due and nothing is in flight, as far as this process knows."""
        return (self._quiet or not self._tenure.held) and not self._crew.lanes and not self._crew.rung

    def _heard(self, channel: str) -> None:
        if channel == CHANNEL:
            self.nudge()

    async def _learn(self, uow: UnitOfWork) -> None:
        """What the budget has to know of the time before, whoever delivered then."""
        spent = await budget.recently_spent(uow.session, self._pace.memory_seconds)
        for chat_id, seconds in await budget.paused_chats(uow.session):
            self._pace.pause(chat_id, seconds)
        self._pace.remember((each.chat_id, each.ago) for each in spent)

    async def _round(self) -> float:
        """Start whatever may leave now; returns the seconds until it is worth looking again."""
        self._crew.silence()
        try:
            found = await self._claim()
            if found.claimed:
                ready = await self._delivery.prepare(found.claimed)
                for each, prepared in zip(found.claimed, ready, strict=True):
                    self._crew.start(each.lane, self._delivery.deliver(each, prepared))
            return self._rest(found)
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever PostgreSQL does
            log_failure(log, "claiming_failed", error)
            return TROUBLE_SECONDS

    async def _claim(self) -> _Found:
        """Claim what budget and crew have room for, the most urgent first.

        Where nothing may leave and nothing is in flight it is counted what waits.
        """
        room = min(self._crew.free, self._pace.room())
        window = Window(
            now=self._now(),
            limit=room,
            least=Priority.BROADCAST if self._pace.room(Priority.BROADCAST) else Priority.CASE,
            full=self._pace.full_chats(),
            kept=self._pace.full_chats(Priority.CASE),
            keep_for=Priority.CASE,
            busy=self._crew.lanes,
            thrifty=self._pace.thrifty_groups(),
            merge=self._pace.merge_seconds,
        )
        heads: list[Head] = []
        try:
            async with self._database.uow() as uow:
                could_leave = await letters.lock_heads(uow.session, window) if room else []
                heads.extend(head for head in could_leave if self._pace.reserve(head.chat_id, head.priority))
                if heads:
                    claimed = await letters.lease(uow.session, heads, LEASE_SECONDS, self._worker_id())
                    return _Found(claimed, more=len(could_leave) == room)
                if self._crew.lanes:
                    return _Found()
                return _Found(backlog=await letters.backlog(uow.session, self._now()))
        except BaseException:
            for head in heads:
                self._pace.give_back(head.chat_id)
            raise

    def _rest(self, found: _Found) -> float:
        """When is the next look worth it, unless the bell rings: something was nudged for, or a lane has ended?"""
        if found.more:
            return SHORTEST_WAIT
        held_up = self._pace.next_change() or TICK_SECONDS
        backs_off = TICK_SECONDS
        if found.backlog is not None:
            # Whatever was nudged for meanwhile has not been looked at.
            self._quiet = found.backlog.due == 0 and not self._crew.rung
            backs_off = found.backlog.next_in or TICK_SECONDS
        return max(SHORTEST_WAIT, min(TICK_SECONDS, held_up, backs_off))
