"""A person tells where they live or are registered: by its name however spelt, abroad, or in their own words."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import NotPermitted, Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.places import take_place
from casework.people.themselves import themselves
from casework.people.waiting import show_waiting
from db.models import Draft, Person
from db.repositories import people
from rules.places import ABROAD, UNLISTED, Findings, Told, Which, search
from rules.places.spelling import LONGEST


@dataclass(frozen=True, slots=True)
class ShowPlaces:
    """`which` None: both places as they are kept; else the question for that one."""

    which: Which | None = None


@act("person.show_places")
async def show_places(ctx: Context, data: ShowPlaces) -> None:
    """Shows the person's places, or asks for one of them. NotPermitted before the consent and on a watched phone."""
    person = await _teller(ctx)
    person.place_sought = None
    await show_person(ctx, person, kinds.PlaceAskScreen(data.which.value) if data.which else kinds.PlacesScreen())


@dataclass(frozen=True, slots=True)
class FindPlace:
    """What the person typed when they were asked for a place."""

    which: Which
    words: str


@act("person.find_place")
async def find_place(ctx: Context, data: FindPlace) -> Findings:
    """Offers the places that may be meant, and returns them. Nothing is taken until one is pressed."""
    person = await _teller(ctx)
    person.place_sought = data.words[:LONGEST]
    await show_person(ctx, person, kinds.PlaceChoicesScreen(data.which.value))
    return search(ctx.catalogue.places.book, person.place_sought)


@dataclass(frozen=True, slots=True)
class ChoosePlace:
    """A place that was offered, by its code. `confirmed`: the person was asked once more and said yes."""

    which: Which
    code: str
    confirmed: bool = False


@act("person.choose_place")
async def choose_place(ctx: Context, data: ChoosePlace) -> bool:
    """Keeps the place; asks once more where the name was only like it. Returns whether it was kept.

    Stale for a place that the words of the person do not lead to (any more).
    """
    person = await _teller(ctx)
    offered = search(ctx.catalogue.places.book, person.place_sought or "").hits
    found = next((number for number, hit in enumerate(offered) if hit.place.code == data.code), None)
    if found is None:
        raise Stale
    if not (data.confirmed or offered[found].sure):
        await show_person(ctx, person, kinds.PlaceConfirmScreen(data.which.value, found))
        return False
    await take_place(ctx, person, data.which, Told(data.code))
    await show_person(ctx, person, kinds.PlacesScreen())
    return True


@dataclass(frozen=True, slots=True)
class LiveAbroad:
    """`country`: two letters of the catalogue; None: show the list."""

    country: str | None = None


@act("person.live_abroad")
async def live_abroad(ctx: Context, data: LiveAbroad) -> None:
    """Keeps the country where the person lives now. Stale for one that the catalogue does not name."""
    person = await _teller(ctx)
    if data.country is None:
        await show_person(ctx, person, kinds.PlaceAbroadScreen())
        return
    if data.country not in ctx.catalogue.countries:
        raise Stale
    await take_place(ctx, person, Which.ACTUAL, Told(ABROAD, data.country))
    await show_person(ctx, person, kinds.PlacesScreen())


@dataclass(frozen=True, slots=True)
class NotListed:
    """None of the places is theirs; the message with the name they typed."""

    which: Which
    chat_id: int
    telegram_message_id: int


@act("person.place_not_listed")
async def place_not_listed(ctx: Context, data: NotListed) -> None:
    """Goes to a human: the words wait as any others do, and the person is asked whom they shall reach.

    Stale when nothing was typed (any more).
    """
    person = await _teller(ctx)
    words = person.place_sought
    if words is None or await people.draft_by_source(ctx.uow.session, data.chat_id, data.telegram_message_id):
        raise Stale
    await take_place(ctx, person, data.which, Told(UNLISTED))
    ctx.uow.session.add(
        Draft(
            person_id=person.id,
            chat_id=data.chat_id,
            telegram_message_id=data.telegram_message_id,
            text=words,
            written_at=ctx.now,
        )
    )
    await ctx.uow.session.flush()
    await show_waiting(ctx, person)


async def _teller(ctx: Context) -> Person:
    person = await themselves(ctx)
    # A watched phone has none: saying so takes the consent back.
    if await people.standing_consent(ctx.uow.session, person.id) is None:
        raise NotPermitted
    return person
