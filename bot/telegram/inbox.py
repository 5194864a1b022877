"""The inbox worker: hands updates to the dispatcher, each lane in order, lanes side by side."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import datetime

import structlog
from aiogram import Dispatcher
from aiogram.types import Update

from bot.log import log_failure
from bot.telegram import metrics
from bot.telegram.answers import Answers
from bot.telegram.calls import Calls
from bot.telegram.handling import HANDLING, ClaimLost, Handling
from bot.telegram.lanes import private_chat
from bot.telegram.rounds import Rounds
from casework.context import MACHINE, Context, Rules
from casework.not_yet import NotYet
from casework.upkeep.park_update import ParkedUpdate, park_update
from db.by_hand import Hand
from db.engine import Database
from db.repositories import inbox
from db.repositories.inbox import ClaimedUpdate
from db.trouble import by_hand_until_it_passes, is_passing, until_it_passes
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.problems import Way, incident_number

log = structlog.get_logger(__name__)

CHANNEL = "inbox"
AT_ONCE = 32
LEASE_SECONDS = 60.0
TICK_SECONDS = 2.0
"""The safety net: how long updates wait at most when no nudge was heard."""
SHORTEST_WAIT = 0.005
TROUBLE_SECONDS = 1.0
ANSWER_SECONDS = 1.0
"""How long a stop waits for direct answers, which may be lost."""
TRIES = 3
UNFINISHED_CLAIMS = 10
RETRY_SECONDS = 0.2
IN_A_ROW = 20
"""So many updates of one lane, then whoever waits longest is next."""

OWN_FAILURE, UNFINISHED = "own-failure", "unfinished"


class NotCommitted(Exception):
    """The dispatcher came back without an error and without a commit: somebody swallowed what was raised."""


class InboxWorker(Rounds):
    """Handles what waits in the inbox until it is stopped. `now` returns business time (UTC).

    The dispatcher's outermost middleware is `UnitOfWorkMiddleware`. `worker_id` says whose claims these are.
    """

    def __init__(
        self,
        dispatcher: Dispatcher,
        calls: Calls,
        database: Database,
        now: Callable[[], datetime],
        catalogue: Catalogue,
        rules: Rules,
        *,
        worker_id: Callable[[], int | None] = lambda: None,
        at_once: int = AT_ONCE,
    ) -> None:
        super().__init__(database, CHANNEL, at_once)
        self._dispatcher = dispatcher
        self._calls = calls
        self._now = now
        self._catalogue = catalogue
        self._rules = rules
        self._worker_id = worker_id
        self._answering: set[asyncio.Task[None]] = set()

    async def stop(self) -> None:
        """Take nothing new, and finish within ten seconds what is in flight."""
        if not await self._finish():
            log.warning("updates_cut_short")
        if self._answering:
            _, late = await asyncio.wait(self._answering, timeout=ANSWER_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def idle(self) -> bool:
        """Whether no update waits and none is being handled or answered, as far as this process knows."""
        return super().idle() and not self._answering

    async def _round(self) -> float:
        """Start whatever can be handled now; returns the seconds until it is worth looking again."""
        self._crew.silence()
        self._quiet = False
        # What came for a lane that is being worked on was passed over: the end of that lane is when to look again.
        self._crew.rings_at_end = True
        try:
            claimed, others_wait, next_in = await self._claim()
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever PostgreSQL does
            log_failure(log, "claiming_failed", error)
            return TROUBLE_SECONDS
        self._crew.rings_at_end = others_wait
        for each in claimed:
            self._crew.start(each.lane, self._work(each))
        # Whatever was nudged for meanwhile has not been looked at.
        self._quiet = not others_wait and not self._crew.rung
        return min(TICK_SECONDS, max(SHORTEST_WAIT, next_in or TICK_SECONDS))

    async def _claim(self) -> tuple[Sequence[ClaimedUpdate], bool, float | None]:
        """Claim what there are hands for; whether others wait; and, unless some are busy and will say when they end, in
        how many seconds the next of them can be claimed.
        """
        lanes = self._crew.lanes
        if not self._crew.free:
            return [], True, None
        async with self._database.hand() as hand:
            claimed = await inbox.claim(
                hand,
                limit=self._crew.free,
                lease=LEASE_SECONDS,
                worker=self._worker_id(),
                busy=lanes,
            )
            if lanes or (claimed and not claimed.others_wait):
                return claimed, claimed.others_wait, None
            backlog = await inbox.backlog(hand)
            return claimed, backlog.waiting > len(claimed), backlog.next_in

    async def _work(self, first: ClaimedUpdate) -> None:
        """Handle this update and those that follow in its lane, until one has to wait.

        What comes meanwhile, or is claimed and not handled any more, is found by the next round.
        """
        claimed: ClaimedUpdate | None = first
        for _ in range(IN_A_ROW):
            if claimed is None:
                return
            claimed = await self._handle(claimed)
            if claimed is not None and self._stopping:
                await self._let_go(claimed)
                return
        if claimed is not None:
            await self._let_go(claimed)

    async def _handle(self, claimed: ClaimedUpdate) -> ClaimedUpdate | None:
        """Handle one update; the next one of its lane, if that was claimed with it."""
        metrics.update_wait.observe(claimed.waited)
        started = time.monotonic()
        handling = None
        try:
            if claimed.claims > UNFINISHED_CLAIMS:
                await self._park(claimed, UNFINISHED)
                return None
            update = Update.model_validate_json(claimed.body, context={"bot": self._calls.bot})
            handling = Handling(claimed, Answers(update), LEASE_SECONDS, self._worker_id())
            await self._dispatcher.feed_update(self._calls.bot, update, **{HANDLING: handling})
            if not handling.committed:
                raise NotCommitted
        except ClaimLost:
            log.warning("claim_lost", update=claimed.id)
            return None
        except NotYet:
            await self._let_go(claimed, delay=RETRY_SECONDS)
            return None
        except Exception as error:  # noqa: BLE001 - whatever a handler raises, the inbox goes on
            if handling is None or not handling.committed:
                await self._after_failure(claimed, handling, error)
                return None
            log_failure(log, "after_commit_failed", error, update=claimed.id)
        metrics.updates_handled.inc()
        metrics.update_time.observe(time.monotonic() - started)
        self._answer(handling)
        return handling.following

    async def _after_failure(self, claimed: ClaimedUpdate, handling: Handling | None, error: Exception) -> None:
        """Only our own code's failures count as tries; PostgreSQL's passing trouble does not."""
        failed = not is_passing(error)
        log_failure(log, "update_failed", error, update=claimed.id, tries=claimed.tries, counts=failed)
        if failed:
            metrics.updates_failed.inc()
            if claimed.tries + 1 >= TRIES:
                await self._park(claimed, OWN_FAILURE)
                self._answer(Handling(claimed, handling.answers.only_press()) if handling else None)
                return
        await self._let_go(claimed, delay=RETRY_SECONDS * 3**claimed.tries, failed=failed)

    async def _let_go(self, claimed: ClaimedUpdate, *, delay: float = 0.0, failed: bool = False) -> None:
        """Give a claim back: the update waits again, for `delay` seconds at least."""

        async def write(hand: Hand) -> None:
            await inbox.let_go(hand, claimed, delay=delay, failed=failed)

        await by_hand_until_it_passes(self._database, write)
        self.nudge()

    async def _park(self, claimed: ClaimedUpdate, reason: str) -> None:
        """Put the update aside and apologise, in one transaction; should the apology fail, put it aside without."""
        incident = incident_number(Way.IN, claimed.id)
        parked = ParkedUpdate(claimed.id, incident, private_chat(claimed.lane))

        async def write(uow: UnitOfWork, follow: bool = True) -> None:
            if await inbox.park(uow.session, claimed, reason) and follow:
                ctx = Context(uow, MACHINE, self._now(), self._catalogue, self._rules)
                await park_update(ctx, parked)

        try:
            await until_it_passes(self._database, write)
        except Exception as error:  # noqa: BLE001 - an update that fails must not hold its lane for ever
            log_failure(log, "apology_failed", error, update=claimed.id)
            await until_it_passes(self._database, lambda uow: write(uow, follow=False))
        log.error("update_parked", update=claimed.id, incident=incident, reason=reason)
        metrics.updates_parked.inc()

    def _answer(self, handling: Handling | None) -> None:
        """Send direct answers aside: the lane does not wait for Telegram."""
        if handling is None or handling.answers.silent:
            return
        task = asyncio.create_task(handling.answers.send(self._calls, self._database))
        self._answering.add(task)
        task.add_done_callback(self._answered)

    def _answered(self, task: asyncio.Task[None]) -> None:
        self._answering.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log_failure(log, "answer_failed", error)
