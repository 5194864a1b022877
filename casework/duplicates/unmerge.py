"""A merge was a mistake: both cases go on apart, with all that is still there of each."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.desks import nobody_has, somebody_has
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.duplicates.joining import part, waited
from casework.duplicates.tie import set_tie
from casework.errors import NotOwner, Stale, TooLate
from casework.letters import kinds
from casework.letters.write import show_case, tell_person, tell_topic
from casework.staff.presence import is_present
from db.models import Case, CaseMerge
from db.repositories import cases, people, staff, ties
from rules.cases import Verb
from rules.duplicates import Tie, may_undo
from rules.roles import LEADS


@dataclass(frozen=True, slots=True)
class OfMerged:
    """The case that had ended."""

    case_id: int


@act("duplicate.undo_merge")
async def undo_merge(ctx: Context, data: OfMerged) -> Case:
    """The case is open again; what went over and is still there goes back, and what was written since stays where it
    is. The two are not suggested again.

    For leads, whoever merged them, and whoever has the one that goes on; else NotOwner. Stale where nothing is merged
    or the words are erased, TooLate after thirty days.
    """
    session = ctx.uow.session
    reached = await seen(ctx, data.case_id, "duplicate.undo_merge")
    person = await people.lock(session, reached.person_id)
    chain = await _chain(ctx, reached)
    for each in sorted({data.case_id, *chain}):
        await cases.lock(session, each)
    ends = await locked(ctx, data.case_id, "duplicate.undo_merge")
    done = await ties.standing_merge(session, ends.id)
    if done is None or not chain or chain != await _chain(ctx, ends):
        raise Stale
    goes_on = await cases.lock(session, chain[-1])
    assert goes_on is not None, "cases are never deleted"
    await _require_right(ctx, done, goes_on)
    if ends.erased_at is not None or goes_on.erased_at is not None or ends.person_id != goes_on.person_id:
        raise Stale
    if not may_undo(done.at, ctx.now):
        raise TooLate
    done.undone_at, done.undone_by = ctx.now, ctx.actor.id
    await _open_again(ctx, done, ends, goes_on)
    await part(ctx, done.moved, ends, goes_on, chain)
    set_tie(ctx, await ties.between(session, ends.id, done.into_id), ends, await _into(ctx, done), Tie.NOT_SAME)
    record(ctx, ends, Event.PARTED, other=goes_on.id)
    record(ctx, goes_on, Event.PARTED, other=ends.id)
    await session.flush()
    await tell_topic(ctx, ends, kinds.PartedNews(done.id))
    await show_case(ctx, ends)
    await show_case(ctx, goes_on)
    await tell_person(ctx, person, kinds.CasesParted(done.id), case=ends, key=str(done.id))
    return ends


async def _chain(ctx: Context, ends: Case) -> list[int]:
    """The case that goes on for this one, then the one that goes on for that, and so on to the one that is open."""
    found: list[int] = []
    each: Case | None = ends
    while each is not None and each.merged_into is not None:
        found.append(each.merged_into)
        each = await cases.by_id(ctx.uow.session, each.merged_into)
    return found


async def _into(ctx: Context, done: CaseMerge) -> Case:
    into = await cases.by_id(ctx.uow.session, done.into_id)
    assert into is not None, "cases are never deleted"
    return into


async def _require_right(ctx: Context, done: CaseMerge, goes_on: Case) -> None:
    if ctx.actor.role in LEADS or ctx.actor.id in (done.by, goes_on.owner_id):
        return
    owner = await staff.by_id(ctx.uow.session, goes_on.owner_id) if goes_on.owner_id is not None else None
    raise NotOwner(owner=owner.work_name if owner else "")


async def _open_again(ctx: Context, done: CaseMerge, ends: Case, goes_on: Case) -> None:
    """As it was, as far as that is still true: who had it has it if they are there; whoever was answered meanwhile does
    not wait any more.
    """
    move(ends, Verb.REOPEN)
    owner = await staff.by_id(ctx.uow.session, ends.owner_id) if ends.owner_id is not None else None
    if owner is not None and is_present(owner, ctx.now) and owner.organisation_id == ends.organisation_id:
        move(ends, Verb.TAKE)
        await somebody_has(ctx, ends, owner.id)
    else:
        await nobody_has(ctx, ends)
    since, reply_by, unread = waited(done.moved)
    ends.merged_into = ends.closed_at = None
    ends.waiting_since, ends.reply_by = (since, reply_by) if goes_on.waiting_since is not None else (None, reply_by)
    ends.unread = unread if ends.waiting_since is not None else 0
    goes_on.unread = max(0, goes_on.unread - ends.unread)
