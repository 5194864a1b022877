"""What may be a name, whoever types it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.names import LONGEST, clean_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Олена", "Олена"),
        ("  Олена   Петрівна ", "Олена Петрівна"),
        ("Дем’ян", "Дем’ян"),
        ("Дем'ян Нечуй-Левицький", "Дем'ян Нечуй-Левицький"),
        ("О. М. Коваль", "О. М. Коваль"),
        ("José", "José"),
        ("Jose\u0301", "José"),
        ("я", "я"),
    ],
)
def test_a_name_is_taken_as_it_is_typed(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    ["", " ", "\n", "123", "Олена 2", "+380501234567", "Олена\nПетрівна", "-", "’", "<b>Олена</b>", "@olena", "/start",
     "Олена 🙂", "а" * (LONGEST + 1), "\u202eОлена"],
)  # fmt: skip
def test_what_is_no_name_is_refused(typed: str) -> None:
    assert clean_name(typed) is None


@given(st.text())
def test_whatever_is_typed_a_name_is_short_one_line_and_stays_what_it_is(typed: str) -> None:
    name = clean_name(typed)
    if name is not None:
        assert 0 < len(name) <= LONGEST
        assert "\n" not in name
        assert clean_name(name) == name
