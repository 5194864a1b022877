"""The updates owed to the bot: kept until a higher offset was asked for, or until they are too old."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from simulator.signals import Signal
from simulator.world.clock import SimClock
from simulator.world.model import JSON

KEPT_SECONDS = 24 * 3600
CALLBACKS_KEPT_SECONDS = 150
FIRST_UPDATE_ID = 700_000_001
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class QueuedUpdate:
    """An update with the lane in which webhooks keep its order, and the business time at which it is dropped."""

    update_id: int
    kind: str
    lane: int
    body: JSON
    expires_at: float


class UpdateQueue:
    """First in, first out. What is not in `allowed` is dropped when it happens, as Telegram does.

    `check` is called with each update and may raise.
    """

    def __init__(self, clock: SimClock, check: Callable[[JSON], None] | None = None) -> None:
        self._clock = clock
        self._check = check
        self._queue: deque[QueuedUpdate] = deque()
        self._last_id = FIRST_UPDATE_ID - 1
        self._earliest_expiry = float("inf")
        self.allowed: frozenset[str] | None = None
        self.changed = Signal()
        self._poll_number = 0
        self._closed = False

    def add(self, kind: str, payload: JSON, lane: int) -> None:
        """Owe the bot an update of this kind (`message`, `callback_query`, …)."""
        if not self.wants(kind):
            return
        self._last_id += 1
        kept = CALLBACKS_KEPT_SECONDS if kind == "callback_query" else KEPT_SECONDS
        expires_at = self._clock.now() + kept
        body = {"update_id": self._last_id, kind: payload}
        if self._check is not None:
            self._check(body)
        self._queue.append(QueuedUpdate(self._last_id, kind, lane, body, expires_at))
        self._earliest_expiry = min(self._earliest_expiry, expires_at)
        self.changed.fire()

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind of update."""
        return kind not in ONLY_WHEN_ASKED if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Set the wanted kinds; `None` keeps the setting, an empty list returns to the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def pending(self) -> deque[QueuedUpdate]:
        """What waits, oldest first, without what is too old."""
        now = self._clock.now()
        if self._earliest_expiry <= now:
            self._queue = deque(update for update in self._queue if update.expires_at > now)
            self._earliest_expiry = min((update.expires_at for update in self._queue), default=float("inf"))
        return self._queue

    def has_pending(self) -> bool:
        """Whether anything waits."""
        return bool(self.pending())

    def first(self, limit: int) -> list[QueuedUpdate]:
        """The oldest `limit` updates; they stay until confirmed."""
        return list(islice(self.pending(), limit))

    def confirm(self, offset: int) -> None:
        """Forget every update before `offset`; a negative one keeps only that many from the end."""
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popleft()
            return
        while self._queue and self._queue[0].update_id < offset:
            self._queue.popleft()

    def remove(self, update: QueuedUpdate) -> None:
        """Forget one update that a webhook took."""
        if update in self._queue:
            self._queue.remove(update)

    def clear(self) -> None:
        """Forget everything that waits."""
        self._queue.clear()

    async def poll(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds for something; false if a later poll took this one's place meanwhile."""
        self.end_poll()
        mine = self._poll_number

        def over() -> bool:
            return self._closed or self._poll_number != mine or self.has_pending()

        await self.changed.until(over, timeout)
        return self._poll_number == mine

    def end_poll(self) -> None:
        """Turn away whoever polls now."""
        self._poll_number += 1
        self.changed.fire()

    def close(self) -> None:
        """Let whoever polls now go with what there is."""
        self._closed = True
        self.changed.fire()
