"""The engine of chaos: a crowd talks while processes, PostgreSQL or Telegram fail at random; then all is counted.

What is random comes from the plan's seed; nothing that is asserted depends on the clock. Moments are counted in calls
of the bot, so a slow machine sees the same faults later, not fewer of them.
"""

from __future__ import annotations

import asyncio
import random
import signal
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from enum import StrEnum

from db.engine import Database
from db.migrations.run import upgrade
from rules.roles import Role
from tests.faults.balancer import HOST, Balancer
from tests.faults.crowd import Crowd
from tests.faults.open_transactions import looked_at
from tests.faults.postgres import KillablePostgres
from tests.faults.reckoning import Reckoning, reckon, watch
from tests.faults.talk import Measure
from tests.faults.world import SETTLE_SECONDS, World, lives

EVERYTHING = "updates,letters,clock"
HOOK = "/hook/of-the-tests"
MOMENT = 0.03
"""Seconds: a kill falls somewhere within it, so that it hits commits as well as calls."""
REST = 0.3
"""Seconds within which whatever was killed is started again."""
AT_ONCE = 0.15
"""How often all processes are killed at once instead of one."""
CASEWORKERS = ("Ірина", "Андрій", "Марта")


class Way(StrEnum):
    """How updates come."""

    POLLING = "polling"
    WEBHOOK = "webhook"


class Trouble(StrEnum):
    """What fails."""

    BOTS = "bots"
    POSTGRES = "postgres"
    API = "api"


@dataclass(frozen=True)
class Plan:
    """One run. `crews`: the roles of each process; `gap`: the bot's calls from one kill to the next, from and to."""

    way: Way
    crews: tuple[str, ...]
    troubles: frozenset[Trouble]
    measure: Measure
    kills: int
    gap: tuple[int, int]
    seed: int
    fault_every: int = 8
    """So many calls on average from one fault of the API to the next."""
    plants: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As the table calls it."""
        return f"{self.way}, {len(self.crews)} process(es), {'+'.join(sorted(self.troubles))}"


class Fleet:
    """The processes of one run, and the way by which Telegram reaches them."""

    def __init__(self, world: World, plan: Plan) -> None:
        self._world = world
        self._plan = plan
        self._ports = [free_port() for _ in plan.crews]
        self._pids: list[int] = []
        takers = [port for port, roles in zip(self._ports, plan.crews, strict=True) if "updates" in roles]
        self._balancer = Balancer(takers) if plan.way is Way.WEBHOOK else None

    async def start(self) -> None:
        """Start all."""
        if self._balancer is not None:
            await self._balancer.start()
        self._pids = [self._start(place) for place in range(len(self._plan.crews))]

    async def kill(self, chance: random.Random, plants: tuple[str, ...] | None = None) -> None:
        """Kill one, now and then all, and start anew what was killed, with other plants if they are named."""
        places = list(range(len(self._pids)))
        if chance.random() > AT_ONCE:
            places = [chance.choice(places)]
        await asyncio.gather(*(self._world.end(self._pids[place], signal.SIGKILL) for place in places))
        for place in places:
            await asyncio.sleep(chance.random() * REST)
            self._pids[place] = self._start(place, plants)

    async def end(self, how: signal.Signals) -> None:
        """End all, and stop listening."""
        for pid in self._pids:
            await self._world.end(pid, how)
        await self.close()

    async def close(self) -> None:
        """Stop listening."""
        if self._balancer is not None:
            await self._balancer.stop()

    def all_live(self) -> bool:
        """Whether none ended by itself."""
        return all(lives(pid) for pid in self._pids)

    def _start(self, place: int, plants: tuple[str, ...] | None = None) -> int:
        own = {"HTTP_PORT": str(self._ports[place])}
        if self._balancer is not None:
            own["WEBHOOK_URL"] = f"http://{HOST}:{self._balancer.port}{HOOK}"
        planted = self._plan.plants if plants is None else plants
        return self._world.start_bot(roles=self._plan.crews[place], plants=planted, **own)


async def run(world: World, plan: Plan, postgres: KillablePostgres | None = None) -> Reckoning:
    """Play the plan and count. Only what makes the run itself worthless is raised; breaches are in the reckoning."""
    begun = time.monotonic()
    await watch(world)
    fleet = Fleet(world, plan)
    await fleet.start()
    try:
        workers = [await world.worker(name) for name in CASEWORKERS]
        await world.bind(await world.worker("Світлана", Role.SUPERVISOR), *workers)
        await world.people.latency(2, 12, seed=plan.seed)
        crowd = Crowd(world, workers, plan.measure, plan.seed)
        async with looked_at(world.database) as transactions:
            kills = await _amid_troubles(world, plan, fleet, crowd, postgres)
            found = await count_up(world, crowd, plan.name, kills)
        found.note(transactions)
        if not fleet.all_live():
            found.wrong.append("a process ended by itself")
        found.counts.seconds = time.monotonic() - begun
        return found
    finally:
        await fleet.close()


async def count_up(world: World, crowd: Crowd, name: str, kills: int, seconds: float = SETTLE_SECONDS) -> Reckoning:
    """Let everything settle once nothing fails any more, within so many seconds, and count."""
    await world.people.clear_faults()
    await world.settled(seconds)
    await crowd.say_again()
    await world.settled(seconds)
    return await reckon(world, crowd, name, kills)


async def _amid_troubles(
    world: World, plan: Plan, fleet: Fleet, crowd: Crowd, postgres: KillablePostgres | None
) -> int:
    """Let the crowd talk while everything planned fails; returns how often something was killed."""
    chance = random.Random(plan.seed)
    talk = asyncio.create_task(crowd.talk())
    others = []
    if Trouble.API in plan.troubles:
        others.append(asyncio.create_task(fail_calls(world, plan.fault_every, random.Random(plan.seed + 1))))
    try:
        kills = await _kill(world, plan, fleet, postgres, talk, chance)
        await talk
        return kills
    finally:
        for task in (talk, *others):
            task.cancel()
        await asyncio.gather(talk, *others, return_exceptions=True)


async def _kill(
    world: World,
    plan: Plan,
    fleet: Fleet,
    postgres: KillablePostgres | None,
    talk: asyncio.Task[None],
    chance: random.Random,
) -> int:
    victims = sorted(plan.troubles - {Trouble.API})
    if not victims:
        return 0
    for number in range(plan.kills):
        moment = asyncio.create_task(world.calls_made(world.simulator.api.calls.count + chance.randint(*plan.gap)))
        await asyncio.wait({moment, talk}, return_when=asyncio.FIRST_COMPLETED)
        if talk.done():
            moment.cancel()
            await talk
            raise AssertionError(f"the talk was over after {number} of {plan.kills} kills: say more, or kill sooner")
        await asyncio.sleep(chance.random() * MOMENT)
        if chance.choice(victims) is Trouble.BOTS:
            await fleet.kill(chance)
        else:
            assert postgres is not None
            await postgres.kill()
            await asyncio.sleep(chance.random() * REST)
            await postgres.start()
            # Connections of this process's own did not live through it either.
            await world.database.close()
    return plan.kills


async def fail_calls(world: World, every: int, chance: random.Random) -> None:
    """One call in about `every` fails, in every way there is, before or after its work was done, until cancelled."""
    while True:
        kind = chance.choice(("429", "500", "502", "drop", "delay"))
        await world.people.fault(
            kind, after_accepting=chance.random() < 0.5, retry_after=1, seconds=round(chance.random(), 2)
        )
        await world.calls_made(world.simulator.api.calls.count + chance.randint(1, 2 * every - 1))


@asynccontextmanager
async def on_killable_postgres(world: World) -> AsyncIterator[tuple[World, KillablePostgres]]:
    """The same world over a PostgreSQL of its own, durable, that can be killed."""
    postgres = KillablePostgres(world.folder / "postgres")
    await postgres.open()
    await upgrade(postgres.url)
    database = Database.open(postgres.url, pool_size=2)
    try:
        moved = replace(world, database=database, env=world.env | {"DATABASE_URL": postgres.url})
        yield moved, postgres
        for pid in list(moved.bots):
            await moved.end(pid, signal.SIGKILL)
    finally:
        await database.close()
        await postgres.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
