"""A run over many cases, at the moment."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.bulk import BulkSight, LeftOutLine
from casework.letters.view.look import Look, view
from db.models import BulkRun, StaffMember
from db.repositories import bulk, canned, staff
from db.uow import UnitOfWork
from rules.bulk import CONFIRM_WITHIN, TELLS, UNDOABLE, Action, ItemState, LeftOut, RunState
from rules.catalogue import Catalogue

FIRST = 5
"""Numbers that are shown of many."""


async def bulk_sight(uow: UnitOfWork, catalogue: Catalogue, run: BulkRun, member: StaffMember) -> BulkSight:
    """How far a run is, for whoever confirms it."""
    session, action = uow.session, Action(run.action)
    tally = await bulk.tally(session, run.id)
    counts = {each: sum(count for state, _, count in tally if state == each) for each in ItemState}
    treated = ItemState.UNDONE if run.state == RunState.UNDONE else ItemState.DONE
    shown = ItemState.WAITING if run.state == RunState.PREVIEW else treated
    left = sorted((why, count) for state, why, count in tally if state == ItemState.LEFT_OUT and why is not None)
    lines = [
        LeftOutLine(LeftOut(why), count, tuple(await bulk.numbers(session, run.id, ItemState.LEFT_OUT, why, FIRST)))
        for why, count in left
    ]
    reaches = action in TELLS or action is Action.ASSIGN
    return BulkSight(
        run_id=run.id,
        action=action,
        what=await _what(uow, catalogue, run, member.language),
        state=RunState(run.state),
        total=sum(counts.values()),
        waiting=counts[ItemState.WAITING],
        done=counts[treated],
        people=await bulk.people_of(session, run.id, shown) if reaches else 0,
        numbers=tuple(await bulk.numbers(session, run.id, shown, None, FIRST)),
        left_out=tuple(lines),
        until=run.previewed_at + CONFIRM_WITHIN,
        more=bool(run.facts.get("more")),
        may_undo=run.state == RunState.DONE and action in UNDOABLE and counts[ItemState.DONE] > 0,
    )


async def _what(uow: UnitOfWork, catalogue: Catalogue, run: BulkRun, language: str) -> str:
    """What was chosen, as far as it still has a name."""
    value = str(run.facts["value"])
    match Action(run.action):
        case Action.TAG:
            tag = catalogue.tags.get(value)
            return tag.name[language] if tag else value
        case Action.PRIORITY:
            reason = catalogue.importance_reasons.get(value)
            return reason.name[language] if reason else value
        case Action.CLOSE:
            outcome = catalogue.outcomes.get(value)
            return outcome.name[language] if outcome else value
        case Action.ASSIGN:
            return (await staff.by_id(uow.session, int(value))).work_name
        case Action.ANSWER:
            found = await canned.find(uow.session, int(value))
            return found[1].text if found and run.state == RunState.PREVIEW else found[1].title if found else ""
        case Action.LETTER:
            return run.words or ""


@view(kinds.BulkProgress)
async def _progress(look: Look, letter: kinds.BulkProgress) -> Sight | None:
    run = await bulk.by_id(look.uow.session, letter.run_id)
    if run is None:
        return None
    member = await staff.by_id(look.uow.session, run.staff_id)
    return None if member.removed_at else look.sight(member.language, await _sight(look, run, member))


@view(kinds.BulkDone)
async def _done(look: Look, letter: kinds.BulkDone) -> Sight | None:
    run = await bulk.by_id(look.uow.session, letter.run_id)
    wanted = RunState.UNDONE if letter.undone else RunState.DONE
    if run is None or run.state != wanted:
        return None
    member = await staff.by_id(look.uow.session, letter.staff_id)
    return None if member.removed_at else look.sight(member.language, await _sight(look, run, member))


async def _sight(look: Look, run: BulkRun, member: StaffMember) -> BulkSight:
    return await bulk_sight(look.uow, look.catalogue, run, member)
