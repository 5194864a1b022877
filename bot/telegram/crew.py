"""A bounded crew of tasks, one a lane, and the bell that wakes whoever hands out work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress

import structlog

from bot.log import log_failure

log = structlog.get_logger(__name__)


class Crew:
    """At most `size` tasks at once, never two of one lane. `rings`: whether the end of this lane, which has just been
    left, is a reason to look again.
    """

    def __init__(self, size: int, rings: Callable[[str], bool] = lambda _: True) -> None:
        self.size = size
        self._rings = rings
        self.rings_at_end = True
        """Whether the end of a lane is a reason to look again."""
        self._bell = asyncio.Event()
        self._tasks: dict[str, asyncio.Task[None]] = {}

    @property
    def free(self) -> int:
        """How many more tasks may start."""
        return self.size - len(self._tasks)

    @property
    def lanes(self) -> list[str]:
        """The lanes that are being worked on."""
        return list(self._tasks)

    @property
    def rung(self) -> bool:
        """Whether the bell was rung since the last `silence`."""
        return self._bell.is_set()

    def ring(self) -> None:
        """There may be work."""
        self._bell.set()

    def silence(self) -> None:
        """Whoever hands out work is about to look."""
        self._bell.clear()

    async def wait(self, seconds: float) -> None:
        """Until the bell rings, at most so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._bell.wait()

    def start(self, lane: str, work: Coroutine[None, None, None]) -> None:
        """Work on a lane; the bell rings when it is done, if that is wanted."""
        if lane in self._tasks:
            work.close()
            raise RuntimeError("the lane is being worked on already")
        task = asyncio.create_task(work)
        self._tasks[lane] = task
        task.add_done_callback(lambda done: self._ended(lane, done))

    async def finish(self, seconds: float) -> bool:
        """Let what runs come to its end; after so many seconds it is cancelled. Returns whether all ended by itself."""
        running = list(self._tasks.values())
        if not running:
            return True
        _, late = await asyncio.wait(running, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return not late

    def _ended(self, lane: str, task: asyncio.Task[None]) -> None:
        del self._tasks[lane]
        if self.rings_at_end and self._rings(lane):
            self._bell.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            log_failure(log, "lane_work_failed", error)
