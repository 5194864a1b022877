"""Sending updates to the bot's own address, one after the other in each lane, again until they are taken."""

import asyncio
import json
from dataclasses import dataclass, field

import aiohttp

from simulator.world.clock import SimClock
from simulator.world.lanes import Lanes
from simulator.world.model import JSON
from simulator.world.updates import QueuedUpdate, UpdateQueue

DEFAULT_CONNECTIONS = 40
FIRST_PAUSES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)
LONGEST_PAUSE = 60.0
REQUEST_TIMEOUT = 60.0
TRIES_WHILE_DEAF = 20


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
    4, 8 … up to 60 seconds (divided by the speed) until it expires in the queue. Waiting for another try takes none of
    the `max_connections`. While nobody listens at all, new connections are tried at most `TRIES_WHILE_DEAF` a second.
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
        lanes = Lanes(self._queue.first())
        self._queue.heard = lanes.add
        self._task = asyncio.create_task(self._run(webhook, lanes))

    async def remove(self) -> None:
        """Send nowhere; what waits stays in the queue."""
        self.current = None
        self._queue.heard = None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _run(self, webhook: Webhook, lanes: Lanes) -> None:
        loop = asyncio.get_running_loop()
        flights: set[asyncio.Task[None]] = set()
        timeout = aiohttp.ClientTimeout(total=REQUEST_TIMEOUT)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
            errand = _Errand(session, webhook, lanes)

            def landed(flight: asyncio.Task[None]) -> None:
                flights.discard(flight)
                self._queue.changed.fire()

            def may_send() -> bool:
                lanes.wake(loop.time())
                return lanes.any_ready and len(flights) < webhook.max_connections

            try:
                while True:
                    while may_send() and (update := lanes.take()) is not None:
                        flight = asyncio.create_task(self._deliver(errand, update))
                        flights.add(flight)
                        flight.add_done_callback(landed)
                        if errand.deaf:
                            await asyncio.sleep(1 / TRIES_WHILE_DEAF / self._speed)
                    next_at = lanes.next_at()
                    wait = LONGEST_PAUSE if next_at is None else max(0.0, next_at - loop.time())

                    def something(known: float | None = next_at) -> bool:
                        return may_send() or lanes.next_at() != known

                    await self._queue.changed.until(something, wait)
            finally:
                for flight in flights:
                    flight.cancel()
                await asyncio.gather(*flights, return_exceptions=True)

    async def _deliver(self, errand: "_Errand", update: QueuedUpdate) -> None:
        """Try once; what does not succeed is put off."""
        error = await self._send(errand, update.body) if update in self._queue else None
        if error is None:
            errand.failures.pop(update.update_id, None)
            self._queue.remove(update)
            errand.lanes.done(update)
            return
        errand.webhook.last_error_date, errand.webhook.last_error_message = self._clock.date(), error
        times = errand.failures[update.update_id] = errand.failures.get(update.update_id, -1) + 1
        pause = FIRST_PAUSES[times] if times < len(FIRST_PAUSES) else LONGEST_PAUSE
        errand.lanes.put_off(update, asyncio.get_running_loop().time() + pause / self._speed)

    async def _send(self, errand: "_Errand", body: JSON) -> str | None:
        """Post one update; what went wrong, or `None`."""
        headers = {"Content-Type": "application/json"}
        if errand.webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = errand.webhook.secret_token
        data = json.dumps(body, ensure_ascii=False).encode()
        try:
            async with errand.session.post(errand.webhook.url, data=data, headers=headers) as response:
                errand.deaf = False
                await response.read()
                if response.status // 100 == 2:
                    return None
                return f"Wrong response from the webhook: {response.status} {response.reason}"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientConnectorError:
            errand.deaf = True
            return "Connection refused"
        except aiohttp.ClientError:
            return "Connection closed"


@dataclass
class _Errand:
    """What one webhook's deliveries share. `deaf`: nobody listened at the last try."""

    session: aiohttp.ClientSession
    webhook: Webhook
    lanes: Lanes
    failures: dict[int, int] = field(default_factory=dict)
    """Update id → how often it was put off."""
    deaf: bool = False
