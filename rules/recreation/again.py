"""Documents that were accepted in an application before: which of them may serve once more, and until when they do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rules.catalogue import Lasts
from rules.documents import DocumentState, DocumentVerb, after

NOBODYS = b""
"""Of a child whose name or date of birth is not known: it is the same as no other."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that was accepted in another application of the same person, and whose pages we have."""

    document_id: int
    first_id: int
    """The one with which its pages came: itself, unless it served again already."""
    document: str
    child: bytes | None
    """Whose: a child's keyed hash; None: the family's."""
    accepted_at: datetime
    valid_until: date | None
    """The last day (Kyiv) on which it is valid; None: none is known."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A document that the person is asked for. `child` as of what is kept; `used`: whose pages served in its place
    before, and were not good enough.
    """

    document: str
    child: bytes | None
    state: DocumentState
    used: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What we have; `over`: it ends before it is needed, and a new one is asked for."""

    kept: Kept
    over: bool


def serves(valid_until: date | None, needed_on: date) -> bool:
    """Whether a document is still valid on a day; its last day is one of its days."""
    return valid_until is None or valid_until >= needed_on


def needed_on(today: date, shifts: Iterable[date]) -> date:
    """The day on which documents have to be valid: the first day of the last shift that the family has or may take, and
    as long as there is none, today.
    """
    return max((today, *shifts))


def offer_of(awaited: Awaited, kept: Iterable[Kept], lasts: Lasts, on: date) -> Offer | None:
    """What can stand in for a document that is needed on a day: of all that still serve the one that was accepted last,
    else the last one that does not any more. None where there is nothing of the kind, the kind is asked for anew each
    time, or nothing can stand in for it now: what a caseworker returned has to be sent.
    """
    if lasts is Lasts.ONCE or awaited.child == NOBODYS or after(DocumentVerb.REUSE, awaited.state) is None:
        return None
    those = [
        each
        for each in kept
        if each.document == awaited.document and each.child == awaited.child and each.first_id != awaited.used
    ]
    if not those:
        return None
    best = max(those, key=lambda each: (serves(each.valid_until, on), each.accepted_at, each.document_id))
    return Offer(best, over=not serves(best.valid_until, on))
