"""Reminders: for people, for staff, and the screens about them. Days are counted from the year 1."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority

TO_PERSON = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, opt_out=True, quiet_hours=True)
TO_DESK = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class QuestionReminder(Letter):
    """A caseworker asked something, and the answer is the person's."""

    kind = "remind-question"
    policy = TO_PERSON
    case_id: int
    reminder_id: int
    times: int
    """How often it was put off."""


@dataclass(frozen=True, slots=True)
class DocumentReminder(QuestionReminder):
    """A document is missing."""

    kind = "remind-document"
    policy = TO_PERSON


@dataclass(frozen=True, slots=True)
class OwnReminder(Letter):
    """What the person wanted to remember, in their own words."""

    kind = "remind-own"
    policy = TO_PERSON
    reminder_id: int
    times: int


@dataclass(frozen=True, slots=True)
class DeadlineExtended(Letter):
    """To the person: we need longer, until when, and why."""

    kind = "deadline-extended"
    policy = Policy(once=True)
    case_id: int
    deadline_id: int


@dataclass(frozen=True, slots=True)
class Notices(Letter):
    """To a desk: all that came due for this reader at one moment."""

    kind = "notices"
    policy = TO_DESK
    staff_id: int
    reminders: list[int]


@dataclass(frozen=True, slots=True)
class UrgentNotices(Notices):
    """The same about cases in which somebody may be in danger, at any hour."""

    kind = "notices-urgent"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)


@dataclass(frozen=True, slots=True)
class Digest(Letter):
    """To a desk, in the morning: what waits."""

    kind = "digest"
    policy = TO_DESK
    staff_id: int
    day: int


@dataclass(frozen=True, slots=True)
class DigestAskScreen(Letter):
    """On a desk: at which hour?"""

    kind = "digest-ask"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class RemindersScreen(Letter):
    """What the person will be reminded of, and what can be changed."""

    kind = "reminders"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class ReminderScreen(Letter):
    """One of them."""

    kind = "reminder"
    policy = SCREEN
    reminder_id: int


@dataclass(frozen=True, slots=True)
class RemindWordsScreen(Letter):
    """Of what? `refused`: what they wrote was too long, or nothing."""

    kind = "remind-words"
    policy = SCREEN
    refused: bool = False


@dataclass(frozen=True, slots=True)
class RemindDayScreen(Letter):
    """On which day?"""

    kind = "remind-day"
    policy = SCREEN
    reminder_id: int


@dataclass(frozen=True, slots=True)
class RemindTimeScreen(Letter):
    """At which hour of that day?"""

    kind = "remind-time"
    policy = SCREEN
    reminder_id: int
    day: int
