"""How far a run is, on the desk of whoever confirmed it."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import BulkRun
from db.repositories import staff


async def show_progress(ctx: Context, run: BulkRun) -> None:
    """Shows it as it is when it is sent."""
    member = await staff.by_id(ctx.uow.session, run.staff_id)
    await show_on_desk(ctx, member, kinds.BulkProgress(run.id), slot=f"bulk:{run.id}")
