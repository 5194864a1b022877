"""What a person is told at a step of their case, and what staff read of their own notes."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, Letter
from casework.letters.policies import Policy, Priority


@dataclass(frozen=True, slots=True)
class CaseStep(Letter):
    """The case stands in this state now; not sent any more once it stands elsewhere."""

    kind = "case-step"
    policy = CASE_ANSWER
    case_id: int
    state: str


@dataclass(frozen=True, slots=True)
class CaseRefused(Letter):
    """Help is refused: why, by which act, and what the person can do about it."""

    kind = "case-refused"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class DeskNotes(Letter):
    """The notes of a case on the desk of the one who asked, where the group could not whisper them."""

    kind = "desk-notes"
    policy = Policy(priority=Priority.SCREEN, protected=True)
    case_id: int
    staff_id: int
