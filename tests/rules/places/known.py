"""The shipped book of places, read once, and short ways to speak of what is found."""

from __future__ import annotations

from bot.catalogue import load_catalogue
from rules.catalogue import Catalogue
from rules.places import Found, Hit, Kind, Place, search

CATALOGUE: Catalogue = load_catalogue()
BOOK = CATALOGUE.places.book
LUHANSK_PLACES: list[Place] = [
    place for code in BOOK.codes() if code.startswith("UA44") and (place := BOOK.get(code)) is not None
]
LUHANSK_CITIES = [place for place in LUHANSK_PLACES if place.kind is Kind.CITY]


def hits(typed: str) -> tuple[Hit, ...]:
    """What is offered for these words."""
    return search(BOOK, typed).hits


def codes(typed: str) -> list[str]:
    """The same as codes."""
    return [hit.place.code for hit in hits(typed)]


def first(typed: str) -> tuple[str, str | None, Found]:
    """Name and hromada of the first choice, and how it was found."""
    hit = hits(typed)[0]
    return hit.place.name, hit.place.hromada, hit.found
