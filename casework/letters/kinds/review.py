"""Checking applications: the desk's screens, and what a family reads of it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter


@dataclass(frozen=True, slots=True)
class ReviewScreen(Letter):
    """What waits for checking, the next first. `campaign_id` 0: of all campaigns."""

    kind = "review"
    policy = SCREEN
    staff_id: int
    campaign_id: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReviewOneScreen(Letter):
    """One application: its children, its documents, what can be done."""

    kind = "review-one"
    policy = SCREEN
    staff_id: int
    application_id: int


@dataclass(frozen=True, slots=True)
class ReviewChildScreen(Letter):
    """One child: its categories, and whether the need is confirmed."""

    kind = "review-child"
    policy = SCREEN
    staff_id: int
    application_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class ApplicationChecked(Letter):
    """To the family: a human looks at the application."""

    kind = "application-checked"
    policy = CASE_ANSWER
    application_id: int


@dataclass(frozen=True, slots=True)
class NeedConfirmed(Letter):
    """To the family: the need is confirmed, which is not a place yet."""

    kind = "need-confirmed"
    policy = CASE_ANSWER
    application_id: int
