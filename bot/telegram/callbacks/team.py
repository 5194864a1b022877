"""Staff's buttons about who has which case, who is away, and who works here."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Day, DraftId, Page, Slug
from casework.staff.show_team import Skill

StaffId = DraftId
"""A staff member's id; 0 where nobody, or the least busy one, is meant."""


class AskOwner(ButtonData, prefix="ao"):
    """Show who could have the case; `page` is counted from 0."""

    case: CaseId
    page: Page = 0


class AssignTo(ButtonData, prefix="ai"):
    """A lead gives the case to somebody (0: the least busy); `owner`: who had it when this was shown (0: nobody)."""

    case: CaseId
    staff: StaffId
    owner: StaffId


class HandTo(ButtonData, prefix="hi"):
    """The owner hands the case over to somebody. `bare`: without a note, and at once."""

    case: CaseId
    staff: StaffId
    bare: bool = False


class GivenStep(StrEnum):
    """What can be done about a case that was handed over; `KEEP` drops one that is being handed over."""

    NOTE = "note"
    DECLINE = "decline"
    KEEP = "keep"


class Given(ButtonData, prefix="gi"):
    """A step with a handing over by its id (0: one that is not done yet)."""

    handover: DraftId
    step: GivenStep


class AwayDay(ButtonData, prefix="yd"):
    """Away until this day (its ordinal): now ask about open cases."""

    day: Day
    page: Page = 0


class AwayCases(ButtonData, prefix="yc"):
    """Away until this day; open cases go to `to`: `casework.staff.away.TO_QUEUE`, `TO_LEAST_BUSY` or a colleague."""

    day: Day
    to: Annotated[int, Field(ge=-1, le=2**63 - 1)]


class AwayStep(StrEnum):
    """Buttons of `/away` without a day."""

    BACK = "back"
    SHOW = "show"


class AwayDo(ButtonData, prefix="yw"):
    """I am back; or show the screen again."""

    step: AwayStep


class Team(ButtonData, prefix="tm"):
    """A page of the list of those who work here."""

    page: Page = 0


class TeamMember(ButtonData, prefix="tb"):
    """One of them."""

    staff: StaffId


class SkillMenu(ButtonData, prefix="ts"):
    """What can be chosen for them."""

    staff: StaffId
    skill: Skill
    page: Page = 0


class SkillValue(ButtonData, prefix="tv"):
    """Choose an entry, or take the choice back; nothing: all again."""

    staff: StaffId
    skill: Skill
    value: Slug
    page: Page = 0


class TeamStep(StrEnum):
    """The steps of removing somebody; `LINK`: a new link for one who was removed."""

    ASK = "ask"
    DO = "do"
    LINK = "link"


class TeamRemove(ButtonData, prefix="tr"):
    """Remove somebody; `lost`: their phone is lost, and they may come back."""

    staff: StaffId
    step: TeamStep
    lost: bool = False
