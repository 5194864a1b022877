"""What all samples share: a moment, the number of a case, groups that are away."""

from __future__ import annotations

from datetime import UTC, datetime

from casework.letters import sights as s
from casework.staff.group_away import Away
from rules.catalogue import Provider

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NUMBER = "LUH-2026-000123"
ELSEWHERE = tuple(each for each in Provider if each is not Provider.DEPARTMENT)
"""Whoever may decide about a service but us."""


def away_lines() -> tuple[s.AwayLine, ...]:
    """Groups that are away, for each reason."""
    return tuple(
        s.AwayLine(reason.value, waiting, url)
        for reason in Away
        for waiting, url in ((0, None), (1, "https://t.me/c/1/1"), (3, None), (40, None))
    )
