"""The updates owed to the bot: kept until a higher offset was asked for, or until they are too old."""

from collections import OrderedDict, deque
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


@dataclass(frozen=True, slots=True)
class QueuedUpdate:
    """An update with the lane in which webhooks keep its order, and the business time at which it is dropped."""

    update_id: int
    kind: str
    lane: int
    body: JSON
    expires_at: float


class UpdateQueue:
    """First in, first out. What is not in `allowed` is dropped when it happens, as Telegram does.

    `check` is called with each update and may raise. `heard` (if set) is called with each update that was added.
    Nothing here takes longer the more updates wait.
    """

    def __init__(self, clock: SimClock, check: Callable[[JSON], None] | None = None) -> None:
        self._clock = clock
        self._check = check
        self._queue: OrderedDict[int, QueuedUpdate] = OrderedDict()
        self._expiries: dict[bool, deque[tuple[float, int]]] = {True: deque(), False: deque()}
        """When presses (true) and all others (false) are dropped, oldest first: (business time, update id)."""
        self._last_id = FIRST_UPDATE_ID - 1
        self.heard: Callable[[QueuedUpdate], None] | None = None
        self.allowed: frozenset[str] | None = None
        self.changed = Signal()
        self._poll_number = 0
        self._closed = False

    def __len__(self) -> int:
        """How many wait."""
        self._forget_old()
        return len(self._queue)

    def __contains__(self, update: QueuedUpdate) -> bool:
        """Whether the update still waits."""
        return update.update_id in self._queue and update.expires_at > self._clock.now()

    def add(self, kind: str, payload: JSON, lane: int) -> None:
        """Owe the bot an update of this kind (`message`, `callback_query`, …)."""
        if not self.wants(kind):
            return
        self._last_id += 1
        is_press = kind == "callback_query"
        expires_at = self._clock.now() + (CALLBACKS_KEPT_SECONDS if is_press else KEPT_SECONDS)
        body = {"update_id": self._last_id, kind: payload}
        if self._check is not None:
            self._check(body)
        update = QueuedUpdate(self._last_id, kind, lane, body, expires_at)
        self._queue[update.update_id] = update
        self._expiries[is_press].append((expires_at, update.update_id))
        if self.heard is not None:
            self.heard(update)
        self.changed.fire()

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind of update."""
        return kind not in ONLY_WHEN_ASKED if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Set the wanted kinds; `None` keeps the setting, an empty list returns to the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def has_pending(self) -> bool:
        """Whether anything waits."""
        return len(self) > 0

    def first(self, limit: int | None = None) -> list[QueuedUpdate]:
        """The oldest `limit` updates (all, if `None`); they stay until confirmed."""
        self._forget_old()
        return list(islice(self._queue.values(), limit))

    def confirm(self, offset: int) -> None:
        """Forget every update before `offset`; a negative one keeps only that many from the end."""
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popitem(last=False)
            return
        while self._queue and next(iter(self._queue)) < offset:
            self._queue.popitem(last=False)

    def remove(self, update: QueuedUpdate) -> None:
        """Forget one update that a webhook took."""
        self._queue.pop(update.update_id, None)

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

    def _forget_old(self) -> None:
        """Drop what is too old, and forget when those were to be dropped that left already."""
        now = self._clock.now()
        for expiries in self._expiries.values():
            while expiries and (expiries[0][0] <= now or expiries[0][1] not in self._queue):
                self._queue.pop(expiries.popleft()[1], None)
