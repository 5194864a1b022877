"""The windows of Telegram's limits: how many calls there were lately, and when one more may start. Pure counting."""

from __future__ import annotations

import math
from bisect import insort
from collections import deque

LOOK_AGAIN = 0.05
"""Seconds to wait where every place is kept for calls that have not started: they will in a moment."""


class Window:
    """Calls within the last `seconds`; at most `limit`, those that have not ended included.

    `from_answer`: a call counts until so long after its answer, else after its start.
    """

    def __init__(self, limit: int, seconds: float, *, from_answer: bool = False) -> None:
        self.limit = limit
        self.seconds = seconds
        self.reserved = 0
        """Calls that have their place but have not started."""
        self._from_answer = from_answer
        self._under_way = 0
        self._counted: deque[float] = deque()

    def wait(self, now: float, kept_free: int = 0) -> float:
        """Seconds until one more may start while `kept_free` stay unused; 0 if now."""
        self._forget(now)
        allowed = self.limit - kept_free - self.reserved - self._under_way
        if len(self._counted) < allowed:
            return 0.0
        return max(0.0, self._counted[-allowed] + self.seconds - now) if allowed > 0 else LOOK_AGAIN

    def room(self, now: float, kept_free: int = 0, *, soon: float = 0.0) -> int:
        """How many may start now; or within so many seconds from now, if nothing else starts before."""
        spent = self.spent(now) - sum(at <= now + soon - self.seconds for at in self._counted)
        return max(0, self.limit - kept_free - self.reserved - spent)

    def spent(self, now: float) -> int:
        """How many are under way or within the window."""
        self._forget(now)
        return len(self._counted) + self._under_way

    def start(self, at: float) -> None:
        """One starts."""
        if self._from_answer:
            self._under_way += 1
        else:
            self.count(at)

    def end(self, at: float) -> None:
        """One that started was answered, or never will be."""
        if self._from_answer:
            self._under_way -= 1
            self.count(at)

    def count(self, at: float) -> None:
        """Count one of this time: mostly the newest, but what another process tells is a moment old."""
        if self._counted and at < self._counted[-1]:
            insort(self._counted, at)
        else:
            self._counted.append(at)
        # Here, too: it may be long until somebody asks how long to wait.
        self._forget(self._counted[-1])

    def _forget(self, now: float) -> None:
        while self._counted and self._counted[0] <= now - self.seconds:
            self._counted.popleft()

    def is_empty(self, now: float) -> bool:
        """Whether there is nothing left to remember."""
        return self.reserved == 0 and self.spent(now) == 0


class Burst:
    """A burst of `limit`, then one each `seconds`; reserved ones included."""

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit = limit
        self.seconds = seconds
        self.reserved = 0
        """Calls that have their place but have not started."""
        self._full_at = -math.inf
        """When the whole burst is there again, had nothing started since."""

    def wait(self, now: float, kept_free: int = 0) -> float:
        """Seconds until one more may start; 0 if now. Nothing is kept free: the chat is one person's alone."""
        missing = max(0.0, self._full_at - now)
        return max(0.0, missing - (self.limit - 1 - self.reserved) * self.seconds)

    def spent(self, now: float) -> int:
        """How many of the burst are missing, rounded up."""
        return math.ceil(max(0.0, self._full_at - now) / self.seconds)

    def start(self, at: float) -> None:
        """One starts."""
        self.count(at)

    def end(self, at: float) -> None:
        """One that started was answered: nothing changes."""

    def count(self, at: float) -> None:
        """Count one of this time."""
        self._full_at = max(self._full_at, at) + self.seconds

    def is_empty(self, now: float) -> bool:
        """Whether there is nothing left to remember."""
        return self.reserved == 0 and self._full_at <= now
