"""Whose turn it is at a webhook: one update at a time in each lane, the lanes in turn."""

import heapq
from collections import OrderedDict, deque
from collections.abc import Iterable

from simulator.world.updates import QueuedUpdate


class Lanes:
    """Updates waiting for a webhook. What was taken is busy until it is done or put off; then its lane goes on."""

    def __init__(self, waiting: Iterable[QueuedUpdate]) -> None:
        self._waiting: dict[int, deque[QueuedUpdate]] = {}
        self._ready: OrderedDict[int, None] = OrderedDict()
        """Lanes whose first update may leave, in the order in which they became so."""
        self._held: list[tuple[float, int]] = []
        """Lanes that wait before another try, a heap: (time, lane)."""
        for update in waiting:
            self.add(update)

    def add(self, update: QueuedUpdate) -> None:
        """An update came; it is the last of its lane."""
        lane = self._waiting.get(update.lane)
        if lane is None:
            self._waiting[update.lane] = deque((update,))
            self._ready[update.lane] = None
        else:
            lane.append(update)

    def take(self) -> QueuedUpdate | None:
        """The first update of the lane whose turn it is; None if nothing may leave now."""
        if not self._ready:
            return None
        lane, _ = self._ready.popitem(last=False)
        return self._waiting[lane][0]

    def done(self, update: QueuedUpdate) -> None:
        """An update that was taken is over: the next one of its lane may leave."""
        lane = self._waiting[update.lane]
        lane.popleft()
        if lane:
            self._ready[update.lane] = None
        else:
            del self._waiting[update.lane]

    def put_off(self, update: QueuedUpdate, until: float) -> None:
        """An update that was taken is to be tried again at `until`."""
        heapq.heappush(self._held, (until, update.lane))

    def wake(self, now: float) -> None:
        """Let go on what was put off until now."""
        while self._held and self._held[0][0] <= now:
            self._ready[heapq.heappop(self._held)[1]] = None

    def next_at(self) -> float | None:
        """When the next one that was put off goes on."""
        return self._held[0][0] if self._held else None

    @property
    def any_ready(self) -> bool:
        """Whether something may leave now."""
        return bool(self._ready)
