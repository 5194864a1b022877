"""What the bot can't do in a group, leads are told to do themselves."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk
from db.models import StaffMember
from db.repositories import staff


async def by_hand(ctx: Context, member: StaffMember, group_id: int, why: str) -> None:
    """Leads of the organisation hear that somebody who was removed is still in a group, and `why` the bot failed."""
    for lead in await staff.leads(ctx.uow.session, member.organisation_id):
        letter = kinds.RemoveByHand(lead.id, member.id, group_id, why)
        await tell_desk(ctx, lead, letter, key=f"{once(member, group_id)}:{lead.id}")


def once(member: StaffMember, group_id: int) -> str:
    """One removal from one group: whoever comes back by a new link can be removed once more."""
    removed = int(member.removed_at.timestamp()) if member.removed_at is not None else 0
    return f"{member.id}:{group_id}:{removed}"
