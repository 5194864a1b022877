"""Relays as the two strong open bots were measured: at 20 a second, from a backlog, and first contacts."""

from __future__ import annotations

import time
from statistics import median

from tests.bench.load import Relays, drain, stream, warm_up
from tests.bench.results import ROUNDS, Result, percentile
from tests.bench.rows.latency import judged
from tests.bench.scene import House, Scene, open_scene
from tests.conversations.words import OPEN_CASE

PEOPLE = 200
RATE = 20.0
SECONDS = 15.0
DROPPED = 3.0
BACKLOG = 600
FIRST = 60
"""First contacts of a round."""

# Both against one fake API on the same kind of machine, with nothing durable.
RIVALS_P50_MS = (5.0, 5.3)
RIVALS_P99_MS = (12.0, 33.0)
RIVALS_RATE = (246.0, 196.0)
RIVALS_FIRST = (196.0, 106.0)


async def measure(house: House) -> list[Result]:
    """Milliseconds from writing to the topic, messages a second, and cases with topic a second."""
    streams, rates, firsts = [], [], []
    async with open_scene(house) as scene:
        people = await scene.furnished(PEOPLE)
        for _ in range(ROUNDS):
            async with scene.run() as pid:
                await warm_up(scene, people)
                streams.append(await stream(scene, pid, people, RATE, SECONDS, DROPPED))
                rates.append((await drain(scene, pid, people, BACKLOG)).rate)
                firsts.append(await _first_contacts(scene, pid))
    settings = {"limits": "off", "rounds": ROUNDS, "use % of the stream": streams[-1].use.facts()}
    waits = [
        judged(_against_rivals(name, value, rivals, "ms", value <= min(rivals), settings), streams)
        for name, value, rivals in (
            ("relay p50 at 20/s", median(percentile(each.waits, 0.5) for each in streams), RIVALS_P50_MS),
            ("relay p99 at 20/s", median(percentile(each.waits, 0.99) for each in streams), RIVALS_P99_MS),
        )
    ]
    drained = [
        _against_rivals(name, value, rivals, "a second", value >= max(rivals), settings)
        for name, value, rivals in (
            ("relay, a backlog", median(rates), RIVALS_RATE),
            ("relay, first contacts", median(firsts), RIVALS_FIRST),
        )
    ]
    return waits + drained


async def _first_contacts(scene: Scene, pid: int) -> float:
    """People who have agreed send their first words: cases a second, each with topic, card, words and receipt."""
    people = await scene.agreed(["Перші слова: куди звернутися по допомогу?"] * FIRST)
    # The presses wait at Telegram while the bot is stopped.
    await scene.end(pid)
    for person in people:
        await scene.press(person, OPEN_CASE)
    relays = Relays(scene)
    await scene.begin()
    began = time.time()
    await scene.settled()
    done = max(float(call["time"]) for call in relays.calls())
    return FIRST / (done - began)


def _against_rivals(
    name: str, value: float, rivals: tuple[float, float], unit: str, faster: bool, settings: dict[str, object]
) -> Result:
    better = min(rivals) if unit == "ms" else max(rivals)
    bar = f"faster than {rivals[0]:g} and {rivals[1]:g}"
    return Result(name, value, unit, better, value / better, bar, faster, dict(settings))
