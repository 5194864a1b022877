"""What people do in a bench: a backlog that is drained, or a steady stream; and what came of it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.world.model import JSON, StoredMessage
from tests.bench.machine import Use
from tests.bench.scene import Scene

PATIENCE = 240.0
STANDING = 100
"""So many messages wait at most: words that wait for more than ten seconds leave together, which is not measured here.
"""
LINE = re.compile(r"рядок (\d+)")


@dataclass(frozen=True)
class Drained:
    """How a backlog went."""

    rate: float
    """Updates a second, from the first to the last call."""
    cpu_ms: float
    """Of the process under test, for an update, everything committed and sent."""
    calls: float
    """Bot API calls for an update."""
    use: Use


@dataclass(frozen=True)
class Stream:
    """How a steady stream went; milliseconds from a person's writing to the arrival of the topic's message."""

    waits: tuple[float, ...]
    use: Use


class LostError(Exception):
    """Something that people wrote did not arrive once, in order: the figure would mean nothing."""


@dataclass
class Relays:
    """What the bot put into the group's topics since this was made."""

    scene: Scene

    def __post_init__(self) -> None:
        """From now on."""
        self._from = len(self._group)
        self._calls_before = self.scene.simulator.api.calls.count

    @property
    def _group(self) -> list[StoredMessage]:
        return self.scene.simulator.world.chats[self.scene.group].messages

    def texts(self) -> list[tuple[int | None, str]]:
        """Topic and text of each, in the order of their arrival."""
        fresh = (each for each in self._group[self._from :] if not each.is_service)
        return [(each.thread, str(each.body.get("text", ""))) for each in fresh]

    async def wait(self, count: int) -> None:
        """Until so many stand there; TimeoutError after some minutes."""
        async with asyncio.timeout(PATIENCE):
            while len(self._group) - self._from < count:
                await asyncio.sleep(0.01)

    async def wait_lines(self, count: int) -> None:
        """Until so many different lines stand there; TimeoutError after some minutes."""
        async with asyncio.timeout(PATIENCE):
            while len(set(self.numbers())) < count:
                await asyncio.sleep(0.05)

    def numbers(self) -> list[int]:
        """The numbers of the lines, in the order of their arrival."""
        return [number for _, text in self.texts() for number in _numbers(text)]

    def in_order(self) -> bool:
        """Whether no line stands in its topic above an earlier one."""
        lines = [(thread, number) for thread, text in self.texts() for number in _numbers(text)]
        return all(numbers == sorted(numbers) for numbers in _by_topic(lines))

    def calls(self) -> list[JSON]:
        """Every call since, polls left out."""
        log = self.scene.simulator.api.calls
        fresh = list(log.calls)[len(log.calls) - (log.count - self._calls_before) :]
        return [call for call in fresh if call["method"] != "getUpdates"]

    def arrivals(self) -> list[tuple[int, float]]:
        """For each relayed line its number and when its call arrived."""
        sends = [
            call["time"]
            for call in self.calls()
            if call["method"] == "sendMessage" and call["chat"] == self.scene.group and call["status"] == 200
        ]
        return [(each, at) for (_, text), at in zip(self.texts(), sends, strict=True) for each in _numbers(text)]

    def check(self, count: int) -> None:
        """Every line stands once, and in its topic after the earlier ones; LostError otherwise."""
        if sorted(self.numbers()) != list(range(count)):
            raise LostError(f"{count} lines were written, {len(self.numbers())} stand in the topics")
        if not self.in_order():
            raise LostError("lines changed places")


def _numbers(text: str) -> list[int]:
    """Of the lines in a message: several where a bot that is behind gathers what waits, none in a card."""
    return [int(each) for each in LINE.findall(text)]


def _by_topic(lines: Sequence[tuple[int | None, int]]) -> list[list[int]]:
    topics: dict[int | None, list[int]] = {}
    for thread, number in lines:
        topics.setdefault(thread, []).append(number)
    return list(topics.values())


def line(number: int) -> str:
    """What a person writes: about as long as messages are."""
    return f"рядок {number}: підкажіть, будь ласка, які ще потрібні документи і до котрої години ви працюєте?"


async def drain(scene: Scene, pid: int, people: Sequence[int], count: int, *, durable: bool = True) -> Drained:
    """So many messages of these people in turn, of which `STANDING` stand at Telegram; until all is committed and sent.

    `durable`: the process keeps its work in inbox and outbox and loses nothing; LostError if it does.
    """
    relays, watch = Relays(scene), scene.watch(pid)
    for number in range(count):
        await relays.wait(number - STANDING)
        scene.write(people[number % len(people)], line(number))
    if not durable:
        await relays.wait(count)
    await scene.settled()
    used, use = watch.seconds, watch.use()
    if durable:
        relays.check(count)
    calls = relays.calls()
    seconds = max(call["time"] for call in calls) - watch.began
    return Drained(count / seconds, 1000 * used / count, len(calls) / count, use)


async def stream(scene: Scene, pid: int, people: Sequence[int], rate: float, seconds: float, drop: float) -> Stream:
    """A message each 1/`rate` seconds, people in turn; what was written in the first `drop` seconds is not counted."""
    relays, watch = Relays(scene), scene.watch(pid)
    written = []
    count = int(rate * seconds)
    for number in range(count):
        await asyncio.sleep(max(0.0, watch.began + number / rate - time.time()))
        written.append(time.time())
        scene.write(people[number % len(people)], line(number))
    await relays.wait_lines(count)
    use = watch.use()
    await scene.settled()
    waits = [1000 * (at - written[number]) for number, at in relays.arrivals() if written[number] >= watch.began + drop]
    return Stream(tuple(waits), use)


async def warm_up(scene: Scene, people: Sequence[int]) -> None:
    """The process serves each of these people once."""
    relays = Relays(scene)
    for number, person in enumerate(people):
        scene.write(person, line(number))
    await relays.wait(len(people))
    await scene.settled()
