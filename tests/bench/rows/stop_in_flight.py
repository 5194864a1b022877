"""Stopped with 30 messages in flight, politely and not: what is lost once the next process has done its work."""

from __future__ import annotations

import asyncio
import signal

from tests.bench.load import Relays, line
from tests.bench.results import Result
from tests.bench.scene import House, Scene, open_scene

PEOPLE = 30
LATENCY_MS = (50.0, 150.0)
CALLS_BEFORE = 5
"""So many answers the process has seen when it is stopped: the rest is somewhere on the way."""


async def measure(house: House) -> list[Result]:
    """Lost messages, for each way to be stopped."""
    async with open_scene(house) as scene:
        people = await scene.furnished(PEOPLE)
        await scene.people.latency(*LATENCY_MS, seed=1)
        return [await _stopped(scene, people, how) for how in (signal.SIGTERM, signal.SIGKILL)]


async def _stopped(scene: Scene, people: list[int], how: signal.Signals) -> Result:
    async with scene.run() as pid:
        await scene.settled()
        relays = Relays(scene)
        for number, person in enumerate(people):
            scene.write(person, line(number))
        async with asyncio.timeout(60):
            while len(relays.calls()) < CALLS_BEFORE:
                await asyncio.sleep(0.005)
        await scene.end(pid, how)
        stood = len(relays.numbers())
        await scene.begin()
        await scene.settled()
        numbers = relays.numbers()
        lost, repeated = PEOPLE - len(set(numbers)), len(numbers) - len(set(numbers))
        kept = await scene.count("SELECT count(*) FROM pairs WHERE side = 'copy'")
    settings = {"people": PEOPLE, "stood at the stop": stood, "repeated": repeated, "copies known": kept}
    return Result(f"stop in flight, {how.name}: lost", lost, "messages", bar="0", holds=lost == 0, settings=settings)
