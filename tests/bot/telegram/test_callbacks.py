"""Buttons say little, and what is forged is no button."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.telegram.callbacks import (
    ButtonData,
    CaseButton,
    Consent,
    Fact,
    FactField,
    FactValue,
    MyCase,
    OutcomeChoice,
    PrioritySet,
    StaffStep,
    StepDo,
    StepHow,
    StepVerb,
    TagSet,
    Words,
    WordsAction,
)
from db.models import Case
from tests.bot.telegram.render.samples import CATALOGUE

LARGEST = 2**63 - 1


def test_a_prefix_cannot_be_taken_twice() -> None:
    with pytest.raises(TypeError, match="belongs to Consent"):

        class Another(ButtonData, prefix="co"):
            """Wants the prefix of `Consent`."""

    assert ButtonData.taken["co"] == Consent.__qualname__


def test_every_value_of_the_catalogue_fits_into_its_button() -> None:
    slugs = {
        Fact.SERVICE: CATALOGUE.services,
        Fact.AUDIENCE: CATALOGUE.audiences,
        Fact.CATEGORY: CATALOGUE.categories,
        Fact.AGE_BAND: CATALOGUE.age_bands,
        Fact.REGISTERED_HROMADA: CATALOGUE.hromadas,
        Fact.ACTUAL_OBLAST: CATALOGUE.oblasts,
    }
    for field, entries in slugs.items():
        for slug in entries:
            data = FactValue(case=LARGEST, field=field, value=slug)
            assert FactValue.unpack(data.pack()) == data
    for hromada in CATALOGUE.hromadas.values():
        raion = FactField(case=LARGEST, field=Fact.REGISTERED_HROMADA, group=hromada.raion_code, page=999)
        assert FactField.unpack(raion.pack()) == raion
    for slug in CATALOGUE.outcomes:
        OutcomeChoice(case=LARGEST, outcome=slug).pack()
        StepDo(case=LARGEST, step=StepVerb.RESOLVE, given=slug, how=StepHow.NOTE).pack()
    for slug in CATALOGUE.tags:
        TagSet(case=LARGEST, tag=slug, on=True).pack()
    for slug in CATALOGUE.importance_reasons:
        PrioritySet(case=LARGEST, reason=slug).pack()


def test_facts_are_columns_of_a_case() -> None:
    assert {fact.column for fact in Fact} <= set(Case.__table__.columns.keys())


def test_what_is_pressed_is_read_back() -> None:
    data = Words(action=WordsAction.ADD, case=5, upto=9)
    assert Words.unpack(data.pack()) == data
    assert CaseButton.unpack("cb:7:take") == CaseButton(case=7, verb=StaffStep.TAKE)


@pytest.mark.parametrize("forged", ["mc:0", "mc:-5", "mc:x", "mc:", f"mc:{2**63}", "mc:1.5"])
def test_forged_ids_are_no_button(forged: str) -> None:
    with pytest.raises(ValidationError):
        MyCase.unpack(forged)


@pytest.mark.parametrize(
    ("kind", "forged"),
    [
        (FactValue, "fv:1:state:x"),
        (FactValue, "fv:1:service:а б"),
        (OutcomeChoice, "oc:1:" + "x" * 40),
        (CaseButton, "cb:1:erase"),
    ],
)
def test_forged_fields_and_steps_are_no_button(kind: type[ButtonData], forged: str) -> None:
    with pytest.raises(ValidationError):
        kind.unpack(forged)
