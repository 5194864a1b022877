"""Several processes, each with its own count, promise places ahead: together they are never above the bot's limit."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count

import pytest

from bot.telegram.company import LOT
from bot.telegram.pace import BOT_PER_SECOND, Pace
from bot.telegram.pace import READY_BESIDE_SECONDS as AHEAD
from casework.letters.policies import Priority
from tests.bot.telegram.test_pace import Time

SECONDS = 12.0
LONGEST_STEP, LONGEST_WORDING = 0.02, 0.12
PRESSES_A_SECOND = 6.0


@dataclass
class Call:
    """A call of one process. `ready_at`: when it is worded and may start."""

    chat_id: int
    priority: int
    ready_at: float
    has_place: bool


@dataclass
class Process:
    """One of the bot's, which hears what others noted when it claims."""

    pace: Pace
    unheard: list[Callable[[Pace], None]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    untold: list[tuple[int, int, float]] = field(default_factory=list)
    """Chat, priority and start of calls of which others do not know yet that they started."""

    def hear(self) -> None:
        for told in self.unheard:
            told(self.pace)
        self.unheard.clear()


class Company:
    """They take turns at random. `tells`: whether calls that were made ready are told with their claim."""

    def __init__(self, time: Time, seed: int, processes: int, *, tells: bool = True) -> None:
        self.time = time
        self.chance = random.Random(seed)
        self.processes = [Process(Pace(time)) for _ in range(processes)]
        self.tells = tells
        self.arrived: list[float] = []
        self._chats = count(1000)

    def run(self, *, presses: float) -> None:
        end = self.time.now + SECONDS
        while self.time.now < end:
            step = self.chance.uniform(0.0, LONGEST_STEP)
            self.time.now += step
            for each in self.processes:
                self.start(each)
            self.chance.choice((self.claim, self.say))(self.chance.choice(self.processes))
            if self.chance.random() < presses * step:
                self.press(self.chance.choice(self.processes))

    def claim(self, process: Process) -> None:
        """Up to a lot of a broadcast's letters."""
        process.hear()
        for _ in range(min(LOT, process.pace.room(Priority.BROADCAST, ahead=AHEAD))):
            chat_id, priority = next(self._chats), Priority.BROADCAST
            has_place = process.pace.reserve(chat_id, priority)
            if not has_place and not process.pace.make_ready(chat_id, priority, AHEAD):
                break
            ready_at = self.time.now + self.chance.uniform(0.0, LONGEST_WORDING)
            process.calls.append(Call(chat_id, priority, ready_at, has_place))
            if has_place or self.tells:
                self.tell(process, chat_id, priority)

    def start(self, process: Process) -> None:
        """What is worded and finds its place."""
        for call in [each for each in process.calls if each.ready_at <= self.time.now]:
            if call.has_place:
                process.pace.start_reserved(call.chat_id, call.priority)
            elif process.pace.take_ready(call.chat_id, call.priority) > 0:
                continue
            self._left(process, call)
            process.calls.remove(call)

    def press(self, process: Process) -> None:
        """Somebody waits: told under the lock, and made at once."""
        process.hear()
        chat_id = next(self._chats)
        if process.pace.take(chat_id, Priority.SCREEN) == 0:
            self.tell(process, chat_id, Priority.SCREEN)
            self._left(process, Call(chat_id, Priority.SCREEN, self.time.now, has_place=True))

    def tell(self, process: Process, chat_id: int, priority: int) -> None:
        for other in self._others(process):
            other.unheard.append(partial(self._kept, chat_id, priority, self.time.now))

    def say(self, process: Process) -> None:
        """Others hear which of its calls started, and when."""
        for chat_id, priority, at in process.untold:
            for other in self._others(process):
                other.unheard.append(partial(self._started, chat_id, priority, at))
        process.untold.clear()

    def _kept(self, chat_id: int, priority: int, at: float, pace: Pace) -> None:
        pace.kept_elsewhere(chat_id, priority, self.time.now - at)

    def _started(self, chat_id: int, priority: int, at: float, pace: Pace) -> None:
        pace.started_elsewhere(chat_id, priority, self.time.now - at)

    def _left(self, process: Process, call: Call) -> None:
        self.arrived.append(self.time.now)
        if self.tells or call.has_place:
            process.untold.append((call.chat_id, call.priority, self.time.now))

    def _others(self, process: Process) -> list[Process]:
        return [each for each in self.processes if each is not process]

    def most_in_a_second(self) -> int:
        return max(sum(at <= other < at + 1.0 for other in self.arrived) for at in self.arrived)


@pytest.mark.parametrize("presses", [0.0, PRESSES_A_SECOND], ids=["alone", "with-people"])
@pytest.mark.parametrize("processes", [2, 4])
@pytest.mark.parametrize("seed", range(4))
def test_promised_places_are_never_more_than_there_are(seed: int, processes: int, presses: float) -> None:
    company = Company(Time(), seed, processes)
    company.run(presses=presses)
    assert company.most_in_a_second() <= BOT_PER_SECOND
    assert len(company.arrived) / SECONDS > 0.85 * BOT_PER_SECOND


def test_who_does_not_tell_what_it_made_ready_would_be_above_the_limit() -> None:
    company = Company(Time(), 0, 4, tells=False)
    company.run(presses=0.0)
    assert company.most_in_a_second() > BOT_PER_SECOND
