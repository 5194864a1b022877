"""Staff hear that something was not read; and the lists of calls on a desk."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class CallToMake(Letter):
    """To the desk of whoever has a case, else to leads: a letter was not read. `call_id` 0: nobody may phone, or no
    number is held.
    """

    kind = "call-to-make"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)
    staff_id: int
    case_id: int
    call_id: int


@dataclass(frozen=True, slots=True)
class CallForLead(Letter):
    """To leads' desks: so often nobody answered that the call is theirs now."""

    kind = "call-for-lead"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)
    staff_id: int
    case_id: int
    call_id: int


@dataclass(frozen=True, slots=True)
class CallListScreen(Letter):
    """Slot `screen` of a desk: calls that wait for this member, a page from 0."""

    kind = "call-list"
    policy = SCREEN
    staff_id: int
    page: int


@dataclass(frozen=True, slots=True)
class CallDaysScreen(Letter):
    """Slot `screen` of a desk: on which other day the person wants to be phoned. `tries` as in the buttons."""

    kind = "call-days"
    policy = SCREEN
    staff_id: int
    case_id: int
    tries: int
