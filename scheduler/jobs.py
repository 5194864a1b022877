"""The table of jobs: what runs by itself, when, and why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from zoneinfo import ZoneInfo

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from casework.context import Context
from casework.upkeep.forget import DropDrafts, Forget, drop_drafts, forget
from db.repositories import workers

ZONE = ZoneInfo("Europe/Kyiv")

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Job:
    """One line of the table. `run` works in one transaction at `ctx.now` and says in numbers what it did."""

    name: str
    why: str
    trigger: BaseTrigger
    run: Callable[[Context], Awaitable[Counts]]
    daily: bool = False
    """Once per local date over all replicas."""


async def _reclaim_leases(ctx: Context) -> Counts:
    freed = await workers.free_orphans(ctx.uow.session)
    if freed:
        ctx.uow.nudge("inbox")
        ctx.uow.nudge("outbox")
    return {"freed": freed}


async def _tick_outbox(ctx: Context) -> Counts:
    ctx.uow.nudge("outbox")
    return {}


async def _drop_drafts(ctx: Context) -> Counts:
    return {"drafts": await drop_drafts(ctx, DropDrafts())}


async def _retention(ctx: Context) -> Counts:
    forgotten = await forget(ctx, Forget())
    return asdict(forgotten)


# Daily jobs keep out of the hour between 3 and 4: in October it comes twice in Kyiv, and APScheduler then names the
# same moment over and over.
JOBS: tuple[Job, ...] = (
    Job(
        "reclaim-leases",
        "a worker that died must not keep what it was doing",
        IntervalTrigger(seconds=15, timezone=ZONE),
        _reclaim_leases,
    ),
    Job(
        "tick-outbox",
        "a lost nudge, or a letter whose time has come, must not wait for the next one",
        IntervalTrigger(seconds=5, timezone=ZONE),
        _tick_outbox,
    ),
    Job(
        "drop-drafts",
        "words that nobody agreed to have kept are not kept",
        CronTrigger(hour=4, minute=10, timezone=ZONE),
        _drop_drafts,
        daily=True,
    ),
    Job(
        "retention",
        "what is not needed any more is forgotten",
        CronTrigger(hour=4, minute=30, timezone=ZONE),
        _retention,
        daily=True,
    ),
)
