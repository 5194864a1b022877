"""What is said when a promise of ours was not kept. Moments are seconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import Letter
from casework.letters.policies import Nature, Policy, Priority

BY_DAY = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)
AT_ONCE = Policy(nature=Nature.AUTOMATIC, once=True)
TO_DESK = Policy(nature=Nature.AUTOMATIC, once=True, priority=Priority.REMINDER, quiet_hours=True)


@dataclass(frozen=True, slots=True)
class PromiseLate(Letter):
    """To the person: we are sorry, the new date, and the phone. `new` 0: no date is named a third time."""

    kind = "promise-late"
    policy = BY_DAY
    case_id: int
    promised: int
    new: int
    step: int


@dataclass(frozen=True, slots=True)
class PromiseLateCrisis(PromiseLate):
    """The same in a crisis, at any hour."""

    kind = "promise-late-crisis"
    policy = AT_ONCE


@dataclass(frozen=True, slots=True)
class CheckDue(Letter):
    """To the owner's desk, or to leads: today we look what another office decided."""

    kind = "check-due"
    policy = TO_DESK
    case_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class PromiseMissed(Letter):
    """To the owner's desk, or to leads where nobody has the case: what was promised, and what can be done now."""

    kind = "promise-missed"
    policy = TO_DESK
    case_id: int
    staff_id: int
    promised: int
    new: int
    step: int
    told: bool
    """Whether the person was told."""


@dataclass(frozen=True, slots=True)
class PromiseEscalated(PromiseMissed):
    """To leads, from the second broken promise on: phone this person."""

    kind = "promise-escalated"
    policy = TO_DESK


@dataclass(frozen=True, slots=True)
class PromiseMissedCrisis(PromiseMissed):
    """To owner and leads at any hour: somebody in danger waits."""

    kind = "promise-missed-crisis"
    policy = AT_ONCE
