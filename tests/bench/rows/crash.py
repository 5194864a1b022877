"""Killed with kill -9 at random moments while people write and caseworkers answer: a short run of the chaos."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from db import cipher
from db.engine import Database
from db.keys import KeyRing
from db.migrations.run import upgrade
from simulator.client import PeopleClient
from simulator.server import Simulator
from tests.bench.results import Result
from tests.bench.scene import House
from tests.conftest import TestServer
from tests.faults.chaos import EVERYTHING, Plan, Trouble, Way, run
from tests.faults.reckoning import Reckoning
from tests.faults.talk import Measure
from tests.faults.world import TOKEN, Nursery, World

PLAN = Plan(
    way=Way.POLLING,
    crews=(EVERYTHING,),
    troubles=frozenset({Trouble.BOTS}),
    measure=Measure(people=20, lines=5, answers=2),
    kills=10,
    gap=(10, 50),
    seed=77,
)


async def measure(house: House) -> list[Result]:
    """What was lost, and what stands twice."""
    found = await _played(house)
    counts, settings = found.counts, {"plan": PLAN.name, "seed": PLAN.seed, **asdict(found.counts)}
    settings["breaches"] = found.breaches[:20]
    return [
        Result("crash: lost", counts.lost, "of all", bar="0", holds=not found.lost, settings=settings),
        Result(
            "crash: doubled or wrong",
            len(found.doubled) + len(found.wrong),
            "of all",
            bar="0",
            holds=not found.breaches,
            settings=settings,
        ),
        Result(
            "crash: repeats",
            counts.repeats,
            "letters",
            baseline=counts.never_seen,
            bar="<= answers never seen",
            holds=counts.repeats <= counts.never_seen,
            settings=settings,
        ),
    ]


async def _played(house: House) -> Reckoning:
    ring = house.folder / "keys" / "ring.json"
    cipher.install(KeyRing.load_or_make(ring))
    server = TestServer(house.url)
    name = await server.create()
    url = server.url(name)
    await upgrade(url)
    simulator = Simulator(TOKEN, limits=False)
    await simulator.start()
    nursery, database = Nursery(), Database.open(url, pool_size=2)
    async with PeopleClient(simulator.url) as people:
        world = World(simulator, people, database, nursery, house.folder, _env(house.folder, url, simulator.url))
        try:
            return await run(world, PLAN)
        finally:
            nursery.close()
            await database.close()
            await server.close()
            await simulator.stop()


def _env(folder: Path, url: str, api: str) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "DATABASE_URL": url.replace("postgresql+asyncpg://", "postgresql://"),
        "DATA_DIR": str(folder / "bot"),
        "KEYS_DIR": str(folder / "keys"),
        "HTTP_PORT": "0",
        "SIM_SPEED": "1000",
    }
