"""How far a file is, on the desk of the one who asked."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Export
from db.repositories import staff


async def show_progress(ctx: Context, export: Export) -> None:
    """Shows it as it is when it is sent."""
    member = await staff.by_id(ctx.uow.session, export.staff_id)
    await show_on_desk(ctx, member, kinds.exports.ExportProgress(export.id), slot=f"export:{export.id}")
