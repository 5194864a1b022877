"""All places, indexed by every name they have. Made once; some thirty thousand entries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rules.places.place import CHOSEN, LUHANSK, Kind, Place
from rules.places.slips import letters_in, slips_between
from rules.places.spelling import key

REACH = {Kind.OBLAST: 4, Kind.SPECIAL_CITY: 4, Kind.RAION: 6, Kind.HROMADA: 9}
"""How much of an object's code the codes of everything inside of it begin with."""

_ByLength = dict[int, list[tuple[int, str]]]
"""Keys by their length, each with the set of its letters."""


@dataclass(frozen=True, slots=True)
class Named:
    """Another name of a place. `former`: it was the official one, else it is the name in Russian."""

    code: str
    name: str
    former: bool
    sure: bool


class PlaceBook:
    """Places by code, by the key of a name, by its beginning, and by what is near it."""

    def __init__(self, rows: Sequence[tuple[str, Kind, str]], others: Iterable[Named]) -> None:
        """`rows`: code, kind and name of every object; `others`: further names. KeyError for a name of no place."""
        self._rows = {code: (kind, name) for code, kind, name in rows}
        self._above = {code[: REACH[kind]]: code for code, kind, _ in rows if kind in REACH}
        self._by_key: dict[str, list[str | Named]] = {}
        for code, kind, name in rows:
            if kind in CHOSEN:
                self._by_key.setdefault(key(name), []).append(code)
        for other in others:
            if other.code not in self._rows:
                raise KeyError(other.code)
            self._by_key.setdefault(key(other.name), []).append(other)
        self._keys = sorted(self._by_key)
        self._all = _by_length(self._keys)
        self._own_cities = _by_length(each for each in self._keys if any(map(self._is_own_city, self._by_key[each])))

    def __len__(self) -> int:
        """How many places can be chosen."""
        return sum(1 for _ in self.codes())

    def codes(self) -> Iterator[str]:
        """The codes of all that can be chosen."""
        return (code for code, (kind, _) in self._rows.items() if kind in CHOSEN)

    def get(self, code: str) -> Place | None:
        """The place of a code, if it is one that can be chosen."""
        kind, name = self._rows.get(code, (None, ""))
        if kind not in CHOSEN:
            return None
        hromada = code if kind is Kind.HROMADA else self._above.get(code[:9])
        raion, oblast = self._above.get(code[:6]), self._above[code[:4]]
        return Place(
            code=code,
            kind=kind,
            name=name,
            hromada=self._rows[hromada][1] if hromada else None,
            hromada_code=hromada,
            raion=self._rows[raion][1] if raion else None,
            oblast=self._rows[oblast][1],
        )

    def named(self, wanted: str) -> Sequence[str | Named]:
        """What has this key: the codes of places with this name, and other names."""
        return self._by_key.get(wanted, ())

    def beginning(self, wanted: str) -> Iterator[str]:
        """Keys that begin so and go on, in alphabetical order."""
        for position in range(bisect_left(self._keys, wanted), len(self._keys)):
            found = self._keys[position]
            if not found.startswith(wanted):
                return
            if found != wanted:
                yield found

    def near(self, wanted: str, most: int) -> list[tuple[int, str]]:
        """Keys at most so many slips away, with their number, the nearest first; not the key itself."""
        return _near(wanted, most, self._all)

    def own_cities_near(self, wanted: str, most: int) -> list[tuple[int, str]]:
        """The same among names of the cities of Luhansk oblast only."""
        return _near(wanted, most, self._own_cities)

    def _is_own_city(self, entry: str | Named) -> bool:
        code = code_of(entry)
        return code[2:4] == LUHANSK and self._rows[code][0] is Kind.CITY


def _near(wanted: str, most: int, among: _ByLength) -> list[tuple[int, str]]:
    letters, found = letters_in(wanted), []
    for length in range(len(wanted) - most, len(wanted) + most + 1):
        # A letter exchanged changes two of the set, one left out or put in only one.
        allowed = 2 * most - abs(length - len(wanted))
        like = [each for bits, each in among.get(length, ()) if (bits ^ letters).bit_count() <= allowed]
        found += [(slips, each) for each in like if 0 < (slips := slips_between(wanted, each, most)) <= most]
    return sorted(found)


def _by_length(keys: Iterable[str]) -> _ByLength:
    sorted_in: _ByLength = {}
    for each in keys:
        sorted_in.setdefault(len(each), []).append((letters_in(each), each))
    return sorted_in


def code_of(entry: str | Named) -> str:
    """The place that an entry of the index stands for."""
    return entry.code if isinstance(entry, Named) else entry
