"""Presses of inline buttons that wait for the bot's answer."""

from dataclasses import dataclass, field

from simulator.signals import Signal
from simulator.world.clock import SimClock
from simulator.world.model import JSON

ANSWER_WITHIN_SECONDS = 15.0


@dataclass
class Press:
    """One press; `answer` is what the bot said, once it said anything."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    pressed_at: float
    answer: JSON | None = None
    changed: Signal = field(default_factory=Signal)


class CallbackDesk:
    """Knows which presses may still be answered: 15 seconds, divided by the speed of the run."""

    def __init__(self, clock: SimClock, speed: float) -> None:
        self._clock = clock
        self._window = ANSWER_WITHIN_SECONDS / speed
        self._presses: dict[str, Press] = {}
        self._count = 0

    def open(self, user_id: int, chat_id: int, message_id: int, age: float = 0.0) -> Press:
        """Register a press that happened `age` seconds ago; `message_id` is 0 for an ephemeral message."""
        self._forget_old()
        self._count += 1
        number = 4_000_000_000_000_000 + self._count
        press = Press(str(number), user_id, chat_id, message_id, self._clock.monotonic() - age)
        self._presses[press.id] = press
        return press

    def find(self, query_id: str) -> Press | None:
        """The press, while the bot may still answer it."""
        press = self._presses.get(query_id)
        if press is None or self._clock.monotonic() - press.pressed_at > self._window:
            return None
        return press

    def answer(self, press: Press, answer: JSON) -> None:
        """Show the bot's answer to the one who pressed; the first one counts."""
        if press.answer is None:
            press.answer = answer
            press.changed.fire()

    def _forget_old(self) -> None:
        horizon = self._clock.monotonic() - 10 * self._window
        for query_id, press in list(self._presses.items()):
            if press.pressed_at >= horizon:
                break
            del self._presses[query_id]
