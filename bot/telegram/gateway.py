"""The gateway: brings updates from Telegram into the inbox, and says that they arrived only once they are committed."""

from __future__ import annotations

import asyncio
import json
import random
from contextlib import suppress
from typing import Any, ClassVar

import structlog
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.log import log_failure
from bot.telegram import metrics
from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed, OtherPoller, Refused, TokenRefused, TooFast
from bot.telegram.lanes import lane_of
from db.engine import Database
from db.repositories import inbox
from db.repositories.inbox import Arrival
from db.trouble import until_it_passes
from db.uow import UnitOfWork

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
BATCH = 100
POLL_SECONDS = 25
ANSWER_SECONDS = 15
FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
OTHER_POLLER_SECONDS = 5.0
CHANNEL = "inbox"


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates`, unparsed: what the library does not know yet must neither be lost nor hold up the rest."""

    __returning__: ClassVar[Any] = list[dict[str, Any]]
    __api_method__: ClassVar[str] = "getUpdates"

    offset: int | None = None
    limit: int = BATCH
    timeout: int = POLL_SECONDS
    allowed_updates: list[str]


class Gateway:
    """Polls until it is stopped. No offset is kept over a restart: what comes again is known by its id and digest."""

    def __init__(self, calls: Calls, database: Database) -> None:
        self._calls = calls
        self._database = database
        self._offset: int | None = None
        self._stopped = asyncio.Event()
        self._poll: asyncio.Task[list[dict[str, Any]]] | None = None
        self._failures = 0
        self._told_of_other = False

    async def run(self) -> None:
        """Poll until `stop`. Raises `TokenRefused` if Telegram does not know the token: only a human can help."""
        while not self._stopped.is_set():
            try:
                updates = await self._ask()
            except asyncio.CancelledError:
                if self._stopped.is_set() and not _cancelled_from_outside():
                    return
                raise
            except CallFailed as failure:
                await self._after_failure(failure)
                continue
            self._failures, self._told_of_other = 0, False
            if updates:
                await self._keep(updates)

    async def stop(self) -> None:
        """Ask for nothing more. What is being committed is finished by `run`."""
        self._stopped.set()
        if self._poll is not None:
            self._poll.cancel()

    def idle(self) -> bool:
        """Whether nothing was received that is not committed yet."""
        return self._poll is not None and not self._poll.done()

    async def _ask(self) -> list[dict[str, Any]]:
        method = GetRawUpdates(offset=self._offset, allowed_updates=list(ALLOWED_UPDATES))
        self._poll = asyncio.create_task(self._calls.make(method, timeout=POLL_SECONDS + ANSWER_SECONDS))
        return await self._poll

    async def _keep(self, updates: list[dict[str, Any]]) -> None:
        """Commit a batch to the inbox; only then the next offset tells Telegram that it arrived."""
        arrivals = [Arrival(update["update_id"], lane_of(update), _body(update)) for update in updates]

        async def write(uow: UnitOfWork) -> int:
            new = await inbox.add(uow.session, self._calls.bot.id, arrivals)
            uow.nudge(CHANNEL)
            return new

        try:
            metrics.updates_received.inc(await until_it_passes(self._database, write))
        except Exception as error:  # noqa: BLE001 - Telegram keeps them; asking again is all that can be done
            log_failure(log, "updates_not_kept", error, updates=len(updates))
            await self._pause(self._delay())
            return
        self._offset = max(arrival.update_id for arrival in arrivals) + 1

    async def _after_failure(self, failure: CallFailed) -> None:
        """Wait as the failure asks, or give up where waiting does not help."""
        if isinstance(failure, TokenRefused | Refused):
            # An unknown token is also answered with 404.
            raise TokenRefused from None
        if isinstance(failure, OtherPoller):
            await self._give_way(failure)
        elif isinstance(failure, TooFast):
            await self._pause(failure.seconds)
        else:
            delay = self._delay()
            log.warning("telegram_not_reached", reason=failure.word, times=self._failures, seconds=round(delay, 2))
            await self._pause(delay)

    async def _give_way(self, failure: OtherPoller) -> None:
        if not self._told_of_other:
            log.error("another_process_takes_the_updates", webhook=failure.webhook)
            self._told_of_other = True
        if failure.webhook:
            try:
                await self._calls.make(DeleteWebhook(drop_pending_updates=False))
            except CallFailed as again:
                log.warning("webhook_not_deleted", reason=again.word)
        await self._pause(OTHER_POLLER_SECONDS / self._calls.pace.speed)

    async def _pause(self, seconds: float) -> None:
        """Wait, unless stopped meanwhile."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopped.wait()

    def _delay(self) -> float:
        """Twice as long each time, up to half a minute, never in step with others."""
        self._failures += 1
        return float(min(LONGEST_DELAY, FIRST_DELAY * 2 ** min(self._failures, 10)) * random.uniform(0.5, 1.0))


def _body(update: dict[str, Any]) -> str:
    """The update as it is kept: the same update gives the same text."""
    return json.dumps(update, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _cancelled_from_outside() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
