"""How everything stands between two offers: seats that are free, what each party has, wants and may still get."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.allocation.answers import DoesNotFit, Line, Offer, Standing, standing_of, wanting
from rules.allocation.asked import Shift
from rules.allocation.fitting import options
from rules.allocation.order import Party, PartyId, Rank
from rules.allocation.reasons import Found, Tried

_OUT_OF_REACH = frozenset({Found.APART, Found.REFUSED, Found.AGE, Found.CLOSED})


@dataclass(slots=True)
class Hall:
    """Made anew for each step; only `give` changes it."""

    ranks: Sequence[Rank]
    shifts: Mapping[str, Shift]
    """By first day."""
    standings: dict[PartyId, Standing]
    wants: Mapping[PartyId, tuple[int, ...]]
    """Children who need a seat."""
    options: Mapping[PartyId, tuple[tuple[str, bool], ...]]
    free: dict[str, int]
    """Below zero where a shift became smaller than what was given."""
    aside: Mapping[PartyId, PartyId]
    """Parties with a child for whom another one has the offer or the earlier rank."""
    twice: tuple[tuple[PartyId, PartyId], ...]

    def give(self, party: PartyId, offer: Offer | None) -> None:
        """The party has this offer now, or none, and not the one that stood."""
        for shift, seats in _offered(self.standings[party]):
            self.free[shift] += seats
        self.standings[party] = replace(self.standings[party], offer=offer)
        for shift, seats in _offered(self.standings[party]):
            self.free[shift] -= seats

    def look(self, party: PartyId) -> tuple[Tried, ...]:
        """What a party finds in each shift of its wish, its own fewer seats included."""
        needed, tried, held = len(self.wants[party]), [], False
        for code, fit in self.options[party]:
            found, left = self._found(party, code, fit, needed)
            if held and found not in _OUT_OF_REACH:
                found = Found.NOT_REACHED
            held = held or found is Found.HOLDS_ALL
            tried.append(Tried(code, found, needed, left))
        return tuple(tried)

    def open_to(self, party: PartyId) -> Iterator[str]:
        """The shifts that could still be theirs, whoever has the seats now."""
        standing = self.standings[party]
        for code, fit in self.options[party]:
            apart = bool(standing.going) and code != standing.shift
            if fit and not apart and code not in standing.refused and not self.shifts[code].closed:
                yield code

    def held(self) -> Iterator[tuple[PartyId, str, int]]:
        """Who has or is offered how many seats of which shift, by rank."""
        for rank in self.ranks:
            yield from ((rank.party.id, shift, seats) for shift, seats in _held(self.standings[rank.party.id]))

    def _found(self, party: PartyId, code: str, fit: bool, needed: int) -> tuple[Found, int]:
        standing, closed = self.standings[party], self.shifts[code].closed
        own = sum(seats for shift, seats in _offered(standing) if shift == code)
        left = own + (0 if closed else max(0, self.free[code]))
        reasons = (
            (bool(standing.going) and code != standing.shift, Found.APART),
            (code in standing.refused, Found.REFUSED),
            (not fit, Found.AGE),
            (left >= needed, Found.HOLDS_ALL),
            (closed and not own, Found.CLOSED),
            (left == 0, Found.FULL),
            (left <= standing.fewer.get(code, 0), Found.TOO_FEW),
        )
        return next((found for holds, found in reasons if holds), Found.FEWER), left


def hall_of(order: Sequence[Rank], shifts: Iterable[Shift], log: Iterable[Line]) -> Hall:
    """How everything stands after all lines. ValueError where a shift or a party stands twice; DoesNotFit for a line
    that can't be, also of a party that is not in the order: its seats would be lost from sight.
    """
    ranks = sorted(order, key=lambda rank: rank.number)
    by_code = {shift.code: shift for shift in sorted(shifts, key=lambda each: (each.first_day, each.code))}
    lines: dict[PartyId, list[Line]] = defaultdict(list)
    for line in log:
        lines[line.party].append(line)
    parties = {rank.party.id: rank.party for rank in ranks}
    if len(parties) < len(ranks):
        raise ValueError("a party stands there twice")
    if strange := lines.keys() - parties.keys():
        raise DoesNotFit(*sorted(strange))
    standings = {party: standing_of(each, lines.get(party, ())) for party, each in parties.items()}
    wants = {party: wanting(each, standings[party]) for party, each in parties.items()}
    hall = Hall(ranks, by_code, standings, wants, _options(parties, wants, by_code), _free(standings, by_code), {}, ())
    hall.aside, hall.twice = _same_children(hall)
    return hall


def _offered(standing: Standing) -> tuple[tuple[str, int], ...]:
    return () if standing.offer is None else standing.offer.choices


def _held(standing: Standing) -> Iterator[tuple[str, int]]:
    yield from _offered(standing)
    if standing.going and standing.shift is not None:
        yield standing.shift, len(standing.going)


def _free(standings: Mapping[PartyId, Standing], shifts: Mapping[str, Shift]) -> dict[str, int]:
    """DoesNotFit for seats of a shift that is none."""
    free = {code: shift.seats for code, shift in shifts.items()}
    for party, standing in standings.items():
        for shift, seats in _held(standing):
            if shift not in free:
                raise DoesNotFit(party)
            free[shift] -= seats
    return free


def _options(
    parties: Mapping[PartyId, Party], wants: Mapping[PartyId, tuple[int, ...]], shifts: Mapping[str, Shift]
) -> dict[PartyId, tuple[tuple[str, bool], ...]]:
    return {
        party: options([child for child in each.children if child.number in wants[party]], shifts)
        for party, each in parties.items()
    }


def _same_children(hall: Hall) -> tuple[dict[PartyId, PartyId], tuple[tuple[PartyId, PartyId], ...]]:
    """Whoever has an offer or a seat for a child comes before whoever only stands earlier."""
    owner: dict[str, PartyId] = {}
    twice: list[tuple[PartyId, PartyId]] = []
    for rank in hall.ranks:
        party, standing = rank.party.id, hall.standings[rank.party.id]
        keys = _keys(rank.party, standing.going.union(hall.wants[party] if standing.offer else ()))
        twice += [(owner[key], party) for key in keys if owner.setdefault(key, party) != party]
    aside: dict[PartyId, PartyId] = {}
    for rank in hall.ranks:
        party = rank.party.id
        if hall.standings[party].offer is not None or not any(hall.open_to(party)):
            continue
        keys = _keys(rank.party, hall.wants[party])
        other = next((owner[key] for key in keys if owner.get(key, party) != party), None)
        if other is not None:
            aside[party] = other
        else:
            owner.update(dict.fromkeys(keys, party))
    return aside, tuple(twice)


def _keys(party: Party, numbers: Iterable[int]) -> list[str]:
    those = frozenset(numbers)
    return [child.key for child in party.children if child.number in those]
