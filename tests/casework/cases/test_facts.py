"""What reports count is named as the talk goes on; what was counted once stays as it was."""

from __future__ import annotations

import pytest

from casework.cases.close import Close, close
from casework.cases.facts import FIELDS, AskFacts, RecordFact, ask_facts, record_fact
from casework.context import Actor
from casework.errors import CaseClosed, Stale
from rules.catalogue import OWN_WORDS
from tests.casework.world import CATALOGUE, World

OF_PERSON = [name for name, field in FIELDS.items() if field.of_person]


@pytest.mark.parametrize("field", FIELDS)
async def test_a_fact_is_chosen_from_the_catalogue_and_said_in_words(
    world: World, olena: Actor, iryna: Actor, field: str
) -> None:
    case = await world.case(olena)
    choices = await ask_facts(world.ctx(iryna), AskFacts(case.id, field))
    value, words = list(choices.items())[-1]
    await record_fact(world.ctx(iryna), RecordFact(case.id, field, value))
    assert str(getattr(case, field)) == value
    assert (await ask_facts(world.ctx(iryna), AskFacts(case.id)))[field] == words
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts) == ("fact-recorded", {"field": field, "value": value})
    assert (getattr(await world.row(olena), field, None) is not None) is (field in OF_PERSON)


async def test_nothing_is_recorded_at_first(world: World, olena: Actor, iryna: Actor) -> None:
    facts = dict(await ask_facts(world.ctx(iryna), AskFacts((await world.case(olena)).id)))
    assert list(facts) == list(FIELDS)
    assert facts.pop("service") == CATALOGUE.services[OWN_WORDS].name["uk"]
    assert set(facts.values()) == {None}


async def test_the_next_case_begins_with_them_and_earlier_ones_stay(world: World, olena: Actor, iryna: Actor) -> None:
    first = await world.case(olena)
    for field, value in (("audience", "displaced"), ("household_size", "4"), ("service", "social-support")):
        if value in FIELDS[field].choices(CATALOGUE, "uk"):
            await record_fact(world.ctx(iryna), RecordFact(first.id, field, value))
    second = await world.case(olena)
    assert (second.audience, second.household_size, second.service) == ("displaced", 4, OWN_WORDS)
    await record_fact(world.ctx(iryna), RecordFact(second.id, "audience", "elderly"))
    third = await world.case(olena)
    assert [case.audience for case in (first, second, third)] == ["displaced", "elderly", "elderly"]


async def test_a_fact_is_taken_back(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await record_fact(world.ctx(iryna), RecordFact(case.id, "audience", "displaced"))
    await record_fact(world.ctx(iryna), RecordFact(case.id, "audience", None))
    assert case.audience is None
    assert (await world.row(olena)).audience is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("audience", "aliens"),
        ("household_size", "11"),
        ("household_size", "four"),
        ("service", None),
        ("service", ""),
        ("owner_id", "1"),
        ("person_id", "1"),
        ("state", "closed"),
    ],
)
async def test_what_is_no_choice_is_stale(
    world: World, olena: Actor, iryna: Actor, field: str, value: str | None
) -> None:
    case = await world.case(olena)
    async with world.refused(Stale):
        await record_fact(world.ctx(iryna), RecordFact(case.id, field, value))


async def test_choices_of_an_unknown_field_are_stale(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    async with world.refused(Stale):
        await ask_facts(world.ctx(iryna), AskFacts(case.id, "owner_id"))


async def test_a_closed_case_is_counted_already(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await record_fact(world.ctx(iryna), RecordFact(case.id, "audience", "displaced"))
