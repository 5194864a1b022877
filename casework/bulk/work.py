"""The clock's part: one case of a run in one transaction, so that whatever dies in between is undone whole and done
again, and nothing is done twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.bulk.deciding import is_as_seen, why_left_out
from casework.bulk.doing import take_back, treat
from casework.bulk.progress import show_progress
from casework.cases.history import Event, record
from casework.context import Actor, Context
from casework.errors import Refusal
from casework.letters import kinds
from casework.letters.write import tell_desk
from db.models import BulkItem, BulkRun
from db.repositories import bulk, cases, staff
from rules.bulk import Action, ItemState, LeftOut, RunState
from rules.roles import Role

SHOWN_EACH = 25
"""Cases after which the progress on the desk is shown anew."""


@dataclass(frozen=True, slots=True)
class Work:
    """The next case of any run that goes on."""


@dataclass(frozen=True, slots=True)
class Worked:
    """How many cases were done or left out, and how many runs came to their end: one of them at most."""

    done: int = 0
    left_out: int = 0
    over: int = 0


@act("bulk.work")
async def work(ctx: Context, data: Work) -> Worked:
    """Does one case, or ends a run in which none is left. Two processes pass over what the other holds."""
    session = ctx.uow.session
    item = await bulk.next_item(session)
    if item is None:
        run = await bulk.next_over(session)
        if run is None:
            return Worked()
        await _end(ctx, run)
        return Worked(over=1)
    run = await bulk.by_id(session, item.run_id)
    assert run is not None, "a case of a run has its run"
    why = await _try(ctx, run, item)
    undoing = run.state == RunState.UNDOING
    item.state = (ItemState.LEFT_OUT if why else ItemState.UNDONE if undoing else ItemState.DONE).value
    item.why = why.value if why else None
    if item.id % SHOWN_EACH == 0:
        await show_progress(ctx, run)
    return Worked(left_out=1) if why else Worked(done=1)


async def _try(ctx: Context, run: BulkRun, item: BulkItem) -> LeftOut | None:
    """Does it, or says why not. Whatever fails leaves no trace, and does not stop the others."""
    try:
        async with ctx.uow.session.begin_nested():
            return await _one(ctx, run, item)
    except Refusal:
        why = LeftOut.CHANGED
    except Exception:  # noqa: BLE001 - one case's fault must not stop the others; it is told as left out
        why = LeftOut.FAILED
    # What was looked at since the savepoint is forgotten with it.
    for row in (run, item):
        await ctx.uow.session.refresh(row)
    return why


async def _one(ctx: Context, run: BulkRun, item: BulkItem) -> LeftOut | None:
    theirs = await _as_staff(ctx, run)
    case = await cases.lock(ctx.uow.session, item.case_id)
    if theirs is None or case is None:
        return LeftOut.NO_RIGHT
    if run.state == RunState.UNDOING:
        if not await take_back(theirs, run, item, case):
            return LeftOut.CHANGED
        record(theirs, case, Event.BULK_UNDONE, run=run.id, action=run.action)
        return None
    if not is_as_seen(Action(run.action), item.seen, case):
        return LeftOut.CHANGED
    why = await why_left_out(theirs, run, case)
    if why is None:
        await treat(theirs, run, item, case)
        record(theirs, case, Event.BULK, run=run.id, action=run.action)
    return why


async def _as_staff(ctx: Context, run: BulkRun) -> Context | None:
    """The same transaction in the name of whoever confirmed the run, with the rights that they have now; whatever it
    writes lets everything else pass. None: they do not work here any more.
    """
    member = await staff.by_id(ctx.uow.session, run.staff_id)
    if member.removed_at is not None or member.organisation_id != run.organisation_id:
        return None
    who = Actor(Role(member.role), member.id, member.organisation_id, member.telegram_id)
    return Context(ctx.uow, who, ctx.now, ctx.catalogue, ctx.rules, unhurried=True)


async def _end(ctx: Context, run: BulkRun) -> None:
    undone = run.state == RunState.UNDOING
    run.state, run.ended_at = (RunState.UNDONE if undone else RunState.DONE).value, ctx.now
    run.words = None
    await ctx.uow.session.flush()
    member = await staff.by_id(ctx.uow.session, run.staff_id)
    await show_progress(ctx, run)
    await tell_desk(ctx, member, kinds.BulkDone(run.id, member.id, undone), key=f"{run.id}:{undone}")
    if run.action == Action.ASSIGN and not undone:
        for owner_id, those in (await bulk.done_by_owner(ctx.uow.session, run.id)).items():
            owner = await staff.by_id(ctx.uow.session, owner_id)
            if owner.id != member.id and owner.removed_at is None:
                await tell_desk(ctx, owner, kinds.CasesAssigned(owner.id, those))
