"""Business time: what deadlines, reminders and quiet hours go by. The only file that reads the machine's clock."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

log = structlog.get_logger(__name__)

FOLLOW_SECONDS = 1.0
ANSWER_SECONDS = 5.0

Advanced = Callable[[datetime, datetime], Awaitable[None]]


def real_now() -> datetime:
    """The machine's time, aware, UTC."""
    return datetime.now(UTC)


class Clock:
    """Real time plus an offset that only grows. Without `advance` and `follow` it is the real time."""

    def __init__(self, read: Callable[[], datetime] = real_now) -> None:
        """`read` gives real time, aware, UTC."""
        self._read = read
        self._offset = timedelta(0)
        self._listeners: list[Advanced] = []
        self._moving = asyncio.Lock()

    @property
    def offset(self) -> timedelta:
        """How far business time is ahead of real time."""
        return self._offset

    def now(self) -> datetime:
        """Business time, aware, UTC."""
        return self._read() + self._offset

    def on_advance(self, listener: Advanced) -> None:
        """Await `listener(before, after)` whenever the clock is moved: whoever has work due in between does it then."""
        self._listeners.append(listener)

    async def advance(self, span: timedelta) -> datetime:
        """Move business time forward and wait for all listeners, in their order; returns the new time.

        Several calls take effect one after another. ValueError for a negative span.
        """
        if span < timedelta(0):
            raise ValueError("business time only moves forward")
        async with self._moving:
            return await self._move(span)

    async def follow(self, url: str, *, every: float = FOLLOW_SECONDS) -> None:
        """Take the offset from the simulator at `url` over and over, until cancelled; ask again where it fails."""
        reachable = True
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                try:
                    await self._catch_up(await _offset_at(session, url))
                    reachable = True
                except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as exc:
                    if reachable:
                        log.warning("clock_not_followed", error=type(exc).__name__)
                    reachable = False
                await asyncio.sleep(every)

    async def _catch_up(self, offset: timedelta) -> None:
        async with self._moving:
            if offset > self._offset:
                await self._move(offset - self._offset)

    async def _move(self, span: timedelta) -> datetime:
        before = self.now()
        self._offset += span
        after = before + span
        for listener in self._listeners:
            await listener(before, after)
        return after


async def _offset_at(session: aiohttp.ClientSession, url: str) -> timedelta:
    async with session.get(f"{url.rstrip('/')}/sim/clock", raise_for_status=True) as response:
        return timedelta(seconds=float((await response.json())["offset"]))
