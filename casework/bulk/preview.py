"""Whom an action would reach, and whom not and why, before it is done; then yes or no."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.bulk.choosing import Source, choose
from casework.bulk.deciding import seen_of, why_left_out
from casework.bulk.progress import show_progress
from casework.context import Context
from casework.errors import EmptyReply, NamesAccount, NoSuchCase, Stale, TooLate
from casework.letters.sights import BulkSight
from casework.letters.view.bulk import bulk_sight
from db.models import BulkItem, BulkRun
from db.repositories import bulk, canned, cases, staff
from rules.bulk import CONFIRM_WITHIN, UNDO_FOR, UNDOABLE, Action, ItemState, RunState
from rules.roles import LEADS
from rules.suspicion import names_account


@dataclass(frozen=True, slots=True)
class Preview:
    """What is to be done with which cases. `value`: a slug or an id; `words`: of a letter; `account`: the username of
    whoever typed it, which must not go out.
    """

    source: Source
    action: Action
    value: str = ""
    words: str | None = None
    account: str | None = None


@act("bulk.preview")
async def preview(ctx: Context, data: Preview) -> BulkSight:
    """Freezes the list and says what would happen; nothing is done yet. The former preview of the actor is dropped.

    Stale for a value that is not offered (any more), EmptyReply, NamesAccount, NothingToFind.
    """
    session, staff_id = ctx.uow.session, ctx.actor.id or 0
    facts = await _facts(ctx, data)
    chosen = await choose(ctx, data.source)
    await bulk.drop_previews(session, staff_id)
    run = BulkRun(
        organisation_id=ctx.actor.organisation_id or 0,
        staff_id=staff_id,
        action=data.action.value,
        facts=facts | {"more": chosen.more},
        words=data.words,
        state=RunState.PREVIEW.value,
        previewed_at=ctx.now,
    )
    session.add(run)
    await session.flush()
    found = {each.id: each for each in await cases.of_ids(session, chosen.case_ids)}
    for case_id in chosen.case_ids:
        case = found[case_id]
        why = await why_left_out(ctx, run, case)
        state = ItemState.WAITING if why is None else ItemState.LEFT_OUT
        seen = seen_of(case)
        item = BulkItem(run_id=run.id, case_id=case.id, state=state.value, why=why, seen=seen, before={})
        session.add(item)
    await session.flush()
    member = await staff.by_id(session, staff_id)
    return await bulk_sight(ctx.uow, ctx.catalogue, run, member)


async def _facts(ctx: Context, data: Preview) -> dict[str, str | int]:
    offered = {
        Action.TAG: ctx.catalogue.tags,
        Action.PRIORITY: ctx.catalogue.importance_reasons,
        Action.CLOSE: ctx.catalogue.offered_outcomes(),
    }
    match data.action:
        case Action.LETTER:
            if not (data.words or "").strip():
                raise EmptyReply
            if names_account(data.words or "", data.account):
                raise NamesAccount
        case Action.ANSWER:
            found = await canned.find(ctx.uow.session, int(data.value)) if data.value.isdecimal() else None
            if found is None or found[0].organisation_id != ctx.actor.organisation_id or found[0].removed_at:
                raise Stale
            return {"value": data.value, "version": found[1].number}
        case Action.ASSIGN:
            member = await staff.by_id(ctx.uow.session, int(data.value)) if data.value.isdecimal() else None
            if member is None or member.organisation_id != ctx.actor.organisation_id or member.removed_at:
                raise Stale
        case _:
            if data.value not in offered[data.action]:
                raise Stale
    return {"value": data.value}


@dataclass(frozen=True, slots=True)
class OfRun:
    """The run whose button was pressed."""

    run_id: int


@act("bulk.confirm")
async def confirm(ctx: Context, data: OfRun) -> BulkRun:
    """From now on it is done, case by case, in the background; progress stands on the desk.

    NoSuchCase for somebody else's, Stale for a second press or where nothing would be done, TooLate after ten minutes.
    """
    run = await _own(ctx, data)
    if run.state != RunState.PREVIEW:
        raise Stale
    if run.previewed_at + CONFIRM_WITHIN < ctx.now:
        raise TooLate
    if not any(state == ItemState.WAITING for state, _, _ in await bulk.tally(ctx.uow.session, run.id)):
        raise Stale
    run.state, run.confirmed_at = RunState.CONFIRMED.value, ctx.now
    await ctx.uow.session.flush()
    await show_progress(ctx, run)
    return run


@act("bulk.drop")
async def drop(ctx: Context, data: OfRun) -> None:
    """Nothing is done. NoSuchCase, Stale once it was confirmed."""
    run = await _own(ctx, data)
    if run.state != RunState.PREVIEW:
        raise Stale
    await ctx.uow.session.delete(run)


@act("bulk.undo")
async def undo(ctx: Context, data: OfRun) -> BulkRun:
    """Takes back what has an inverse, in each case where it is still as the run left it.

    For whoever did it and for leads; NoSuchCase, Stale where it has no inverse or is no more done, TooLate after a day.
    """
    run = await bulk.lock(ctx.uow.session, data.run_id)
    if run is None or run.organisation_id != ctx.actor.organisation_id:
        raise NoSuchCase
    if run.staff_id != ctx.actor.id and ctx.actor.role not in LEADS:
        raise NoSuchCase
    if run.state != RunState.DONE or run.ended_at is None or Action(run.action) not in UNDOABLE:
        raise Stale
    if run.ended_at + UNDO_FOR < ctx.now:
        raise TooLate
    run.state, run.ended_at, run.confirmed_at = RunState.UNDOING.value, None, ctx.now
    await bulk.wait_again(ctx.uow.session, run.id)
    await show_progress(ctx, run)
    return run


async def _own(ctx: Context, data: OfRun) -> BulkRun:
    run = await bulk.lock(ctx.uow.session, data.run_id)
    if run is None or run.staff_id != ctx.actor.id:
        raise NoSuchCase
    return run
