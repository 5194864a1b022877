"""Buttons about reminders, deadlines and the morning digest."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Day, Slug
from rules.catalogue import ReminderKind

ReminderId = Annotated[int, Field(ge=1, le=2**63 - 1)]
Hour = Annotated[int, Field(ge=0, le=23)]
Times = Annotated[int, Field(ge=0, le=32_767)]


class Reminders(ButtonData, prefix="rm"):
    """Show what is coming."""


class RemindMe(ButtonData, prefix="rn"):
    """A new reminder of their own."""


class OneReminder(ButtonData, prefix="ro"):
    """One of the person's reminders."""

    reminder: ReminderId


class RemindOn(ButtonData, prefix="ry"):
    """The day of a reminder; 0: show the days once more."""

    reminder: ReminderId
    day: Day


class RemindAt(ButtonData, prefix="rt"):
    """The hour of that day."""

    reminder: ReminderId
    day: Day
    hour: Hour


class Snooze(ButtonData, prefix="rz"):
    """Put a reminder off; `times`: how often it had been."""

    reminder: ReminderId
    days: Annotated[int, Field(ge=1, le=99)]
    times: Times


class ForgetReminder(ButtonData, prefix="rx"):
    """A reminder of their own is not needed."""

    reminder: ReminderId


class StopReminders(ButtonData, prefix="rs"):
    """No more of a kind, or again."""

    kind: ReminderKind
    stop: bool


class NoAnswer(ButtonData, prefix="na"):
    """There is nothing to answer in this case."""

    case: CaseId


class Deadlines(ButtonData, prefix="tl"):
    """Show the deadlines of a case to the one who pressed."""

    case: CaseId


class DeadlineStep(StrEnum):
    """What can be done with a deadline; `PAUSE` lets it run again, too."""

    MET = "met"
    ASK_EXTEND = "ask"
    PAUSE = "pause"


class DeadlineDo(ButtonData, prefix="td"):
    """A step with one deadline."""

    case: CaseId
    deadline: ReminderId
    step: DeadlineStep


class DeadlineWhy(ButtonData, prefix="tw"):
    """Extend a deadline for this reason of the catalogue."""

    deadline: ReminderId
    reason: Slug


class AskDigest(ButtonData, prefix="mq"):
    """At which hour does the morning digest come?"""


class DigestAt(ButtonData, prefix="mh"):
    """At this hour; 0: never."""

    hour: Hour
