"""Screens that ask a person for a place, and places as they are shown elsewhere."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import (
    CountryLine,
    PlaceAbroadSight,
    PlaceAskSight,
    PlaceChoicesSight,
    PlaceConfirmSight,
    PlaceLine,
    PlacesSight,
    Sight,
    ToldLine,
)
from casework.letters.view.look import Look, view
from casework.people.places import told_of
from db.models import Person
from rules.catalogue import Catalogue
from rules.places import Place, Told, Which, search


def places_of(catalogue: Catalogue, person: Person, language: str) -> PlacesSight:
    """Where the person lives and is registered, as far as they told."""
    return PlacesSight(
        actual=told_line(catalogue, told_of(person, Which.ACTUAL), language),
        registered=told_line(catalogue, told_of(person, Which.REGISTERED), language),
    )


def told_line(catalogue: Catalogue, told: Told | None, language: str) -> ToldLine | None:
    """What somebody told, in the reader's language; None: nothing."""
    if told is None:
        return None
    country = catalogue.countries.get(told.country or "")
    # A newer edition of KATOTTG may not have the code any more.
    place = catalogue.places.book.get(told.code) if told.code else None
    return ToldLine(
        place=place_line(catalogue, place, language) if place else None,
        country=country.name[language] if country else None,
    )


def place_line(catalogue: Catalogue, place: Place, language: str, former: str | None = None) -> PlaceLine:
    """A place with all that tells it apart; `former`: the name by which it was found."""
    oblast = catalogue.oblasts.get(place.oblast_code)
    return PlaceLine(
        code=place.code,
        kind=place.kind,
        name=place.name,
        hromada=place.hromada,
        raion=place.raion,
        oblast=oblast.name[language] if oblast else place.oblast,
        here=place.in_luhansk,
        former=former,
    )


@view(kinds.PlacesScreen)
async def _places(look: Look, letter: kinds.PlacesScreen) -> Sight:
    person = await look.person()
    return look.sight(person.language, places_of(look.catalogue, person, person.language))


@view(kinds.PlaceAskScreen)
async def _place_ask(look: Look, letter: kinds.PlaceAskScreen) -> Sight:
    return look.sight((await look.person()).language, PlaceAskSight(Which(letter.which)))


@view(kinds.PlaceChoicesScreen)
async def _place_choices(look: Look, letter: kinds.PlaceChoicesScreen) -> Sight | None:
    person = await look.person()
    if person.place_sought is None:
        return None
    found = search(look.catalogue.places.book, person.place_sought)
    lines = [place_line(look.catalogue, hit.place, person.language, hit.former) for hit in found.hits]
    shows = PlaceChoicesSight(Which(letter.which), person.place_sought, tuple(lines), found.more)
    return look.sight(person.language, shows)


@view(kinds.PlaceConfirmScreen)
async def _place_confirm(look: Look, letter: kinds.PlaceConfirmScreen) -> Sight | None:
    person = await look.person()
    found = search(look.catalogue.places.book, person.place_sought or "").hits
    if person.place_sought is None or letter.number >= len(found):
        return None
    hit = found[letter.number]
    line = place_line(look.catalogue, hit.place, person.language, hit.former)
    return look.sight(person.language, PlaceConfirmSight(Which(letter.which), person.place_sought, line))


@view(kinds.PlaceAbroadScreen)
async def _place_abroad(look: Look, letter: kinds.PlaceAbroadScreen) -> Sight:
    language = (await look.person()).language
    countries = tuple(CountryLine(each.code, each.name[language]) for each in look.catalogue.countries.values())
    return look.sight(language, PlaceAbroadSight(countries))
