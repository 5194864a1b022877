"""Requests that staff write down for somebody who phones, comes or writes on paper: what is asked, in which order."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from rules.local_time import local_date, start_of_day


class Channel(StrEnum):
    """How the request came, where it did not come through Telegram; it stands as `cases.channel`."""

    CALL = "call"
    VISIT = "visit"
    POST = "post"


class Ground(StrEnum):
    """On what ground we keep what we were told (Law 2297-VI, art. 11)."""

    ORAL = "oral"
    """They agreed by word of mouth, and whoever heard it notes it."""
    PAPER = "paper"
    """They signed; the paper is kept by the department."""
    NOT_NEEDED = "not-needed"
    """Vital interests, or a duty of ours: no consent is asked for (art. 11, part 1, items 2, 4 and 5)."""


AGREED = frozenset({Ground.ORAL, Ground.PAPER})
"""What is written down as a consent."""


class Step(StrEnum):
    """A question of the registration."""

    CHANNEL = "channel"
    DANGER = "danger"
    PHONE = "phone"
    KNOWN = "known"
    """Is it one of those whom we know by this number?"""
    NAME = "name"
    SERVICE = "service"
    FORMAL = "formal"
    """Is it a citizen's appeal: name, address, and on paper a signature (Law 393/96, art. 5)?"""
    PLACE = "place"
    LANGUAGE = "language"
    WORDS = "words"
    DAY = "day"
    GROUND = "ground"
    PREVIEW = "preview"


ORDER = tuple(Step)
NOT_IN_DANGER = frozenset({Step.SERVICE, Step.FORMAL, Step.PLACE, Step.DAY, Step.GROUND})
"""In danger these are not asked: the case is one of danger, of today, and no consent stands in its way."""
TYPED = frozenset({Step.PHONE, Step.NAME, Step.WORDS})
"""What is answered in words; WORDS may hold files."""
BEHIND = {Step.PHONE: frozenset({Step.KNOWN})}
"""What is asked anew once an answer changes."""

SKIPPED = "-"
"""The answer «not known»: no number, no name, no place."""
NOBODY_KNOWN = "0"
"""Of those whom we know by the number it is nobody."""
LONGEST_NAME = 100
OLDEST = timedelta(days=365)
"""Nothing older is registered by buttons: what came a year ago needs a lead."""
DAYS_SHOWN = 12
"""Days on one page of «another day»."""


def next_step(done: Collection[str], *, danger: bool | None) -> Step:
    """The first question without an answer; PREVIEW once all have one."""
    skipped = NOT_IN_DANGER if danger else frozenset()
    return next(step for step in ORDER if step is Step.PREVIEW or (step not in done and step not in skipped))


def without(done: Collection[str], step: Step) -> list[str]:
    """What stays answered where one answer is taken back."""
    gone = {step, *BEHIND.get(step, ())}
    return [each for each in done if each not in gone]


def may_have_come(day: date, now: datetime) -> bool:
    """Whether a request may have come on a local day: not after today, and not too long ago."""
    today = local_date(now)
    return today - OLDEST <= day <= today


def earlier_days(now: datetime, page: int) -> tuple[date, ...]:
    """The days of a page of «another day», the newest first; today and yesterday have buttons of their own."""
    newest = local_date(now) - timedelta(days=2 + page * DAYS_SHOWN)
    days = (newest - timedelta(days=each) for each in range(DAYS_SHOWN))
    return tuple(day for day in days if may_have_come(day, now))


def received_at(day: date, now: datetime) -> datetime:
    """The moment (UTC) from which the deadline of law counts: now for today, else the beginning of the local day, which
    never makes the date later than the law's.
    """
    if day == local_date(now):
        return now.astimezone(UTC)
    return start_of_day(day)
