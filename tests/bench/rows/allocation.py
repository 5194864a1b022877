"""Who gets a seat, for 5,000 applications with 8,000 children and 600 seats: one step, and a campaign to its end."""

from __future__ import annotations

import asyncio
import time
from statistics import median

from rules.allocation.asked import Shift
from rules.allocation.order import Rank
from rules.allocation.step import step
from tests.bench.results import ROUNDS, Result
from tests.bench.scene import House
from tests.rules.allocation.invented import APPLICATIONS, CHILDREN, SEATS, campaign
from tests.rules.allocation.to_the_end import to_the_end

BAR_SECONDS = 5.0


async def measure(house: House) -> list[Result]:
    """Seconds. Nothing of the house is needed: it is arithmetic."""
    return await asyncio.to_thread(_measured)


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
