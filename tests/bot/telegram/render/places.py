"""Sights of the screens that ask for a place: every kind of place, with and without what is around it."""

from __future__ import annotations

from bot.catalogue import load_catalogue
from casework.letters import sights as s
from rules.places import Kind, Which

CATALOGUE = load_catalogue()


def place_line(name: str, kind: Kind = Kind.CITY, **changes: object) -> s.PlaceLine:
    """A place of the own oblast."""
    given: dict[str, object] = {
        "code": "UA44040030010012509",
        "kind": kind,
        "name": name,
        "hromada": "Сорокинська",
        "raion": "Довжанський",
        "oblast": "Луганська область",
        "here": True,
        "former": None,
    }
    return s.PlaceLine(**(given | changes))  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def place_lines(name: str) -> tuple[s.PlaceLine, ...]:
    """As many as are offered at once, each of another sort."""
    return (
        place_line(name, former=name),
        place_line(name, Kind.SETTLEMENT),
        place_line(name, Kind.VILLAGE, here=False, oblast="Полтавська область"),
        place_line(name, Kind.HROMADA, former=name),
        place_line(name, Kind.SPECIAL_CITY, hromada=None, raion=None, here=False, oblast="Київ"),
        place_line(name, hromada=None, raion=None, here=False, oblast="Київська область"),
    )


def told_places(name: str) -> s.PlacesSight:
    """Both places, with all that can be said of one."""
    return s.PlacesSight(actual=s.ToldLine(country=name), registered=s.ToldLine(place=place_lines(name)[0]))


def place_sights(words: str, language: str) -> dict[str, list[object]]:
    """Every screen about places; `words` is what the person typed."""
    lines = place_lines("Сорокине")
    countries = tuple(s.CountryLine(each.code, each.name[language]) for each in CATALOGUE.countries.values())
    return {
        "places": [
            s.PlacesSight(),
            s.PlacesSight(actual=s.ToldLine(country="Польща"), registered=s.ToldLine()),
            *(s.PlacesSight(actual=s.ToldLine(place=line), registered=s.ToldLine(place=line)) for line in lines),
        ],
        "place-ask": [s.PlaceAskSight(which) for which in Which],
        "place-choices": [
            s.PlaceChoicesSight(Which.ACTUAL, words, lines, more=True),
            s.PlaceChoicesSight(Which.REGISTERED, words, lines[:1], more=False),
            s.PlaceChoicesSight(Which.REGISTERED, words, (), more=False),
        ],
        "place-confirm": [s.PlaceConfirmSight(Which.ACTUAL, words, line) for line in lines],
        "place-abroad": [s.PlaceAbroadSight(countries)],
    }
