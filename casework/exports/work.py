"""The clock's part: one portion of a file in one transaction, so that whatever dies in between is undone whole and done
again, and nothing is done twice.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from casework.act import act
from casework.context import Actor, Context
from casework.exports.cells import Reader
from casework.exports.ending import ended
from casework.exports.progress import show_progress
from casework.letters import kinds
from casework.letters.write import tell_desk
from casework.readings.log import write_down
from db.models import Case, Export, ExportItem, StaffMember
from db.repositories import exports, recreation, staff
from rules.exports import (
    EXPORTED,
    FIELDS,
    KEPT_FOR,
    MOST_TRIES,
    PERSONAL,
    PORTION,
    ExportKind,
    ExportReason,
    ExportState,
)
from rules.files import in_parts
from rules.roles import LEADS, Role

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class WorkExports:
    """The next portion of any file."""


@dataclass(frozen=True, slots=True)
class ExportsWorked:
    """How many rows were gathered, how many files are ready, and how many came to an end without being sent."""

    rows: int = 0
    ready: int = 0
    over: int = 0


@act("export.work")
async def work_exports(ctx: Context, data: WorkExports) -> ExportsWorked:
    """Gathers a portion, or makes ready what is gathered. Two processes pass over what the other holds. A portion that
    fails leaves no trace but its count; after `MOST_TRIES` the asker is told.
    """
    session = ctx.uow.session
    left = await exports.left_since(session, ctx.now - KEPT_FOR)
    for each in left:
        await ended(ctx, each, ExportState.FAILED)
    export = await exports.next_going(session)
    if export is None:
        return ExportsWorked(over=len(left))
    member = await staff.by_id(session, export.staff_id)
    if member.removed_at is not None or Role(member.role) not in LEADS:
        await ended(ctx, export, ExportState.STOPPED)
        return ExportsWorked(over=1 + len(left))
    export_id = export.id
    try:
        async with session.begin_nested():
            return await _go_on(ctx, export, member)
    except Exception as exc:  # noqa: BLE001 - one file's fault must not stop the others; it is counted, told in the end
        log.warning("export_portion_failed", export=export_id, error=type(exc).__name__)
        await session.refresh(export)
    export.tries += 1
    if export.tries >= MOST_TRIES:
        await ended(ctx, export, ExportState.FAILED)
        return ExportsWorked(over=1 + len(left))
    return ExportsWorked()


async def _go_on(ctx: Context, export: Export, member: StaffMember) -> ExportsWorked:
    items = await exports.portion(ctx.uow.session, export.id, PORTION)
    if not items:
        await _ready(ctx, export, member)
        return ExportsWorked(ready=1)
    rows = await _gather(ctx, export, member, items)
    export.done += len(items)
    export.rows += rows
    await ctx.uow.session.flush()
    await show_progress(ctx, export)
    return ExportsWorked(rows=len(items))


async def _gather(ctx: Context, export: Export, member: StaffMember, items: Sequence[ExportItem]) -> int:
    """Fills in the rows; of each family of which something is read a line is written, once for the whole file."""
    session, kind = ctx.uow.session, ExportKind(export.kind)
    cases = await exports.applications_of(session, sorted({each.case_id for each in items}))
    children = await exports.children(session, [each.child_id for each in items if each.child_id is not None])
    files = await exports.files_of(session, [each.facts["file"] for each in items if "file" in each.facts])
    call = await recreation.call_of_version(session, export.version_id)
    reader = Reader(ctx.catalogue, member.language, call.terms, files)
    seen: dict[int, Case] = {}
    gathered = 0
    for item in items:
        found = cases.get(item.case_id)
        application, case = found if found is not None else (None, None)
        child = children.get(item.child_id or 0)
        cells = reader.cells(kind, item, application, child) if application is not None else None
        if cells is None:
            # Erased since it was asked for: what is not there is not read.
            await session.delete(item)
            continue
        item.cells = json.dumps(cells, ensure_ascii=False)
        gathered += 1
        if case is not None:
            seen[case.id] = case
    if kind in PERSONAL:
        await _write_down(ctx, export, member, call.terms.columns, seen)
    return gathered


async def _write_down(
    ctx: Context, export: Export, member: StaffMember, columns: Sequence[str], seen: dict[int, Case]
) -> None:
    """A family whose rows stand in two portions has one line."""
    actor = Actor(Role(member.role), member.id, member.organisation_id, member.telegram_id)
    # One look has one moment: that of the question.
    theirs = Context(ctx.uow, actor, export.asked_at, ctx.catalogue, ctx.rules)
    before = await exports.read_before(ctx.uow.session, export, sorted(seen))
    reason = ExportReason(export.reason).value
    fields = FIELDS.get(ExportKind(export.kind), tuple(columns))
    for case in seen.values():
        if case.id not in before:
            write_down(theirs, case, case.person_id, what=EXPORTED, reason=reason, fields=fields)


async def _ready(ctx: Context, export: Export, member: StaffMember) -> None:
    if not export.rows:
        await ended(ctx, export, ExportState.FAILED)
        return
    export.state = ExportState.READY.value
    if export.kind == ExportKind.PAPERS:
        sizes = await exports.sizes(ctx.uow.session, export.id)
        export.parts = in_parts(sizes)
        for part in range(1, len(export.parts) + 1):
            letter = kinds.exports.ExportPapers(export.id, member.id, part)
            await tell_desk(ctx, member, letter, key=f"{export.id}:{part}")
    else:
        await tell_desk(ctx, member, kinds.exports.ExportTable(export.id, member.id), key=str(export.id))
    await ctx.uow.session.flush()
    await show_progress(ctx, export)
