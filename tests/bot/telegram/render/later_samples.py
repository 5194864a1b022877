"""Plausible sights of questions of later steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.letters import sights as s
from casework.letters.sights.later import NotedSight, NotingOverSight, OwedLine, OwnLater, QuestionsSight
from rules.forms import Problem, every_step
from rules.recreation.later import LATER as LATER_FORM
from rules.recreation.terms import AFTER_NEED, WITH_NEED, Question
from tests.bot.telegram.render.form_samples import BEGUN, lines, question
from tests.bot.telegram.render.given import NUMBER
from tests.rules.recreation.widest import WIDEST

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
    whole = QuestionsSight(1, NUMBER, OwnLater(3, ()), None, office)
    return {
        "questions-noted": [replace(whole, answers=lines(WIDEST[LATER_FORM], words)), whole],
        "questions-asked": letters,
        "questions-answered": [whole],
    }


def noting_to_staff(words: str) -> dict[str, list[object]]:
    """What a caseworker sees who writes down answers."""
    form = WIDEST[LATER_FORM]
    tax, *others = every_step(form)
    asked_now = [replace(question(form, each, words), about=words[:40]) for each in others]
    whole = s.FormSummarySight(7, 2, form.slug, lines(form, words), "", None)
    again = replace(whole, problem=Problem.CHANGED_MEANWHILE.value)
    return {
        "noting": [NotedSight(NUMBER, each) for each in (question(form, tax, words), *asked_now)],
        "noting-summary": [NotedSight(NUMBER, whole), NotedSight(NUMBER, again)],
        "noting-stop-ask": [NotedSight(NUMBER, s.FormAskSight(7, 2, form.slug, BEGUN, 2, NUMBER))],
        "noting-over": [
            NotingOverSight(1, NUMBER, noted, copied) for noted in (True, False) for copied in (True, False)
        ],
    }
