"""Telephone numbers in the spellings that people use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.phones import masked, means_a_phone, read_phone, spaced, without_phone

OURS = "+380501234567"


@pytest.mark.parametrize(
    "written",
    [
        "0501234567", "050 123 45 67", "050-123-45-67", "(050) 123-45-67", "050.123.45.67", "050/1234567",
        "+380501234567", "+38 (050) 123-45-67", "+38 050 123 45 67", "380501234567", "38 050 123 45 67",
        "80501234567", "8 (050) 123 45 67", "8-050-123-45-67", "+80501234567", "+0501234567", "00380501234567",
        "501234567", "50 123 45 67", " 050\u00a0123\u00a045\u00a067 ", "050‑123‑45‑67", "050 – 123 – 45 – 67",
        "Мій номер 050 123 45 67, дякую", "тел. 0501234567.",
    ],
)  # fmt: skip
def test_one_number_in_any_usual_spelling(written: str) -> None:
    assert read_phone(written) == OURS
    assert means_a_phone(written)


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("+48 501 234 567", "+48501234567"),
        ("0048501234567", "+48501234567"),
        ("+420 777 123 456", "+420777123456"),
        ("+49 (0) 151 23456789", "+49015123456789"),
        ("+373 69 123 456", "+37369123456"),
        ("+1 (415) 555-26-71", "+14155552671"),
        ("+7 912 345 67 89", "+79123456789"),
        ("064 521 23 45", "+380645212345"),
        ("089 123 45 67", "+380891234567"),
    ],
)
def test_numbers_of_other_countries_and_of_towns(written: str, phone: str) -> None:
    assert read_phone(written) == phone


@pytest.mark.parametrize(
    "written",
    [
        "", "немає", "112", "1545", "050 123 45", "05012345678", "0001234567", "0 800 123 456", "0900123456",
        "+999 123 456 789", "+48 12 345", "+1 415 555 26", "+12345678901234567", "0501234567 або 0671234567",
        "+380 1501234567", "2026-11-26", "Нас троє, нам по 70",
    ],
)  # fmt: skip
def test_what_is_no_number_or_more_than_one_is_not_guessed(written: str) -> None:
    assert read_phone(written) is None


def test_the_same_number_twice_is_one() -> None:
    assert read_phone("0501234567 (тобто +38 050 123 45 67)") == OURS


@pytest.mark.parametrize(
    ("written", "meant"),
    [("050 123 45", True), ("номер 12345", True), ("Нам привезли 2 тонни дров у 2026 році замість вугілля", False),
     ("не маю телефону", False), ("112", False)],
)  # fmt: skip
def test_who_tried_to_write_a_number_is_told_so_and_who_tells_us_something_is_not(written: str, meant: bool) -> None:
    assert means_a_phone(written) is meant


@pytest.mark.parametrize(
    ("written", "rest"),
    [
        ("050 123 45 67", ""),
        ("0501234567, після шостої", "після шостої"),
        ("Дзвоніть на 050 123 45 67 о 10 ранку", "Дзвоніть на о 10 ранку"),
        ("+ 0501234567 !!", ""),
    ],
)
def test_what_stands_beside_the_number_is_kept(written: str, rest: str) -> None:
    assert without_phone(written) == rest


def test_a_number_is_shown_so_that_its_owner_knows_it_and_nobody_else() -> None:
    assert masked(OURS) == "… 45 67"
    assert (spaced(OURS), spaced("+48501234567")) == ("+380 50 123 45 67", "+48 501 234 567")


SEPARATORS = st.sampled_from(["", " ", "-", ".", "  ", "\u00a0", "–"])


@given(st.from_regex(r"[3-7][0-9]{8}", fullmatch=True), st.sampled_from(["0", "80", "380", "+380", "+38 0"]), st.data())
def test_however_it_is_spaced_it_is_the_same_number(national: str, before: str, data: st.DataObject) -> None:
    written = before + "".join(digit + data.draw(SEPARATORS) for digit in national)
    assert read_phone(written) == f"+380{national}"


@given(st.text())
def test_no_text_breaks_it_and_what_it_reads_it_reads_again(text: str) -> None:
    phone = read_phone(text)
    assert phone is None or read_phone(phone) == phone
    assert isinstance(without_phone(text), str)
