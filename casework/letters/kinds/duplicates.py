"""What is said of two cases that became one, or that may be the same."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import Letter
from casework.letters.policies import Policy, Priority

DECIDED = Policy(once=True)
"""A human decided it."""


@dataclass(frozen=True, slots=True)
class CasesMerged(Letter):
    """To the person: both requests are answered under one number from now on."""

    kind = "cases-merged"
    policy = DECIDED
    merge_id: int


@dataclass(frozen=True, slots=True)
class CasesParted(Letter):
    """To the person: they are two again."""

    kind = "cases-parted"
    policy = DECIDED
    merge_id: int


@dataclass(frozen=True, slots=True)
class MergedNews(Letter):
    """In the topic of the case that ended: where to go on."""

    kind = "merged-news"
    merge_id: int


@dataclass(frozen=True, slots=True)
class TookInNews(Letter):
    """In the topic of the case that goes on: which one came to it."""

    kind = "took-in-news"
    merge_id: int


@dataclass(frozen=True, slots=True)
class PartedNews(Letter):
    """In the topic of the case that is open again."""

    kind = "parted-news"
    merge_id: int


@dataclass(frozen=True, slots=True)
class CaseMergedAway(Letter):
    """On the desk of whoever had the case that ended, where somebody else did it."""

    kind = "case-merged-away"
    policy = DECIDED
    merge_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class DeskDuplicates(Letter):
    """Which cases may be the same, on the desk of the one who asked, where the group could not whisper it."""

    kind = "desk-duplicates"
    policy = Policy(priority=Priority.SCREEN)
    case_id: int
    staff_id: int
