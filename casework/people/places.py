"""Where a person lives and is registered: kept sealed down to the settlement, counted by hromada and oblast."""

from __future__ import annotations

from casework.cases.history import Event, record
from casework.cases.places import OTHER_PLACE
from casework.context import Context
from casework.letters.write import show_case
from db.models import Person
from db.repositories import cases
from rules.catalogue import Catalogue
from rules.places import ABROAD, Told, Which

COUNTED_AS = {Which.REGISTERED: "registered_hromada", Which.ACTUAL: "actual_oblast"}
"""The plain fact that reports count for each of the two places."""


def counted(catalogue: Catalogue, which: Which, told: Told) -> str | None:
    """The fact for a place: a hromada of this oblast or `OTHER_PLACE`; an oblast or `ABROAD`. None: not known."""
    if told.what == ABROAD:
        return OTHER_PLACE if which is Which.REGISTERED else ABROAD
    place = catalogue.places.book.get(told.code) if told.code else None
    if place is None:
        return None
    if which is Which.ACTUAL:
        return place.oblast_code
    return place.hromada_code if place.hromada_code in catalogue.hromadas else OTHER_PLACE


def told_of(person: Person, which: Which) -> Told | None:
    """What the person told, if they did."""
    kept = person.registered_place if which is Which.REGISTERED else person.actual_place
    return Told.read(kept) if kept else None


async def take_place(ctx: Context, person: Person, which: Which, told: Told) -> None:
    """Keeps a place of the locked person, and counts it for them and their open cases; closed ones stay as they are."""
    setattr(person, f"{which}_place", str(told))
    person.place_sought = None
    fact, value = COUNTED_AS[which], counted(ctx.catalogue, which, told)
    setattr(person, fact, value)
    for each in await cases.open_of(ctx.uow.session, person.id):
        case = await cases.lock(ctx.uow.session, each.id)
        if case is None or case.closed_at is not None or getattr(case, fact) == value:
            continue
        setattr(case, fact, value)
        record(ctx, case, Event.FACT_RECORDED, field=fact, value=value)
        await show_case(ctx, case, head=False)


def forget_places(person: Person) -> None:
    """Takes the settlements away; what reports count is another matter."""
    person.registered_place = person.actual_place = person.place_sought = None


def forget_place_against(catalogue: Catalogue, person: Person, fact: str) -> None:
    """A caseworker named a fact: a settlement that says otherwise is not true any more."""
    for which, name in COUNTED_AS.items():
        told = told_of(person, which)
        if name == fact and told is not None and counted(catalogue, which, told) != getattr(person, fact):
            setattr(person, f"{which}_place", None)
