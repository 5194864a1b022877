"""The stories of the practice: who writes, and by what a caseworker goes on. Nobody in them exists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

LASTS = timedelta(hours=24)
"""A practice that nobody went on with is over after this."""
MOST_MOVES = 60
"""Moves in one story: each is played again with every next one."""
PREFIX = "NAV"
"""What the numbers of invented cases begin with; no organisation of the catalogue has it."""


class Cue(StrEnum):
    """What an invented person does."""

    WRITES = "writes"
    WRITES_ANEW = "writes-anew"
    """As a new request, beside the one that is open."""
    IN_DANGER = "in-danger"


@dataclass(frozen=True, slots=True)
class Line:
    """What an invented person does, and the key of their words."""

    cue: Cue
    words: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What is wanted of the caseworker next. `done_by`: lines of a case's history, of which one is enough."""

    slug: str
    done_by: frozenset[str]
    then: Sequence[Line] = ()
    """What the person does after it."""


@dataclass(frozen=True, slots=True)
class Story:
    """One person who asks for help. `name`: plainly invented."""

    name: str
    opening: Sequence[Line]
    steps: Sequence[Step] = field(default_factory=tuple)


_TAKE = Step("take", frozenset({"taken", "replied"}))
_END = Step("end", frozenset({"closed", "resolved"}))

STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "question": Story(
            "Навчальна Олена",
            (Line(Cue.WRITES, "question"),),
            (_TAKE, Step("answer", frozenset({"replied"}), (Line(Cue.WRITES, "thanks"),)), _END),
        ),
        "papers": Story(
            "Навчальний Петро",
            (Line(Cue.WRITES, "papers"),),
            (
                _TAKE,
                Step("ask-papers", frozenset({"documents-asked"}), (Line(Cue.WRITES, "burnt"),)),
                Step("instead", frozenset({"replied"})),
                Step("waive", frozenset({"document-waived", "waiting-person", "waiting-provider"})),
            ),
        ),
        "danger": Story(
            "Навчальна Ганна",
            (Line(Cue.IN_DANGER), Line(Cue.WRITES, "danger")),
            (
                Step("see", frozenset({"alarm-seen", "taken", "replied", "call-reached"})),
                Step("reach", frozenset({"replied", "call-reached"}), (Line(Cue.WRITES, "hidden"),)),
                Step("note", frozenset({"note-added"})),
            ),
        ),
        "twice": Story(
            "Навчальна Марія",
            (Line(Cue.WRITES, "twice"),),
            (
                _TAKE,
                Step("answer-first", frozenset({"replied"}), (Line(Cue.WRITES_ANEW, "again"),)),
                Step("take-again", frozenset({"taken", "replied"})),
                Step("link", frozenset({"note-added", "replied", "linked", "merged"})),
                Step("end-one", frozenset({"closed", "resolved", "merged"})),
            ),
        ),
    }
)
"""In the order in which they are played."""
