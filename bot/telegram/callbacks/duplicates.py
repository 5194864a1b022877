"""Buttons about cases that may be the same."""

from __future__ import annotations

from enum import StrEnum

from bot.telegram.callbacks.data import ButtonData, CaseId, Page


class Duplicates(ButtonData, prefix="jl"):
    """Show which cases may be the same as this one."""

    case: CaseId


class PairStep(StrEnum):
    """What staff do with two cases; `HERE` asks whether the first one goes on, `THERE` whether the other one does."""

    LOOK = "look"
    LINK = "link"
    UNLINK = "unlink"
    NOT_SAME = "other"
    HERE = "here"
    THERE = "there"


class Pair(ButtonData, prefix="jp"):
    """A step with two cases: the one of the menu, and the other."""

    case: CaseId
    other: CaseId
    step: PairStep


class Merge(ButtonData, prefix="jm"):
    """Yes: `ends` ends, and `into` goes on for both."""

    ends: CaseId
    into: CaseId


class Part(ButtonData, prefix="jx"):
    """Take the merge of this case back."""

    case: CaseId


class EndedCase(ButtonData, prefix="jh"):
    """A page of the history of a case that was merged."""

    case: CaseId
    page: Page = 0
