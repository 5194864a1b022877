"""Before places are shared out each family is asked whether it still needs one: until when, and what its silence is."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from rules.recreation.offers import answer_by


class AskState(StrEnum):
    """What a family said."""

    WAITING = "waiting"
    YES = "yes"
    SOME = "some"
    """For some of its children it needs none any more."""
    NO = "no"
    SILENT = "silent"
    """It said nothing until the term was over: somebody phones, and until an answer is noted all stays as it is."""


OPEN = (AskState.WAITING, AskState.SILENT)
"""Nobody said anything yet."""


def times(now: datetime, days: int) -> tuple[datetime, datetime]:
    """When a family that is asked now is reminded, and until when it can answer by itself. UTC."""
    due = answer_by(now, days)
    return now + (due - now) / 2, due


def after_answer(needing: int, given_up: int) -> AskState:
    """What a family said of so many children who still need a place, and so many who do not."""
    if not given_up:
        return AskState.YES
    return AskState.SOME if needing else AskState.NO
