"""A broadcast at Telegram's limit: how near it comes, how long people wait meanwhile, with kills, paid for, and how
much memory it needs.
"""

from __future__ import annotations

import asyncio
import random
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from bot.clock import real_now
from casework.context import OPERATOR, Context
from casework.staff.invite import JOIN_PREFIX, Invite, invite
from rules.roles import Role
from simulator.limits import BOT_PER_SECOND
from simulator.world.model import JSON
from tests.bench.load import LostError
from tests.bench.machine import resident_bytes
from tests.bench.results import ROUNDS, Result, against, percentile
from tests.bench.scene import CATALOGUE, FIRST_PERSON, House, Scene, bare_env, open_scene
from tests.conversations.talkers import Worker
from tests.conversations.words import label, piece
from tests.faults.many import FIRST, crowd, sent_to_all, until_noon

RECIPIENTS = 3_000
API_MS, API_UNDER_MS = (50.0, 150.0), (50.0, 200.0)
UPLINK_MS = 50.0
RATE_BAR, RATE_BAR_KILLED, REFUSED_BAR = 0.96, 0.90, 0.001
KILLS, REPLICAS = 20, 3
PRESSES_A_SECOND, PEOPLE = 8.0, 240
PRESS_SECONDS, CALM_SECONDS = 60.0, 30.0
PRESS_BAR_MS, UNDER_BAR = 400.0, 24.0
PAID, CONNECTIONS, PAID_BAR = 20_000, 96, 0.6
PAID_SECONDS, GATHERED = 20.0, 5_000
"""So long is looked at a broadcast that is paid for, and beside it at so many letters of a process that only sends;
whether it comes to its end whole is other rows' affair.
"""
FEW, MANY, WHOLE = 1_000, 10_000, 100_000
MEMORY_BAR_MB = 20.0
MEGABYTE = 1_000_000
PATIENCE = 280.0
MENU = label("button-menu-my")


@dataclass(frozen=True)
class Said:
    """How a broadcast went, by the simulator's own log."""

    recipients: int
    lost: int
    repeated: int
    unseen: int
    """Letters that stand at Telegram and that nobody wrote down: the answer was never seen."""
    refused: int
    seconds: float

    @property
    def rate(self) -> float:
        """Letters a second from the first to the last one."""
        return (self.recipients - self.lost) / self.seconds if self.seconds else 0.0


async def measure(house: House) -> list[Result]:
    """Undisturbed, by one process."""
    async with _limited(house) as scene:
        return _judged("broadcast", await said(scene, RECIPIENTS), RATE_BAR)


async def measure_killed(house: House) -> list[Result]:
    """By three processes, one of which is killed and replaced again and again."""
    async with _limited(house) as scene:
        scene.spread = True
        found = await said(scene, RECIPIENTS, kills=KILLS, replicas=REPLICAS)
        return _judged("broadcast, killed", found, RATE_BAR_KILLED)


@asynccontextmanager
async def _limited(house: House) -> AsyncIterator[Scene]:
    async with _scene(house, RECIPIENTS) as scene:
        scene.limit(1.0)
        await scene.people.latency(*API_MS, uplink_ms=UPLINK_MS, seed=7)
        yield scene


def _judged(name: str, said: Said, bar: float) -> list[Result]:
    share = said.rate / BOT_PER_SECOND
    settings = {
        "recipients": said.recipients,
        "seconds": round(said.seconds, 1),
        "letters/s": round(said.rate, 2),
        "refused with 429": said.refused,
        "lost": said.lost,
        "repeated": said.repeated,
        "answers never seen": said.unseen,
        "api ms": list(API_MS),
        "uplink ms": UPLINK_MS,
    }
    kept = said.lost == 0 and said.repeated <= said.unseen
    few = said.refused <= REFUSED_BAR * said.recipients
    return [
        Result(
            name,
            said.rate,
            "letters/s",
            BOT_PER_SECOND,
            share,
            f">= {bar} x the 30/s of Telegram",
            holds=share >= bar,
            settings=settings,
        ),
        Result(f"{name}: refused", said.refused, "calls", bar="<= 0.1%", holds=few, settings=settings),
        Result(
            f"{name}: lost + repeated",
            said.lost + said.repeated,
            "letters",
            said.unseen,
            bar="0 lost, repeats <= answers never seen",
            holds=kept,
            settings=settings,
        ),
    ]


async def measure_latency(house: House) -> list[Result]:
    """From a person's press to the arrival of their screen, while a broadcast runs; before it while none does."""
    async with _scene(house, RECIPIENTS, people=PEOPLE) as scene:
        scene.limit(1.0)
        await scene.people.latency(*API_UNDER_MS, uplink_ms=0, seed=7)
        async with scene.run(**_env(scene, paid=False)):
            calm = percentile(await _pressed(scene, CALM_SECONDS), 0.99)
        async with _begun(scene) as since:
            await _said(scene, since, 60)
            waits = await _pressed(scene, PRESS_SECONDS)
            calls = _letters(scene, since)
    took = calls[-1]["time"] - calls[0]["time"] if len(calls) > 1 else 0.0
    rate, p99 = (len(calls) - 1) / took if took else 0.0, percentile(waits, 0.99)
    settings = {
        "presses/s": PRESSES_A_SECOND,
        "presses": len(waits),
        "p50 ms": round(median(waits)),
        "broadcast/s": round(rate, 1),
        "api ms": list(API_UNDER_MS),
    }
    good, bar = p99 <= PRESS_BAR_MS, f"<= {PRESS_BAR_MS:.0f} ms"
    return [
        Result("latency under broadcast: p99", p99, "ms", calm, p99 / calm, bar, holds=good, settings=settings),
        Result(
            "latency under broadcast: broadcast", rate, "letters/s", BOT_PER_SECOND - PRESSES_A_SECOND,
            rate / (BOT_PER_SECOND - PRESSES_A_SECOND), f">= {UNDER_BAR:.0f}/s", holds=rate >= UNDER_BAR,
            settings=settings,
        ),
    ]  # fmt: skip


async def measure_paid(house: House) -> list[Result]:
    """Beside an unlimited gather with as many connections."""
    ours, plain = [], []
    async with _scene(house, PAID) as scene:
        for _ in range(ROUNDS):
            scene.limit(1.0)
            ours.append(await _pace(scene, PAID_SECONDS))
            scene.simulator.api.limits.on = False
            plain.append(await _gathered(scene, GATHERED))
    settings = {
        "recipients": PAID,
        "connections": CONNECTIONS,
        "allowed/s": 1000,
        "looked at for s": PAID_SECONDS,
        "baseline's letters": GATHERED,
    }
    return [
        against(
            "broadcast with paid limit", ours, plain, unit="/s", bar=f">= {PAID_BAR} x", settings=settings,
            good=lambda ratio, _: ratio >= PAID_BAR,
        )
    ]  # fmt: skip


async def measure_memory(house: House) -> list[Result]:
    """Scaled down to what fits into a row."""
    return [await _memory(house, "broadcast memory", MANY)]


async def measure_memory_long(house: House) -> list[Result]:
    """The whole: to a hundred thousand."""
    return [await _memory(house, "broadcast memory, long", WHOLE)]


async def _memory(house: House, name: str, many: int) -> Result:
    peaks = {}
    for count in (FEW, many):
        async with _scene(house, count) as scene:
            peaks[count] = (await peak_of(scene, count)) / MEGABYTE
    apart = peaks[many] - peaks[FEW]
    settings = {"recipients": many, "recipients of the baseline": FEW, "MB apart": round(apart, 1)}
    bar, holds = f"<= {MEMORY_BAR_MB:.0f} MB apart", apart <= MEMORY_BAR_MB
    return Result(name, peaks[many], "MB", peaks[FEW], peaks[many] / peaks[FEW], bar, holds, settings)


async def peak_of(scene: Scene, count: int) -> int:
    """The most memory that the bot's process held during a broadcast to so many, in bytes."""
    peak = 0
    async with scene.rows():
        run = await sent_to_all(scene.database, CATALOGUE, real_now() + _ahead(scene))
        pid = await scene.begin(CLOCK_URL=scene.simulator.url)
        while await scene.count(f"SELECT count(*) FROM broadcast_runs WHERE id = {run} AND state <> 'finished'"):
            peak = max(peak, resident_bytes(pid))
            await asyncio.sleep(0.2)
    assert len(scene.simulator.world.chats) > count
    return peak


@asynccontextmanager
async def _scene(house: House, recipients: int, *, people: int = 0) -> AsyncIterator[Scene]:
    """Two leads, many people who agreed, some who will press; by day, and nothing under way."""
    async with open_scene(house, keep=2) as scene:
        await furnish(scene, recipients, people)
        yield scene


async def furnish(scene: Scene, recipients: int, people: int = 0) -> None:
    """The same in a scene that is open."""
    await scene.people.advance(until_noon(real_now()))
    pid = await scene.begin(CLOCK_URL=scene.simulator.url)
    for name in ("Світлана", "Тарас"):
        await _lead(scene, name)
    if people:
        await scene.agreed(["Добрий день"] * people)
    await scene.end(pid)
    await crowd(scene.simulator.world, scene.database, recipients, real_now())
    await scene.keep()


async def _lead(scene: Scene, name: str) -> None:
    lead = Worker(scene, await scene.people.user(name, language_code="uk"), name)
    async with scene.database.uow() as uow:
        ctx = Context(uow=uow, actor=OPERATOR, now=real_now() + _ahead(scene), catalogue=CATALOGUE)
        code = await invite(ctx, Invite(Role.SUPERVISOR, name))
    await lead.send(f"/start {JOIN_PREFIX}{code}")
    await lead.sees(piece("letter-staff-joined"))


def _ahead(scene: Scene) -> timedelta:
    return timedelta(seconds=scene.simulator.world.clock.offset)


@asynccontextmanager
async def _begun(scene: Scene, *, paid: bool = False, replicas: int = 1) -> AsyncIterator[int]:
    """A broadcast to all is under way; the number of the simulator's last call before it."""
    async with scene.rows():
        await sent_to_all(scene.database, CATALOGUE, real_now() + _ahead(scene), paid=paid)
        since = scene.simulator.api.calls.count
        for _ in range(replicas):
            await scene.begin(**_env(scene, paid))
        yield since


def _env(scene: Scene, paid: bool) -> dict[str, str]:
    return {"CLOCK_URL": scene.simulator.url} | ({"ALLOW_PAID_BROADCAST": "1"} if paid else {})


async def said(scene: Scene, count: int, *, kills: int = 0, replicas: int = 1) -> Said:
    """A whole broadcast by so many processes; so often on the way one of them is killed and replaced."""
    chance = random.Random(count)
    async with _begun(scene, replicas=replicas) as since:
        for number in range(kills):
            await _said(scene, since, (number + 1) * count // (kills + 1))
            await scene.end(chance.choice(scene.running), signal.SIGKILL)
            scene.start(**_env(scene, paid=False))
        async with asyncio.timeout(PATIENCE):
            while await scene.count("SELECT count(*) FROM broadcast_runs WHERE state <> 'finished'"):
                await asyncio.sleep(0.1)
        known = await scene.select("SELECT chat_id, telegram_message_id FROM letters WHERE kind = 'broadcast'")
        return _counted(scene, since, count, {(row[0], row[1]) for row in known})


async def _pace(scene: Scene, seconds: float) -> float:
    """Letters a second of a broadcast that is paid for, during so long from its first letter on."""
    async with _begun(scene, paid=True) as since:
        await _said(scene, since, 1)
        await asyncio.sleep(seconds)
        times = [float(each["time"]) for each in _letters(scene, since)]
    return (len(times) - 1) / (max(times) - min(times))


def _counted(scene: Scene, since: int, count: int, known: set[tuple[int, int]]) -> Said:
    calls = [each for each in scene.simulator.api.calls.calls if each["n"] > since and (each["chat"] or 0) >= FIRST]
    made = [each for each in calls if each["done"]]
    times = [each["time"] for each in made]
    return Said(
        recipients=count,
        lost=count - len({each["chat"] for each in made}),
        repeated=len(made) - len({each["chat"] for each in made}),
        unseen=sum((each["chat"], each["id"]) not in known for each in made),
        refused=sum(each["status"] == 429 for each in calls),
        seconds=max(times) - min(times) if times else 0.0,
    )


def _letters(scene: Scene, since: int) -> list[JSON]:
    calls = scene.simulator.api.calls.calls
    return [each for each in calls if each["n"] > since and (each["chat"] or 0) >= FIRST and each["done"]]


async def _said(scene: Scene, since: int, count: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while len(_letters(scene, since)) < count:
            await asyncio.sleep(0.02)


async def _pressed(scene: Scene, seconds: float) -> list[float]:
    """People press for so long, each at a moment of chance; milliseconds until the call with their screen arrives."""
    chance, clock = random.Random(7), scene.simulator.world.clock
    accounts = [each for each in scene.simulator.world.people if FIRST_PERSON <= each < FIRST]
    pressed: list[tuple[int, int, float]] = []
    for number in range(int(PRESSES_A_SECOND * seconds)):
        await asyncio.sleep(chance.expovariate(PRESSES_A_SECOND))
        person = accounts[number % len(accounts)]
        pressed.append((person, scene.simulator.api.calls.count, clock.wall()))
        scene.write(person, MENU)
    await asyncio.sleep(2)
    screens = [each for each in scene.simulator.api.calls.calls if each["done"] and each["chat"] in set(accounts)]
    waits = []
    for person, before, at in pressed:
        arrived = (each["time"] for each in screens if each["n"] > before and each["chat"] == person)
        if (first := next(arrived, None)) is None:
            raise LostError("somebody who pressed saw nothing")
        waits.append(1000 * (first - at))
    return waits


async def _gathered(scene: Scene, count: int) -> float:
    """Letters a second of a process that only sends, as many at once."""
    arguments = (scene.simulator.url, scene.env["BOT_TOKEN"], str(FIRST), str(count), str(CONNECTIONS))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.gathering", *arguments,
        stdout=asyncio.subprocess.PIPE, cwd=scene.house.folder, env=bare_env(),
    )  # fmt: skip
    out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    return count / float(out)
