"""The list of problems on leads' desks, kept true."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.staff.unowned import sees_unowned
from db.models import StaffMember
from db.repositories import slots, staff


async def show_problems(ctx: Context, member: StaffMember, page: int) -> None:
    """Puts the list on one desk."""
    unowned = await sees_unowned(ctx, member.organisation_id)
    await show_on_desk(ctx, member, kinds.ProblemsScreen(member.id, unowned, max(page, 0)))


async def refresh_problems(ctx: Context, page: int = 0) -> None:
    """Shows the list once more on every desk where it stands: something of it was decided, or came back.

    On the desk of the lead who acts it is shown in any case, at `page`.
    """
    # Always in the same order: two leads who decide at once must not wait for each other's desks.
    for member in await staff.leads(ctx.uow.session):
        if ctx.actor.is_staff and member.id == ctx.actor.id:
            await show_problems(ctx, member, page)
        elif member.telegram_id is not None:
            await _show_again(ctx, member.telegram_id)


async def _show_again(ctx: Context, chat_id: int) -> None:
    slot = await slots.lock_by_key(ctx.uow.session, chat_id, "screen")
    if slot is not None and slot.kind == kinds.ProblemsScreen.kind:
        await slots.show_again(ctx.uow.session, slot)
        ctx.uow.nudge("outbox")
