"""Questions of later steps of an application: the letter that brings them, and what follows an answer."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy


@dataclass(frozen=True, slots=True)
class QuestionsAsked(Letter):
    """To the family: a few questions are left, with a button that asks them."""

    kind = "questions-asked"
    policy = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)
    application_id: int


@dataclass(frozen=True, slots=True)
class QuestionsAnsweredScreen(Letter):
    """Thanks; the answers can still be changed."""

    kind = "questions-answered"
    policy = SCREEN
    application_id: int
