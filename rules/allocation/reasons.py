"""Why somebody got an offer or waits: codes and values, to be put into words elsewhere. Nothing here names a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.allocation.answers import Offer, State
from rules.allocation.order import PartyId, Rank


class Found(StrEnum):
    """What a party found in one of the shifts that it wishes."""

    HOLDS_ALL = "holds-all"
    """And it is theirs: the first of their wishes that does."""
    FEWER = "fewer"
    """Fewer seats than they need. Where no wish holds all of them, all of these are offered."""
    TOO_FEW = "too-few"
    """Fewer than they need, and to so many they have said no: others may pass."""
    FULL = "full"
    AGE = "age"
    """Somebody who has to go along is too young or too old."""
    REFUSED = "refused"
    """They said no to it."""
    CLOSED = "closed"
    NOT_REACHED = "not-reached"
    """A dearer wish held all of them."""
    APART = "apart"
    """Brothers or sisters go to another one, and the rest waits to go with them."""


class Why(StrEnum):
    """What a decision rests on."""

    FIRST_WISH = "first-wish"
    """A new offer for all of them, in the dearest of their wishes."""
    LATER_WISH = "later-wish"
    """The same, and the dearer ones did not hold them: `tried` says why not."""
    FEWER_LEFT = "fewer-left"
    """A new offer of all that is left. They keep their turn until they answer, and after a no as well."""
    OFFER_STANDS = "offer-stands"
    GOING = "going"
    """Everybody who wants to go does."""
    NO_SEAT = "no-seat"
    """They wait: `tried` says for what and behind whom."""
    SAME_CHILD = "same-child"
    """A child of theirs stands in another party that has the offer or the earlier rank; a human decides."""
    NO_SHIFT_FITS = "no-shift-fits"
    """No shift is both wished and fitting for all of them; a human has to ask."""
    SAID_NO = "said-no"
    """They said no to each shift that they wished."""
    ENDED = "ended"
    """Nobody of them waits any more."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One wished shift as a party found it at its turn, or as it is now for those who wait."""

    shift: str
    found: Found
    needed: int
    left: int
    """Seats that nobody had."""
    ahead: int = 0
    """Parties with an earlier rank that wait for this shift."""
    nearest: PartyId | None = None
    """The last one of them: directly behind whom this party waits."""
    below: int = 0
    """Seats that parties with a later rank have. They passed while this one had said no, was not there or was aside."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What holds for one party after a step."""

    rank: Rank
    why: Why
    children: Mapping[int, State]
    tried: tuple[Tried, ...] = ()
    """In the order of their wishes."""
    offer: Offer | None = None
    other: PartyId | None = None
    """Where the same child stands, for SAME_CHILD; for staff alone."""


@dataclass(frozen=True, slots=True)
class NewOffer:
    """An offer to be made. `instead_of`: the one for fewer that stood and ends with it."""

    offer: Offer
    rank: Rank
    why: Why
    tried: tuple[Tried, ...]
    instead_of: Offer | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from the order, the shifts and all that was said: empty `offers` where nothing changes."""

    offers: tuple[NewOffer, ...]
    """By rank; each is a line for the log."""
    decisions: tuple[Decision, ...]
    """One for each party, by rank."""
    left: Mapping[str, int]
    """Seats that nobody has, by shift."""
    short: Mapping[str, int]
    """Seats that were given before a shift became smaller, by shift: a human decides."""
    twice: tuple[tuple[PartyId, PartyId], ...]
    """Parties that have a seat or an offer for the same child, from before anybody saw that it is the same."""
