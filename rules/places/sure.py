"""The one place that words mean, where nobody is there to press it."""

from __future__ import annotations

from rules.places.book import PlaceBook
from rules.places.place import Found, Kind
from rules.places.search import search

_CITIES = (Kind.CITY, Kind.SPECIAL_CITY)


def sure_place(book: PlaceBook, typed: str) -> str | None:
    """The code of the place with exactly this name, new or old; of several the one that is a city, so that «Полтава»
    is no village. None where that is not one alone: then a person is asked.
    """
    named = [hit.place for hit in search(book, typed).hits if hit.sure and hit.found in (Found.EXACT, Found.FORMER)]
    for those in (named, [place for place in named if place.kind in _CITIES]):
        if len(those) == 1:
            return those[0].code
    return None
