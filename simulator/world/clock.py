"""The two times of the simulator: the one people read on messages, and the one that limits are measured with."""

import time
from collections.abc import Callable


class SimClock:
    """Business time can be advanced; windows of limits run on a monotonic time that cannot.

    `wall` and `monotonic` return seconds and may be replaced in tests.
    """

    def __init__(self, wall: Callable[[], float] = time.time, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self.offset = 0.0

    def now(self) -> float:
        """Business time: seconds since 1970 (UTC), with what was advanced."""
        return self._wall() + self.offset

    def date(self) -> int:
        """Business time as the Bot API writes dates: whole seconds since 1970."""
        return int(self.now())

    def wall(self) -> float:
        """Real time: seconds since 1970 (UTC)."""
        return self._wall()

    def monotonic(self) -> float:
        """Seconds of a clock that is never set; for windows and time-outs."""
        return self._monotonic()

    def advance(self, seconds: float) -> float:
        """Move business time forward and return the whole offset in seconds."""
        if seconds < 0:
            msg = "the clock only moves forward"
            raise ValueError(msg)
        self.offset += seconds
        return self.offset
