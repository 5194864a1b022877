"""Ladders of reminders: when each step comes, whom it tells, what is dropped when it is late."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue.reading import CatalogueError, Table

FILE = "reminders.toml"
_AT = re.compile(r"(?P<when>after|before) (?P<amount>[1-9]\d{0,3}) (?P<unit>[a-z_]+)")


class ReminderKind(StrEnum):
    """What somebody is reminded of."""

    QUESTION = "question"
    DOCUMENT = "document"
    OWN = "own"
    DEADLINE = "deadline"
    DEADLINE_SHORT = "deadline-short"
    UNANSWERED = "unanswered"
    DIGEST = "digest"
    APPOINTMENT = "appointment"
    EVENT = "event"
    PLACE = "place"
    """A place of a camp is offered, and the term to answer ends."""
    APPLICATION = "application"
    """An application is not sent yet, or papers for it are missing, and a last day comes near."""
    CLOSING = "closing"
    """A solved case closes by itself: the first step tells the person, at the second one it closes."""
    TRANSFER = "transfer"
    """Nobody confirmed that something arrived that was handed over; with the last step the person is told, too."""


CLOSING_STEPS = 2
FOR_PEOPLE = frozenset({ReminderKind.QUESTION, ReminderKind.DOCUMENT, ReminderKind.OWN, ReminderKind.APPLICATION})
"""Kinds that remind a person, who may put them off or stop them. CLOSING tells a person what we do,
APPOINTMENT and EVENT that somebody expects them; all others tell staff.
"""


class Reader(StrEnum):
    """Which staff a step tells."""

    OWNER = "owner"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class When(StrEnum):
    """From where a step is counted."""

    HALF = "half"
    DUE = "due"
    AFTER = "after"
    BEFORE = "before"


class Lapse(StrEnum):
    """What the amount of a step counts: time by the clock, or time in which somebody is at work."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"


class Clock(StrEnum):
    """In what time half of a limit is counted."""

    WORKING = "working"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `amount` and `unit` belong to AFTER and BEFORE; `to` is empty where a person or one member is told."""

    when: When
    to: tuple[Reader, ...] = ()
    amount: int = 0
    unit: Lapse = Lapse.HOURS


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps of a kind. `keep_hours`: how long after its time the last one may be said; 0 is without bound."""

    kind: ReminderKind
    steps: tuple[Step, ...]
    time: Clock
    quiet: bool
    opt_out: bool
    keep_hours: int


def read_ladder(table: Table) -> Ladder:
    """One `[[reminder]]`. CatalogueError names the field."""
    kind = table.choice("kind", ReminderKind)
    ladder = Ladder(
        kind=kind,
        steps=tuple(_step(each) for each in table.tables("step")),
        time=table.choice("time", Clock, Clock.WORKING),
        quiet=table.flag("quiet"),
        opt_out=table.flag("opt_out"),
        keep_hours=table.whole("keep_hours"),
    )
    if ladder.opt_out and kind not in FOR_PEOPLE:
        raise table.error("opt_out", "is a person's right, not a staff member's")
    return ladder


def check_ladders(ladders: Mapping[str, Ladder]) -> None:
    """Every kind has its ladder. CatalogueError names the first that has none."""
    for kind in ReminderKind:
        if kind not in ladders:
            raise CatalogueError(FILE, kind, "kind", "is missing")
    closing = ladders[ReminderKind.CLOSING].steps
    if len(closing) != CLOSING_STEPS or any(step.when is not When.AFTER for step in closing):
        raise CatalogueError(
            FILE, ReminderKind.CLOSING, "step", "are not two: told after so long, closed after so long"
        )


def _step(table: Table) -> Step:
    text = table.text("at")
    to = tuple(_reader(table, name) for name in table.texts("to"))
    table.done()
    if text in (When.HALF, When.DUE):
        return Step(When(text), to)
    found = _AT.fullmatch(text)
    if found is None or found["unit"] not in list(Lapse):
        raise table.error("at", f"is '{text}', not half, due, after N unit or before N unit ({', '.join(Lapse)})")
    return Step(When(found["when"]), to, int(found["amount"]), Lapse(found["unit"]))


def _reader(table: Table, name: str) -> Reader:
    try:
        return Reader(name)
    except ValueError:
        raise table.error("to", f"names '{name}', not one of {', '.join(Reader)}") from None
