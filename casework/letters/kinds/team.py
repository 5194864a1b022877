"""Who has a case, who is away, who works here: what staff are told on their desks. Moments are seconds since 1970,
days are ordinals of local dates.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.kinds.promises import AT_ONCE, TO_DESK
from casework.letters.policies import Form, Policy, Priority

ONCE = Policy(once=True)


@dataclass(frozen=True, slots=True)
class CasesAssigned(Letter):
    """To whoever was given cases: their numbers."""

    kind = "cases-assigned"
    policy = CASE_ANSWER
    staff_id: int
    case_ids: list[int]


@dataclass(frozen=True, slots=True)
class CaseHandedOver(Letter):
    """To the receiver: a colleague handed a case over. The note waits behind a button, not on a lock screen."""

    kind = "case-handed-over"
    policy = ONCE
    handover_id: int
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class HandoverNote(Letter):
    """The note, to whoever pressed for it."""

    kind = "handover-note"
    policy = Policy(priority=Priority.SCREEN, protected=True)
    handover_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class HandoverDeclined(Letter):
    """To whoever handed it over: the case is in the queue."""

    kind = "handover-declined"
    policy = ONCE
    handover_id: int
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class HandoverAskScreen(Letter):
    """What does the colleague have to know?"""

    kind = "handover-ask"
    policy = SCREEN
    staff_id: int
    case_id: int
    receiver_id: int


@dataclass(frozen=True, slots=True)
class HandedOverScreen(Letter):
    """It is done: who has the case now."""

    kind = "handed-over"
    policy = SCREEN
    staff_id: int
    case_id: int
    receiver_id: int


@dataclass(frozen=True, slots=True)
class CaseCameBack(Letter):
    """To the former owner: the person goes on with a closed case, and it is theirs again."""

    kind = "case-came-back"
    policy = CASE_ANSWER
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseLapsed(Letter):
    """To the former owner and the leads: nothing was done in a case since then, and it is in the queue."""

    kind = "case-lapsed"
    policy = TO_DESK
    staff_id: int
    case_id: int
    owner_id: int
    since: int


@dataclass(frozen=True, slots=True)
class CaseLapsedCrisis(CaseLapsed):
    """The same in a crisis, at any hour."""

    kind = "case-lapsed-crisis"
    policy = AT_ONCE


@dataclass(frozen=True, slots=True)
class OneHumanAway(Letter):
    """To leads: whoever speaks with a person as the one human is away; somebody else has to."""

    kind = "one-human-away"
    policy = ONCE
    staff_id: int
    case_id: int
    owner_id: int


@dataclass(frozen=True, slots=True)
class AwayScreen(Letter):
    """Until when are you away?"""

    kind = "away"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class AwayCasesScreen(Letter):
    """Away until the day `back_on`: who gets the open cases?"""

    kind = "away-cases"
    policy = SCREEN
    staff_id: int
    back_on: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class AwaySetScreen(Letter):
    """It is noted; how many cases went back to the queue, to colleagues, or stayed."""

    kind = "away-set"
    policy = SCREEN
    staff_id: int
    back_on: int
    returned: int
    passed: int
    kept: int


@dataclass(frozen=True, slots=True)
class StaffScreen(Letter):
    """Who works here, to a lead."""

    kind = "team"
    policy = SCREEN
    staff_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class StaffMemberScreen(Letter):
    """One of them."""

    kind = "team-member"
    policy = SCREEN
    staff_id: int
    member_id: int


@dataclass(frozen=True, slots=True)
class StaffSkillsScreen(Letter):
    """Which languages, services or areas are theirs?"""

    kind = "team-skills"
    policy = SCREEN
    staff_id: int
    member_id: int
    skill: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class StaffRemoveAskScreen(Letter):
    """What will happen when they are removed. `lost`: their phone is lost, and they may come back."""

    kind = "team-remove-ask"
    policy = SCREEN
    staff_id: int
    member_id: int
    lost: bool


@dataclass(frozen=True, slots=True)
class StaffRemovedScreen(Letter):
    """It is done: cases in the queue, groups that the bot takes them out of, messages out of its reach."""

    kind = "team-removed"
    policy = SCREEN
    staff_id: int
    member_id: int
    returned: int
    groups: int
    older: int
    lost: bool


@dataclass(frozen=True, slots=True)
class RemoveByHand(Letter):
    """To leads: the bot can't take somebody out of a group; `why`: a cause of Telegram's refusal, or `away`."""

    kind = "remove-by-hand"
    policy = ONCE
    staff_id: int
    member_id: int
    group_id: int
    why: str


@dataclass(frozen=True, slots=True)
class DeskSweep(Letter):
    """What stands on the desk of somebody who was removed goes, as far as Telegram lets bots take it away."""

    kind = "desk-sweep"
    policy = Policy(priority=Priority.SCREEN, form=Form.TIDY)
    staff_id: int


@dataclass(frozen=True, slots=True)
class RemoveFromGroup(Letter):
    """No words: somebody who was removed is taken out of a group, and may be invited again."""

    kind = "remove-from-group"
    policy = Policy(priority=Priority.SCREEN, form=Form.EXPEL, once=True)
    staff_id: int
    group_id: int
