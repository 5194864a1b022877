"""A process that begins a job of a campaign, or of a file, and stops where it is told to, until somebody kills it.

`python -m tests.casework.allocation.dying JOB URL KEYS BEFORE NOW CAMPAIGN ALLOCATION LEAD`
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path

from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.joining import JoinLate, join_late
from casework.allocation.tell import Tell, tell
from casework.context import Actor, Context
from casework.exports.work import WorkExports, work_exports
from casework.recreation.changed import TellChanges, tell_changes
from casework.recreation.need_clock import AskFamilies, ask_families
from casework.recreation.trip_news import TellOfTrips, tell_of_trips
from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from db.uow import UnitOfWork
from rules.roles import Role
from tests.asked import heard
from tests.casework.allocation.campaign import moves_up, works_out
from tests.casework.world import World, machine

COMMIT = "COMMIT"
ONCE = ("UPDATE camp_places", "WITH wanted AS")


def stop() -> None:
    """Here it stands until it is killed."""
    sys.stdout.write("now\n")
    sys.stdout.flush()
    while True:
        signal.pause()


JOBS: Mapping[str, Callable[[Context], Awaitable[object]]] = {
    "export": lambda ctx: work_exports(ctx, WorkExports()),
    "join": lambda ctx: join_late(ctx, JoinLate()),
    "offers": moves_up,
    "trial": works_out,
    "tell": lambda ctx: tell(ctx, Tell()),
    "needs": lambda ctx: ask_families(ctx, AskFamilies()),
    "trips": lambda ctx: tell_of_trips(ctx, TellOfTrips()),
    "changes": lambda ctx: tell_changes(ctx, TellChanges()),
}


async def work(uow: UnitOfWork, job: str, now: datetime, campaign: int, allocation: int, lead: int) -> None:
    """One job in one transaction."""
    world = World(uow, now=now)
    if job == "confirm":
        confirmed = ConfirmAllocation(campaign, allocation)
        await confirm_allocation(world.ctx(Actor(Role.SUPERVISOR, lead, None, None)), confirmed)
    else:
        await JOBS[job](machine(world))


async def main(job: str, url: str, keys: str, before: str, now: str, *ids: str) -> None:
    """Does it, and stops before the commit, or in the middle of what is written: before the first statement that begins
    so, before the second one where there are many of them.
    """
    install(KeyRing.load(Path(keys)))
    database = Database.open(url, pool_size=1)
    seen = 0

    def executes(statement: str) -> None:
        nonlocal seen
        seen += statement.lstrip().startswith(before)
        if before != COMMIT and seen == (1 if before in ONCE else 2):
            stop()

    async with database.uow() as uow:
        engine = (await uow.session.connection()).engine.sync_engine
        with heard(engine, executes):
            await work(uow, job, datetime.fromisoformat(now), *map(int, ids))
            await uow.session.flush()
        if before == COMMIT:
            stop()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
