"""What hangs on a case that ends goes over to the one that goes on, as `rules.duplicates.FATES` says; and back.

Who calls these has locked the person and both cases. What stays is read from the case that goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from casework.cases.moves import move
from casework.context import Context
from casework.deadlines.running import move_due
from casework.documents.reminding import remind_of_missing
from casework.notes.tag import MOST
from casework.reminders.planning import hours_of_case, plan_deadline
from db.models import Call, Case, CaseDeadline, WantedDocument
from db.repositories import calls, deadlines, documents, on_behalf, reminders, tellings, ties
from rules.calls import CallState, Reason
from rules.cases import Verb
from rules.documents import MISSING


async def join(ctx: Context, ends: Case, goes_on: Case) -> dict[str, Any]:
    """Brings over what goes over and joins what both have; what is needed to take it back."""
    rows = {table: await _bring(ctx, table, ends, goes_on) for table in ("case_notes", "form_drafts", "appointments")}
    rows["on_behalf"] = await _for_whom(ctx, ends, goes_on)
    rows["wanted_documents"] = await _documents(ctx, ends, goes_on)
    rows["calls"] = await _calls(ctx, ends, goes_on)
    rows["tellings"] = await _tellings(ctx, ends, goes_on)
    rows["case_deadlines"], joined = await _deadlines(ctx, ends, goes_on)
    facts = _facts(ends, goes_on)
    was = {
        "waiting_since": _written(ends.waiting_since),
        "reply_by": _written(ends.reply_by),
        "unread": ends.unread,
        "owner_id": ends.owner_id,
    }
    _wait_on(ends, goes_on)
    goes_on.unread += ends.unread
    goes_on.indexed = False
    return {"rows": rows, "joined": joined, "was": was, **facts}


def _facts(ends: Case, goes_on: Case) -> dict[str, Any]:
    """Tags, priority and the date of law are joined."""
    tags = [each for each in ends.tags if each not in goes_on.tags][: max(0, MOST - len(goes_on.tags))]
    goes_on.tags = [*goes_on.tags, *tags]
    priority = None
    if ends.priority > goes_on.priority:
        priority = [goes_on.priority, goes_on.priority_reason]
        goes_on.priority, goes_on.priority_reason = ends.priority, ends.priority_reason
    law_by = _written(goes_on.law_by)
    goes_on.law_by = min((each for each in (ends.law_by, goes_on.law_by) if each is not None), default=None)
    return {"tags": tags, "priority": priority, "law_by": law_by}


def _wait_on(ends: Case, goes_on: Case) -> None:
    """Whoever waits for us in the one that ends, waits in the other: since then, and for what was promised first."""
    if ends.waiting_since is None:
        return
    if goes_on.waiting_since is None:
        move(goes_on, Verb.ADD_WORDS)
        goes_on.waiting_since, goes_on.reply_by = ends.waiting_since, ends.reply_by
    else:
        goes_on.waiting_since = min(ends.waiting_since, goes_on.waiting_since)
        goes_on.reply_by = min(ends.reply_by, goes_on.reply_by)


async def _bring(ctx: Context, table: str, ends: Case, goes_on: Case) -> list[int]:
    ids = await ties.ids_of(ctx.uow.session, table, ends.id)
    await ties.hang(ctx.uow.session, table, ids, source=[ends.id], to=goes_on.id)
    return ids


async def _for_whom(ctx: Context, ends: Case, goes_on: Case) -> list[int]:
    """For whom it is goes over where that is not known of the other one."""
    if await on_behalf.of_case(ctx.uow.session, goes_on.id) is not None:
        return []
    return await _bring(ctx, "on_behalf", ends, goes_on)


async def _documents(ctx: Context, ends: Case, goes_on: Case) -> list[int]:
    """What was asked for goes over, with all that came of it; where both asked for the same, the other one's stays."""
    session = ctx.uow.session
    there = {each.document for each in await documents.of_case(session, goes_on.id)}
    those = [each for each in await documents.of_case(session, ends.id) if each.document not in there]
    ids = [each.id for each in those]
    await ties.hang(session, "wanted_documents", ids, source=[ends.id], to=goes_on.id)
    await _remind_of_missing(ctx, those, ends, goes_on)
    return ids


async def _remind_of_missing(ctx: Context, those: Sequence[WantedDocument], source: Case, target: Case) -> None:
    """Documents hang on another case: where one of them is missing both cases remind of what they lack now."""
    if any(each.state in MISSING for each in those):
        await remind_of_missing(ctx, source)
        await remind_of_missing(ctx, target)


async def _calls(ctx: Context, ends: Case, goes_on: Case) -> list[int]:
    """A call that is to be made goes over; where both have one, it is one, by the earlier time of the two."""
    session, moved = ctx.uow.session, []
    there = {_kind(each): each for each in await calls.all_open_of_case(session, goes_on.id)}
    for call in await calls.all_open_of_case(session, ends.id):
        same = there.get(_kind(call))
        if same is None:
            await ties.hang(session, "calls", [call.id], source=[ends.id], to=goes_on.id)
            moved.append(call.id)
            continue
        if call.due_by is not None and same.due_by is not None and call.due_by < same.due_by:
            same.from_at, same.due_by = call.from_at, call.due_by
        call.state, call.ended_at = CallState.CANCELLED.value, ctx.now
    await session.flush()
    return moved


async def _tellings(ctx: Context, ends: Case, goes_on: Case) -> list[int]:
    """What waits to be told to somebody without Telegram goes with the call in which it is told."""
    ids = [each.id for each in await tellings.waiting(ctx.uow.session, ends.id)]
    await ties.hang(ctx.uow.session, "tellings", ids, source=[ends.id], to=goes_on.id)
    return ids


def _kind(call: Call) -> bool:
    return call.reason == Reason.AGREEMENT


async def _deadlines(ctx: Context, ends: Case, goes_on: Case) -> tuple[list[int], list[list[Any]]]:
    """Deadlines run on; where both have one of a rule, it ends at the earlier date."""
    session, moved, joined = ctx.uow.session, [], []
    there = {each.rule: each for each in await deadlines.open_of_case(session, goes_on.id)}
    for deadline in await deadlines.open_of_case(session, ends.id):
        same = there.get(deadline.rule)
        if same is None:
            await _hang_deadline(ctx, deadline, ends, goes_on)
            moved.append(deadline.id)
            continue
        joined.append([deadline.id, same.id, _written(same.due_at)])
        if deadline.due_at < same.due_at:
            await move_due(ctx, goes_on, same, deadline.due_at)
    return moved, joined


async def _hang_deadline(ctx: Context, deadline: CaseDeadline, source: Case, target: Case) -> None:
    await ties.hang(ctx.uow.session, "case_deadlines", [deadline.id], source=[source.id], to=target.id)
    await reminders.cancel_of_deadline(ctx.uow.session, deadline.id, ctx.now)
    await plan_deadline(ctx, target, deadline, await hours_of_case(ctx, target))


async def part(ctx: Context, moved: dict[str, Any], ends: Case, goes_on: Case, chain: list[int]) -> None:
    """Hangs on the case that had ended what went over and is still there (`chain`: the case that goes on, and those
    that went on for it before). What was changed since stays as it is now.
    """
    session = ctx.uow.session
    for table, ids in moved["rows"].items():
        if table == "case_deadlines":
            continue
        await ties.hang(session, table, ids, source=chain, to=ends.id)
    await _part_deadlines(ctx, moved, ends, goes_on)
    goes_on.tags = [each for each in goes_on.tags if each not in moved["tags"]]
    if moved["priority"] is not None and goes_on.priority_reason == ends.priority_reason:
        goes_on.priority, goes_on.priority_reason = moved["priority"]
    if goes_on.law_by == ends.law_by:
        goes_on.law_by = _read(moved["law_by"])
    await session.flush()
    await _remind_of_missing(ctx, await documents.of_case(session, ends.id), goes_on, ends)
    ends.indexed = goes_on.indexed = False


async def _part_deadlines(ctx: Context, moved: dict[str, Any], ends: Case, goes_on: Case) -> None:
    session = ctx.uow.session
    for deadline_id in moved["rows"]["case_deadlines"]:
        deadline = await deadlines.by_id(session, deadline_id)
        if deadline is not None and deadline.case_id == goes_on.id:
            await _hang_back(ctx, deadline, ends, goes_on)
    for own_id, same_id, before in moved["joined"]:
        own, same = await deadlines.by_id(session, own_id), await deadlines.by_id(session, same_id)
        if own is None or same is None or same.ended_at is not None:
            continue
        # The one of the case that goes on still runs, so nobody has done what either wants.
        own.ended_at = own.met_at = None
        await plan_deadline(ctx, ends, own, await hours_of_case(ctx, ends))
        if same.due_at == own.due_at and (at := _read(before)) is not None:
            await move_due(ctx, goes_on, same, at)


async def _hang_back(ctx: Context, deadline: CaseDeadline, ends: Case, goes_on: Case) -> None:
    if deadline.ended_at is None:
        await _hang_deadline(ctx, deadline, goes_on, ends)
    else:
        await ties.hang(ctx.uow.session, "case_deadlines", [deadline.id], source=[goes_on.id], to=ends.id)


def _written(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _read(at: str | None) -> datetime | None:
    return None if at is None else datetime.fromisoformat(at)


def waited(moved: dict[str, Any]) -> tuple[datetime | None, datetime, int]:
    """Since when the person waited in the case that ended, until when we had promised an answer, and how many of their
    messages nobody had answered.
    """
    was = moved["was"]
    return _read(was["waiting_since"]), datetime.fromisoformat(was["reply_by"]), int(was["unread"])
