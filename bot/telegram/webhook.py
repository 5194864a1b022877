"""The gateway by webhook: Telegram sends updates to an address of ours. Every process serves it, one arranges it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from aiogram.methods import GetWebhookInfo, SetWebhook
from aiogram.types import WebhookInfo

from bot.telegram import metrics
from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed, Cause, Refused, TokenRefused, TooFast
from bot.telegram.intake import ALLOWED_UPDATES
from bot.telegram.tenure import Tenure, first_of

log = structlog.get_logger(__name__)

CONNECTIONS = 100
LOOK_SECONDS = 60.0
TROUBLE_SECONDS = 5.0
LATELY = timedelta(minutes=5)


def secret_of(token: str) -> str:
    """What Telegram says with each update, so that nobody else can send any: made of the token, it changes with it."""
    return hmac.new(token.encode(), b"suprovid webhook", hashlib.sha256).hexdigest()


class Webhook:
    """Sets the webhook while `tenure` is held and looks after it.

    `heard` is awaited whenever Telegram reaches us; `now` returns the time (UTC) by which it dates its failures.
    """

    def __init__(
        self,
        calls: Calls,
        url: str,
        tenure: Tenure,
        heard: Callable[[], Awaitable[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._calls = calls
        self._url = url
        self._tenure = tenure
        self._heard = heard
        self._now = now
        self._stopped = asyncio.Event()

    async def run(self) -> None:
        """Look after it until `stop`. Raises `TokenRefused` if Telegram does not know the token.

        The webhook stays set when the bot stops: Telegram keeps what comes meanwhile.
        """
        while await self._tenure.gained_before(self._stopped):
            stands = False
            while self._tenure.held and not self._stopped.is_set():
                pause, stands = await self._look(stands)
                await first_of(asyncio.sleep(pause), self._stopped.wait(), self._tenure.lost())

    async def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def idle(self) -> bool:
        """Nothing of what was received is on its way here: the web server answers once it is committed."""
        return True

    async def _look(self, stands: bool) -> tuple[float, bool]:
        """Set it where it is not known to stand; returns when to look again, in seconds, and whether it stands."""
        try:
            # Telegram does not tell the secret: it is set once in any case.
            if not stands:
                await self._set()
            info = await self._calls.make(GetWebhookInfo())
        except TokenRefused:
            raise
        except Refused as failure:
            if failure.cause is Cause.UNKNOWN_METHOD:
                # An unknown token is also answered with 404.
                raise TokenRefused from None
            log.error("webhook_refused", reason=failure.cause.value)
            return LOOK_SECONDS, False
        except CallFailed as failure:
            log.warning("telegram_not_reached", reason=failure.word)
            wait = failure.seconds if isinstance(failure, TooFast) else TROUBLE_SECONDS / self._calls.pace.speed
            return wait, stands
        metrics.webhook_waiting.set(info.pending_update_count)
        if info.url != self._url:
            log.error("another_process_took_the_webhook_away")
            return TROUBLE_SECONDS / self._calls.pace.speed, False
        if self._reaches_us(info):
            await self._heard()
        else:
            log.error("webhook_not_reached", waiting=info.pending_update_count)
        return LOOK_SECONDS, True

    async def _set(self) -> None:
        secret = secret_of(self._calls.bot.token)
        await self._calls.make(
            SetWebhook(
                url=self._url,
                secret_token=secret,
                max_connections=CONNECTIONS,
                allowed_updates=list(ALLOWED_UPDATES),
                drop_pending_updates=False,
            )
        )
        log.info("webhook_set")

    def _reaches_us(self, info: WebhookInfo) -> bool:
        """Whether nothing waits at Telegram because an attempt failed a moment ago."""
        failed = info.last_error_date
        return info.pending_update_count == 0 or failed is None or failed < self._now() - LATELY
