"""Who takes the application for a child, and whether the programme is for the child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.catalogue import Route
from rules.forms.dates import age_on
from rules.places import Place, Told
from rules.recreation.eligibility import Age, Way, age_of, born_between, days_that_count, verdict, way_of
from rules.recreation.terms import Ages
from tests.rules.recreation.sample import CATALOGUE, TEMPLATE, TERMS

BOOK, HROMADAS = CATALOGUE.places.book, CATALOGUE.hromadas
OBLAST = [code for code, each in HROMADAS.items() if each.recreation_route is Route.OBLAST]
OWN = [code for code, each in HROMADAS.items() if each.recreation_route is Route.HROMADA]


def place(code: str) -> Place:
    found = BOOK.get(code)
    assert found is not None
    return found


def test_eleven_hromadas_of_four_raions_and_the_other_twenty_six() -> None:
    assert (len(OBLAST), len(OWN)) == (11, 26)
    assert {HROMADAS[code].raion for code in OBLAST} == {"Луганський", "Алчевський", "Довжанський", "Ровеньківський"}


@pytest.mark.parametrize("code", OBLAST)
def test_the_oblast_takes_children_of_the_eleven(code: str) -> None:
    assert way_of(place(code), HROMADAS) == (Way.OBLAST, code)


@pytest.mark.parametrize("code", OWN)
def test_children_of_the_others_go_to_their_own_hromada_and_are_not_refused(code: str) -> None:
    assert way_of(place(code), HROMADAS) == (Way.HROMADA, code)


def test_every_place_of_the_oblast_has_a_way_and_none_of_another_one_is_taken() -> None:
    for code in BOOK.codes():
        found = place(code)
        way, hromada = way_of(found, HROMADAS)
        if found.in_luhansk:
            assert way in (Way.OBLAST, Way.HROMADA)
            assert hromada == found.hromada_code
        else:
            assert (way, hromada) == (Way.ELSEWHERE, None)


@pytest.mark.parametrize(
    ("registered", "way"),
    [(None, Way.HUMAN), (Told("unlisted"), Way.HUMAN), (Told("abroad", "PL"), Way.ELSEWHERE)],
)
def test_without_a_place_a_human_looks_and_abroad_it_is_elsewhere(registered: Told | None, way: Way) -> None:
    assert way_of(registered, HROMADAS) == (way, None)


def test_a_hromada_that_the_list_does_not_know_is_for_a_human() -> None:
    fewer = {code: each for code, each in HROMADAS.items() if code != OBLAST[0]}
    assert way_of(place(OBLAST[0]), fewer) == (Way.HUMAN, None)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        # 7–18 on the first day of the shift: 1 June or 10 August 2027.
        (date(2020, 6, 1), Age.FITS),
        (date(2020, 6, 2), Age.BY_SHIFT),
        (date(2020, 8, 10), Age.BY_SHIFT),
        (date(2020, 8, 11), Age.TOO_YOUNG),
        (date(2009, 5, 1), Age.FITS),
        (date(2008, 8, 11), Age.FITS),
        (date(2008, 8, 10), Age.BY_SHIFT),
        (date(2008, 6, 1), Age.TOO_OLD),
        (date(2026, 1, 1), Age.TOO_YOUNG),
    ],
)
def test_the_age_is_that_on_the_first_day_of_a_shift(born: date, age: Age) -> None:
    assert age_of(TERMS, born) is age


def test_the_campaign_may_name_the_day() -> None:
    on = replace(TERMS, ages=Ages(7, 18, date(2027, 9, 1)))
    assert days_that_count(on) == (date(2027, 9, 1),)
    assert [age_of(on, born) for born in (date(2020, 9, 1), date(2020, 9, 2))] == [Age.FITS, Age.TOO_YOUNG]


def test_while_no_shift_is_known_any_day_of_the_year_may_be_its_first() -> None:
    assert days_that_count(TEMPLATE) == (date(2027, 3, 7), date(2027, 12, 31))
    assert [age_of(TEMPLATE, born) for born in (date(2020, 12, 31), date(2021, 1, 1))] == [Age.BY_SHIFT, Age.TOO_YOUNG]


@given(
    born=st.dates(date(2000, 1, 1), date(2027, 1, 1)),
    ages=st.tuples(st.integers(0, 18), st.integers(0, 18)).map(sorted),
    on=st.dates(date(2027, 1, 1), date(2029, 12, 31)),
)
def test_the_birthdays_that_fit_are_those_between_two_days(born: date, ages: list[int], on: date) -> None:
    terms = replace(TERMS, ages=Ages(ages[0], ages[1], on))
    first, last = born_between(terms)
    assert (first <= born <= last) is (ages[0] <= age_on(born, on) <= ages[1])
    assert (first <= born <= last) is (age_of(terms, born) is Age.FITS)


def test_a_child_of_the_twenty_ninth_of_february_is_counted_like_all_others() -> None:
    terms = replace(TERMS, ages=Ages(7, 18, date(2028, 2, 29)))
    first, last = born_between(terms)
    assert (first, last) == (date(2009, 3, 1), date(2021, 2, 28))
    for day in (first - timedelta(days=1), last + timedelta(days=1)):
        assert age_of(terms, day) is not Age.FITS


def test_categories_that_the_campaign_knows_the_heaviest_first() -> None:
    found = verdict(
        TERMS,
        HROMADAS,
        registered=place(OBLAST[0]),
        born=date(2015, 1, 1),
        categories=("C06", "C23", "C02", "C01", "C13"),
    )
    assert found.categories == ("C01", "C02", "C13", "C06")
    assert (found.way, found.hromada, found.age) == (Way.OBLAST, OBLAST[0], Age.FITS)
