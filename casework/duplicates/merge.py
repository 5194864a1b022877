"""Two cases of one person become one: one goes on for both, the other ends, and nothing of either is lost."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.desks import somebody_has
from casework.cases.ending import end
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.duplicates.joining import join
from casework.duplicates.knowing import other, require_mergeable
from casework.duplicates.tie import TwoCases, hold_both
from casework.letters import kinds
from casework.letters.write import show_case, tell_desk, tell_person, tell_topic
from db.models import Case, CaseMerge
from db.repositories import people, staff
from rules.cases import State, Verb, is_queued

MERGED = "merged"
"""The result of a case that another one goes on for."""


@dataclass(frozen=True, slots=True)
class ToMerge:
    """What is confirmed: the numbers, and who has the case that goes on then."""

    ends: str
    goes_on: str
    owner: str | None


@act("duplicate.ask_merge")
async def ask_merge(ctx: Context, data: TwoCases) -> ToMerge:
    """What a press on «Так» would do: `other_id` goes on, `case_id` ends. NoSuchCase, CannotMerge, WantsLead."""
    case = await seen(ctx, data.case_id, "duplicate.ask_merge")
    goes_on = await other(ctx, case, data.other_id)
    await require_mergeable(ctx, case, goes_on)
    owner_id = goes_on.owner_id or case.owner_id
    owner = await staff.by_id(ctx.uow.session, owner_id) if owner_id is not None else None
    return ToMerge(case.number, goes_on.number, owner.work_name if owner else None)


@act("duplicate.merge")
async def merge(ctx: Context, data: TwoCases) -> CaseMerge:
    """`other_id` goes on for both from now on; `case_id` ends and points to it. The person gets one letter.

    Of two who press at once one wins, the other is told that it is over. The same refusals.
    """
    reached = await seen(ctx, data.case_id, "duplicate.merge")
    person = await people.lock(ctx.uow.session, reached.person_id)
    await hold_both(ctx, data)
    ends = await locked(ctx, data.case_id, "duplicate.merge")
    goes_on = await other(ctx, ends, data.other_id)
    await require_mergeable(ctx, ends, goes_on)
    had = ends.owner_id
    moved = await join(ctx, ends, goes_on)
    await _keep_owner(ctx, ends, goes_on)
    await end(ctx, ends, Verb.MERGE, MERGED)
    ends.merged_into = goes_on.id
    done = CaseMerge(case_id=ends.id, into_id=goes_on.id, by=ctx.actor.id or 0, at=ctx.now, moved=moved)
    ctx.uow.session.add(done)
    record(ctx, ends, Event.MERGED, into=goes_on.id)
    record(ctx, goes_on, Event.TOOK_IN, other=ends.id)
    await ctx.uow.session.flush()
    await tell_topic(ctx, ends, kinds.MergedNews(done.id))
    await tell_topic(ctx, goes_on, kinds.TookInNews(done.id))
    await show_case(ctx, ends)
    await show_case(ctx, goes_on)
    await tell_person(ctx, person, kinds.CasesMerged(done.id), case=goes_on, key=str(done.id))
    await _tell_former(ctx, done, ends, had)
    return done


async def _keep_owner(ctx: Context, ends: Case, goes_on: Case) -> None:
    """Where nobody had the one that goes on, whoever had the other has it; the person knows their name."""
    if goes_on.owner_id is not None or ends.owner_id is None:
        return
    if is_queued(State(goes_on.state)):
        move(goes_on, Verb.TAKE)
    await somebody_has(ctx, goes_on, ends.owner_id)
    record(ctx, goes_on, Event.ASSIGNED, to=ends.owner_id, former=None)


async def _tell_former(ctx: Context, done: CaseMerge, ends: Case, had: int | None) -> None:
    if had is None or had == ctx.actor.id:
        return
    member = await staff.by_id(ctx.uow.session, had)
    if member.removed_at is None:
        await tell_desk(ctx, member, kinds.CaseMergedAway(done.id, member.id), case=ends, key=str(done.id))
