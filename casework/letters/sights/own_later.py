"""What a family was asked at a later step of its application, and has not answered."""

from __future__ import annotations

from dataclasses import dataclass

from rules.recreation.terms import Question


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A question without an answer. `child`: which child it is about, from 1, 0 where it is the family's; `name`: what
    the child is called, None where there is one alone, or no name may be shown.
    """

    question: Question
    child: int = 0
    name: str | None = None


@dataclass(frozen=True, slots=True)
class OwnLater:
    """What was asked of an application; `owed` empty: all was answered. `named`: whether a phone may show of what."""

    application_id: int
    owed: tuple[OwedLine, ...]
    named: bool = True
