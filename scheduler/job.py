"""What a line of the table of jobs is: its times, what it runs, and what becomes of a run that was missed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from casework.context import Context
from scheduler.runs import Beside, Counts, Storage

ZONE = ZoneInfo("Europe/Kyiv")

SINCE = datetime(2024, 1, 1, tzinfo=ZONE)
"""Intervals are counted from here: replicas agree, and no trigger asks the machine's clock."""

GOLDEN = 0.618033988749895
"""Whole numbers of steps of this length around a circle are spread over it as evenly as can be."""

IN_TIME = timedelta(minutes=2)
"""So long after its time a daily run is not missed yet."""

Moments = Callable[[AsyncSession, datetime], Awaitable[datetime | None]]
"""The first moment up to another one at which a job has something to do."""


def every(**span: int) -> IntervalTrigger:
    """A trigger at each whole span, `seconds`, `minutes` or `hours`."""
    return IntervalTrigger(start_date=SINCE, timezone=ZONE, **span)


def in_turn(trigger: BaseTrigger, place: int) -> BaseTrigger:
    """The same trigger, moved within its span by the job's place in the table: were all counted from one moment, dozens
    of jobs would begin at each full minute, and whoever writes then would wait for them. A calendar's times stay.
    """
    if not isinstance(trigger, IntervalTrigger):
        return trigger
    since = SINCE + trigger.interval * (place * GOLDEN % 1)
    return IntervalTrigger(start_date=since, timezone=ZONE, seconds=trigger.interval.total_seconds())


@dataclass(frozen=True, slots=True)
class Missed:
    """What becomes of a run whose time came while nothing ran."""

    words: str
    """As the operator reads it."""
    until: time | None = None
    """Of a daily job: the same local day's run is made up for until then. None: there is nothing to make up for."""


FOUND = Missed("the next run finds it")
SAME_DAY = Missed("caught up the same day", time.max)
UNTIL_NOON = Missed("caught up until noon, then left out", time(12))
NEXT_LOOK = Missed("caught up within ten minutes")


@dataclass(frozen=True, slots=True)
class Job:
    """One line of the table. `run` works in one transaction at `ctx.now` and says in numbers what it did, or what is to
    be worked out without one.
    """

    name: str
    why: str
    trigger: BaseTrigger
    run: Callable[[Context], Awaitable[Counts | Beside]]
    daily: bool = False
    """Once per local date over all replicas."""
    leap: BaseTrigger | None = None
    """When the demo's clock leaps: run at these times instead, in order with the others."""
    drain: bool = False
    """Run again at once, in a new transaction, as long as it finds something to do."""
    moments: Moments | None = None
    """When the demo's clock leaps: run at each of these, too."""
    missed: Missed = FOUND

    def to_catch_up(self, now: datetime) -> bool:
        """Whether today's time of a daily job has passed (aware `now`), and a run may still make up for it."""
        if self.missed.until is None:
            return False
        local = now.astimezone(ZONE)
        due = self.trigger.get_next_fire_time(None, datetime.combine(local.date(), time.min, tzinfo=ZONE))
        return due is not None and due <= local - IN_TIME and local.time() <= self.missed.until


@dataclass(frozen=True, slots=True)
class LongJob:
    """A line of the table that lasts too long for one transaction: `run` opens its own, as many as it needs.

    It goes by real time, wherever the demo's clock is moved, and is ended at once when the bot stops.
    """

    name: str
    why: str
    trigger: BaseTrigger
    run: Callable[[Storage], Awaitable[Counts]]
    missed: Missed = NEXT_LOOK
