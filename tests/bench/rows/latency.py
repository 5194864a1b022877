"""How long a person's words need to their topic at 30 updates a second, against the same plain handler."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from tests.bench.load import Stream, stream, warm_up
from tests.bench.results import ROUNDS, Result, against, percentile, void
from tests.bench.scene import BASELINE, BOT, House, Scene, open_scene

PEOPLE = 300
RATE = 30.0
SECONDS = 15.0
DROPPED = 5.0
BAR = 2.0
P99_MS = 150.0
WARMED = 50
"""So many are served before: enough for a warm process, and the row keeps to its five minutes on a slow machine."""
FULL = 0.9
"""A core that is busier than this makes waits of its own."""


async def measure(house: House) -> list[Result]:
    """p50 and p99 in milliseconds, from a person's writing to the arrival of the topic's message at Telegram."""
    ours, plain = [], []
    async with open_scene(house) as scene:
        people = await scene.furnished(PEOPLE)
        for _ in range(ROUNDS):
            ours.append(await _streamed(scene, BOT, people))
            plain.append(await _streamed(scene, BASELINE, people))
    settings = {
        "people": PEOPLE,
        "updates/s": RATE,
        "seconds": SECONDS,
        "dropped": DROPPED,
        "limits": "off",
        "use %": ours[-1].use.facts(),
        "use % of the baseline": plain[-1].use.facts(),
        "p99 limit ms": P99_MS,
    }
    p50 = against(
        "latency p50", *_percentiles(0.5, ours, plain), unit="ms", bar=f"<= {BAR} x", good=_within, settings=settings
    )
    p99 = against(
        "latency p99",
        *_percentiles(0.99, ours, plain),
        unit="ms",
        bar=f"<= {BAR} x and <= {P99_MS:.0f} ms",
        good=lambda ratio, value: ratio <= BAR and value <= P99_MS,
        settings=settings,
    )
    return [judged(each, [*ours, *plain]) for each in (p50, p99)]


def judged(result: Result, streams: Sequence[Stream]) -> Result:
    """The result, void where a core was too busy for a wait to mean anything."""
    busiest = median(each.use.busiest for each in streams)
    return void(result, f"a core was {busiest:.0%} busy") if busiest > FULL else result


def _within(ratio: float, _value: float) -> bool:
    return ratio <= BAR


def _percentiles(share: float, ours: Sequence[Stream], plain: Sequence[Stream]) -> tuple[list[float], list[float]]:
    return [percentile(each.waits, share) for each in ours], [percentile(each.waits, share) for each in plain]


async def _streamed(scene: Scene, program: Sequence[str], people: Sequence[int]) -> Stream:
    async with scene.run(program) as pid:
        await warm_up(scene, people[:WARMED])
        return await stream(scene, pid, people, RATE, SECONDS, DROPPED)
