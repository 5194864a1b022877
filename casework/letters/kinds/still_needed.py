"""Asking families whether they still need a place."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy

TOLD = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class NeedAsksScreen(Letter):
    """On a lead's desk: who was asked, and what they said."""

    kind = "need-asks"
    policy = SCREEN
    staff_id: int
    campaign_id: int


@dataclass(frozen=True, slots=True)
class NeedDeskScreen(Letter):
    """On a desk: what one family was asked, to note what they say."""

    kind = "need-desk"
    policy = SCREEN
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class StillNeeded(Letter):
    """To the family: is a place still needed?"""

    kind = "still-needed"
    policy = TOLD
    case_id: int


@dataclass(frozen=True, slots=True)
class StillNeededAgain(Letter):
    """The same once more, midway to the term."""

    kind = "still-needed-again"
    policy = TOLD
    case_id: int
