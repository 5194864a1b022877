"""Who gets a seat, for 5,000 applications with 8,000 children and 600 seats: one step, a campaign to its end, and how
long a transaction stays open while the same goes through the database.
"""

from __future__ import annotations

import asyncio
import time
from statistics import median

from db.engine import Database
from rules.allocation.asked import Shift
from rules.allocation.order import Rank
from rules.allocation.step import step
from tests.bench.results import ROUNDS, Result
from tests.bench.scene import House, open_scene
from tests.casework.allocation.through import begun
from tests.faults.open_transactions import LONGEST_SECONDS
from tests.rules.allocation.invented import APPLICATIONS, CHILDREN, SEATS, campaign
from tests.rules.allocation.to_the_end import to_the_end

BAR_SECONDS = 5.0
THROUGH = (1_000, 1_600, 120)
"""Applications, children, seats that go through the database here; `make chaos` takes all 5,000."""


async def measure(house: House) -> list[Result]:
    """Seconds. Nothing of the house is needed for what is arithmetic."""
    results = await asyncio.to_thread(_measured)
    async with open_scene(house) as scene:
        return [*results, await _oldest(scene.database)]


async def _oldest(database: Database) -> Result:
    """The transaction that was open for longest, from the trial to the evening on which all offers end."""
    applications, children, seats = THROUGH
    made = campaign(applications=applications, children=children, seats=seats)
    async with begun(database, made) as (through, transactions):
        await through.shares()
        await through.ends()
    return Result(
        "allocation: oldest transaction", transactions.oldest, "s", bar=f"<= {LONGEST_SECONDS:g} s",
        holds=not transactions.breaches,
        settings={
            "applications": applications,
            "s idle in a transaction": round(transactions.idle, 2),
            "s of jobs": through.slowest(),
        },
    )  # fmt: skip


def _measured() -> list[Result]:
    made = campaign()
    steps = [_seconds_of_a_step(made.order.ranks, made.shifts) for _ in range(ROUNDS)]
    began = time.perf_counter()
    end = to_the_end(made)
    whole = time.perf_counter() - began
    size = {"applications": APPLICATIONS, "children": CHILDREN, "seats": SEATS}
    value = median(steps)
    bar = f"<= {BAR_SECONDS:g} s"
    return [
        Result(
            "allocation: a dry run", value, "s", bar=bar, holds=value <= BAR_SECONDS, settings={**size, "rounds": steps}
        ),
        Result("allocation: to the end", whole, "s", settings={**size, "rounds of answers": end.rounds}),
    ]


def _seconds_of_a_step(order: tuple[Rank, ...], shifts: tuple[Shift, ...]) -> float:
    began = time.perf_counter()
    step(order, shifts, ())
    return time.perf_counter() - began
