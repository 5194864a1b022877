"""What holds for each party after a step, in codes and values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rules.allocation.answers import Offer, State
from rules.allocation.hall import Hall
from rules.allocation.order import PartyId, Rank
from rules.allocation.reasons import Decision, Found, NewOffer, Step, Tried, Why

_WAITS_FOR = frozenset({Found.TOO_FEW, Found.FULL})


@dataclass(frozen=True, slots=True)
class Made:
    """An offer with what its party found, and the one that stood before the step."""

    offer: Offer
    tried: tuple[Tried, ...]
    instead_of: Offer | None


@dataclass(slots=True)
class _Crowd:
    """Who waits for a shift, and who has it, from the first rank down to the one in hand."""

    waiting: Counter[str]
    nearest: dict[str, PartyId]
    seats: Counter[str]
    above: Counter[str]

    def around(self, tried: Tried) -> Tried:
        """The same, with those before and behind."""
        shift = tried.shift
        below = self.seats[shift] - self.above[shift]
        return replace(tried, ahead=self.waiting[shift], nearest=self.nearest.get(shift), below=below)


def explained(hall: Hall, made: Mapping[PartyId, Made]) -> Step:
    """The step of a hall in which all offers are made."""
    held: dict[PartyId, Counter[str]] = defaultdict(Counter)
    for party, shift, seats in hall.held():
        held[party][shift] += seats
    crowd = _Crowd(Counter(), {}, Counter(), Counter())
    for each in held.values():
        crowd.seats += each
    found: dict[PartyId, Decision] = {}
    for rank in hall.ranks:
        party = rank.party.id
        crowd.above.update(held.get(party, {}))
        found[party] = _decision(hall, rank, made.get(party), crowd)
        if found[party].why is Why.NO_SEAT:
            for tried in found[party].tried:
                if tried.found in _WAITS_FOR:
                    crowd.waiting[tried.shift] += 1
                    crowd.nearest[tried.shift] = party
    return Step(
        offers=tuple(_new_offer(found[party], made[party]) for party in found if party in made),
        decisions=tuple(found.values()),
        left={code: max(0, seats) for code, seats in hall.free.items()},
        short={code: -seats for code, seats in hall.free.items() if seats < 0},
        twice=hall.twice,
    )


def _new_offer(decision: Decision, made: Made) -> NewOffer:
    return NewOffer(made.offer, decision.rank, decision.why, decision.tried, made.instead_of)


def _decision(hall: Hall, rank: Rank, made: Made | None, crowd: _Crowd) -> Decision:
    party, standing = rank.party.id, hall.standings[rank.party.id]
    tried: tuple[Tried, ...] = ()
    if made is not None:
        tried = made.tried
    elif hall.wants[party] and standing.offer is None:
        tried = hall.look(party)
    why = _why(hall, party, made, tried)
    return Decision(
        rank=rank,
        why=why,
        children=_states(hall, rank, why),
        tried=tuple(crowd.around(each) for each in tried),
        offer=standing.offer,
        other=hall.aside.get(party),
    )


def _why(hall: Hall, party: PartyId, made: Made | None, tried: tuple[Tried, ...]) -> Why:
    standing = hall.standings[party]
    if made is not None:
        if not made.offer.holds_all:
            return Why.FEWER_LEFT
        return Why.FIRST_WISH if tried[0].found is Found.HOLDS_ALL else Why.LATER_WISH
    if standing.offer is not None:
        return Why.OFFER_STANDS
    if not hall.wants[party]:
        return Why.GOING if standing.going else Why.ENDED
    if party in hall.aside:
        return Why.SAME_CHILD
    if any(each.found not in (Found.AGE, Found.REFUSED, Found.APART) for each in tried):
        return Why.NO_SEAT
    return Why.SAID_NO if any(each.found is Found.REFUSED for each in tried) else Why.NO_SHIFT_FITS


_WAITING_STATES = {
    Why.SAME_CHILD: State.SET_ASIDE,
    Why.SAID_NO: State.DECLINED,
    Why.NO_SEAT: State.QUEUED,
    Why.NO_SHIFT_FITS: State.QUEUED,
}


def _states(hall: Hall, rank: Rank, why: Why) -> dict[int, State]:
    """One state for each child of the party."""
    standing, wants = hall.standings[rank.party.id], hall.wants[rank.party.id]
    states = {}
    for child in rank.party.children:
        if child.number in standing.going:
            states[child.number] = State.ACCEPTED
        elif child.number in standing.ended:
            states[child.number] = standing.ended[child.number]
        elif child.number in wants:
            states[child.number] = _WAITING_STATES.get(why, State.OFFERED)
        else:
            states[child.number] = State.SET_ASIDE
    return states
