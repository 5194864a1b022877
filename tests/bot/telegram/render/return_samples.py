"""Plausible sights of people who come back from another account."""

from __future__ import annotations

from dataclasses import replace

from casework.letters import sights as s
from rules.returning import ReturnState
from tests.bot.telegram.render.given import NOON, NUMBER

DECIDED = (ReturnState.CONFIRMED, ReturnState.REFUSED, ReturnState.UNDONE, ReturnState.SETTLED)


def returns_to_person(here: s.Office) -> dict[str, list[object]]:
    waits = [s.ReturnWaitsSight(1, by, here) for by in (NOON, None)]
    return {
        "return-contact": [s.ReturnContactSight(foreign) for foreign in (False, True)],
        "return-stopped": [s.OfficeSight(here)],
        "return-received": [*waits],
        "return-waiting": [*waits],
        "return-by-hand": [s.ReturnByHandSight(often, here) for often in (False, True)],
        "return-confirmed": [s.ReturnConfirmedSight(count) for count in (1, 3)],
        "return-refused": [s.OfficeSight(here)],
        "return-undone": [s.OfficeSight(here)],
        "return-restored": [s.ReturnRestoredSight(count, NOON, NOON, here) for count in (1, 3)],
    }


def returns_to_staff(words: str) -> dict[str, list[object]]:
    theirs = (s.FormerCase(NUMBER, NOON, words, open=True), s.FormerCase(NUMBER, NOON, None, open=False))
    found = s.FormerLine(7, theirs, elsewhere=2, by_hand=False, second_look=False)
    check = s.ReturnSight(
        case_id=1,
        number=NUMBER,
        state=ReturnState.WAITING,
        phone="+380 50 123 45 67",
        proved=True,
        people=(found,),
        first_by=None,
        may_undo=False,
        decidable=True,
    )
    over = replace(check, people=(), phone=None, decidable=False)
    return {
        "return-matched": [s.ReturnMatchedSight(1, NUMBER, (NUMBER, NUMBER))],
        "desk-return": [
            check,
            replace(check, proved=False, people=()),
            replace(check, phone=None, people=(replace(found, by_hand=True, second_look=True),)),
            replace(check, people=(found, replace(found, person_id=8)), state=ReturnState.SECOND_LOOK, first_by=words),
            over,
            *(replace(over, state=state, may_undo=state is ReturnState.CONFIRMED) for state in DECIDED),
        ],
    }
