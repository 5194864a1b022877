"""A campaign is typed field by field: what stands there can be typed again, what can't be read is named by its line,
and what can't stand is named by its flaw.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.recreation.editing import NOTHING, Field, Unread, typed, written
from rules.recreation.facts import as_facts, read_terms
from rules.recreation.flaws import MOST_SHIFTS, Flaw, flaw_in
from rules.recreation.terms import AFTER_NEED, PAPER_ONLY, Ages, Ask, Question, StayKind, Step, Terms
from tests.rules.recreation.sample import CATALOGUE, SHIFTS, TEMPLATE, TERMS

TODAY = date(2027, 1, 15)


def flaw(terms: Terms) -> Flaw | None:
    return flaw_in(
        terms,
        categories=CATALOGUE.recreation.children,
        documents=CATALOGUE.documents,
        law=CATALOGUE.recreation.law,
    )


@pytest.mark.parametrize("terms", [TEMPLATE, TERMS], ids=["template", "with-shifts"])
@pytest.mark.parametrize("field", Field)
def test_what_stands_there_can_be_typed_again(terms: Terms, field: Field) -> None:
    assert typed(terms, field, written(terms, field), TODAY) == terms


@pytest.mark.parametrize("terms", [TEMPLATE, TERMS], ids=["template", "with-shifts"])
def test_what_is_kept_is_read_back(terms: Terms) -> None:
    assert read_terms(as_facts(terms)) == terms


def test_the_template_stands_and_asks_for_no_copy_and_no_health_with_the_need() -> None:
    assert flaw(TEMPLATE) is None
    assert TEMPLATE.papers_at(Step.NEED) == ()
    assert [(each.document, each.by) for each in TEMPLATE.papers_at(Step.DEPARTURE)] == [(PAPER_ONLY, "paper")]
    assert TEMPLATE.asked_at(Step.NEED) == frozenset(Question) - {Question.TAX, Question.CERTIFICATE} - AFTER_NEED
    assert not {"C16"} & {each.code for each in TEMPLATE.categories}, "a doctor's observation is about health"


@pytest.mark.parametrize(
    ("field", "words", "what"),
    [
        (Field.NAME, "Табір", lambda terms: (terms.name.uk, terms.name.en) == ("Табір", "Табір")),
        (Field.DATES, "1.2.2028 - 6.3.2028", lambda terms: terms.closes == date(2028, 3, 6)),
        (
            Field.ASKS,
            "tax confirmation\nmeets departure 10",
            lambda terms: terms.asks == (Ask(Question.TAX, Step.CONFIRMATION), Ask(Question.MEETS, Step.DEPARTURE, 10)),
        ),
        (Field.AGES, "6-18", lambda terms: terms.ages == Ages(6, 18)),
        (Field.AGES, "7–18 01.06.2027", lambda terms: terms.ages == Ages(7, 18, date(2027, 6, 1))),
        (Field.CATEGORIES, "C06 4 displaced · дитина-переселенець", lambda terms: terms.weight_of(("C06",)) == 4),
        (Field.SHIFTS, NOTHING, lambda terms: terms.shifts == () and terms.shifts_made == 2),
        (Field.ANSWER, "7", lambda terms: terms.answer_days == 7),
        (Field.PAPERS, "–", lambda terms: terms.papers == ()),
    ],
)
def test_what_is_typed_counts(field: Field, words: str, what: Callable[[Terms], bool]) -> None:
    assert what(typed(TERMS, field, words, TODAY))


def test_a_new_shift_gets_a_number_that_no_shift_ever_had() -> None:
    fewer = typed(TERMS, Field.SHIFTS, written(TERMS, Field.SHIFTS).splitlines()[0], TODAY)
    again = typed(fewer, Field.SHIFTS, "Море; rest; 01.07.2027–14.07.2027; 10; –", TODAY)
    assert [each.number for each in again.shifts] == [3]
    with pytest.raises(Unread):
        typed(again, Field.SHIFTS, "2; Море; rest; 01.07.2027–14.07.2027; 10; –", TODAY)


def test_another_order_has_to_be_confirmed_anew() -> None:
    confirmed = replace(TERMS, order_confirmed=True)
    assert not typed(confirmed, Field.ORDER, "за жеребом\nby lot", TODAY).order_confirmed
    assert typed(confirmed, Field.NAME, "Табір", TODAY).order_confirmed


@pytest.mark.parametrize(
    ("field", "words", "line"),
    [
        (Field.DATES, "колись", 1),
        (Field.DATES, "31.02.2027–06.03.2027", 1),
        (Field.AGES, "сім", 1),
        (Field.CATEGORIES, "C01 10\nС06 чотири", 2),
        (Field.CATEGORIES, "C01", 1),
        (Field.ASKS, "health need", 1),
        (Field.ASKS, "tax confirmation\ntax confirmation 10", 2),
        (Field.ASKS, "meets departure soon", 1),
        (Field.PAPERS, "child-id need child chat", 1),
        (Field.PAPERS, "child-id need child chat maybe", 1),
        (Field.STAYS, "health", 1),
        (Field.SHIFTS, "Артек; health; 04.09.2027; 30; автобус", 1),
        (Field.SHIFTS, "9; Артек; health; 04.09.2027–24.09.2027; 30; автобус", 1),
        (Field.ANSWER, "0", 1),
        (Field.ANSWER, "скоро", 1),
        (Field.NAME, "a\nb\nc", 3),
        (Field.LOT, "a\nb", 2),
    ],
)
def test_what_cant_be_read_is_named_by_its_line(field: Field, words: str, line: int) -> None:
    with pytest.raises(Unread) as refused:
        typed(TERMS, field, words, TODAY)
    assert refused.value.line == line


@pytest.mark.parametrize(
    ("field", "words", "found"),
    [
        (Field.NAME, "а" * 121, Flaw.TOO_LONG),
        (Field.ORDER, "а" * 201, Flaw.TOO_LONG),
        (Field.DATES, "06.03.2027–01.02.2027", Flaw.CLOSES_FIRST),
        (Field.AGES, "18–7", Flaw.AGES),
        (Field.AGES, "7–40", Flaw.AGES),
        (Field.CATEGORIES, "–", Flaw.NO_CATEGORY),
        (Field.CATEGORIES, "C99 1", Flaw.UNKNOWN_CATEGORY),
        (Field.CATEGORIES, "C01 1 passport", Flaw.UNKNOWN_DOCUMENT),
        (Field.CATEGORIES, "C01 1\nC01 2", Flaw.TWICE),
        (Field.CATEGORIES, "C01 1 category child-id displaced parent-id", Flaw.TOO_MANY),
        (Field.SHIFTS, f"{'А' * 71}; rest; 01.06.2027–14.06.2027; 1; –", Flaw.TOO_LONG),
        (Field.PAPERS, "form-079 need child paper required", Flaw.HEALTH_EARLY),
        (Field.PAPERS, "form-079 departure child chat required", Flaw.HEALTH_EARLY),
        (Field.PAPERS, "unheard-of offer child chat required", Flaw.UNKNOWN_DOCUMENT),
        (Field.ASKS, "period offer", Flaw.ASKED_LATE),
        (Field.ASKS, "size need", Flaw.ASKED_EARLY),
        (Field.STAYS, "–", Flaw.NO_STAY),
        (Field.STAYS, "health 20", Flaw.STAY_SHORT),
        (Field.STAYS, "rest 13", Flaw.STAY_SHORT),
        (Field.STAYS, "rest 14", Flaw.SHIFT_KIND),
        (Field.SHIFTS, "Артек; health; 01.06.2027–20.06.2027; 30; –", Flaw.SHIFT_SHORT),
        (Field.SHIFTS, "Артек; rest; 14.06.2027–01.06.2027; 30; –", Flaw.SHIFT_SHORT),
        (Field.SHIFTS, "\n".join(["А; rest; 01.06.2027–14.06.2027; 1; –"] * (MOST_SHIFTS + 1)), Flaw.TOO_MANY),
    ],
)
def test_what_cant_stand_is_named(field: Field, words: str, found: Flaw) -> None:
    assert flaw(typed(TERMS, field, words, TODAY)) is found


def test_a_stay_of_exactly_the_days_of_law_stands() -> None:
    assert [each.days for each in SHIFTS] == [21, 14]
    assert flaw(TERMS) is None
    assert CATALOGUE.recreation.law == {StayKind.HEALTH: 21, StayKind.REST: 14}


@given(field=st.sampled_from(list(Field)), words=st.text(max_size=80))
def test_whatever_is_typed_is_read_or_named(field: Field, words: str) -> None:
    try:
        made = typed(TERMS, field, words, TODAY)
    except Unread:
        return
    assert read_terms(as_facts(made)) == made
