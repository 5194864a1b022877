"""Which shifts a wish means, and which ones siblings may go to together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules.allocation.asked import Shift, Wish
from rules.allocation.fitting import options, wished
from tests.rules.allocation.stage import family, shift

JUNE = Shift("june", "health", date(2026, 6, 1), date(2026, 6, 21), 5)
JULY = Shift("july", "rest", date(2026, 7, 1), date(2026, 7, 14), 5)
LATE = Shift("late", "health", date(2026, 7, 10), date(2026, 7, 30), 5)
ALL = (JUNE, JULY, LATE)


@pytest.mark.parametrize(
    ("wishes", "means"),
    [
        ([Wish(shift="july")], ["july"]),
        ([Wish(shift="never")], []),
        ([Wish(stay="health")], ["june", "late"]),
        ([Wish()], ["june", "july", "late"]),
        ([Wish(since=date(2026, 7, 1), until=date(2026, 7, 14))], ["july"]),
        ([Wish(since=date(2026, 7, 2))], ["late"]),
        ([Wish(until=date(2026, 7, 13))], ["june"]),
        ([Wish(stay="health", since=date(2026, 7, 1)), Wish(stay="health")], ["late", "june"]),
        ([Wish(shift="late"), Wish(stay="rest"), Wish()], ["late", "july", "june"]),
        ([], []),
    ],
)
def test_a_wish_means_all_shifts_that_it_does_not_exclude(wishes: list[Wish], means: list[str]) -> None:
    assert list(wished(wishes, ALL)) == means


def test_siblings_go_where_all_of_them_want_to_in_the_order_of_the_eldest_entry() -> None:
    first, second = family(1, 2).children
    first = replace(first, wishes=(Wish(shift="B"), Wish(shift="A"), Wish(shift="C")))
    second = replace(second, wishes=(Wish(shift="A"), Wish(shift="B")), born=date(2020, 1, 1))
    shifts = {code: shift(code, 1, youngest=7 if code == "A" else None) for code in "ABC"}
    assert options([first, second], shifts) == (("B", True), ("A", False))
    assert options([], shifts) == ()


def test_a_shift_that_can_not_be_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than no seats"):
        shift("A", -1)
