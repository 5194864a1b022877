"""What staff see of who has which case, who is away, and who works here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.problems import NumberLink


@dataclass(frozen=True, slots=True)
class CasesAssignedSight:
    """`cases-assigned`."""

    cases: tuple[NumberLink, ...]
    more: int = 0
    """Those that find no room: the desk lists them."""


@dataclass(frozen=True, slots=True)
class HandedOverSight:
    """`case-handed-over`, `handover-declined`."""

    handover_id: int
    case: NumberLink
    note: bool
    """Whether there is a note to read."""


@dataclass(frozen=True, slots=True)
class HandoverNoteSight:
    """`handover-note`."""

    number: str
    giver: str
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HandoverSight:
    """`handover-ask`, `handed-over`."""

    case_id: int
    case: NumberLink
    receiver_id: int
    receiver: str


@dataclass(frozen=True, slots=True)
class CaseLineSight:
    """`case-came-back`."""

    case: NumberLink


@dataclass(frozen=True, slots=True)
class CaseLapsedSight:
    """`case-lapsed`, `case-lapsed-crisis`."""

    case: NumberLink
    own: bool
    """The reader had it."""
    owner: str
    since: datetime


@dataclass(frozen=True, slots=True)
class OneHumanAwaySight:
    """`one-human-away`."""

    case: NumberLink
    owner: str
    back_on: date


@dataclass(frozen=True, slots=True)
class AwaySight:
    """`away`."""

    back_on: date | None
    """None: the reader is not away."""
    days: tuple[date, ...]
    """To be pressed."""


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """A colleague to be pressed."""

    staff_id: int
    work_name: str
    open: int


@dataclass(frozen=True, slots=True)
class AwayCasesSight:
    """`away-cases`."""

    back_on: date
    open: int
    colleagues: tuple[ColleagueLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class AwaySetSight:
    """`away-set`."""

    back_on: date
    returned: int
    passed: int
    kept: int


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One of those who work here."""

    staff_id: int
    work_name: str
    role: str
    open: int
    ours: int
    back_on: date | None
    """None: is there."""


@dataclass(frozen=True, slots=True)
class TeamSight:
    """`team`."""

    members: tuple[MemberLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class TeamMemberSight:
    """`team-member`; of languages, services and areas none means all."""

    member: MemberLine
    languages: tuple[str, ...]
    services: tuple[str, ...]
    areas: tuple[str, ...]
    may_manage: bool


@dataclass(frozen=True, slots=True)
class SkillOption:
    """An entry to choose."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TeamSkillsSight:
    """`team-skills`. `skill`: `casework.staff.show_team.Skill`; languages are named by their code."""

    staff_id: int
    work_name: str
    skill: str
    options: tuple[SkillOption, ...]
    any_chosen: bool
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class TeamRemoveAskSight:
    """`team-remove-ask`."""

    staff_id: int
    work_name: str
    open: int
    groups: int
    lost: bool


@dataclass(frozen=True, slots=True)
class TeamRemovedSight:
    """`team-removed`."""

    staff_id: int
    work_name: str
    returned: int
    groups: int
    older: int
    lost: bool


@dataclass(frozen=True, slots=True)
class RemoveByHandSight:
    """`remove-by-hand`."""

    work_name: str
    url: str | None
    """The group, for its members."""
    why: str


@dataclass(frozen=True, slots=True)
class ExpelSight:
    """`remove-from-group`."""

    telegram_id: int
