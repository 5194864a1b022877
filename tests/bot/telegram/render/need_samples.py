"""Plausible sights of asking whether a place is still needed."""

from __future__ import annotations

from casework.letters import sights as s
from casework.letters.sights import still_needed as v
from rules.recreation.still_needed import AskState
from tests.bot.telegram.render.given import NOON, NUMBER

EVENTS = ("need-asked", "still-needed", "not-needed")
STAFFS_EVENTS = ("need-silent",)


def need(name: str | None, state: AskState, children: int = 2) -> v.OwnNeed:
    """Of a family; the first child needs none, once something was said."""
    said = state in (AskState.SOME, AskState.NO)
    those = tuple(v.NeedChild(5 + each, each + 1, name, not (said and each == 0)) for each in range(children))
    return v.OwnNeed(3, state, NOON, those)


def needs_to_person(words: str, here: s.Office) -> dict[str, list[object]]:
    """The letter."""
    asked: list[object] = [
        v.StillNeededSight(1, NUMBER, need(name, AskState.WAITING, children), here)
        for name in (words[:40], None)
        for children in (1, 2)
    ]
    return {"still-needed": asked, "still-needed-again": asked[:1]}


def needs_to_staff(words: str) -> dict[str, list[object]]:
    """A lead's screen, and a caseworker's."""
    counts = dict.fromkeys(AskState, 120)
    return {
        "need-asks": [
            v.NeedAsksSight(2, words[:40], 600, 5, {}, (), True),
            v.NeedAsksSight(2, words[:40], 0, 1, counts, ((1, NUMBER), (2, NUMBER)), False),
        ],
        "need-desk": [v.NeedDeskSight(1, NUMBER, need(None, state, n)) for state in AskState for n in (1, 2)],
    }
