"""60 messages by 60 people in 30 seconds into a staff group that takes 20 a minute: the backlog against that limit."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from simulator.world.model import JSON
from tests.bench.load import Relays, line
from tests.bench.results import Result
from tests.bench.scene import House, Scene, open_scene
from tests.conversations.words import OPEN_CASE

PEOPLE = 60
SECONDS = 30.0
SPEED = 10.0
"""Every window is divided by it, and so is the time in which the people write."""
PER_MINUTE = 20
BAR = 1.05
CHAT_CALLS = frozenset({"sendMessage", "editMessageText", "createForumTopic", "editForumTopic", "pinChatMessage"})
"""The calls that spend a group's budget."""


@dataclass(frozen=True)
class Burst:
    """How it went: what arrived, and the bot's calls in the group until the last message stood there."""

    lost: int
    repeated: int
    topics: int
    in_order: bool
    refused: int
    calls: int
    seconds: float

    @property
    def allowed(self) -> float:
        """The least seconds in which so many calls fit."""
        return physical_seconds(self.calls)


def physical_seconds(calls: int) -> float:
    """From the first to the last of so many calls where any 60 seconds hold 20; ValueError for none."""
    if calls < 1:
        raise ValueError("no call was made")
    return (calls - 1) // PER_MINUTE * 60.0


async def measure(house: House) -> list[Result]:
    """Messages into cases that have their topic, then messages that open a case."""
    known = await _known(house)
    fresh = await _fresh(house)
    return [*_results("staff burst", known, 1), *_results("staff burst, new cases", fresh, 2)]


def _results(name: str, burst: Burst, planned: int) -> list[Result]:
    settings = {
        "people": PEOPLE,
        "seconds": SECONDS,
        "speed": SPEED,
        "group calls": burst.calls,
        "group calls a message": round(burst.calls / PEOPLE, 2),
        "planned calls a message": planned,
        "seconds of the planned calls": physical_seconds(PEOPLE * planned),
        "refused with 429": burst.refused,
        "topics": burst.topics,
    }
    kept = burst.lost == 0 and burst.repeated == 0 and burst.topics == PEOPLE and burst.in_order
    return [
        Result(
            f"{name}: lost + repeated",
            burst.lost + burst.repeated,
            "messages",
            bar="0, one topic a case, in order",
            holds=kept,
            settings=settings,
        ),
        Result(
            f"{name}: drained",
            burst.seconds,
            "s",
            burst.allowed,
            burst.seconds / burst.allowed if burst.allowed else None,
            f"<= {BAR} x what 20/min allows",
            burst.seconds <= BAR * burst.allowed,
            settings,
        ),
    ]


async def _known(house: House) -> Burst:
    async with open_scene(house) as scene:
        people = await scene.furnished(PEOPLE)
        scene.limit(SPEED)
        async with scene.run():
            await scene.settled()
            relays = Relays(scene)
            for number, person in enumerate(people):
                scene.write(person, line(number))
                await asyncio.sleep(SECONDS / SPEED / PEOPLE)
            return await _drained(scene, relays)


async def _fresh(house: House) -> Burst:
    async with open_scene(house) as scene:
        pid = await scene.begin()
        await scene.staffed()
        people = await scene.agreed([line(number) for number in range(PEOPLE)])
        await scene.end(pid)
        await scene.keep()
        scene.limit(SPEED)
        async with scene.run():
            await scene.settled()
            relays = Relays(scene)
            for person in people:
                await scene.press(person, OPEN_CASE)
                await asyncio.sleep(SECONDS / SPEED / PEOPLE)
            return await _drained(scene, relays)


async def _drained(scene: Scene, relays: Relays) -> Burst:
    """Until every line stands in the group."""
    await relays.wait_lines(PEOPLE)
    spent = [call for call in relays.calls() if call["chat"] == scene.group and call["method"] in CHAT_CALLS]
    accepted = [call for call in spent if call["status"] == 200]
    await scene.settled()
    numbers = relays.numbers()
    return Burst(
        lost=PEOPLE - len(set(numbers)),
        repeated=len(numbers) - len(set(numbers)),
        topics=len(scene.simulator.world.chats[scene.group].topics),
        in_order=relays.in_order(),
        refused=sum(call["status"] == 429 for call in spent),
        calls=len(accepted),
        seconds=SPEED * _span(accepted),
    )


def _span(calls: list[JSON]) -> float:
    times = [call["time"] for call in calls]
    return float(max(times) - min(times))
