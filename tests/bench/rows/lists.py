"""The first page of the queue, and each way to search, in ten thousand and in a million cases."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from casework.context import Actor, Context
from casework.letters.sights import ListSight
from casework.lists.find import Find, find
from casework.lists.show import ShowList, show_list
from db.engine import Database
from rules.lists import Listing
from rules.roles import Role
from tests.bench.archive import FIRST_NAME, SURNAME, WORD, Archive, fill, number_of
from tests.bench.results import ROUNDS, Result, against, percentile
from tests.bench.scene import CATALOGUE, House, open_scene

FEW, MANY = 10_000, 1_000_000
ASKED = 60
"""Questions of each kind and round."""
WARM = 10
MOST_MS, MOST_TIMES = 50.0, 3.0
NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)

Ask = Callable[[Context, Archive, random.Random], Awaitable[ListSight]]


async def _queue(ctx: Context, archive: Archive, chance: random.Random) -> ListSight:
    return await show_list(ctx, ShowList(Listing.QUEUE))


async def _number(ctx: Context, archive: Archive, chance: random.Random) -> ListSight:
    return await find(ctx, Find(number_of(chance.randint(1, archive.cases))))


async def _phone(ctx: Context, archive: Archive, chance: random.Random) -> ListSight:
    return await find(ctx, Find(chance.choice(archive.phones)))


async def _name(ctx: Context, archive: Archive, chance: random.Random) -> ListSight:
    """A beginning, or a first name and a surname that go together or do not."""
    surname = chance.choice(SURNAME)
    begin = surname[: chance.randint(3, len(surname))]
    return await find(ctx, Find(begin if chance.random() < 0.5 else f"{chance.choice(FIRST_NAME)} {begin}"))


async def _word(ctx: Context, archive: Archive, chance: random.Random) -> ListSight:
    """Common words as often as rare ones."""
    return await find(ctx, Find(WORD[chance.randrange(chance.choice([3, 53, len(WORD)]))]))


WAYS: dict[str, Ask] = {"queue": _queue, "number": _number, "phone": _phone, "name": _name, "word": _word}


def context_of(archive: Archive, uow: object) -> Context:
    """A caseworker who asks."""
    actor = Actor(Role.CASEWORKER, archive.staff_id, archive.organisation_id, 1)
    return Context(uow, actor, NOW, CATALOGUE)  # type: ignore[arg-type]  # a unit of work


async def measure(house: House) -> list[Result]:
    """Milliseconds, p95, from the question to the end of its transaction."""
    async with open_scene(house) as scene:
        other = await scene.server.create(scene.database.engine.url.database or "")
        small = Database.open(scene.server.url(other), pool_size=1)
        try:
            began = time.monotonic()
            archives = [await fill(small, FEW), await fill(scene.database, MANY)]
            filled = round(time.monotonic() - began)
            return [await _way(way, archives, filled) for way in WAYS]
        finally:
            await small.close()
            await scene.server.drop(other)


async def _way(way: str, archives: list[Archive], filled: int) -> Result:
    few, many = [], []
    for number in range(ROUNDS):
        few.append(await _asked(way, archives[0], number))
        many.append(await _asked(way, archives[1], number))
    return against(
        f"lists: {way}, p95 at {MANY} cases against {FEW}",
        many,
        few,
        unit="ms",
        bar=f"<= {MOST_MS:g} ms, <= {MOST_TIMES:g} x",
        good=lambda ratio, value: value <= MOST_MS and ratio <= MOST_TIMES,
        settings={"asked in a round": ASKED, "open": "a fifth", "seconds to fill": filled},
    )


async def _asked(way: str, archive: Archive, seed: int) -> float:
    chance, took = random.Random(seed), []
    for number in range(WARM + ASKED):
        began = time.perf_counter()
        async with archive.database.uow() as uow:
            await WAYS[way](context_of(archive, uow), archive, chance)
        if number >= WARM:
            took.append((time.perf_counter() - began) * 1000)
    return percentile(took, 0.95)
