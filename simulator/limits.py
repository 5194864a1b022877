"""Flood limits: what Telegram allows per second and minute, measured when a call arrives.

30 a second for the bot, 1 a second in a private chat with a burst of 3, 20 a minute in a group; a forum counts as one
chat. `speed` divides every window, and so what `retry_after` says.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

BOT_PER_SECOND = 30
PRIVATE_BURST = 3
GROUP_PER_MINUTE = 20
PAID_PER_SECOND = 1000


@dataclass(frozen=True)
class Cost:
    """What a method spends: of the bot's budget, and of the chat's."""

    bot: int = 0
    chat: int = 0


FREE = Cost()
AS_A_MESSAGE = Cost(bot=1, chat=1)
BOT_ONLY = Cost(bot=1)
"""For deletions, reactions and ephemeral messages, which nobody else in the chat gets as a message."""


class Window:
    """At most `limit` within the last `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._arrivals: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 if it is allowed now."""
        while self._arrivals and self._arrivals[0] <= now - self._seconds:
            self._arrivals.popleft()
        if len(self._arrivals) < self._limit:
            return 0.0
        return self._arrivals[-self._limit] + self._seconds - now

    def spend(self, now: float) -> None:
        """Count one that was allowed."""
        self._arrivals.append(now)


class Bucket:
    """A burst of `size`, refilled with one each `seconds`."""

    __slots__ = ("_at", "_left", "_seconds", "_size")

    def __init__(self, size: int, seconds: float) -> None:
        self._size = size
        self._seconds = seconds
        self._left = float(size)
        self._at = -math.inf

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 if it is allowed now."""
        if self._at > -math.inf:
            self._left = min(self._size, self._left + (now - self._at) / self._seconds)
        self._at = now
        return 0.0 if self._left >= 1 else (1 - self._left) * self._seconds

    def spend(self, now: float) -> None:
        """Count one that was allowed."""
        self._left -= 1
        self._at = now


class FloodLimits:
    """All windows of one bot. `monotonic` returns seconds."""

    def __init__(self, monotonic: Callable[[], float], speed: float = 1.0, on: bool = True) -> None:
        self._monotonic = monotonic
        self._speed = speed
        self.on = on
        self._bot = Window(BOT_PER_SECOND, 1 / speed)
        self._paid = Window(PAID_PER_SECOND, 1 / speed)
        self._chats: dict[int, Window | Bucket] = {}

    def retry_after(self, cost: Cost, chat_id: int | None, *, paid: bool = False) -> int | None:
        """Count a call that arrives now; whole seconds to wait if it must be refused, else `None`. `paid`: it is a
        broadcast that is paid for, which has a window of its own.
        """
        if not self.on or cost == FREE:
            return None
        now = self._monotonic()
        windows: list[Window | Bucket] = []
        if cost.bot:
            windows.append(self._paid if paid else self._bot)
        if cost.chat and chat_id is not None:
            windows.append(self._of_chat(chat_id))
        wait = max((window.wait(now) for window in windows), default=0.0)
        if wait > 0:
            return max(1, math.ceil(wait))
        for window in windows:
            window.spend(now)
        return None

    def _of_chat(self, chat_id: int) -> Window | Bucket:
        if chat_id not in self._chats:
            private = chat_id > 0
            self._chats[chat_id] = (
                Bucket(PRIVATE_BURST, 1 / self._speed) if private else Window(GROUP_PER_MINUTE, 60 / self._speed)
            )
        return self._chats[chat_id]
