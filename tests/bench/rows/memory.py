"""The process's memory after its first thousands of updates and at the end, from ever more people."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from statistics import median

from simulator.world import messages, views
from simulator.world.messages import Outgoing
from tests.bench.load import line
from tests.bench.machine import resident_bytes
from tests.bench.results import Result
from tests.bench.scene import House, Scene, open_scene

CASES = 50
LINE_EACH = 50
"""One update in so many is a message into an open case, with all its letters; the others are edits by ever new people,
which the inbox, the dispatcher, the actor's row and the act see, too.
"""
BATCH = 500
KEPT = 4
"""Messages that the simulator remembers of a chat."""
LOOKS = 5
BAR = 0.10
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Span:
    """From the first to the last look, in updates; and the people who send them."""

    first: int
    last: int
    people: int


@dataclass(frozen=True)
class Growth:
    """Bytes at the first and at the last look."""

    before: float
    after: float

    @property
    def share(self) -> float:
        """0.1: a tenth more."""
        return self.after / self.before - 1


SHORT = Span(2_000, 12_000, 5_000)
WHOLE = Span(10_000, 500_000, 200_000)


async def measure(house: House) -> list[Result]:
    """Scaled down to what fits into a few minutes."""
    return [await _grown(house, "memory", SHORT)]


async def measure_long(house: House) -> list[Result]:
    """The whole: an hour or more."""
    return [await _grown(house, "memory, long", WHOLE)]


async def _grown(house: House, name: str, span: Span) -> Result:
    async with open_scene(house, keep=KEPT) as scene:
        writers = await scene.furnished(CASES)
        async with scene.run() as pid:
            await _warmed_up(scene, writers)
            growth = await grown(scene, pid, writers, span)
            people = await scene.count("SELECT count(*) FROM people")
    settings = {
        "updates at the first look": span.first,
        "updates at the last look": span.last,
        "people": people,
        "MB at the first look": round(growth.before / MEGABYTE, 1),
        "MB at the last look": round(growth.after / MEGABYTE, 1),
        "one message into a case in": LINE_EACH,
    }
    holds = growth.share <= BAR
    return Result(f"{name}: growth", 100 * growth.share, "%", bar=f"<= {100 * BAR:g}%", holds=holds, settings=settings)


async def _warmed_up(scene: Scene, writers: list[int]) -> None:
    """The process serves each of these people once. Who remembers so few messages can't count those that came."""
    for number, writer in enumerate(writers):
        scene.write(writer, line(number))
    await scene.settled()


async def grown(scene: Scene, pid: int, writers: list[int], span: Span) -> Growth:
    """The memory of a process at both ends of the span."""
    crowd = scene.newcomers(span.people)
    await _handled(scene, 0, span.first, writers, crowd)
    before = await _resident(pid)
    await _handled(scene, span.first, span.last, writers, crowd)
    return Growth(before, await _resident(pid))


async def _handled(scene: Scene, begin: int, end: int, writers: list[int], crowd: list[int]) -> None:
    """These updates, batch by batch, each until everything is committed and sent."""
    chance = random.Random(begin)
    for number in range(begin, end):
        if number % LINE_EACH == 0:
            scene.write(writers[number // LINE_EACH % len(writers)], line(number))
        else:
            # Everybody comes once before anybody comes again.
            place = number if number < len(crowd) else chance.randrange(len(crowd))
            _edit(scene, crowd[place % len(crowd)], line(number))
        if (number + 1) % BATCH == 0:
            await scene.settled()
    await scene.settled()


def _edit(scene: Scene, person: int, words: str) -> None:
    """The person changes a message that they wrote before the bot knew them."""
    world = scene.simulator.world
    chat = world.chats[person]
    author = messages.author_of(world, person)
    stored = messages.post(world, chat, author, Outgoing({"text": words, "edit_date": world.clock.date()}))
    world.updates.add("edited_message", views.message_json(chat, stored), chat.id)


async def _resident(pid: int) -> float:
    looks = []
    for _ in range(LOOKS):
        await asyncio.sleep(0.5)
        looks.append(resident_bytes(pid))
    return median(looks)
