"""A person's message into an open case, everything committed and sent, against a plain handler that does the same."""

from __future__ import annotations

from collections.abc import Sequence

from tests.bench.load import Drained, drain, warm_up
from tests.bench.results import ROUNDS, Result, against
from tests.bench.scene import BASELINE, BOT, House, Scene, open_scene

PEOPLE = 100
UPDATES = 900
CPU_BAR, MOONSHOT = 1.5, 0.5


async def measure(house: House, people: int = PEOPLE, updates: int = UPDATES) -> list[Result]:
    """CPU for an update, and updates a second."""
    ours, plain = [], []
    async with open_scene(house) as scene:
        crowd = await scene.furnished(people)
        for _ in range(ROUNDS):
            ours.append(await _drained(scene, BOT, crowd, updates))
            plain.append(await _drained(scene, BASELINE, crowd, updates))
    settings = {
        "people": people,
        "updates": updates,
        "limits": "off",
        "use %": ours[-1].use.facts(),
        "use % of the baseline": plain[-1].use.facts(),
        "calls an update": round(ours[-1].calls, 2),
        "calls an update of the baseline": round(plain[-1].calls, 2),
    }
    return [
        against(
            "throughput: CPU an update",
            [each.cpu_ms for each in ours],
            [each.cpu_ms for each in plain],
            unit="ms",
            bar=f"<= {CPU_BAR} x (moonshot {MOONSHOT} x)",
            good=lambda ratio, _: ratio <= CPU_BAR,
            settings=settings,
        ),
        against(
            "throughput",
            [each.rate for each in ours],
            [each.rate for each in plain],
            unit="updates/s",
            settings=settings,
        ),
    ]


async def _drained(scene: Scene, program: Sequence[str], people: Sequence[int], updates: int) -> Drained:
    async with scene.run(program) as pid:
        await warm_up(scene, people)
        return await drain(scene, pid, people, updates, durable=program is BOT)
