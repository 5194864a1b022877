"""Finding the place that somebody means. Nothing is chosen here: a person presses the one that is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rules.places.book import Named, PlaceBook, code_of
from rules.places.place import CHOSEN, LUHANSK, Found, Hit, Kind
from rules.places.spelling import Reading, in_cyrillic, key, readings

MOST = 6
"""Choices at once: what fits on a phone's screen."""
KEPT_FOR_OWN_CITIES = 2
"""Of these, for cities of the oblast that are only alike: most people here come from one of them."""
SHORTEST_BEGINNING = 3
BEGINNING_ANYWHERE = 5
"""With fewer letters only names of the own oblast are meant."""
SHORTEST_FORGIVEN = 4
LONG = 6
"""Letters from which on two slips are forgiven."""
STEM = 5
"""Letters that tell an oblast, raion or hromada, whatever its ending: «Полтавська», «Полтавщина»."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The places that may be meant, the likeliest first. `more`: there are others that were left out."""

    hits: tuple[Hit, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    hit: Hit
    slips: int = 0

    @property
    def rank(self) -> tuple[object, ...]:
        """The smaller, the likelier: what was typed, then cities, the own oblast, settlements before villages.

        Before the own oblast, since people live in Poltava now, and hardly anybody in the village of that name.
        """
        place, found = self.hit.place, self.hit.found
        tier = 0 if found in (Found.EXACT, Found.FORMER) else 1 if found is Found.BEGINNING else 2
        return (
            tier,
            self.slips,
            place.kind is not Kind.CITY,
            not place.in_luhansk,
            CHOSEN.index(place.kind),
            found is not Found.EXACT,
            not self.hit.sure,
            len(place.name),
            place.code,
        )

    @property
    def own_city(self) -> bool:
        return self.hit.place.in_luhansk and self.hit.place.kind is Kind.CITY


def search(book: PlaceBook, typed: str, most: int = MOST) -> Findings:
    """Up to `most` places for what a person typed, in whatever spelling; none where nothing is even alike."""
    ways = readings(typed)
    found = [candidate for way in ways for candidate in _within(way, _hits(book, way.key, None, way))]
    if found:
        found += [candidate for way in ways for candidate in _within(way, _own_cities(book, way, most=1))]
    else:
        found = [candidate for way in ways for candidate in _within(way, _begun_or_alike(book, way))]
    if not found and ways and in_cyrillic(typed):
        # Latin letters can be read in so many ways that almost any are like some name.
        found = _within(ways[0], _alike(book, ways[0], _forgiven(ways[0])))
    ranked = _told_apart(sorted(found, key=lambda each: each.rank))
    chosen = _with_own_cities(ranked, most)
    left_out = any(each not in chosen and each.hit.found is not Found.FUZZY for each in ranked)
    return Findings(tuple(each.hit for each in chosen), left_out)


def _begun_or_alike(book: PlaceBook, reading: Reading) -> list[_Candidate]:
    if reading.guessed:
        return []
    near = min(1, _forgiven(reading))
    return [*_begun(book, reading), *_alike(book, reading, near), *_own_cities(book, reading, most=2)]


def _alike(book: PlaceBook, reading: Reading, most: int) -> Iterator[_Candidate]:
    for slips, each in book.near(reading.key, most):
        yield from _hits(book, each, Found.FUZZY, reading, slips)


def _own_cities(book: PlaceBook, reading: Reading, most: int) -> Iterator[_Candidate]:
    forgiven = min(most, 2 if reading.letters >= LONG - 1 else _forgiven(reading))
    for slips, each in book.own_cities_near(reading.key, forgiven):
        yield from (hit for hit in _hits(book, each, Found.FUZZY, reading, slips) if hit.own_city)


def _begun(book: PlaceBook, reading: Reading) -> Iterator[_Candidate]:
    if len(reading.key) < SHORTEST_BEGINNING:
        return
    for each in book.beginning(reading.key):
        yield from _hits(book, each, Found.BEGINNING, reading, only_own=len(reading.key) < BEGINNING_ANYWHERE)


def _forgiven(reading: Reading) -> int:
    """How many slips are forgiven: in a short name one makes it another."""
    if len(reading.key) < SHORTEST_FORGIVEN:
        return 0
    return 2 if reading.letters >= LONG else 1


def _hits(
    book: PlaceBook, name: str, found: Found | None, reading: Reading, slips: int = 0, *, only_own: bool = False
) -> Iterator[_Candidate]:
    """The places with a key. `found` None: it is the key that was typed. `only_own`: those of the own oblast."""
    for entry in book.named(name):
        other = entry if isinstance(entry, Named) else None
        code = code_of(entry)
        place = None if only_own and code[2:4] != LUHANSK else book.get(code)
        if place is None or (reading.hromada and place.kind is not Kind.HROMADA):
            continue
        how = found or (Found.FORMER if other else Found.EXACT)
        former = other.name if other and other.former else None
        sure = how is not Found.FUZZY and (other is None or other.sure)
        yield _Candidate(Hit(place, how, former, sure), slips)


def _within(reading: Reading, candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Those in the oblast, raion or hromada that was named beside; all of them where that fits none."""
    everything = list(candidates)
    if not reading.within:
        return [] if reading.guessed else everything
    fitting = [each for each in everything if all(_lies_in(each.hit, word) for word in reading.within)]
    return fitting if fitting or reading.guessed else everything


def _lies_in(hit: Hit, word: str) -> bool:
    around = (hit.place.hromada, hit.place.raion, hit.place.oblast)
    return any(key(name).startswith(word[:STEM]) for name in around if name)


def _told_apart(ranked: list[_Candidate]) -> list[_Candidate]:
    """Each place once, and once what reads the same: two villages of one name in one hromada."""
    first: dict[tuple[str, str | None], _Candidate] = {}
    for each in ranked:
        first.setdefault((each.hit.place.name, each.hit.place.hromada_code or each.hit.place.code), each)
    return list(first.values())


def _with_own_cities(ranked: list[_Candidate], most: int) -> list[_Candidate]:
    """The first ones, with the last places given to cities of the oblast that would be left out."""
    first, rest = ranked[:most], ranked[most:]
    saved = [each for each in rest if each.own_city][:KEPT_FOR_OWN_CITIES]
    return first[: most - len(saved)] + saved
