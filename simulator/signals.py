"""Waking those who wait for a change: long polls and the page's event stream."""

import asyncio
from collections.abc import Callable
from typing import Any


class Signal:
    """A change that any number of coroutines may wait for. Where nobody waits it costs next to nothing."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event: asyncio.Event | None = None

    def fire(self) -> None:
        """Wake everyone who waits now."""
        if self._event is not None:
            self._event.set()
            self._event = None

    async def until(self, ready: Callable[[], bool], timeout: float) -> bool:
        """Wait until `ready()` holds, at most `timeout` seconds; tells whether it holds."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while not ready():
            left = deadline - loop.time()
            if left <= 0:
                return False
            # Not asyncio.wait_for: before Python 3.12 it swallows a cancellation that comes together with the event.
            if self._event is None:
                self._event = asyncio.Event()
            try:
                async with asyncio.timeout(left):
                    await self._event.wait()
            except TimeoutError:
                return ready()
        return True


class EventHub:
    """Fans small JSON events out to the open pages."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[dict[str, Any] | None]] = set()

    def publish(self, event: dict[str, Any]) -> None:
        """Hand `event` to every listener; one that has fallen far behind is closed and will reconnect."""
        for queue in list(self._listeners):
            if queue.full():
                self._listeners.discard(queue)
                queue.get_nowait()
                queue.put_nowait(None)
            else:
                queue.put_nowait(event)

    def listen(self) -> asyncio.Queue[dict[str, Any] | None]:
        """A queue of the events from now on; `None` means that the stream ends."""
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(maxsize=1000)
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[dict[str, Any] | None]) -> None:
        """Stop feeding `queue`."""
        self._listeners.discard(queue)

    def close(self) -> None:
        """End every stream."""
        for queue in list(self._listeners):
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(None)
        self._listeners.clear()
