"""Plausible lists of cases, boards, and what leads hear of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from casework.letters import sights as s
from rules.cases import State, Turn
from tests.bot.telegram.render.given import NOON, NUMBER

URL = "https://t.me/c/1/7"


def listed(words: str) -> s.ListedCase:
    """A case that somebody has and that is to be answered tomorrow."""
    return s.ListedCase(
        number=s.NumberLink(NUMBER, URL),
        crisis=False,
        first_by_law=False,
        service=words,
        state=State.TAKEN,
        turn=Turn.STAFF,
        opened_at=NOON,
        due=NOON + timedelta(days=1),
        overdue=False,
        owner=words,
    )


def every_listed(words: str) -> tuple[s.ListedCase, ...]:
    """The queue's ways to stand, in its order; as many as a page holds."""
    case = listed(words)
    return (
        replace(case, crisis=True, state=State.NEW, owner=None, overdue=True),
        replace(case, first_by_law=True, state=State.NEW, owner=None),
        replace(case, service=None, state=State.NEW, owner=None, number=s.NumberLink(NUMBER, None)),
        case,
        replace(case, turn=Turn.PERSON, due=None),
        replace(case, state=State.CLOSED, turn=Turn.NOBODY, due=None),
        replace(case, state=State.WITHDRAWN, turn=Turn.NOBODY, due=None, owner=None),
        replace(case, overdue=True),
    )


def list_sights(words: str, organisation: str) -> dict[str, list[object]]:
    """By kind; and what a group is told that is bound, for everything or for an area."""
    pages = [
        s.ListSight(which, every_listed(words), before=1, behind=2, may_all=which == "mine")
        for which in ("queue", "mine", "overdue")
    ]
    empty = [s.ListSight(which, ()) for which in ("queue", "mine", "overdue", "one")]
    found = [s.ListSight("found", (listed(words),), 1, 2, clue, may_all=True) for clue in ("words", "phone", "number")]
    alone = [s.ListSight("found", (), clue="words"), s.ListSight("one", (listed(words),))]
    bound: list[object] = [s.GroupBoundSight(organisation), s.GroupBoundSight(organisation, ("Старобільський", words))]
    bound.append(s.GroupBoundSight(organisation, minimal=True))
    return {
        "group-bound": bound,
        "case-list": [*pages[:1], *found[:1], *alone, *pages[1:], *found[1:], *empty],
        "queue-board": [s.BoardSight(3, 5, 2, 4, 7, 0), s.BoardSight(0, 0, 0, 0, 0, 12)],
        "board-unpinned": [s.UnpinnedSight(URL), s.UnpinnedSight(None)],
    }
