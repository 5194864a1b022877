"""What leads get when something went wrong: what was put aside, groups that are away, a silence of Telegram's."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority
from rules.problems import Way

URGENT = Policy(nature=Nature.AUTOMATIC)
IN_THE_MORNING = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class ProblemsScreen(Letter):
    """Slot `screen` of a lead's desk: what was put aside and waits for their decision.

    `unowned`: what belongs to no organisation is theirs to see, too.
    """

    kind = "problems"
    policy = SCREEN
    staff_id: int
    unowned: bool
    page: int = 0


@dataclass(frozen=True, slots=True)
class ProblemDropAskScreen(Letter):
    """Really give it up for ever?"""

    kind = "problem-drop-ask"
    policy = SCREEN
    staff_id: int
    unowned: bool
    way: str
    id: int
    page: int = 0

    @property
    def going(self) -> Way:
        """Which way it was going."""
        return Way(self.way)


@dataclass(frozen=True, slots=True)
class ProblemsFound(Letter):
    """Something was put aside: look at /problems."""

    kind = "problems-found"
    policy = IN_THE_MORNING
    staff_id: int
    unowned: bool


@dataclass(frozen=True, slots=True)
class GroupAway(Letter):
    """A staff group does not take what the bot sends: why, what waits, and what to do. Not put off until the morning:
    nobody sees new cases.
    """

    kind = "group-away"
    policy = URGENT
    staff_id: int
    group_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class GroupBack(Letter):
    """The group takes messages again."""

    kind = "group-back"
    policy = URGENT
    staff_id: int
    group_id: int


@dataclass(frozen=True, slots=True)
class MessagesLostReport(Letter):
    """What people wrote may be lost: from when to when (seconds since 1970), how many were asked to write again, and
    how many could not be.
    """

    kind = "messages-lost-report"
    policy = IN_THE_MORNING
    staff_id: int
    since: int
    until: int
    restored: bool
    asked: int
    missed: int
