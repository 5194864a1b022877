"""Letters that want a sign of being read: which, by when, and what counts as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue.reading import CatalogueError, Table
from rules.catalogue.spans import Span, read_span

FILE = "awaited.toml"


class Matter(StrEnum):
    """What such a letter is about."""

    REFUSAL = "refusal"
    DOCUMENTS = "documents"
    RETURNED = "returned"
    PLAN = "plan"
    ANSWER = "answer"
    TRANSFER = "transfer"
    """Whether something may be handed to a provider."""
    APPOINTMENT = "appointment"
    PLACE = "place"
    """A place of a camp is offered."""


class Sign(StrEnum):
    """By what the person shows that they read it."""

    PRESS = "press"
    REPLY = "reply"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class AwaitedSign:
    """One line of the table."""

    matter: Matter
    within: Span
    signs: frozenset[Sign]


def read_awaited(table: Table) -> AwaitedSign:
    """One `[[awaited]]`. CatalogueError names the field."""
    names = table.texts("signs")
    for name in names:
        if name not in list(Sign):
            raise table.error("signs", f"names '{name}', not one of {', '.join(Sign)}")
    if not names:
        raise table.error("signs", "is empty: nothing would ever count as read")
    return AwaitedSign(
        matter=table.choice("matter", Matter),
        within=read_span(table, "within", table.text("within")),
        signs=frozenset(Sign(name) for name in names),
    )


def check_awaited(awaited: Mapping[str, AwaitedSign]) -> None:
    """Every matter has its line. CatalogueError names the first that has none."""
    for matter in Matter:
        if matter not in awaited:
            raise CatalogueError(FILE, matter, "matter", "is missing")
