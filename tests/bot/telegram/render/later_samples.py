"""Plausible sights of questions of later steps."""

from __future__ import annotations

from datetime import date

from casework.letters import sights as s
from casework.letters.sights.later import OwedLine, OwnLater, QuestionsSight
from rules.recreation.terms import AFTER_NEED, WITH_NEED, Question
from tests.bot.telegram.render.given import NUMBER

BY = date(2027, 3, 20)
LATER = tuple(each for each in Question if each not in WITH_NEED)


def owed(name: str | None) -> tuple[OwedLine, ...]:
    """One of each; those of a child about the second one."""
    return tuple(OwedLine(each, 2, name) if each in AFTER_NEED else OwedLine(each) for each in LATER)


def asked(words: str) -> OwnLater:
    """Of a family of several children."""
    return OwnLater(3, owed(words[:40]))


def questions_to_person(words: str, office: s.Office) -> dict[str, list[object]]:
    """The letter, and the thanks."""
    some = asked(words)
    letters: list[object] = [
        QuestionsSight(1, NUMBER, some, BY, office),
        QuestionsSight(1, NUMBER, OwnLater(3, owed(None)[:2], named=False), None, office),
    ]
    return {
        "questions-asked": letters,
        "questions-answered": [QuestionsSight(1, NUMBER, OwnLater(3, ()), None, office)],
    }
