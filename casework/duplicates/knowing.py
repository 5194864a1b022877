"""Who may learn that two cases share something, and what decides whether two can become one."""

from __future__ import annotations

from collections.abc import Iterable

from casework.cases.access import owner_name
from casework.context import Context
from casework.errors import CannotMerge, NoSuchCase, WantsLead
from casework.letters.view.duplicates import careful
from db.models import Case
from db.repositories import applications, cases, on_behalf, ties
from rules.cases import State
from rules.duplicates import Side, Why, cannot_merge, may_know


async def knows(ctx: Context, case: Case) -> bool:
    """Whether the acting staff member may learn what this case shares with another."""
    if case.organisation_id != ctx.actor.organisation_id:
        return False
    is_careful = await careful(ctx.uow, case)
    return may_know(ctx.actor.role, careful=is_careful, own=case.owner_id == ctx.actor.id)


async def known(ctx: Context, those: Iterable[int]) -> dict[int, Case]:
    """Of these cases those of which the acting staff member may learn, by their ids."""
    found = {case.id: case for case in await cases.of_ids(ctx.uow.session, list(those))}
    return {each: case for each, case in found.items() if case.erased_at is None and await knows(ctx, case)}


async def other(ctx: Context, case: Case, other_id: int) -> Case:
    """The second case, unlocked. NoSuchCase where the actor may not learn that the two have something in common, or it
    is the same one.
    """
    found = await cases.by_id(ctx.uow.session, other_id)
    if found is None or found.id == case.id or not (await knows(ctx, found) and await knows(ctx, case)):
        raise NoSuchCase
    return found


async def side_of(ctx: Context, case: Case) -> Side:
    """What decides about a case, as it is now."""
    session = ctx.uow.session
    told = await on_behalf.of_case(session, case.id)
    return Side(
        case_id=case.id,
        person_id=case.person_id,
        owner_id=case.owner_id,
        state=State(case.state),
        crisis=case.crisis,
        erased=case.erased_at is not None,
        hidden=told is not None and not told.reporter_shown,
        human=None if told is None else (told.human_hash or b"").hex() or str(told.beneficiary_id),
        alarm=await ties.has_alarm(session, case.id),
        answer_waits=await ties.answer_waits(session, case.id),
        provider=case.provider,
        applies=await applications.is_on_its_way(session, case.id),
        checking=await ties.is_being_checked(session, case.id),
    )


async def why_not(ctx: Context, ends: Case, goes_on: Case) -> Why | None:
    """Why the actor can't end one case because the other goes on for both; None: they can."""
    role, actor_id = ctx.actor.role, ctx.actor.id
    return cannot_merge(await side_of(ctx, ends), await side_of(ctx, goes_on), role, actor_id)


async def require_mergeable(ctx: Context, ends: Case, goes_on: Case) -> None:
    """CannotMerge with the reason; WantsLead with the name of the colleague who has one of them."""
    why = await why_not(ctx, ends, goes_on)
    if why is Why.NEEDS_LEAD:
        theirs = ends if ends.owner_id not in (None, ctx.actor.id) else goes_on
        raise WantsLead(owner=await owner_name(ctx, theirs) or "")
    if why is not None:
        raise CannotMerge(why=why.value)
