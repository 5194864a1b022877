"""What reports count about a case, named by a caseworker as the talk goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.cases.places import OTHER_PLACE
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.families.one_human import one_human_speaks
from casework.letters.write import show_case
from casework.people.places import forget_place_against
from db.models import Case, Person
from db.repositories import on_behalf, people
from rules.catalogue import Catalogue

LARGEST_HOUSEHOLD = 10
"""The last choice means this many or more."""


_HOUSEHOLDS = {str(n): str(n) for n in range(1, LARGEST_HOUSEHOLD)} | {str(LARGEST_HOUSEHOLD): f"{LARGEST_HOUSEHOLD}+"}


@dataclass(frozen=True, slots=True)
class FactField:
    """A fact: its choices by value, and whether it belongs to the person too (then the next case begins with it)."""

    choices: Callable[[Catalogue, str], Mapping[str, str]]
    of_person: bool = True


FIELDS: dict[str, FactField] = {
    "service": FactField(lambda c, lang: {s.slug: s.name[lang] for s in c.services.values()}, of_person=False),
    "audience": FactField(lambda c, lang: {a.slug: a.name[lang] for a in c.audiences.values()}),
    "category": FactField(lambda c, lang: {k.code: k.name[lang] for k in c.categories.values()}),
    "age_band": FactField(lambda c, lang: {a.slug: a.name[lang] for a in c.age_bands.values()}),
    "household_size": FactField(lambda c, lang: _HOUSEHOLDS),
    "registered_hromada": FactField(
        lambda c, lang: {h.code: h.name for h in c.hromadas.values()} | {OTHER_PLACE: OTHER_PLACE}
    ),
    "actual_oblast": FactField(lambda c, lang: {o.code: o.name[lang] for o in c.oblasts.values()}),
}
"""Every fact that a report counts, in the order of the menu."""


@dataclass(frozen=True, slots=True)
class AskFacts:
    """`field` None: what is recorded so far; else the choices of that field."""

    case_id: int
    field: str | None = None


@act("case.facts")
async def ask_facts(ctx: Context, data: AskFacts) -> Mapping[str, str | None]:
    """Of a case: the recorded facts in words by field; of a field: its choices by value. Stale for an unknown field."""
    case = await seen(ctx, data.case_id, "case.facts")
    if data.field is not None:
        if data.field not in FIELDS:
            raise Stale
        return FIELDS[data.field].choices(ctx.catalogue, "uk")
    return {name: in_words(ctx.catalogue, case, name, "uk") for name in FIELDS}


@dataclass(frozen=True, slots=True)
class RecordFact:
    """`value` None takes the fact back."""

    case_id: int
    field: str
    value: str | None


@act("case.record_fact")
async def record_fact(ctx: Context, data: RecordFact) -> Case:
    """Sets a fact on the open case, and on the person where it is theirs; earlier cases stay as they were counted."""
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    reached = await seen(ctx, data.case_id, "case.record_fact")
    whose = await on_behalf.counted_person(ctx.uow.session, reached.id, reached.person_id)
    person = await people.lock(ctx.uow.session, whose)
    case = await locked(ctx, data.case_id, "case.record_fact")
    if case.closed_at is not None:
        raise CaseClosed
    field = FIELDS.get(data.field)
    if field is None or (data.value is not None and data.value not in field.choices(ctx.catalogue, "uk")):
        raise Stale
    if data.field == "service" and data.value is None:
        raise Stale
    value = int(data.value) if data.field == "household_size" and data.value is not None else data.value
    setattr(case, data.field, value)
    # Whom the law puts first is said with the index.
    case.indexed = case.indexed and data.field != "audience"
    if field.of_person:
        setattr(person, data.field, value)
        forget_place_against(ctx.catalogue, person, data.field)
    if field is FIELDS["service"] and ctx.catalogue.services[case.service].human_only:
        await one_human_speaks(ctx, person, case)
    record(ctx, case, Event.FACT_RECORDED, field=data.field, value=data.value)
    await show_case(ctx, case)
    return case


def in_words(catalogue: Catalogue, holder: Case | Person, name: str, language: str) -> str | None:
    """A fact of a case or of its person as its choice is called; None while nobody told."""
    value = getattr(holder, name)
    return None if value is None else FIELDS[name].choices(catalogue, language).get(str(value), str(value))
