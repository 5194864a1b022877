"""Where one human speaks instead of the machine: what staff are told, and the official lines for the family."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Nature, Policy


@dataclass(frozen=True, slots=True)
class SayItYourself(Letter):
    """To the desk of whoever has the case (else to leads): the machine would have written this and may not.

    `what`: the kind of the letter that was not written.
    """

    kind = "say-it-yourself"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
    staff_id: int
    case_id: int
    what: str


@dataclass(frozen=True, slots=True)
class OneHumanWanted(Letter):
    """To leads' desks: somebody needs one named human who stays; who will it be?"""

    kind = "one-human-wanted"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class LettersFrozen(Letter):
    """In the topic: no letter leaves until a second human says so; the buttons are for them."""

    kind = "letters-frozen"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class FamilyLinesScreen(Letter):
    """Official lines, and a warning of those who sell news. Nothing about anybody who is looked for."""

    kind = "family-lines"
    policy = SCREEN
