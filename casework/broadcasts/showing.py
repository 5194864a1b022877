"""How far a run is, on the desks of whoever wrote and confirmed it."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk, tell_desk
from db.models import Broadcast, BroadcastRun, StaffMember
from db.repositories import staff
from rules.broadcasts import SHOWN_EACH


async def show_progress(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> None:
    """Shows it as it is when it is sent. An edit is a call that others could use: it comes no sooner than SHOWN_EACH
    after the last one, and the clock sees to what is left out here.
    """
    if run.shown_at is not None and ctx.now - run.shown_at < SHOWN_EACH:
        return
    run.shown_at = ctx.now
    for staff_id in dict.fromkeys([broadcast.author_id, run.confirmed_by]):
        member = await staff.by_id(ctx.uow.session, staff_id) if staff_id is not None else None
        if member is not None and member.removed_at is None:
            progress = kinds.broadcasts.BroadcastProgress(member.id, run.id)
            await show_on_desk(ctx, member, progress, slot=f"broadcast:{run.id}")


async def tell_result(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> None:
    """Tells its author how it ended."""
    author = await staff.by_id(ctx.uow.session, broadcast.author_id)
    if author.removed_at is None:
        await tell_desk(ctx, author, kinds.broadcasts.BroadcastResult(author.id, run.id), key=str(run.id))


async def others_who_lead(ctx: Context, organisation_id: int, but: int) -> list[StaffMember]:
    """Every lead of an organisation who could confirm what `but` wrote."""
    return [each for each in await staff.leads(ctx.uow.session, organisation_id) if each.id != but]


async def ask_others(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> None:
    """Asks every lead but its author to confirm a run."""
    asked = int(run.asked_at.timestamp()) if run.asked_at is not None else 0
    for member in await others_who_lead(ctx, broadcast.organisation_id, broadcast.author_id):
        letter = kinds.broadcasts.BroadcastToConfirm(member.id, run.id)
        await tell_desk(ctx, member, letter, key=f"{run.id}:{asked}:{member.id}")
