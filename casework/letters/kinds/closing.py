"""A solved case closes by itself: said before, and taken back."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class ClosesItself(Letter):
    """To the person: the case is solved, when it closes by itself, and how to say that it is not."""

    kind = "closes-itself"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)
    case_id: int
    reminder_id: int


@dataclass(frozen=True, slots=True)
class StaysOpen(Letter):
    """The person said that it is not solved before it closed: we go on; what is missing?"""

    kind = "stays-open"
    policy = ANSWER_SCREEN
    case_id: int
