"""The duty roster, on desks."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority

WITH_PHONES = Policy(priority=Priority.SCREEN, form=Form.SCREEN, protected=True)


@dataclass(frozen=True, slots=True)
class DutyScreen(Letter):
    """Who is on duty now, and a page of the coming shifts."""

    kind = "duty"
    policy = WITH_PHONES
    staff_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class DutyShiftScreen(Letter):
    """One shift."""

    kind = "duty-shift"
    policy = WITH_PHONES
    staff_id: int
    shift_id: int


@dataclass(frozen=True, slots=True)
class DutyPhoneScreen(Letter):
    """On which number do colleagues reach you?"""

    kind = "duty-phone"
    policy = WITH_PHONES
    staff_id: int


@dataclass(frozen=True, slots=True)
class DutyPlanScreen(Letter):
    """To a lead: what is still missing of a new shift. The fields are those of `casework.duty.plan.PlanDuty`."""

    kind = "duty-plan"
    policy = SCREEN
    staff_id: int
    member_id: int = 0
    day: int = 0
    starts: int = -1
    hours: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class DutyChanged(Letter):
    """A shift was `given` to its reader or `removed`, or somebody `stood-in`; `member_id` has it, `former_id` had."""

    kind = "duty-changed"
    policy = CASE_ANSWER
    staff_id: int
    shift_id: int
    what: str
    member_id: int
    former_id: int
