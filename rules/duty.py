"""Who must react to danger: what a person may be told about it, and who of staff is told next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rules.working_time import WorkingHours

READING_TIME = timedelta(minutes=30)
"""How long after opening what came at night may lie unread."""


class Promise(StrEnum):
    """What holds at the moment of danger."""

    ON_DUTY = "on-duty"
    """Somebody is on duty and answers within the time that the department set."""
    AT_WORK = "at-work"
    """Nobody is on duty, but people are at work: our usual promise of an answer."""
    NOBODY = "nobody"
    """Nobody is there: it is read at the next opening."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty on call: its hours, the work names of those who have it in the order in which they are asked."""

    hours: WorkingHours
    who: tuple[str, ...]
    answer_within: timedelta
    pass_on_after: timedelta
    """Whoever has not said «Бачу» by then is not waited for: the next one is asked."""


@dataclass(frozen=True, slots=True)
class Round:
    """Staff are told now: `whom` by their place in the duty's order, None for all leads; the next ones at `next_at`."""

    whom: int | None
    next_at: datetime | None


def promise(duty: Duty | None, hours: WorkingHours, now: datetime, reply_by: datetime) -> tuple[Promise, datetime]:
    """What is promised to somebody in danger, and until when (UTC). `reply_by`: our usual promise.

    ON_DUTY and AT_WORK promise an answer, NOBODY only that it is read.
    """
    if duty is not None and duty.hours.is_working(now):
        return Promise.ON_DUTY, now + duty.answer_within
    if hours.is_working(now):
        return Promise.AT_WORK, reply_by
    return Promise.NOBODY, next_there(duty, hours, now)


def late_from(kept: Promise, until: datetime) -> datetime:
    """From when on a promise is broken: an answer at its time; what is only to be read, half an hour after opening."""
    return until + READING_TIME if kept is Promise.NOBODY else until


def next_there(duty: Duty | None, hours: WorkingHours, now: datetime) -> datetime:
    """When somebody is there again, at work or on duty."""
    opening = hours.next_opening(now)
    return opening if duty is None else min(opening, duty.hours.next_opening(now))


def next_round(duty: Duty | None, hours: WorkingHours, at: datetime, asked: int) -> Round:
    """Who is told at `at`, when `asked` of those on duty were asked already.

    On duty one after the other, then all leads, once. Where nobody is there all leads at once, and again at the next
    opening, in case nobody looked.
    """
    if duty is not None and duty.hours.is_working(at):
        if asked < len(duty.who):
            return Round(asked, at + duty.pass_on_after)
        return Round(None, None)
    return Round(None, None if hours.is_working(at) else next_there(duty, hours, at))
