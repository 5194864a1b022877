"""From the command line to the first getUpdates, against the import of the library alone. Both warm."""

from __future__ import annotations

import time

from tests.bench.results import Result, against
from tests.bench.scene import BOT, House, Scene, open_scene

STARTS = 5
BAR = 1.4
LIBRARY = ("-c", "import aiogram")


async def measure(house: House) -> list[Result]:
    """Seconds."""
    ours, plain = [], []
    async with open_scene(house) as scene:
        await scene.keep()
        for _ in range(STARTS + 1):
            ours.append(await _first_poll(scene))
            plain.append(await _imported(scene))
    # The first of each warms the caches.
    return [
        against(
            "start",
            ours[1:],
            plain[1:],
            unit="s",
            bar=f"<= {BAR} x",
            good=lambda ratio, _: ratio <= BAR,
            settings={"database": "migrated, its server runs"},
        )
    ]


async def _first_poll(scene: Scene) -> float:
    async with scene.rows():
        # An update that waits: the first poll is answered, and so logged, at once.
        scene.write(scene.newcomers(1)[0], "/start")
        began = time.time()
        scene.start(BOT)
        return await scene.called("getUpdates", began) - began


async def _imported(scene: Scene) -> float:
    began = time.time()
    await scene.ended(scene.start(LIBRARY))
    return time.time() - began
