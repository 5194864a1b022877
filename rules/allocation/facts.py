"""Lines of the log, and what parties found, as plain JSON and back: the way they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from rules.allocation.answers import Accepted, BackAgain, Declined, Expired, Joined, Left, Line, Offer, Returned
from rules.allocation.order import PartyId
from rules.allocation.reasons import Found, Tried


class LineKind(StrEnum):
    """What a line of the log says."""

    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    LEFT = "left"
    RETURNED = "returned"
    BACK_AGAIN = "back-again"
    JOINED = "joined"


def kept(line: Line) -> tuple[LineKind, dict[str, Any]]:
    """A line without its party, which is a row of its own."""
    match line:
        case Offer():
            choices = [[shift, seats] for shift, seats in line.choices]
            return LineKind.OFFER, {"choices": choices, "wanted": line.wanted}
        case Accepted():
            said = {"shift": line.shift, "children": sorted(line.children), "rest_waits": line.rest_waits}
            return LineKind.ACCEPTED, said
        case Declined():
            return LineKind.DECLINED, {}
        case Expired():
            return LineKind.EXPIRED, {}
        case Left():
            return LineKind.LEFT, {"children": sorted(line.children)}
        case Returned():
            return LineKind.RETURNED, {"children": sorted(line.children)}
        case BackAgain():
            return LineKind.BACK_AGAIN, {"children": sorted(line.children)}
        case Joined():
            return LineKind.JOINED, {}


def read_line(kind: str, facts: Mapping[str, Any], party: PartyId) -> Line:
    """Back from how it is kept. KeyError or ValueError for what `kept` never wrote."""
    match LineKind(kind):
        case LineKind.OFFER:
            return Offer(party, tuple((shift, seats) for shift, seats in facts["choices"]), facts["wanted"])
        case LineKind.ACCEPTED:
            return Accepted(party, facts["shift"], frozenset(facts["children"]), facts["rest_waits"])
        case LineKind.DECLINED:
            return Declined(party)
        case LineKind.EXPIRED:
            return Expired(party)
        case LineKind.LEFT:
            return Left(party, frozenset(facts["children"]))
        case LineKind.RETURNED:
            return Returned(party, frozenset(facts["children"]))
        case LineKind.BACK_AGAIN:
            return BackAgain(party, frozenset(facts["children"]))
        case LineKind.JOINED:
            return Joined(party)


def kept_tried(tried: Iterable[Tried]) -> list[list[Any]]:
    """What a party found, a list for each wish. Behind whom it waits is staff's to work out from the order."""
    return [[each.shift, each.found.value, each.needed, each.left, each.ahead, each.below] for each in tried]


def read_tried(lists: Sequence[Sequence[Any]]) -> tuple[Tried, ...]:
    """Back from how it is kept."""
    return tuple(
        Tried(shift, Found(found), needed, left, ahead, None, below)
        for shift, found, needed, left, ahead, below in lists
    )
