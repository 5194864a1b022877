"""A place in a form: what may be meant by what somebody said, and what a press on one of the choices means."""

from __future__ import annotations

from casework.forms.filling import Filling
from rules.catalogue import Catalogue
from rules.forms import UNFOUND
from rules.places import ABROAD, Told, search

SURE = "sure?"
"""What waits for an answer begins with it: is it really this one? The code and the person's own words follow."""
COUNTRIES = "abroad?"
"""The list of countries is shown."""


def find_places(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Codes of the places that may be meant, the likeliest first."""
    return tuple(hit.place.code for hit in search(catalogue.places.book, typed).hits)


def show_countries(filling: Filling) -> None:
    """Abroad is a place, too: which country is asked next."""
    filling.pend([COUNTRIES])


def choose_place(filling: Filling, number: int) -> None:
    """Takes what the button of this number names: a place, a country, or "none of these", which leaves the person's
    own words to a human. Where the name was only like it, it is asked once more. A number of no button changes nothing.
    """
    match filling.pending:
        case []:
            return
        case [first] if first == COUNTRIES:
            _take_country(filling, number)
        case [first, code, said] if first == SURE:
            if number < 2:
                filling.take(code if number == 0 else f"{UNFOUND}{said}")
        case [*codes, said]:
            _take_one(filling, codes, said, number)


def _take_country(filling: Filling, number: int) -> None:
    countries = list(filling.ctx.catalogue.countries)
    if number < len(countries):
        filling.take(str(Told(ABROAD, countries[number])))


def _take_one(filling: Filling, codes: list[str], said: str, number: int) -> None:
    if number == len(codes):
        filling.take(f"{UNFOUND}{said}")
    elif number < len(codes):
        hits = {hit.place.code: hit for hit in search(filling.ctx.catalogue.places.book, said).hits}
        code = codes[number]
        if code in hits and hits[code].sure:
            filling.take(code)
        else:
            filling.pend([SURE, code, said])
