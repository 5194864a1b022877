"""A staff group does not take what the bot sends: its letters wait, and leads hear what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk
from db.repositories import problems, staff


class Away(StrEnum):
    """What somebody has to put right in the group."""

    REMOVED = "removed"
    NO_RIGHTS = "no-rights"
    NO_FORUM = "no-forum"


@dataclass(frozen=True, slots=True)
class GroupAway:
    """Which group, and what is wrong there."""

    chat_id: int
    reason: Away


@act("staff.group_away")
async def group_away(ctx: Context, data: GroupAway) -> bool:
    """Remembers since when, and tells the organisation's leads once; again only where something else is to be done.

    False where the group is not bound, or this is known already.
    """
    group = await staff.lock_group(ctx.uow.session, data.chat_id)
    if group is None or group.unbound_at is not None or group.away_reason == data.reason:
        return False
    group.away_since = group.away_since or ctx.now
    group.away_reason = data.reason.value
    await ctx.uow.session.flush()
    for member in await staff.leads(ctx.uow.session, group.organisation_id):
        await tell_desk(ctx, member, kinds.GroupAway(member.id, group.id, data.reason.value))
    return True


@dataclass(frozen=True, slots=True)
class GroupBack:
    """The group that takes messages again."""

    chat_id: int


@act("staff.group_back")
async def group_back(ctx: Context, data: GroupBack) -> bool:
    """Lets what waited leave at once, and tells the leads. False where the group was not away."""
    group = await staff.lock_group(ctx.uow.session, data.chat_id)
    if group is None or group.away_since is None:
        return False
    group.away_since = group.away_reason = None
    await ctx.uow.session.flush()
    await problems.end_back_off(ctx.uow.session, data.chat_id)
    ctx.uow.nudge("outbox")
    for member in await staff.leads(ctx.uow.session, group.organisation_id):
        await tell_desk(ctx, member, kinds.GroupBack(member.id, group.id))
    return True
