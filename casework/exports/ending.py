"""A file came to its end: what was gathered for it is kept no longer."""

from __future__ import annotations

from casework.context import Context
from casework.exports.progress import show_progress
from db.models import Export
from db.repositories import exports
from rules.exports import ExportState


async def ended(ctx: Context, export: Export, state: ExportState) -> None:
    """Ends a locked one so; its asker sees it."""
    export.state, export.ended_at = state.value, ctx.now
    await exports.forget_rows(ctx.uow.session, export.id)
    await show_progress(ctx, export)
