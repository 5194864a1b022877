"""`python -m tests.bench [ROW …]`: measures, prints a table and writes bench/results.json."""

from __future__ import annotations

import argparse
import asyncio
import platform
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import Any

from bot.log import configure
from tests.bench.load import LostError
from tests.bench.results import Result, save, table, uses
from tests.bench.rows import (
    allocation,
    broadcast,
    crash,
    five_at_once,
    latency,
    lists,
    memory,
    order,
    relay,
    reminders,
    staff_burst,
    start,
    stop_in_flight,
    throughput,
)
from tests.bench.scene import House, open_house
from tests.house.source_tree import ROOT

RESULTS = ROOT / "bench" / "results.json"
Measure = Callable[[House], Coroutine[Any, Any, list[Result]]]
ROWS: dict[str, Measure] = {
    "throughput": throughput.measure,
    "latency": latency.measure,
    "start": start.measure,
    "crash": crash.measure,
    "staff-burst": staff_burst.measure,
    "five-at-once": five_at_once.measure,
    "stop-in-flight": stop_in_flight.measure,
    "relay": relay.measure,
    "memory": memory.measure,
    "lists": lists.measure,
    "allocation": allocation.measure,
    "broadcast": broadcast.measure,
    "broadcast-killed": broadcast.measure_killed,
    "latency-under-broadcast": broadcast.measure_latency,
    "broadcast-paid": broadcast.measure_paid,
    "broadcast-memory": broadcast.measure_memory,
    "reminders": reminders.measure,
    "reminders-at-rest": reminders.measure_at_rest,
    "order": order.measure,
}
ON_REQUEST: dict[str, Measure] = {
    "memory-long": memory.measure_long,
    "broadcast-memory-long": broadcast.measure_memory_long,
}
"""Rows that take longer than a row may."""
ROW_SECONDS = 300.0


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the rows that are named, by default all of them. Whether bars hold is for people to read: returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join([*ROWS, *ON_REQUEST]))
    rows = parser.parse_args(argv).rows or list(ROWS)
    if unknown := [row for row in rows if row not in ROWS | ON_REQUEST]:
        parser.error(f"no such row: {', '.join(unknown)}")
    configure("WARNING")
    results: list[Result] = []
    for row in rows:
        begun = time.monotonic()
        found = _found(row)
        took = {"seconds": round(time.monotonic() - begun), **_machine()}
        found = [replace(result, settings=result.settings | took) for result in found]
        save(found, RESULTS)
        results += found
        sys.stdout.write(f"{row}: {took['seconds']} s\n{uses(found)}")
        sys.stdout.flush()
    sys.stdout.write(f"\n{table(results)}\n\nwritten to {RESULTS.relative_to(ROOT)}\n")
    return 0


def _found(row: str) -> list[Result]:
    """What a row measures. One that loses what people wrote, or does not come to its end, has no figure; the others
    go on.
    """
    try:
        with open_house() as house:
            return asyncio.run(_in_time(row, house))
    except (LostError, TimeoutError) as error:
        why = str(error) or "something that was waited for did not come in time"
        return [Result(row, 0, "figures", bar="comes to its end, loses nothing", holds=False, settings={"failed": why})]


async def _in_time(row: str, house: House) -> list[Result]:
    if row in ON_REQUEST:
        return await ON_REQUEST[row](house)
    async with asyncio.timeout(ROW_SECONDS):
        return await ROWS[row](house)


def _machine() -> dict[str, str]:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("aiogram", "sqlalchemy", "asyncpg"))
    return {
        "python": platform.python_version(),
        "libraries": libraries,
        "time": time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime()),
    }


if __name__ == "__main__":
    sys.exit(main())
