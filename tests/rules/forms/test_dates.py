"""Dates and ages are understood however they are typed, and what is wrong is named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.forms import Problem
from rules.forms.dates import age_on, read_age, read_date

TODAY = date(2026, 11, 26)
BORN = date(1951, 3, 12)
MONTHS = ("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
          "листопада", "грудня")  # fmt: skip
RUSSIAN = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря")  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "12.03.1951", "12.3.1951", "12/3/51", "12/03/1951", "12-03-1951", "12 03 1951", "12. 03. 1951", "12,03,1951",
        "1951-03-12", "1951.03.12", "12031951", "12 березня 1951", "12 березня 1951 року", "12-го березня 1951 р.",
        "12 марта 51 р.", "12 МАРТА 1951 г.", "12 бер 51", "березень 12 1951", "March 12, 1951", "12th of March 1951",
        "народився 12.03.1951", "Марія, 12 березня 1951", " 12.03.51р. ", "1951, 12 березня",
    ],
)  # fmt: skip
def test_a_date_is_understood_in_any_usual_way(written: str) -> None:
    assert read_date(written, TODAY, past=True) == BORN


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("31.02.2001", Problem.NO_SUCH_DATE),
        ("31 червня 1960", Problem.NO_SUCH_DATE),
        ("12.13.1951", Problem.NO_SUCH_DATE),
        ("00.00.0000", Problem.NO_SUCH_DATE),
        ("27.11.2026", Problem.IN_THE_FUTURE),
        ("12.03.2051", Problem.IN_THE_FUTURE),
        ("01.01.1899", Problem.TOO_FAR),
        ("не знаю", Problem.NO_DATE),
        ("березень 1951", Problem.NO_DATE),
        ("1951", Problem.NO_DATE),
        ("12.03", Problem.NO_DATE),
        ("12.03.195", Problem.NO_DATE),
        ("12.03.1951 або 13.03.1951", Problem.NO_DATE),
        ("050 123 45 67", Problem.NO_DATE),
        ("Марина 12 1951", Problem.NO_DATE),
        ("1" * 5000, Problem.NO_DATE),
        ("", Problem.NO_DATE),
    ],
)
def test_what_is_no_date_is_told_from_an_impossible_one(written: str, problem: Problem) -> None:
    assert read_date(written, TODAY, past=True) is problem


@pytest.mark.parametrize(
    ("written", "year"), [("1.1.26", 2026), ("26.11.26", 2026), ("1.1.27", 1927), ("5/5/00", 2000), ("5/5/99", 1999)]
)
def test_two_digits_of_a_birth_are_the_last_such_year_that_has_begun(written: str, year: int) -> None:
    found = read_date(written, TODAY, past=True)
    assert isinstance(found, date)
    assert found.year == year


def test_a_date_to_come_is_one_where_that_is_meant() -> None:
    assert read_date("12.03.27", TODAY, past=False) == date(2027, 3, 12)
    assert read_date("12.03.2099", TODAY, past=False) is Problem.TOO_FAR


@given(day=st.dates(date(1910, 1, 1), TODAY), names=st.sampled_from([MONTHS, RUSSIAN]))
def test_every_day_is_read_back_by_its_name_and_by_its_numbers(day: date, names: tuple[str, ...]) -> None:
    for written in (f"{day.day} {names[day.month - 1]} {day.year}", f"{day:%d.%m.%Y}", day.isoformat()):
        assert read_date(written, TODAY, past=True) == day


@given(st.text(max_size=80))
def test_no_words_make_it_fail(written: str) -> None:
    assert isinstance(read_date(written, TODAY, past=True), date | Problem)
    age = read_age(written)
    assert age is None or 0 <= age <= 120


@pytest.mark.parametrize(
    ("written", "age"),
    [
        ("82", 82), ("82 роки", 82), ("йому 82", 82), ("82 years old", 82), ("5 місяців", 0), ("0", 0), ("120", 120),
        ("121", None), ("12 березня", None), ("1951", None), ("", None), ("старий", None), ("8 або 9", None),
        ("12.03.1951", None), ("3 дні", 0),
    ],
)  # fmt: skip
def test_an_age_is_understood(written: str, age: int | None) -> None:
    assert read_age(written) == age


@pytest.mark.parametrize(("on", "age"), [(date(2026, 3, 11), 74), (date(2026, 3, 12), 75), (BORN, 0)])
def test_a_year_of_life_is_full_on_the_birthday(on: date, age: int) -> None:
    assert age_on(BORN, on) == age
