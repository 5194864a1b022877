"""When a trip can be marked, whose place goes on, and how long a mark can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rules.recreation.terms import Shift, StayKind
from rules.recreation.trips import UNDO_FOR, frees, may_be_back, may_leave, may_undo

JULY = Shift(1, "Артек", StayKind.HEALTH, date(2026, 7, 1), date(2026, 7, 21), 30, "автобус")
AT = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("today", "leaves", "back"),
    [
        (date(2026, 6, 28), False, False),
        (date(2026, 6, 29), True, False),
        (date(2026, 7, 20), True, False),
        (date(2026, 7, 21), True, True),
    ],
)
def test_when_all_can_be_said_to_have_left_and_to_be_back(today: date, leaves: bool, back: bool) -> None:
    assert (may_leave(JULY, today), may_be_back(JULY, today)) == (leaves, back)


@pytest.mark.parametrize(
    ("at", "goes_on"),
    [
        (datetime(2026, 6, 30, 20, 59, tzinfo=UTC), True),
        (datetime(2026, 6, 30, 21, 0, tzinfo=UTC), False),
    ],
)
def test_a_place_goes_on_until_the_shift_begins_in_kyiv(at: datetime, goes_on: bool) -> None:
    assert frees(JULY, at) is goes_on


def test_a_mark_can_be_taken_back_for_some_minutes() -> None:
    assert may_undo(AT, AT + UNDO_FOR - timedelta(seconds=1))
    assert not may_undo(AT, AT + UNDO_FOR)
