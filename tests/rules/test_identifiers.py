"""Numbers of cases as we write them and as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.identifiers import case_number, parse_case_number


def test_a_case_number_holds_prefix_year_and_six_digits() -> None:
    assert case_number("LUH", 2026, 123) == "LUH-2026-000123"


def test_the_millionth_case_of_a_year_still_has_a_number() -> None:
    assert parse_case_number(case_number("LUH", 2026, 1_000_000)) == ("LUH", 2026, 1_000_000)


def test_a_sequence_starts_at_one() -> None:
    with pytest.raises(ValueError, match="starts at 1"):
        case_number("LUH", 2026, 0)


@given(
    prefix=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=5),
    year=st.integers(2000, 2099),
    seq=st.integers(1, 999_999_999),
)
def test_every_number_we_write_is_read_back(prefix: str, year: int, seq: int) -> None:
    assert parse_case_number(case_number(prefix, year, seq)) == (prefix, year, seq)
    assert parse_case_number(case_number(prefix, year, seq).lower()) == (prefix, year, seq)


@pytest.mark.parametrize(
    "typed",
    [
        "LUH-2026-000123",
        " luh-2026-000123 ",
        "LUH 2026 000123",
        "luh2026000123",
        "LUH-2026-123",
        "LUH – 2026 – 000123",
        "№ LUH-2026-000123.",
        "#luh_2026_000123",
        "LUН-2026-000123",  # a Cyrillic Н
        "luн 2026 123",
    ],
)
def test_people_may_type_a_number_as_they_like(typed: str) -> None:
    assert parse_case_number(typed) == ("LUH", 2026, 123)


def test_cyrillic_letters_that_look_latin_are_the_same_letters() -> None:
    assert parse_case_number("ТЕСТ-2026-000001") == ("TECT", 2026, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "LUH",
        "2026-000123",
        "LUH-2026",
        "LUH-1999-000001",
        "LUH-2026-000000",
        "LUH2026123",
        "моє звернення LUH-2026-000123",
        "LUH-2026-000123; DROP",
        "ЛУГ-2026-000123",
        "LUH-2026-1234567890",
        "LUH-٢٠٢٦-٠٠٠١٢٣",
        "LUH-2026-٠٠٠١٢٣",
    ],
)
def test_what_is_no_case_number_is_not_guessed(typed: str) -> None:
    assert parse_case_number(typed) is None
