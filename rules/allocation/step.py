"""The next offers: a pure function of the order, the shifts and all that was offered and said so far.

The order is walked once, and each party takes what the rule gives it of what those before it left. So a dry run is a
step without lines, and in real life a step follows whenever somebody answered, a term passed or a seat came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules.allocation.answers import Line, Offer
from rules.allocation.asked import Shift
from rules.allocation.explain import Made, explained
from rules.allocation.hall import Hall, hall_of
from rules.allocation.order import PartyId, Rank
from rules.allocation.reasons import Found, Step, Tried


def step(order: Sequence[Rank], shifts: Iterable[Shift], log: Iterable[Line]) -> Step:
    """The next offers, and what holds for each party with the reason. `log`: the lines of each party as they came.

    ValueError and DoesNotFit as `hall_of` says.
    """
    hall = hall_of(order, shifts, log)
    before = {party: standing.offer for party, standing in hall.standings.items()}
    bettered: dict[PartyId, Made] = {}
    while True:
        made = _walk(hall, bettered, before)
        if made is not None:
            return explained(hall, bettered | made)


def _walk(
    hall: Hall, bettered: dict[PartyId, Made], before: Mapping[PartyId, Offer | None]
) -> dict[PartyId, Made] | None:
    """What all are offered, from the first to the last. None, and one party more in `bettered`, where one that had
    fewer seats takes others for all and gives these back: they are for whoever stands first, so the walk begins again.
    """
    made: dict[PartyId, Made] = {}
    stood: dict[PartyId, Offer | None] = {}
    for rank in hall.ranks:
        party = rank.party.id
        found = _next_offer(hall, party)
        if found is None:
            continue
        offer, tried = found
        stood[party] = hall.standings[party].offer
        hall.give(party, offer)
        if _gives_back(stood[party], offer):
            bettered[party] = Made(offer, tried, before[party])
            for passed in made:
                hall.give(passed, stood[passed])
            return None
        made[party] = Made(offer, tried, before[party])
    return made


def _next_offer(hall: Hall, party: PartyId) -> tuple[Offer, tuple[Tried, ...]] | None:
    """What the rule gives a party now; None where it gives nothing, or nothing new."""
    stands = hall.standings[party].offer
    if party in hall.aside or not hall.wants[party] or (stands is not None and stands.holds_all):
        return None
    if all(hall.free[code] <= 0 for code in hall.open_to(party)) and stands is None:
        return None
    tried = hall.look(party)
    choices = tuple((each.shift, each.left) for each in tried if each.found is Found.FEWER)
    whole = next((each for each in tried if each.found is Found.HOLDS_ALL), None)
    if whole is not None:
        choices = ((whole.shift, whole.needed),)
    if not choices:
        return None
    offer = Offer(party, choices, len(hall.wants[party]))
    same = stands is not None and stands.choices == choices and stands.holds_all == offer.holds_all
    return None if same else (offer, tried)


def _gives_back(stood: Offer | None, offer: Offer) -> bool:
    now = dict(offer.choices)
    return stood is not None and any(seats > now.get(shift, 0) for shift, seats in stood.choices)
