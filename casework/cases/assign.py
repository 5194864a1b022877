"""A lead gives a case to somebody, or to whoever has the least open work."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, owner_name, seen
from casework.cases.history import Event
from casework.cases.owning import give
from casework.context import Context
from casework.errors import AlreadyTaken, CaseClosed, NobodyFits, OneHumanStays, Stale
from casework.letters import kinds
from casework.letters.write import tell_desk
from casework.staff.team import colleague, least_busy_for, needs_of, others_there, there
from db.models import Case, StaffMember
from db.repositories import people, team
from rules.roles import Role

LEAST_BUSY = 0
"""Instead of a staff member: whoever has the least open work."""
NOBODY = 0
"""Instead of an owner: the case is in the queue."""


@dataclass(frozen=True, slots=True)
class AskOwner:
    """The case whose button was pressed."""

    case_id: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be given the case, how many open cases they have, and whether they have what it asks for."""

    staff_id: int
    work_name: str
    open: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """Whom to choose from. `owner_id`: who has the case now (0: nobody); `to_hand_over`: it is the actor's own."""

    owner_id: int
    to_hand_over: bool
    those: tuple[Candidate, ...]


@act("case.ask_owner")
async def ask_owner(ctx: Context, data: AskOwner) -> Candidates:
    """Who could have the case next: those who fit first, then by their open work. CaseClosed; OneHumanStays for a
    caseworker where one named human speaks with the person.
    """
    case = await seen(ctx, data.case_id, "case.ask_owner")
    await may_change_hands(ctx, case)
    needs = await needs_of(ctx, case)
    busy = await others_there(ctx, case.organisation_id, but=case.owner_id)
    those = [
        Candidate(each.member.id, each.member.work_name, each.open, colleague(ctx, each).fits(needs)) for each in busy
    ]
    return Candidates(
        case.owner_id or NOBODY,
        case.owner_id == ctx.actor.id,
        tuple(sorted(those, key=lambda each: not each.fits)),
    )


async def may_change_hands(ctx: Context, case: Case) -> None:
    """CaseClosed; OneHumanStays where only a lead decides who speaks with the person."""
    if case.closed_at is not None:
        raise CaseClosed
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.human_only and ctx.actor.role is Role.CASEWORKER:
        raise OneHumanStays


@dataclass(frozen=True, slots=True)
class Assign:
    """To whom (0: whoever has the least open work), and who had the case when the button was shown (0: nobody)."""

    case_id: int
    staff_id: int
    owner_id: int


@act("case.assign")
async def assign(ctx: Context, data: Assign) -> StaffMember:
    """Gives the case to a colleague who is there, and tells them; whoever that is.

    Of many presses at once one wins: the case must still be whose it was when the button was shown, else AlreadyTaken,
    or Stale where it is nobody's by now. CaseClosed, ColleagueAway, NobodyFits.
    """
    case = await seen(ctx, data.case_id, "case.assign")
    member = await _chosen(ctx, case, data)
    case = await locked(ctx, data.case_id, "case.assign")
    if case.closed_at is not None:
        raise CaseClosed
    if (case.owner_id or NOBODY) != data.owner_id or case.owner_id == member.id:
        raise Stale if case.owner_id is None else AlreadyTaken(owner=await owner_name(ctx, case) or "")
    await give(ctx, case, member, Event.ASSIGNED)
    if member.id != ctx.actor.id:
        await tell_desk(ctx, member, kinds.CasesAssigned(member.id, [case.id]), case=case)
    return member


async def _chosen(ctx: Context, case: Case, data: Assign) -> StaffMember:
    if data.staff_id != LEAST_BUSY:
        return await there(ctx, case.organisation_id, data.staff_id)
    await team.hold_assigning(ctx.uow.session, case.organisation_id)
    found = await least_busy_for(ctx, case, but=case.owner_id)
    if found is None:
        raise NobodyFits
    return found
