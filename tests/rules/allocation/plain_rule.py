"""The rule once more, as plainly as it can be said and as slowly: what a step offers is held against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules.allocation.answers import Line, Standing, standing_of, wanting
from rules.allocation.asked import Shift
from rules.allocation.fitting import fits
from rules.allocation.order import Party, PartyId, Rank

Seats = dict[str, int]


def standings_of(order: Sequence[Rank], log: Iterable[Line]) -> dict[PartyId, Standing]:
    """How each party stands after its own lines."""
    lines = list(log)
    return {
        rank.party.id: standing_of(rank.party, [line for line in lines if line.party == rank.party.id])
        for rank in order
    }


def held(standing: Standing) -> Seats:
    """Seats that a party has or is offered."""
    seats = dict(standing.offer.choices) if standing.offer else {}
    if standing.going:
        assert standing.shift is not None
        seats[standing.shift] = seats.get(standing.shift, 0) + len(standing.going)
    return seats


def may_go(party: Party, standing: Standing, shifts: Sequence[Shift]) -> list[str]:
    """Shifts that are wished, fit everybody and were not refused, the dearest first."""
    wants = [child for child in party.children if child.number in wanting(party, standing)]
    by_code = {shift.code: shift for shift in shifts}
    codes = [wish.shift for wish in wants[0].wishes if wish.shift is not None] if wants else []
    return [
        code
        for code in codes
        if code in by_code
        and code not in standing.refused
        and (not standing.going or code == standing.shift)
        and all(code in [wish.shift for wish in child.wishes] for child in wants)
        and all(fits(child, by_code[code]) for child in wants)
    ]


def rule(
    order: Sequence[Rank], shifts: Sequence[Shift], log: Iterable[Line], aside: set[PartyId]
) -> dict[PartyId, Seats]:
    """What each party has an offer of in the end."""
    standings = standings_of(order, log)
    offers = {party: dict(each.offer.choices) if each.offer else {} for party, each in standings.items()}
    whole = {party: bool(each.offer and each.offer.holds_all) for party, each in standings.items()}
    while True:
        base, all_of_base = {party: dict(each) for party, each in offers.items()}, dict(whole)
        again = False
        for rank in order:
            party = rank.party.id
            need = len(wanting(rank.party, standings[party]))
            if party in aside or need == 0 or whole[party]:
                continue
            taken = _taken(standings, offers, party)
            choices = {}
            for code in may_go(rank.party, standings[party], shifts):
                shift = next(each for each in shifts if each.code == code)
                room = offers[party].get(code, 0) + (0 if shift.closed else max(0, shift.seats - taken.get(code, 0)))
                if room >= need:
                    choices, whole[party] = {code: need}, True
                    break
                if room > standings[party].fewer.get(code, 0):
                    choices[code] = room
            stood, offers[party] = offers[party], choices or offers[party]
            if any(seats > offers[party].get(code, 0) for code, seats in stood.items()):
                # They give seats back: all who were asked anew are asked once more, and this party keeps what it took.
                base[party], all_of_base[party] = offers[party], whole[party]
                offers, whole, again = base, all_of_base, True
                break
        if not again:
            return offers


def _taken(standings: dict[PartyId, Standing], offers: dict[PartyId, Seats], party: PartyId) -> Seats:
    """Seats of each shift that are gone, this party's own offer included."""
    taken: Seats = {}
    for other, standing in standings.items():
        seats = dict(offers[other])
        if standing.going and standing.shift is not None:
            seats[standing.shift] = seats.get(standing.shift, 0) + len(standing.going)
        for code, count in seats.items():
            taken[code] = taken.get(code, 0) + count
    return taken
