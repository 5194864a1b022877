"""The table of jobs: what runs by itself, when, and why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from zoneinfo import ZoneInfo

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from casework.complaints.remind import RemindOfComplaints, remind_of_complaints
from casework.context import Context
from casework.danger.watch_over import WatchOver, watch_over
from casework.problems.tell_leads import TellLeads, tell_leads
from casework.promises.keep import Keep, keep
from casework.promises.remind import Remind, remind
from casework.upkeep.forget import DropDrafts, Forget, drop_drafts, forget
from casework.upkeep.index_phones import IndexPhones, index_phones
from db.backup.take import BackupPlace, take_into
from db.engine import Database
from db.repositories import workers
from rules.backups import is_due

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
    leap: BaseTrigger | None = None
    """When the demo's clock leaps: run at these times instead, in order with the others."""


@dataclass(frozen=True, slots=True)
class Storage:
    """What long jobs work on. `url` holds a password: never to be shown or logged."""

    database: Database
    url: str
    backups: BackupPlace | None
    """None where somebody else backs the database up."""


@dataclass(frozen=True, slots=True)
class LongJob:
    """A line of the table that lasts too long for one transaction: `run` opens its own, as many as it needs.

    It goes by real time, wherever the demo's clock is moved, and is ended at once when the bot stops.
    """

    name: str
    why: str
    trigger: BaseTrigger
    run: Callable[[Storage], Awaitable[Counts]]


async def _reclaim_leases(ctx: Context) -> Counts:
    freed = await workers.free_orphans(ctx.uow.session)
    if freed:
        ctx.uow.nudge("inbox")
        ctx.uow.nudge("outbox")
        ctx.uow.nudge("files")
    return {"freed": freed}


async def _tick_outbox(ctx: Context) -> Counts:
    ctx.uow.nudge("outbox")
    return {}


async def _tell_leads(ctx: Context) -> Counts:
    return {"told": await tell_leads(ctx, TellLeads())}


async def _keep_promises(ctx: Context) -> Counts:
    kept = await keep(ctx, Keep())
    return asdict(kept)


async def _remind_to_check(ctx: Context) -> Counts:
    return {"reminded": await remind(ctx, Remind())}


async def _remind_of_complaints(ctx: Context) -> Counts:
    return {"told": await remind_of_complaints(ctx, RemindOfComplaints())}


async def _watch_over(ctx: Context) -> Counts:
    return {"alarms": await watch_over(ctx, WatchOver())}


async def _drop_drafts(ctx: Context) -> Counts:
    return {"drafts": await drop_drafts(ctx, DropDrafts())}


async def _retention(ctx: Context) -> Counts:
    forgotten = await forget(ctx, Forget())
    return asdict(forgotten)


async def _index_phones(ctx: Context) -> Counts:
    return {"phones": await index_phones(ctx, IndexPhones())}


async def _backup(storage: Storage) -> Counts:
    if storage.backups is None:
        return {}
    taken = await take_into(storage.database, storage.url, storage.backups, is_due)
    return {} if taken is None else {"rows": taken.rows, "bytes": taken.bytes}


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
        "tell-leads",
        "what was put aside must not lie there unseen",
        IntervalTrigger(minutes=1, timezone=ZONE),
        _tell_leads,
    ),
    Job(
        "keep-promises",
        "whoever waits beyond the promised time hears it from us within minutes, and so do staff",
        IntervalTrigger(minutes=5, timezone=ZONE),
        _keep_promises,
        leap=CronTrigger(minute=30, timezone=ZONE),
    ),
    Job(
        "remind-to-check",
        "where another office decides we said by when we look, and somebody must",
        CronTrigger(hour=8, minute=30, timezone=ZONE),
        _remind_to_check,
        daily=True,
    ),
    Job(
        "remind-of-complaints",
        "an answer that the law demands must not be forgotten",
        IntervalTrigger(hours=1, timezone=ZONE),
        _remind_of_complaints,
    ),
    Job(
        "watch-over-alarms",
        "somebody in danger must not wait for one who does not look",
        IntervalTrigger(seconds=15, timezone=ZONE),
        _watch_over,
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
    Job(
        "index-phones",
        "whoever comes back from another account is found by a number of before the index, too",
        CronTrigger(minute=20, timezone=ZONE),
        _index_phones,
    ),
)

# Looked at often, taken once a night: a machine that slept or a bot that was stopped catches up soon.
LONG_JOBS: tuple[LongJob, ...] = (
    LongJob(
        "backup",
        "every night the whole database goes into one encrypted file",
        IntervalTrigger(minutes=10, timezone=ZONE),
        _backup,
    ),
)
