"""Ladders of tries: by when somebody phones again, from which try on a lead, and when it is enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue.reading import CatalogueError, Table
from rules.catalogue.spans import Span, read_span

FILE = "calls.toml"


class TryKind(StrEnum):
    """Which calls a ladder is for."""

    USUAL = "usual"
    DANGER = "danger"
    UNREAD = "unread"
    TELL = "tell"


ENDLESS = (TryKind.DANGER, TryKind.TELL)
"""Nobody stops trying where somebody is in danger, nor where there is no other way to tell them."""


@dataclass(frozen=True, slots=True)
class TryLadder:
    """`again`: after the first try in vain, after the second, and so on; the last one holds for all that follow.

    `lead_after`: after so many tries a lead phones, 0: never; `most`: after so many it is enough, 0: it never is.
    """

    kind: TryKind
    again: tuple[Span, ...]
    lead_after: int
    most: int


def read_tries(table: Table) -> TryLadder:
    """One `[[call]]`. CatalogueError names the field."""
    again = tuple(read_span(table, "again", text) for text in table.texts("again"))
    if not again:
        raise table.error("again", "is empty: nobody would know when to try again")
    return TryLadder(
        kind=table.choice("kind", TryKind),
        again=again,
        lead_after=table.whole("lead_after"),
        most=table.whole("most"),
    )


def check_tries(ladders: Mapping[str, TryLadder]) -> None:
    """Every kind has its ladder, and those of `ENDLESS` have no end. CatalogueError."""
    for kind in TryKind:
        if kind not in ladders:
            raise CatalogueError(FILE, kind, "kind", "is missing")
    for kind in ENDLESS:
        if ladders[kind].most:
            raise CatalogueError(FILE, kind, "most", "must be 0: nobody stops trying")
