"""What leads get of people's complaints and ratings; no caseworker and no group ever does."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class ComplaintFiled(Letter):
    """A part of what somebody complains of, on the desk of a lead who had no hand in the case."""

    kind = "complaint-filed"
    policy = Policy(protected=True)
    complaint_id: int
    staff_id: int
    part: int


@dataclass(frozen=True, slots=True)
class ComplaintDue(Letter):
    """The deadline of law is near or over."""

    kind = "complaint-due"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, quiet_hours=True)
    complaint_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class ComplaintsScreen(Letter):
    """Slot `screen` of a lead's desk: complaints that wait for an answer."""

    kind = "complaints"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class ComplaintAnswerAskScreen(Letter):
    """Slot `screen` of a lead's desk: write the answer."""

    kind = "complaint-answer-ask"
    policy = SCREEN
    complaint_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class RatingsScreen(Letter):
    """Slot `screen` of a lead's desk: how people rated, by month."""

    kind = "ratings"
    policy = SCREEN
    staff_id: int
