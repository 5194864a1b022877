"""What is an answer to which question, and what is wrong with the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.forms import (
    Answer,
    Option,
    Problem,
    Said,
    Several,
    Step,
    Unsure,
    doubtful,
    every_step,
    parse,
    worth_keeping,
)
from rules.forms.certificates import is_usual_certificate, tidy_certificate
from rules.forms.parse import chosen, fits, own_words
from rules.forms.tax_number import check_digit, is_tax_number
from tests.rules.forms.trial import FILLED, TRIAL, find

TODAY = date(2026, 11, 26)
STEPS = {step.slug: step for step in every_step(TRIAL)}


def answer(slug: str, text: str | None, **more: object) -> object:
    return parse(STEPS[slug], Said(text, **more), TODAY, find)  # type: ignore[arg-type]  # fields of Said


@pytest.mark.parametrize(
    ("slug", "text", "answered"),
    [
        ("name", "  Олена  ", "Олена"),
        ("name", "О", Problem.TOO_SHORT),
        ("name", "  ", Problem.TOO_SHORT),
        ("name", "О" * 21, Problem.TOO_LONG),
        ("tax", "1234567899", "1234567899"),
        ("tax", "12345 678-99", "1234567899"),
        ("tax", "1234567890", Problem.WRONG_CHECK_DIGIT),
        ("tax", "0000000000", Problem.WRONG_CHECK_DIGIT),
        ("tax", "123456789", Problem.NOT_TEN_DIGITS),
        ("tax", "немає", Problem.NOT_TEN_DIGITS),
        ("tax", "№ 1234567899", "1234567899"),
        ("tax", "РНОКПП: 1234567899", "1234567899"),
        ("tax", "19510312-12345", Problem.NOT_TEN_DIGITS),  # the number of the demographic register
        ("tax", "паспорт 001234567", Problem.NOT_TEN_DIGITS),  # an identity card
        ("tax", "ВК 123456", Problem.NOT_TEN_DIGITS),  # a passport book
        ("tax", "UA213223130000026007233566001", Problem.NOT_TEN_DIGITS),  # an account
        ("tax", "0501234567", Problem.WRONG_CHECK_DIGIT),  # a telephone
        ("since", "1 лютого 2024", "2024-02-01"),
        ("since", "30.02.2024", Problem.NO_SUCH_DATE),
        ("since", "колись", Problem.NO_DATE),
        ("phone", "8 (050) 123-45-67", "+380501234567"),
        ("phone", "12", Problem.NO_PHONE),
        ("paper", "№ 1234 1234567890", "1234-1234567890"),
        ("paper", "1234–123456789", "1234-123456789"),
        ("paper", "довідка", Problem.NO_CERTIFICATE),
        ("age", "9 років", "9"),
        ("age", "12.03.1951", "1951-03-12"),
        ("age", "давно", Problem.NO_AGE),
        ("home", "Новопсков", Unsure(("UA1", "UA2"), "Новопсков")),
        ("home", "Айдар", Unsure(("UA1",), "Айдар")),
        ("home", "Атлантида", Unsure((), "Атлантида")),
        ("home", "о" * 101, Problem.TOO_LONG),
        ("children", "так", Problem.NO_OPTION),
    ],
)
def test_an_answer_and_what_is_none(slug: str, text: str, answered: object) -> None:
    assert answer(slug, text) == answered


def test_an_option_is_named_by_its_words() -> None:
    assert answer("children", "так", options={"children": "yes"}) == "yes"
    assert answer("needs", "дрова", options={"needs": "wood"}) == ["wood"]
    assert answer("children", "так", options={"children": "forged"}) is Problem.NO_OPTION
    assert answer("children", "так", options={"needs": "wood"}) is Problem.NO_OPTION


def test_a_contact_is_a_phone_and_nothing_else() -> None:
    assert answer("phone", None, contact="380501234567") == "+380501234567"
    assert answer("phone", None, contact="12") is Problem.NO_PHONE
    assert answer("name", None, contact="380501234567") is Problem.NOT_WORDS


@pytest.mark.parametrize("slug", STEPS)
def test_a_picture_is_no_answer_to_anything(slug: str) -> None:
    assert answer(slug, None) is Problem.NOT_WORDS


@pytest.mark.parametrize("slug", STEPS)
@given(text=st.text(max_size=200))
def test_no_words_make_it_fail_and_what_is_taken_fits(slug: str, text: str) -> None:
    step = STEPS[slug]
    answered = parse(step, Said(text), TODAY, find)
    if not isinstance(answered, Problem | Unsure):
        assert fits(step, answered, TODAY)


def test_answers_of_a_filled_form_fit() -> None:
    for place in TRIAL.walk(FILLED):
        assert fits(place.step, FILLED[place.key], TODAY), place.key


@pytest.mark.parametrize(
    ("slug", "kept"),
    [("name", None), ("name", ["x"]), ("children", "soon"), ("children", ["yes"]), ("needs", "food"), ("needs", []),
     ("since", "01.02.2024"), ("tax", "1234567890")],
)  # fmt: skip
def test_what_is_no_answer_any_more_does_not_fit(slug: str, kept: object) -> None:
    assert not fits(STEPS[slug], kept, TODAY)  # type: ignore[arg-type]  # what an old draft may hold


@pytest.mark.parametrize(
    ("slug", "text", "problem", "kept"),
    [
        ("children", "бідність", Problem.NO_OPTION, True),
        ("since", "не памʼятаю", Problem.NO_DATE, False),
        ("since", "дідусь захворів і не встає", Problem.NO_DATE, True),
        ("name", "О" * 21, Problem.TOO_LONG, True),
        ("tax", "1234567890", Problem.WRONG_CHECK_DIGIT, False),
    ],
)
def test_words_that_tell_something_else_are_worth_keeping(slug: str, text: str, problem: Problem, kept: bool) -> None:
    assert worth_keeping(STEPS[slug], text, problem) is kept


@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda digits: digits != "0" * 9))
def test_one_check_digit_of_ten_belongs_to_nine_digits(nine: str) -> None:
    assert [digit for digit in "0123456789" if is_tax_number(nine + digit)] == [check_digit(nine)]


@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda digits: digits != "0" * 9), st.integers(0, 8))
def test_one_wrong_digit_is_nearly_always_found(nine: str, place: int) -> None:
    """A number with one digit typed wrongly passes only where "mod 11 mod 10" makes two remainders one."""
    right = nine + check_digit(nine)
    slips = [right[:place] + digit + right[place + 1 :] for digit in "0123456789" if digit != right[place]]
    assert sum(is_tax_number(slip) for slip in slips) <= 1


@pytest.mark.parametrize("digits", ["1234567898", "123456789", "12345678999", "1234567\u0661\u0661\u0661", ""])
def test_what_is_no_tax_number(digits: str) -> None:
    assert is_tax_number("1234567899")
    assert not is_tax_number(digits)


@pytest.mark.parametrize(
    ("number", "usual"), [("1234-1234567890", True), ("1234-123456789", True), ("1234567890", False), ("12-34", False)]
)
def test_an_unusual_certificate_is_only_doubted(number: str, usual: bool) -> None:
    assert is_usual_certificate(number) is usual
    paper: Step = STEPS["paper"]
    assert doubtful(paper, number) is not usual
    assert not doubtful(STEPS["name"], number)


@given(st.text(max_size=40))
def test_a_certificate_is_tidied_once(written: str) -> None:
    tidy = tidy_certificate(written)
    assert tidy is None or tidy_certificate(tidy) == tidy


MONTH = Several(slug="month", options=(Option("june"), Option("july")), mostly_one=True, reads=lambda _: None)


@pytest.mark.parametrize(
    ("kept", "fitting"),
    [
        (["june", "july"], True),
        ("july", True),
        ("said:коли тепло", True),
        ("may", False),
        (["may"], False),
        ([], False),
        (None, False),
    ],
)
def test_where_mostly_one_is_chosen_a_single_one_of_before_and_own_words_fit(kept: Answer, fitting: bool) -> None:
    assert fits(MONTH, kept, TODAY) is fitting
    assert not fits(replace(MONTH, reads=None), "said:коли тепло", TODAY), "where nobody reads words there are none"


def test_own_words_are_told_from_options() -> None:
    assert (chosen("july"), chosen(["june", "july"]), chosen("said:тепло"), chosen(None)) == (
        ("july",),
        ("june", "july"),
        (),
        (),
    )
    assert (own_words("said:тепло"), own_words("july"), own_words(["july"]), own_words(None)) == ("тепло", *[None] * 3)
