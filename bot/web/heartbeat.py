"""A sign of life to a watchdog outside, each minute while all is well: it raises the alarm when the signs stay away.

Only a watchdog that hears nothing notices a machine that is gone.
"""

from __future__ import annotations

import asyncio

import aiohttp
import structlog

from bot.web.health import Health

log = structlog.get_logger(__name__)

EVERY_SECONDS = 60.0
ANSWER_SECONDS = 10.0


async def beat(url: str, health: Health, *, every: float = EVERY_SECONDS) -> None:
    """Ask `url` for nothing, over and over, until cancelled; not while something has failed or waits too long."""
    timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        while True:
            condition = await health.look()
            if condition.status == "ok":
                await _ping(session, url)
            else:
                log.error("no_sign_of_life", status=condition.status, late=condition.late)
            await asyncio.sleep(every)


async def _ping(session: aiohttp.ClientSession, url: str) -> None:
    try:
        async with session.get(url) as answer:
            if answer.status >= 400:
                log.warning("heartbeat_refused", status=answer.status)
    except (aiohttp.ClientError, TimeoutError) as error:
        # The address may hold a secret of its own: only the kind of error is told.
        log.warning("heartbeat_not_sent", error=type(error).__name__)
