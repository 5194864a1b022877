"""Somebody leaves, or lost their phone: in one act their rights end and everything of theirs is out of their hands."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.owning import Why, back_to_queue
from casework.context import Context
from casework.errors import LastLead, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.write import expel, show_on_desk, tell_desk
from casework.staff.by_hand import by_hand, once
from casework.staff.codes import code_hash, new_code
from casework.staff.invite import VALID_FOR
from db.models import StaffInvite, StaffMember
from db.repositories import cases, conversations, duty, staff, sweeping, team
from rules.assigning import may_manage, someone_leads
from rules.roles import Role

GONE = "removed"
"""Why letters to a desk were dropped."""


@dataclass(frozen=True, slots=True)
class AskRemove:
    """Whom; `lost`: their phone is lost, and they may come back by a new link."""

    staff_id: int
    lost: bool


@act("staff.ask_remove")
async def ask_remove(ctx: Context, data: AskRemove) -> None:
    """Asks once more, and says what will happen. Stale, NotPermitted, LastLead."""
    member = await _manageable(ctx, data.staff_id)
    await _someone_stays(ctx, member)
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, reader, kinds.StaffRemoveAskScreen(reader.id, member.id, data.lost))


@dataclass(frozen=True, slots=True)
class Remove:
    """The same, confirmed."""

    staff_id: int
    lost: bool


@act("staff.remove")
async def remove(ctx: Context, data: Remove) -> StaffMember:
    """Ends their rights now, gives their open cases back to the queue, ends links with their name and what they were
    doing; takes them out of the organisation's groups and takes away what stands on their desk, as far as Telegram
    lets bots do that.

    Of two leads who remove each other at once one does. Stale for somebody who is gone already, NotPermitted for an
    admin unless an admin asks, LastLead.
    """
    session = ctx.uow.session
    await team.hold_assigning(session, ctx.actor.organisation_id or 0)
    actor = await team.share(session, ctx.actor.id or 0)
    if actor.removed_at is not None:
        raise NotPermitted
    await _manageable(ctx, data.staff_id)
    member = await staff.lock(session, data.staff_id)
    if member.removed_at is not None:
        raise Stale
    await _someone_stays(ctx, member)
    member.removed_at, member.away_until, member.menu, member.duty_phone = ctx.now, None, None, None
    await duty.take_out(session, member.id, ctx.now)
    await session.flush()
    returned = await _give_back(ctx, member)
    for each in await team.open_invites(session, member.organisation_id, member.work_name, ctx.now):
        each.expires_at = ctx.now
    groups = await _take_out_of_groups(ctx, member)
    older = await _clear_desk(ctx, member)
    if member.id != actor.id:
        screen = kinds.StaffRemovedScreen(actor.id, member.id, returned, groups, older, data.lost)
        await show_on_desk(ctx, actor, screen)
    return member


async def _manageable(ctx: Context, staff_id: int) -> StaffMember:
    """Somebody of the actor's organisation who works there, and is theirs to remove."""
    member = await team.member_of(ctx.uow.session, ctx.actor.organisation_id or 0, staff_id)
    if member is None or member.removed_at is not None:
        raise Stale
    if not may_manage(ctx.actor.role, Role(member.role)):
        raise NotPermitted
    return member


async def _someone_stays(ctx: Context, member: StaffMember) -> None:
    busy = await team.at_work(ctx.uow.session, member.organisation_id)
    others = [Role(each.member.role) for each in busy if each.member.id != member.id]
    if not someone_leads(others, Role(member.role)):
        raise LastLead


async def _give_back(ctx: Context, member: StaffMember) -> int:
    returned = 0
    for case_id in await team.open_ids(ctx.uow.session, member.id):
        case = await cases.lock(ctx.uow.session, case_id)
        if case is not None and case.owner_id == member.id and case.closed_at is None:
            await back_to_queue(ctx, case, Why.REMOVED)
            returned += 1
    return returned


async def _take_out_of_groups(ctx: Context, member: StaffMember) -> int:
    """Each group by an action that is tried until Telegram has answered; leads hear at once of groups in which the bot
    can do nothing now.
    """
    groups = await staff.bound_groups(ctx.uow.session, member.organisation_id)
    if member.telegram_id is None:
        return 0
    for group in groups:
        await expel(ctx, group, kinds.RemoveFromGroup(member.id, group.id), key=once(member, group.id))
        if group.away_since is not None:
            await by_hand(ctx, member, group.id, "away")
    return len(groups)


async def _clear_desk(ctx: Context, member: StaffMember) -> int:
    """What waits never leaves, what stands is taken away; how many messages are out of reach."""
    if member.telegram_id is None:
        return 0
    await conversations.drop_of(ctx.uow.session, member.telegram_id)
    await sweeping.drop_waiting_to_desk(ctx.uow.session, member.telegram_id, GONE)
    await sweeping.hide_now(ctx.uow.session, member.telegram_id)
    await tell_desk(ctx, member, kinds.DeskSweep(member.id))
    return (await sweeping.on_desk(ctx.uow.session, member.telegram_id)).older


@dataclass(frozen=True, slots=True)
class NewLink:
    """Somebody who was removed, and may come back from another account."""

    staff_id: int


@act("staff.new_link")
async def new_link(ctx: Context, data: NewLink) -> str:
    """The code of a one-time link with the same name and role, valid for three days; the one before works no more.

    Stale for somebody who works here, NotPermitted for an admin unless an admin asks.
    """
    session = ctx.uow.session
    member = await team.member_of(session, ctx.actor.organisation_id or 0, data.staff_id)
    if member is None or member.removed_at is None:
        raise Stale
    if not may_manage(ctx.actor.role, Role(member.role)):
        raise NotPermitted
    for each in await team.open_invites(session, member.organisation_id, member.work_name, ctx.now):
        each.expires_at = ctx.now
    code = new_code()
    session.add(
        StaffInvite(
            organisation_id=member.organisation_id,
            code_hash=code_hash("invite", code),
            role=member.role,
            work_name=member.work_name,
            expires_at=ctx.now + VALID_FOR,
        )
    )
    return code
