"""Who must react to danger: what a person may be told about it, and who of staff is called next."""

from collections.abc import Collection, Mapping, Sequence
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
class DutyTimes:
    """What the department sets for its duty. Both are clock time: danger knows no hours of work."""

    answer_within: timedelta = timedelta(minutes=30)
    """What the person is promised where somebody is on duty."""
    confirm_within: timedelta = timedelta(minutes=10)
    """Whoever has not confirmed by then is not waited for: the next ones are called."""


class Rung(StrEnum):
    """The ladder of an alarm, from the first ones who are called to the last."""

    DUTY = "duty"
    """Those on duty now, one after the other."""
    SUPERVISORS = "supervisors"
    ADMINS = "admins"
    OVER = "over"
    """Everybody was called, and nobody has confirmed."""


LADDER = (Rung.DUTY, Rung.SUPERVISORS, Rung.ADMINS)
ONE_BY_ONE = frozenset({Rung.DUTY})
"""Rungs on which only one is called at a time; on the others all at once."""


@dataclass(frozen=True, slots=True)
class Called:
    """The next step of the ladder: whom (ids of staff) to call now; nobody once it is over."""

    rung: Rung
    whom: tuple[int, ...]


def next_called(at: Rung | None, there: Mapping[Rung, Sequence[int]], asked: Collection[int]) -> Called:
    """Who is called after the rung `at` (None: nobody was called yet).

    `there`: who stands on each rung now, those on duty in their order. Whoever was `asked` in this course of the alarm
    is passed over; a rung on which nobody is left costs no time.
    """
    for rung in LADDER[_first_open(at) :]:
        left = tuple(each for each in there.get(rung, ()) if each not in asked)
        if left:
            return Called(rung, left[:1] if rung in ONE_BY_ONE else left)
    return Called(Rung.OVER, ())


def _first_open(at: Rung | None) -> int:
    """The place in the ladder from which on somebody may still be called."""
    if at is None:
        return 0
    if at is Rung.OVER:
        return len(LADDER)
    return LADDER.index(at) + (at not in ONE_BY_ONE)


def promise(
    times: DutyTimes,
    hours: WorkingHours,
    now: datetime,
    reply_by: datetime,
    *,
    on_duty: bool,
    next_duty: datetime | None,
) -> tuple[Promise, datetime]:
    """What is promised to somebody in danger, and until when (UTC). `reply_by`: our usual promise; `on_duty`: somebody
    is, now; `next_duty`: when somebody is the next time, if that is known.

    ON_DUTY and AT_WORK promise an answer, NOBODY only that it is read.
    """
    if on_duty:
        return Promise.ON_DUTY, now + times.answer_within
    if hours.is_working(now):
        return Promise.AT_WORK, reply_by
    return Promise.NOBODY, next_there(hours, now, next_duty)


def late_from(kept: Promise, until: datetime) -> datetime:
    """From when on a promise is broken: an answer at its time; what is only to be read, half an hour after opening."""
    return until + READING_TIME if kept is Promise.NOBODY else until


def next_there(hours: WorkingHours, now: datetime, next_duty: datetime | None) -> datetime:
    """When (UTC) somebody is there again, at work or on duty."""
    opening = hours.next_opening(now)
    return opening if next_duty is None else min(opening, next_duty)


def begin_anew(hours: WorkingHours, now: datetime, *, on_duty: bool, next_duty: datetime | None) -> datetime | None:
    """When (UTC) the ladder is climbed once more after everybody was called in vain: as soon as somebody is there, in
    case nobody looked at night. None where people are there now: they have been called.
    """
    if on_duty or hours.is_working(now):
        return None
    return next_there(hours, now, next_duty)
