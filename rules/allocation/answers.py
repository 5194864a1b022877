"""What was offered and what families said, as lines of a log, and how a party stands after its lines.

Only the order of lines within one party matters: what two families say at once has no first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rules.allocation.order import Party, PartyId


class State(StrEnum):
    """How one child stands."""

    INCOMPLETE = "needs-documents"
    QUEUED = "queued"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set-aside"
    """The same child stands elsewhere, too: a human decides."""


class DoesNotFit(Exception):
    """An answer that no offer stands for, or about children whom it can't be about. Nothing changes."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Seats kept for a party. One choice that holds all of them, or fewer: then all that is left where they want to go.

    A new offer to a party takes the place of the one that stands.
    """

    party: PartyId
    choices: tuple[tuple[str, int], ...]
    """Shift and seats, in the order of the wishes; a family takes one of them."""
    wanted: int
    """How many children wanted a seat when it was made."""

    @property
    def holds_all(self) -> bool:
        """Whether nobody of the party would stay behind."""
        return len(self.choices) == 1 and self.choices[0][1] == self.wanted


@dataclass(frozen=True, slots=True)
class Accepted:
    """The party takes one choice for these children. `rest_waits`: those for whom there was no seat wait on for this
    shift; else they go nowhere.
    """

    party: PartyId
    shift: str
    children: frozenset[int]
    rest_waits: bool = False


@dataclass(frozen=True, slots=True)
class Declined:
    """No to what is offered, and only to it: other shifts of the wish stay."""

    party: PartyId


@dataclass(frozen=True, slots=True)
class Expired:
    """The term of the offer passed without an answer."""

    party: PartyId


@dataclass(frozen=True, slots=True)
class Left:
    """These children need no seat any more: before an offer, instead of an answer, or after they had said yes."""

    party: PartyId
    children: frozenset[int]


@dataclass(frozen=True, slots=True)
class Returned:
    """Staff took these children back into the queue, at their old rank; nobody loses an offer to them."""

    party: PartyId
    children: frozenset[int]


@dataclass(frozen=True, slots=True)
class BackAgain:
    """The need of these children was in doubt and is confirmed again: they stand where they stood, and what their
    family said no to stays so. Whatever others got meanwhile is theirs.
    """

    party: PartyId
    children: frozenset[int]


@dataclass(frozen=True, slots=True)
class Joined:
    """The need of the party was confirmed after the order was: from here on it stands in it. Nothing comes before."""

    party: PartyId


Line = Offer | Accepted | Declined | Expired | Left | Returned | BackAgain | Joined


@dataclass(frozen=True, slots=True)
class Standing:
    """How a party stands after its lines."""

    waiting: frozenset[int]
    going: frozenset[int] = frozenset()
    shift: str | None = None
    """Where those go who go."""
    offer: Offer | None = None
    refused: frozenset[str] = frozenset()
    """Shifts that they said no to though all would have gone."""
    fewer: Mapping[str, int] = field(default_factory=dict)
    """By shift, the most seats that were too few for them: so many are not offered again."""
    ended: Mapping[int, State] = field(default_factory=dict)


def standing_of(party: Party, lines: Iterable[Line]) -> Standing:
    """How a party stands after its own lines, the earliest first. DoesNotFit for a line that can't be."""
    standing = Standing(frozenset(child.number for child in party.children))
    for line in lines:
        standing = _after(party, standing, line)
    return standing


def wanting(party: Party, standing: Standing) -> tuple[int, ...]:
    """Who still needs a seat, in the order of the application. A child that was typed in twice needs one."""
    if len(party.children) == 1:
        return tuple(standing.waiting)
    seen = {child.key for child in party.children if child.number in standing.going}
    found = []
    for child in party.children:
        if child.number in standing.waiting and child.key not in seen:
            seen.add(child.key)
            found.append(child.number)
    return tuple(found)


def _after(party: Party, standing: Standing, line: Line) -> Standing:
    match line:
        case Offer():
            return _offered(party, standing, line)
        case Accepted():
            return _accepted(party, standing, line)
        case Declined():
            return _refused(party, standing)
        case Expired():
            return _expired(party, standing)
        case Left():
            return _left(party, standing, line.children)
        case Returned():
            return _returned(standing, line.children)
        case BackAgain():
            return _back_again(party, standing, line.children)
        case Joined():
            return _joined(party, standing)


def _offered(party: Party, standing: Standing, offer: Offer) -> Standing:
    most = len(wanting(party, standing))
    if offer.wanted != most or not offer.choices or not all(0 < seats <= most for _, seats in offer.choices):
        raise DoesNotFit(party.id)
    return replace(standing, offer=offer)


def _accepted(party: Party, standing: Standing, said: Accepted) -> Standing:
    offer, wanted = _standing_offer(party, standing), frozenset(wanting(party, standing))
    seats = dict(offer.choices).get(said.shift, 0)
    if not said.children or not said.children <= wanted or len(said.children) > seats:
        raise DoesNotFit(party.id)
    taken = replace(
        standing,
        waiting=standing.waiting - said.children,
        going=standing.going | said.children,
        shift=said.shift,
        offer=None,
    )
    if said.rest_waits and not offer.holds_all:
        return taken
    keys = {child.key for child in party.children if child.number in taken.going}
    rest = frozenset(child.number for child in party.children if child.key not in keys) & taken.waiting
    return replace(taken, waiting=taken.waiting - rest, ended=_ended(taken, rest, State.DECLINED))


def _refused(party: Party, standing: Standing) -> Standing:
    """No to all of them closes the shift; no to fewer leaves the turn as it was."""
    offer = _standing_offer(party, standing)
    if offer.holds_all:
        return replace(standing, offer=None, refused=standing.refused | {offer.choices[0][0]})
    fewer = {**standing.fewer}
    for shift, seats in offer.choices:
        fewer[shift] = max(seats, fewer.get(shift, 0))
    return replace(standing, offer=None, fewer=fewer)


def _expired(party: Party, standing: Standing) -> Standing:
    """Silence about seats for all ends the wait. Fewer were not what the family had asked for: there it is a no."""
    if not _standing_offer(party, standing).holds_all:
        return _refused(party, standing)
    ended = _ended(standing, standing.waiting, State.EXPIRED)
    return replace(standing, waiting=frozenset(), offer=None, ended=ended)


def _left(party: Party, standing: Standing, children: frozenset[int]) -> Standing:
    if not children or not children <= standing.waiting | standing.going:
        raise DoesNotFit(party.id)
    left = replace(
        standing,
        waiting=standing.waiting - children,
        going=standing.going - children,
        ended=_ended(standing, children, State.WITHDRAWN),
    )
    return replace(left, offer=_for_those_left(left.offer, len(wanting(party, left))))


def _for_those_left(offer: Offer | None, most: int) -> Offer | None:
    """What is too much goes back. Fewer seats that are enough now are offered anew by the next step."""
    if offer is None or most == 0:
        return None
    choices = tuple((shift, min(seats, most)) for shift, seats in offer.choices)
    return replace(offer, choices=choices, wanted=most if offer.holds_all else offer.wanted)


def _returned(standing: Standing, children: frozenset[int]) -> Standing:
    if not children or not children <= standing.ended.keys() or standing.offer is not None:
        raise DoesNotFit(sorted(children))
    ended = {number: state for number, state in standing.ended.items() if number not in children}
    return replace(standing, waiting=standing.waiting | children, ended=ended, refused=frozenset(), fewer={})


def _back_again(party: Party, standing: Standing, children: frozenset[int]) -> Standing:
    """An offer that held all who were left holds fewer now: the next step betters it, if there is anything to better it
    with. Whoever is asked about fewer anyway has said no to none of these.
    """
    doubted = {number for number, state in standing.ended.items() if state is State.WITHDRAWN}
    if not children or not children <= doubted:
        raise DoesNotFit(party.id)
    ended = {number: state for number, state in standing.ended.items() if number not in children}
    back = replace(standing, waiting=standing.waiting | children, ended=ended)
    if back.offer is None:
        return back
    return replace(back, offer=replace(back.offer, wanted=len(wanting(party, back))), fewer={})


def _joined(party: Party, standing: Standing) -> Standing:
    if standing != standing_of(party, ()):
        raise DoesNotFit(party.id)
    return standing


def _standing_offer(party: Party, standing: Standing) -> Offer:
    if standing.offer is None:
        raise DoesNotFit(party.id)
    return standing.offer


def _ended(standing: Standing, children: Iterable[int], state: State) -> dict[int, State]:
    return {**standing.ended, **dict.fromkeys(children, state)}
