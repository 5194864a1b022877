"""Buttons of the question for a place: what may be meant, or the countries."""

from __future__ import annotations

from casework.forms.placing import COUNTRIES, SURE
from casework.letters.sights import OptionLine, PlaceLine
from casework.letters.view.places import place_line
from rules.catalogue import Catalogue
from rules.places import search


def place_options(catalogue: Catalogue, pending: list[str], language: str) -> tuple[OptionLine, ...]:
    """Countries, or the places that may be meant; none where one of them is to be confirmed."""
    if pending == [COUNTRIES]:
        named = enumerate(each.name[language] for each in catalogue.countries.values())
        return tuple(OptionLine(number, name=name) for number, name in named)
    if not pending or pending[0] == SURE:
        return ()
    *codes, said = pending
    found = _found(catalogue, said, language)
    return tuple(OptionLine(number, place=found.get(code), name=code) for number, code in enumerate(codes))


def to_confirm(catalogue: Catalogue, pending: list[str], language: str) -> PlaceLine | None:
    """The one place that is asked about once more."""
    _, code, said = pending
    return _found(catalogue, said, language).get(code)


def _found(catalogue: Catalogue, said: str, language: str) -> dict[str, PlaceLine]:
    hits = search(catalogue.places.book, said).hits
    return {hit.place.code: place_line(catalogue, hit.place, language, hit.former) for hit in hits}
