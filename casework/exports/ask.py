"""A lead asks for a file out of a campaign, with a reason, and may stop it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.trying import opened
from casework.context import Context
from casework.errors import ExportFlaw, Stale
from casework.exports.ending import ended
from casework.exports.progress import show_progress
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Export
from db.repositories import exports
from rules.exports import UNFINISHED, ExportKind, ExportReason, ExportState


@dataclass(frozen=True, slots=True)
class ShowExports:
    """`kind`: what it is for is asked next; None: which files there are."""

    campaign_id: int
    kind: ExportKind | None = None


@act("export.show")
async def show_exports(ctx: Context, data: ShowExports) -> None:
    """Puts it on the lead's desk. Stale for a campaign of another organisation."""
    member, call = await opened(ctx, data.campaign_id)
    kind = data.kind.value if data.kind is not None else ""
    await show_on_desk(ctx, member, kinds.exports.ExportsScreen(member.id, call.campaign.id, kind))


@dataclass(frozen=True, slots=True)
class AskExport:
    """Which file, and what for."""

    campaign_id: int
    kind: ExportKind
    reason: ExportReason


@act("export.ask")
async def ask_export(ctx: Context, data: AskExport) -> int:
    """Writes down who wants what and why, and which rows there are at this moment; they are gathered by the clock. Its
    id.

    ExportFlaw: `going` where the lead waits for one of this kind already, `empty` where it would have no row. Stale as
    above.
    """
    member, call = await opened(ctx, data.campaign_id)
    if await exports.unfinished(ctx.uow.session, member.id, data.kind) is not None:
        raise ExportFlaw(why="going")
    export = Export(
        campaign_id=call.campaign.id,
        version_id=call.version.id,
        staff_id=member.id,
        kind=data.kind.value,
        reason=data.reason.value,
        state=ExportState.GOING.value,
        total=0,
        asked_at=ctx.now,
    )
    ctx.uow.session.add(export)
    await ctx.uow.session.flush()
    export.total = await exports.write_rows(ctx.uow.session, export)
    if not export.total:
        await ctx.uow.session.delete(export)
        raise ExportFlaw(why="empty")
    await show_progress(ctx, export)
    return export.id


@dataclass(frozen=True, slots=True)
class StopExport:
    """One that is not sent yet."""

    export_id: int


@act("export.stop")
async def stop_export(ctx: Context, data: StopExport) -> None:
    """Ends it: what was gathered is forgotten, what was read stays in the log. Stale where it is not the lead's own, or
    is over.
    """
    export = await exports.lock(ctx.uow.session, data.export_id)
    if export is None or export.staff_id != ctx.actor.id or ExportState(export.state) not in UNFINISHED:
        raise Stale
    await ended(ctx, export, ExportState.STOPPED)
