"""What of a changed campaign an application has to hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rules.recreation.applications import ENDED, Standing
from rules.recreation.changes import DaysChanged, Said, ShiftChanged, concerns
from rules.recreation.terms import Shift, StayKind, Terms
from tests.rules.recreation.sample import TERMS

JULY = Shift(1, "Артек", StayKind.HEALTH, date(2027, 7, 1), date(2027, 7, 21), 30, "автобус")
AUGUST = replace(JULY, number=2, first=date(2027, 8, 1), last=date(2027, 8, 21))
WAS = replace(TERMS, shifts=(JULY, AUGUST))
BEFORE = datetime(2027, 1, 1, tzinfo=UTC)
CHANGED = BEFORE + timedelta(days=1)
GOING = [standing for standing in Standing if standing not in ENDED]


def hears(
    was: Terms, now: Terms, standing: Standing, shifts: Sequence[int], since: datetime = BEFORE
) -> tuple[DaysChanged | None, tuple[ShiftChanged, ...]]:
    return concerns([Said(BEFORE, was), Said(CHANGED, now)], standing, since, dict.fromkeys(shifts, since))


@pytest.mark.parametrize("standing", Standing)
def test_other_days_of_collecting_concern_all_that_goes_on(standing: Standing) -> None:
    now = replace(WAS, closes=WAS.closes + timedelta(days=5))
    days, shifts = hears(WAS, now, standing, [])
    assert (days is not None) is (standing in GOING)
    assert shifts == ()
    if days is not None:
        assert (days.was, days.now) == ((WAS.opens, WAS.closes), (WAS.opens, now.closes))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"first": date(2027, 7, 3), "last": date(2027, 7, 23)}, True),
        ({"camp": "Лісовий"}, True),
        ({"transport": "поїзд"}, True),
        ({"places": 10}, False),
        ({}, False),
    ],
)
def test_a_shift_concerns_whoever_has_a_place_in_it(changed: dict[str, object], told: bool) -> None:
    now = replace(WAS, shifts=(replace(JULY, **changed), AUGUST))  # type: ignore[arg-type]  # fields of a shift
    for shifts, expected in (([1], told), ([1, 2], told), ([2], False), ([], False)):
        days, found = hears(WAS, now, Standing.ACCEPTED, shifts)
        assert days is None
        assert [(each.was, each.now) for each in found] == ([(JULY, now.shifts[0])] if expected else [])


def test_a_new_shift_and_one_that_is_gone_concern_nobody_who_has_a_place() -> None:
    assert hears(WAS, replace(WAS, shifts=(AUGUST,)), Standing.ACCEPTED, [2]) == (None, ())
    assert hears(replace(WAS, shifts=(JULY,)), WAS, Standing.ACCEPTED, [1]) == (None, ())


def test_what_was_said_before_somebody_came_they_know() -> None:
    now = replace(WAS, closes=WAS.closes + timedelta(days=5), shifts=(replace(JULY, camp="Лісовий"), AUGUST))
    assert hears(WAS, now, Standing.ACCEPTED, [1], since=CHANGED) == (None, ())
    later = replace(now, closes=now.closes + timedelta(days=5))
    said = [Said(BEFORE, WAS), Said(CHANGED, now), Said(CHANGED + timedelta(minutes=2), later)]
    between = CHANGED + timedelta(minutes=1)
    days, shifts = concerns(said, Standing.ACCEPTED, between, {1: BEFORE})
    assert days == DaysChanged((now.opens, now.closes), (now.opens, later.closes))
    assert shifts == (ShiftChanged(JULY, now.shifts[0]),)
