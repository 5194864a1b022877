"""Which shifts a family wishes, by the kind of stay and the periods that it chose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules.recreation.sharing import wishes_of
from rules.recreation.terms import Shift, StayKind
from tests.rules.recreation.sample import TERMS

SHIFTS = tuple(
    Shift(number, "Артек", StayKind.HEALTH, date(2027, month, 1), date(2027, month, 21), 10, "автобус")
    for number, month in ((1, 8), (2, 6), (3, 7), (4, 4), (5, 10))
)
FIVE = replace(TERMS, shifts=SHIFTS, shifts_made=5)


@pytest.mark.parametrize(
    ("periods", "shifts"),
    [
        (["july"], "3"),
        (["july", "august"], "31"),
        (["august", "july"], "31"),
        (["spring", "autumn"], "45"),
        (["either"], "42315"),
        ([], "42315"),
    ],
)
def test_every_wished_shift_in_the_order_in_which_they_begin(periods: list[str], shifts: str) -> None:
    assert "".join(each.shift or "" for each in wishes_of(FIVE, "health", periods)) == shifts


def test_of_another_kind_of_stay_none_is_wished() -> None:
    assert wishes_of(FIVE, "rest", ["july", "august"]) == ()
