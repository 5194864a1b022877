"""Canned answers: what leads see on the desk, and what the topic shows of an answer that nobody typed."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Policy


@dataclass(frozen=True, slots=True)
class StaffSaid(Letter):
    """In the topic: a part of what a staff member sent to the person by a press."""

    kind = "staff-said"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    part: int


@dataclass(frozen=True, slots=True)
class AnswersScreen(Letter):
    """The answers of the lead's organisation in a language, a page from 0."""

    kind = "answers"
    policy = SCREEN
    staff_id: int
    language: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class AnswerScreen(Letter):
    """One answer: how the person reads it, who changed it when; or that it is deleted, with the way back."""

    kind = "answer"
    policy = SCREEN
    staff_id: int
    answer_id: int


@dataclass(frozen=True, slots=True)
class AnswerGroupScreen(Letter):
    """Which services does the new answer suit?"""

    kind = "answer-group"
    policy = SCREEN
    staff_id: int
    language: str


@dataclass(frozen=True, slots=True)
class AnswerTextScreen(Letter):
    """Type the answer; `answer_id` 0: a new one."""

    kind = "answer-text"
    policy = SCREEN
    staff_id: int
    language: str
    answer_id: int = 0
