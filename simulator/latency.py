"""How long an answer takes: a part on the way up, before the call arrives, the rest on the way back."""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Delay:
    """Seconds before the call arrives, and from there until the answer leaves."""

    up: float = 0.0
    down: float = 0.0


class Latency:
    """Draws a delay between `low_ms` and `high_ms` for each call, of which `uplink_ms` pass before it arrives."""

    def __init__(self) -> None:
        self._low = self._high = self._uplink = 0.0
        self._random = random.Random(0)

    def set(self, low_ms: float, high_ms: float, uplink_ms: float = 0.0, seed: int = 0) -> None:
        """Milliseconds; the same seed draws the same delays. `ValueError` if they contradict each other."""
        if not 0 <= low_ms <= high_ms or uplink_ms < 0:
            msg = "0 <= low_ms <= high_ms and 0 <= uplink_ms are needed"
            raise ValueError(msg)
        self._low, self._high, self._uplink = low_ms / 1000, high_ms / 1000, uplink_ms / 1000
        self._random = random.Random(seed)

    def draw(self) -> Delay:
        """The delay of one call."""
        total = self._random.uniform(self._low, self._high)
        up = min(self._uplink, total) if total else self._uplink
        return Delay(up, max(0.0, total - up))
