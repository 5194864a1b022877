"""Plausible brief cards, and what is taken away where a conversation was."""

from __future__ import annotations

from dataclasses import replace

from casework.letters import sights as s
from casework.letters.sights.canned import StaffSaidSight
from casework.letters.sights.desks import BriefSight, TopicLeftSight
from rules.cases import State, Turn
from rules.files import FileKind
from tests.bot.telegram.render.given import NOON, NUMBER


def brief_sights(words: str) -> dict[str, list[object]]:
    brief = BriefSight(
        case_id=1,
        number=NUMBER,
        crisis=False,
        area=words,
        state=State.NEW,
        turn=Turn.STAFF,
        deadline=NOON,
        deadline_is_law=False,
        overdue=False,
        owner=None,
        may_take=True,
    )
    taken = replace(brief, state=State.TAKEN, owner=words, may_take=False, overdue=True)
    law = replace(taken, deadline_is_law=True)
    return {
        "brief-card": [
            replace(brief, crisis=True, alarm=True),
            replace(taken, crisis=True, alarm=True, seen_by=words, overdue=False),
            replace(taken, state=State.CLOSED, turn=Turn.NOBODY, deadline=None, may_reopen=True),
            brief,
            taken,
            law,
            replace(law, overdue=False),
        ],
        "staff-said-before": [
            StaffSaidSight(words, words, 0, 1),
            StaffSaidSight(words, words, 1, 2),
            StaffSaidSight(words, words, 0, 1, s.FileLine(FileKind.PHOTO)),
            StaffSaidSight(words, "", 0, 1, s.FileLine(FileKind.DOCUMENT, words)),
        ],
        "topic-left": [TopicLeftSight(7)],
        "place-left": [s.SweepSight((7, 8))],
    }
