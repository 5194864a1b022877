"""Which question is asked when: by the step of the campaign and where the child stands, never before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules.forms import SUMMARY
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState
from rules.recreation.editing import Field, typed
from rules.recreation.later import Child, Owed, answer_by, due, goes_on, key_of, later_form, owed
from rules.recreation.terms import PAPER_ONLY, Question, Terms
from tests.rules.recreation.sample import SHIFTS, TERMS

TODAY = date(2027, 5, 1)
ASKS = "lives need\ntax confirmation\ncertificate offer\nsize offer\nmeets departure 10"
ASKING: Terms = typed(TERMS, Field.ASKS, ASKS, TODAY)
TAX, CERTIFICATE, SIZE, MEETS = Question.TAX, Question.CERTIFICATE, Question.SIZE, Question.MEETS
FIRST = SHIFTS[0].first
"""The first of June."""


def child(position: int, standing: Standing, *asked: Question, **answers: str | None) -> Child:
    return Child(position + 10, position, standing, [each.value for each in asked], answers)


@pytest.mark.parametrize("standing", Standing)
def test_nothing_is_asked_before_its_step_nor_once_the_child_is_away(standing: Standing) -> None:
    asked = {
        Standing.NEED_CONFIRMED: (TAX,),
        Standing.QUEUED: (TAX,),
        Standing.OFFERED: (TAX, CERTIFICATE, SIZE),
        Standing.ACCEPTED: (TAX, CERTIFICATE, SIZE),
    }
    assert due(ASKING, standing, 1, TODAY) == asked.get(standing, ())


@pytest.mark.parametrize(
    ("shift", "day", "is_due"),
    [(1, date(2027, 5, 21), False), (1, date(2027, 5, 22), True), (2, date(2027, 5, 22), False), (None, FIRST, False)],
)
def test_a_question_of_the_departure_comes_so_many_days_before_the_own_shift(
    shift: int | None, day: date, is_due: bool
) -> None:
    assert (MEETS in due(ASKING, Standing.ACCEPTED, shift, day)) is is_due
    at_once = typed(TERMS, Field.ASKS, "meets departure", TODAY)
    assert due(at_once, Standing.ACCEPTED, None, day) == (MEETS,)
    assert due(at_once, Standing.OFFERED, 1, day) == ()


@pytest.mark.parametrize(
    ("state", "today", "asks"),
    [
        (CampaignState.PLANNED, TODAY, False),
        (CampaignState.OPEN, TODAY, True),
        (CampaignState.PAUSED, TODAY, False),
        (CampaignState.CLOSED, TODAY, True),
        (CampaignState.ALLOCATING, TODAY, True),
        (CampaignState.FINISHED, date(2027, 8, 10), True),
        (CampaignState.FINISHED, date(2027, 8, 11), False),
    ],
)
def test_a_campaign_asks_until_the_last_child_has_left(state: CampaignState, today: date, asks: bool) -> None:
    assert goes_on(state, ASKING, today) is asks
    assert not goes_on(state, typed(TERMS, Field.ASKS, "tax need", TODAY), today)


def test_a_family_has_two_weeks_but_no_day_of_the_trip() -> None:
    assert answer_by(ASKING, TODAY, []) == date(2027, 5, 15)
    assert answer_by(ASKING, date(2027, 5, 28), [1, 2]) == date(2027, 5, 31)
    assert answer_by(ASKING, FIRST, [1]) == FIRST, "never a day that is over"


def test_what_is_owed_is_what_was_asked_and_is_asked_still() -> None:
    first = child(1, Standing.OFFERED, TAX, SIZE, size="140")
    second = child(2, Standing.OFFERED, TAX, SIZE)
    back = child(3, Standing.CHECKING, TAX, SIZE)
    assert owed(ASKING, {}, [first, second, back]) == (Owed(TAX), Owed(SIZE, 2))
    assert owed(ASKING, {"tax": None}, [first, second]) == (Owed(SIZE, 2),), "«Не маю номера» is an answer"
    assert owed(replace(ASKING, asks=()), {}, [first, second]) == (), "a lead asks it no more"
    assert owed(ASKING, {}, [back]) == ()


def test_the_form_asks_the_family_once_and_each_child_by_itself() -> None:
    children = [child(1, Standing.OFFERED, TAX, SIZE), child(2, Standing.OFFERED, TAX, SIZE)]
    form = later_form(ASKING, children)
    assert [(place.key, place.round) for place in form.walk({})] == [
        ("tax", None),
        (key_of(11, "size"), 1),
        (key_of(12, "size"), 2),
    ]
    assert form.next_open({"tax": None, "children/11/size": "140"}) == "children/12/size"
    assert form.next_open({"tax": None, "children/11/size": "140", "children/12/size": None}) == SUMMARY
    [_, alone] = later_form(ASKING, children[:1]).walk({})
    assert alone.round is None, "one child needs no number"
    more = later_form(ASKING, [children[0], replace(children[1], asked=["tax"])])
    assert more.version != form.version, "a draft follows what is asked"


def test_no_question_is_about_health() -> None:
    assert PAPER_ONLY not in {each.value for each in Question}
    assert not {each.value for each in Question} & {"health", "form-079", "diagnosis", "allergy", "medicine"}
