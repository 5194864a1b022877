"""Broadcasts: the states of a run, who may confirm it, when it comes again, how fast it is and what speed costs."""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from rules.local_time import KYIV, aware

CONFIRM_OVER = 100
"""Above so many recipients a second person confirms."""
GROWN = 1.5
"""A repeated run goes by rule unless it reaches so many times more people than the one that was confirmed."""
SHOWN_EACH = timedelta(seconds=5)
"""The progress is edited no sooner than so long after the last time."""
SPEED_OVER = timedelta(seconds=30)
"""Speed is what left within this time."""
KEEPS = (6, 24, 72, 168)
"""For how many hours a letter may still be said after its run began."""
AHEAD = (1, 3, 7, 14, 30)
"""How many days before a date a broadcast may come."""
MORNING_HOUR = 10
"""The local hour of what comes some days before a date."""
STARS_EACH = 0.1
"""Telegram's price in Stars of a message beyond the free pace: core.telegram.org/bots/faq, «broadcasting to users»."""
SEEN_DAYS = (7, 30, 90, 365)
"""Within how many days somebody may have to have written."""


class State(StrEnum):
    """Where a run stands."""

    DRAFT = "draft"
    AWAITING = "awaiting"
    """A second person has to confirm it."""
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"
    EXPIRED = "expired"


class Step(StrEnum):
    """What happens to a run."""

    ASK = "ask"
    SCHEDULE = "schedule"
    CONFIRM = "confirm"
    DECLINE = "decline"
    DOUBT = "doubt"
    """It was to go by rule, and reaches many more than were confirmed."""
    BEGIN = "begin"
    PAUSE = "pause"
    GO_ON = "go-on"
    STOP = "stop"
    FINISH = "finish"
    EXPIRE = "expire"


STEPS: Mapping[State, Mapping[Step, State]] = {
    State.DRAFT: {Step.ASK: State.AWAITING, Step.SCHEDULE: State.SCHEDULED},
    State.AWAITING: {
        Step.CONFIRM: State.SCHEDULED,
        Step.DECLINE: State.DRAFT,
        Step.STOP: State.STOPPED,
        Step.EXPIRE: State.EXPIRED,
    },
    State.SCHEDULED: {
        Step.BEGIN: State.RUNNING,
        Step.DOUBT: State.AWAITING,
        Step.STOP: State.STOPPED,
        Step.EXPIRE: State.EXPIRED,
    },
    State.RUNNING: {
        Step.PAUSE: State.PAUSED,
        Step.STOP: State.STOPPED,
        Step.FINISH: State.FINISHED,
        Step.EXPIRE: State.EXPIRED,
    },
    State.PAUSED: {Step.GO_ON: State.RUNNING, Step.STOP: State.STOPPED, Step.EXPIRE: State.EXPIRED},
    State.STOPPED: {},
    State.FINISHED: {},
    State.EXPIRED: {},
}
"""The whole life of a run: from a state by a step to the next one. What stands in no line can't happen."""
OVER = frozenset(state for state, steps in STEPS.items() if not steps)
BEGUN = frozenset({State.RUNNING, State.PAUSED, *OVER})


def after(state: State, step: Step) -> State | None:
    """Where a step leads from a state; None where it has no place."""
    return STEPS[state].get(step)


class RecipientState(StrEnum):
    """What became of one recipient."""

    WAITING = "waiting"
    QUEUED = "queued"
    """The letter is written and waits for its turn."""
    SENT = "sent"
    FAILED = "failed"
    LEFT = "left"
    """Nothing was to be said to them when their turn came."""


class Reason(StrEnum):
    """Why somebody did not get it; for a failed one it may be a word of the deliverer's instead."""

    STOPPED_KIND = "stopped-kind"
    CHANGED = "changed"
    """The machine does not speak to them (any more): whyever, nobody needs to know."""
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"


STOP_OF = "broadcast-"


class Kind(StrEnum):
    """What a broadcast is about: each may be stopped by itself."""

    PROGRAMME = "programme"
    DOCUMENTS = "documents"
    VISIT = "visit"
    RENEWAL = "renewal"
    HOURS = "hours"
    NEWS = "news"

    @property
    def stop(self) -> str:
        """Under which name a person's wish not to hear of it is kept, beside those about reminders."""
        return f"{STOP_OF}{self.value}"


class Every(StrEnum):
    """How often it comes."""

    ONCE = "once"
    WEEK = "week"
    MONTH = "month"
    BEFORE = "before"
    """Some days before a date."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """`days`: how many days before `on`, for BEFORE only."""

    every: Every = Every.ONCE
    days: tuple[int, ...] = ()
    on: date | None = None


def next_at(repeat: Repeat, first: datetime, after_: datetime) -> datetime | None:
    """When the next run comes (UTC), later than `after_`; None where none does. `first`: when the first one came.

    Weekly and monthly at the same local hour; where a month has no such day, on its last one.
    """
    local, now = aware(first).astimezone(KYIV), aware(after_)
    match repeat.every:
        case Every.ONCE:
            return None
        case Every.WEEK:
            weeks = max(1, (now - first) // timedelta(weeks=1))
            found = (_at(local.date() + timedelta(weeks=weeks + more), local.time()) for more in range(3))
            return next(at for at in found if at > now)
        case Every.MONTH:
            months = max(1, (now - first) // timedelta(days=31))
            found = (_at(_months_later(local.date(), months + more), local.time()) for more in range(1200))
            return next(at for at in found if at > now)
        case Every.BEFORE:
            return next((at for at in moments_before(repeat) if at > now), None)


def moments_before(repeat: Repeat) -> list[datetime]:
    """Every moment of a broadcast that comes some days before a date, in order (UTC)."""
    if repeat.on is None:
        return []
    days = (repeat.on - timedelta(days=each) for each in sorted(set(repeat.days), reverse=True))
    return [_at(day, time(MORNING_HOUR)) for day in days]


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=KYIV).astimezone(UTC)


def needs_second(count: int) -> bool:
    """Whether a second person has to confirm a broadcast to so many."""
    return count > CONFIRM_OVER


def goes_by_rule(count: int, confirmed: int) -> bool:
    """Whether a repeated run may go without being confirmed anew: `confirmed` people were once."""
    return not needs_second(count) or count <= confirmed * GROWN


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `speed`: letters a second; `ends_at`: None where that can't be told."""

    total: int
    sent: int
    failed: int
    left_out: int
    left: int
    speed: float
    ends_at: datetime | None


def progress(counts: Mapping[RecipientState, int], lately: int, since: datetime | None, now: datetime) -> Progress:
    """`counts`: of recipients; `lately`: how many were sent within SPEED_OVER; `since`: when it went on last."""
    left = counts.get(RecipientState.WAITING, 0) + counts.get(RecipientState.QUEUED, 0)
    seconds = SPEED_OVER.total_seconds()
    if since is not None:
        seconds = min(seconds, max(1.0, (now - since).total_seconds()))
    speed = lately / seconds
    return Progress(
        total=sum(counts.values()),
        sent=counts.get(RecipientState.SENT, 0),
        failed=counts.get(RecipientState.FAILED, 0),
        left_out=counts.get(RecipientState.LEFT, 0),
        left=left,
        speed=speed,
        ends_at=now + timedelta(seconds=left / speed) if left and speed else None,
    )


def most_stars(count: int) -> int:
    """What a paid broadcast to so many costs at most, in Stars, rounded up."""
    return math.ceil(round(count * STARS_EACH, 6))
