"""Staff write down what a family answers: the questions on their desk, and the copy that the family gets."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority

SHOWS_ANSWERS = Policy(priority=Priority.SCREEN, form=Form.SCREEN, protected=True)


@dataclass(frozen=True, slots=True)
class NotingScreen(Letter):
    """On a desk, slot `noting:<form>`: the present question. `problem`: what was wrong about the last words."""

    kind = "noting"
    policy = SHOWS_ANSWERS
    staff_id: int
    form_id: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NotingSummaryScreen(Letter):
    """Everything that was said, to be read out before it is kept."""

    kind = "noting-summary"
    policy = SHOWS_ANSWERS
    staff_id: int
    form_id: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NotingStopAskScreen(Letter):
    """Really stop, and forget what was written down?"""

    kind = "noting-stop-ask"
    policy = SCREEN
    staff_id: int
    form_id: int


@dataclass(frozen=True, slots=True)
class NotingOverScreen(Letter):
    """It is kept, or nothing was changed."""

    kind = "noting-over"
    policy = SCREEN
    staff_id: int
    application_id: int
    noted: bool


@dataclass(frozen=True, slots=True)
class QuestionsNoted(Letter):
    """To the family: what somebody wrote down as its answers, with a button that changes them."""

    kind = "questions-noted"
    policy = Policy(once=True)
    application_id: int
