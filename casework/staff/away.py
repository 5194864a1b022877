"""A staff member is away until a day: their open cases go to the queue or to colleagues, and none comes meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.act import act
from casework.cases.history import Event
from casework.cases.owning import Why, back_to_queue, give
from casework.context import Context
from casework.errors import NoReturnDay, Stale
from casework.letters import kinds
from casework.letters.write import show_desk, show_on_desk, tell_desk
from casework.staff.team import least_busy_for, there
from db.models import Case, StaffMember
from db.repositories import cases, people, staff, team
from rules.absence import NoReturn, is_away, read_return, return_on
from rules.local_time import local_date
from rules.roles import Role

TO_QUEUE = 0
"""Instead of a colleague: the cases go back to the queue."""
TO_LEAST_BUSY = -1
"""Instead of a colleague: each goes to whoever has the least open work of those who fit it."""


@dataclass(frozen=True, slots=True)
class ShowAway:
    """Until when the actor is away, and what they can press."""


@act("staff.show_away")
async def show_away(ctx: Context, data: ShowAway) -> None:
    """Shows it on the actor's desk."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.AwayScreen(member.id))


@dataclass(frozen=True, slots=True)
class ChooseAway:
    """The day on which the actor is back, as it was typed, or its ordinal as it was pressed."""

    back_on: str | int
    page: int = 0


@act("staff.choose_away")
async def choose_away(ctx: Context, data: ChooseAway) -> None:
    """Asks what becomes of their open cases; without any they are away at once. NoReturnDay."""
    back_on = _day(ctx, data.back_on)
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    if await team.open_ids(ctx.uow.session, member.id):
        await show_on_desk(ctx, member, kinds.AwayCasesScreen(member.id, back_on.toordinal(), data.page))
    else:
        await _go(ctx, back_on, TO_QUEUE)


def _day(ctx: Context, said: str | int) -> date:
    today = local_date(ctx.now)
    found = return_on(date.fromordinal(said), today) if isinstance(said, int) else read_return(said, today)
    if isinstance(found, NoReturn):
        raise NoReturnDay(why=found.value)
    return found


@dataclass(frozen=True, slots=True)
class GoAway:
    """The ordinal of the local day on which the actor is back, and who gets their open cases: a colleague's id,
    `TO_QUEUE` or `TO_LEAST_BUSY`.
    """

    back_on: int
    to: int


@act("staff.go_away")
async def go_away(ctx: Context, data: GoAway) -> None:
    """From now on nobody gives them a case, and theirs are with others; on the day they are back by themselves.

    Where one named human speaks with a person only a lead says who that is: a caseworker keeps such a case, and leads
    are asked to hand it over. NoReturnDay, Stale and ColleagueAway for a colleague who can't have them.
    """
    if data.to == ctx.actor.id:
        raise Stale
    await _go(ctx, _day(ctx, data.back_on), data.to)


async def _go(ctx: Context, back_on: date, to: int) -> None:
    session, organisation_id = ctx.uow.session, ctx.actor.organisation_id or 0
    await team.hold_assigning(session, organisation_id)
    colleague = await there(ctx, organisation_id, to) if to > 0 else None
    member = await staff.lock(session, ctx.actor.id or 0)
    member.away_until = back_on
    await session.flush()
    gone = _Gone()
    for case_id in await team.open_ids(session, member.id):
        case = await cases.lock(session, case_id)
        if case is not None and case.owner_id == member.id and case.closed_at is None:
            await _pass_on(ctx, case, member, colleague, to, gone)
    for receiver, theirs in gone.given.values():
        await tell_desk(ctx, receiver, kinds.CasesAssigned(receiver.id, theirs))
    passed = sum(len(theirs) for _, theirs in gone.given.values())
    await show_on_desk(
        ctx, member, kinds.AwaySetScreen(member.id, back_on.toordinal(), gone.returned, passed, gone.kept)
    )


class _Gone:
    """What became of the cases: how many went back to the queue or stayed, and which were given to whom."""

    def __init__(self) -> None:
        self.returned = self.kept = 0
        self.given: dict[int, tuple[StaffMember, list[int]]] = {}


async def _pass_on(
    ctx: Context, case: Case, member: StaffMember, colleague: StaffMember | None, to: int, gone: _Gone
) -> None:
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.human_only and ctx.actor.role is Role.CASEWORKER:
        gone.kept += 1
        await _ask_leads(ctx, case, member)
        return
    receiver = await least_busy_for(ctx, case, but=member.id) if to == TO_LEAST_BUSY else colleague
    if receiver is None:
        gone.returned += 1
        await back_to_queue(ctx, case, Why.AWAY)
        return
    await give(ctx, case, receiver, Event.ASSIGNED)
    # The next one is counted with this case.
    await ctx.uow.session.flush()
    gone.given.setdefault(receiver.id, (receiver, []))[1].append(case.id)


async def _ask_leads(ctx: Context, case: Case, member: StaffMember) -> None:
    assert member.away_until is not None, "they have just gone"
    for lead in await staff.leads(ctx.uow.session, case.organisation_id):
        letter = kinds.OneHumanAway(lead.id, case.id, member.id)
        key = f"{case.id}:{member.id}:{member.away_until.toordinal()}:{lead.id}"
        await tell_desk(ctx, lead, letter, case=case, key=key)


@dataclass(frozen=True, slots=True)
class ComeBack:
    """The actor is back before the day."""


@act("staff.come_back")
async def come_back(ctx: Context, data: ComeBack) -> None:
    """They can be given cases again. Stale for somebody who is not away."""
    member = await staff.lock(ctx.uow.session, ctx.actor.id or 0)
    if not is_away(member.away_until, ctx.now):
        raise Stale
    member.away_until = None
    await ctx.uow.session.flush()
    await show_desk(ctx, member)
