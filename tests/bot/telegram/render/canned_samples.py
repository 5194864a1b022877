"""Plausible sights of canned answers."""

from __future__ import annotations

from dataclasses import replace

from casework.letters.sights import ChoiceLine
from casework.letters.sights import canned as c
from tests.bot.telegram.render.given import NOON


def canned_sights(words: str) -> dict[str, list[object]]:
    titles = (c.AnswerTitle(7, words, None), c.AnswerTitle(8, words, words))
    answer = c.AnswerSight(
        answer_id=7,
        language="uk",
        title=words,
        group=words,
        text=words,
        blanks=(),
        versions=(c.VersionLine(NOON, words), c.VersionLine(NOON, None)),
        removed=False,
    )
    return {
        "staff-said": [c.StaffSaidSight(words, words, 0, 1), c.StaffSaidSight(words, words, 1, 2)],
        "answers": [
            c.AnswersSight("uk", ("en",), titles, 0, 1),
            c.AnswersSight("en", ("uk",), titles, 1, 3),
            c.AnswersSight("en", ("uk",), (), 0, 1),
        ],
        "answer": [answer, replace(answer, group=None, blanks=("____",)), replace(answer, removed=True)],
        "answer-group": [c.AnswerGroupSight("uk", (ChoiceLine("aid", words),))],
        "answer-text": [
            c.AnswerTextSight("uk", None, ("номер", "дата"), None),
            c.AnswerTextSight("en", 7, ("number", "date"), words),
        ],
    }
