"""The gateway by polling: asks Telegram for updates, and for the next ones only when these are committed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, ClassVar

import structlog
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.log import log_failure
from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed, OtherPoller, Refused, TokenRefused, TooFast
from bot.telegram.intake import ALLOWED_UPDATES, Intake
from bot.telegram.tenure import Tenure, first_of

log = structlog.get_logger(__name__)

BATCH = 100
POLL_SECONDS = 25
ANSWER_SECONDS = 15
FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
OTHER_POLLER_SECONDS = 5.0


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates`, unparsed: what the library does not know yet must neither be lost nor hold up the rest."""

    __returning__: ClassVar[Any] = list[dict[str, Any]]
    __api_method__: ClassVar[str] = "getUpdates"

    offset: int | None = None
    limit: int = BATCH
    timeout: int = POLL_SECONDS
    allowed_updates: list[str]


async def _nothing() -> None:
    """Nobody wants to know."""


class Gateway:
    """Polls while `tenure` is held, until it is stopped. `heard` is awaited whenever Telegram answered.

    No offset is kept over a restart: what comes again is known by its id and digest.
    """

    def __init__(
        self, calls: Calls, intake: Intake, tenure: Tenure, heard: Callable[[], Awaitable[None]] = _nothing
    ) -> None:
        self._calls = calls
        self._intake = intake
        self._tenure = tenure
        self._heard = heard
        self._offset: int | None = None
        self._stopped = asyncio.Event()
        self._poll: asyncio.Task[list[dict[str, Any]]] | None = None
        self._failures = 0
        self._told_of_other = False

    async def run(self) -> None:
        """Poll until `stop`. Raises `TokenRefused` if Telegram does not know the token: only a human can help."""
        while await self._tenure.gained_before(self._stopped):
            self._offset = None
            while self._tenure.held and not self._stopped.is_set():
                await self._turn()

    async def stop(self) -> None:
        """Ask for nothing more. What is being committed is finished by `run`."""
        self._stopped.set()
        if self._poll is not None:
            self._poll.cancel()

    def idle(self) -> bool:
        """Whether nothing was received that is not committed yet."""
        return not self._tenure.held or (self._poll is not None and not self._poll.done())

    async def _turn(self) -> None:
        """Ask once, and keep what comes."""
        try:
            updates = await self._ask()
        except CallFailed as failure:
            await self._after_failure(failure)
            return
        if updates is None:
            return
        self._failures, self._told_of_other = 0, False
        if updates:
            await self._keep(updates)
        await self._heard()

    async def _ask(self) -> list[dict[str, Any]] | None:
        """What Telegram has; None if the role was lost meanwhile, or the gateway stopped."""
        method = GetRawUpdates(offset=self._offset, allowed_updates=list(ALLOWED_UPDATES))
        self._poll = asyncio.create_task(self._calls.make(method, timeout=POLL_SECONDS + ANSWER_SECONDS))
        try:
            await first_of(_ended(self._poll), self._tenure.lost())
        finally:
            self._poll.cancel()
        try:
            return await self._poll
        except asyncio.CancelledError:
            if _cancelled_from_outside():
                raise
            return None

    async def _keep(self, updates: list[dict[str, Any]]) -> None:
        """Commit a batch to the inbox; only then the next offset tells Telegram that it arrived."""
        try:
            await self._intake.keep(updates)
        except Exception as error:  # noqa: BLE001 - Telegram keeps them; asking again is all that can be done
            log_failure(log, "updates_not_kept", error, updates=len(updates))
            await self._pause(self._delay())
            return
        self._offset = max(update["update_id"] for update in updates) + 1

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


async def _ended(task: asyncio.Task[Any]) -> None:
    """Wait for a task's end without taking its result."""
    await asyncio.wait({task})


def _cancelled_from_outside() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
