"""What staff see of many cases at once: a page of a list, and the board of a group."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class CaseListScreen(Letter):
    """Slot `screen` of a desk: a page of cases, by their ids. `before`, `behind`: cases at which the pages beside it
    begin, 0 where there is none; `clue`: by what they were found.
    """

    kind = "case-list"
    policy = SCREEN
    staff_id: int
    which: str
    case_ids: list[int]
    before: int
    behind: int
    clue: str = ""


@dataclass(frozen=True, slots=True)
class QueueBoard(Letter):
    """Slot `board` of a group, pinned in General: how its cases stand. The figures say when it has to be shown anew."""

    kind = "queue-board"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, form=Form.CARD)
    new: int
    unassigned: int
    overdue: int
    for_us: int
    for_people: int
    lag: int


@dataclass(frozen=True, slots=True)
class BoardUnpinned(Letter):
    """The bot may not pin the board in a group: what to do, told once."""

    kind = "board-unpinned"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)
    staff_id: int
    group_id: int
