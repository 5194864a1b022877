"""Sending updates to the bot's own address, one after the other in each lane, again until they are taken."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp

from simulator.world.clock import SimClock
from simulator.world.model import JSON
from simulator.world.updates import QueuedUpdate, UpdateQueue

DEFAULT_CONNECTIONS = 40
FIRST_PAUSES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)
LONGEST_PAUSE = 60.0
REQUEST_TIMEOUT = 60.0


@dataclass
class Webhook:
    """What setWebhook asked for."""

    url: str
    secret_token: str | None = None
    max_connections: int = DEFAULT_CONNECTIONS
    ip_address: str | None = None
    last_error_date: int | None = None
    last_error_message: str | None = None


class WebhookSender:
    """Delivers what waits in the queue while a webhook is set.

    A lane's next update leaves after the former was answered with 2xx; a failed one is retried at once, then after 2,
    4, 8 … up to 60 seconds (divided by the speed) until it expires in the queue.
    """

    def __init__(self, queue: UpdateQueue, clock: SimClock, speed: float) -> None:
        self._queue = queue
        self._clock = clock
        self._speed = speed
        self._task: asyncio.Task[None] | None = None
        self.current: Webhook | None = None

    async def set(self, webhook: Webhook) -> None:
        """Send to this webhook from now on."""
        await self.remove()
        self.current = webhook
        self._task = asyncio.create_task(self._run(webhook))

    async def remove(self) -> None:
        """Send nowhere; what waits stays in the queue."""
        self.current = None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _run(self, webhook: Webhook) -> None:
        lanes: dict[int, asyncio.Task[None]] = {}
        timeout = aiohttp.ClientTimeout(total=REQUEST_TIMEOUT)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            try:
                while True:
                    free = webhook.max_connections - len(lanes)
                    for update in self._heads(lanes)[:free]:
                        task = asyncio.create_task(self._deliver(session, webhook, update))
                        lanes[update.lane] = task
                        task.add_done_callback(self._release(lanes, update.lane))
                    await self._queue.changed.until(self._anything_for(lanes, webhook), 3600)
            finally:
                for task in list(lanes.values()):
                    task.cancel()
                await asyncio.gather(*lanes.values(), return_exceptions=True)

    def _heads(self, busy: dict[int, asyncio.Task[None]]) -> list[QueuedUpdate]:
        """The oldest update of each lane that has none in flight."""
        heads: dict[int, QueuedUpdate] = {}
        for update in self._queue.pending():
            if update.lane not in busy and update.lane not in heads:
                heads[update.lane] = update
        return list(heads.values())

    def _anything_for(self, lanes: dict[int, asyncio.Task[None]], webhook: Webhook) -> Callable[[], bool]:
        return lambda: len(lanes) < webhook.max_connections and bool(self._heads(lanes))

    def _release(self, lanes: dict[int, asyncio.Task[None]], lane: int) -> Callable[[asyncio.Task[None]], None]:
        def done(_: asyncio.Task[None]) -> None:
            lanes.pop(lane, None)
            self._queue.changed.fire()

        return done

    async def _deliver(self, session: aiohttp.ClientSession, webhook: Webhook, update: QueuedUpdate) -> None:
        attempt = 0
        while update.expires_at > self._clock.now():
            error = await self._send(session, webhook, update.body)
            if error is None:
                break
            webhook.last_error_date, webhook.last_error_message = self._clock.date(), error
            pause = FIRST_PAUSES[attempt] if attempt < len(FIRST_PAUSES) else LONGEST_PAUSE
            attempt += 1
            await asyncio.sleep(pause / self._speed)
        self._queue.remove(update)

    async def _send(self, session: aiohttp.ClientSession, webhook: Webhook, body: JSON) -> str | None:
        """Post one update; what went wrong, or `None`."""
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        data = json.dumps(body, ensure_ascii=False).encode()
        try:
            async with session.post(webhook.url, data=data, headers=headers) as response:
                await response.read()
                if response.status // 100 == 2:
                    return None
                return f"Wrong response from the webhook: {response.status} {response.reason}"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientError:
            return "Connection refused"
