"""Somebody follows a one-time link and becomes a staff member."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_desk, tell_desk, tell_newcomer
from casework.staff.codes import code_hash
from db.models import StaffMember
from db.repositories import staff
from rules.languages import language_for


@dataclass(frozen=True, slots=True)
class Join:
    """The code of the link, and who followed it."""

    code: str
    telegram_id: int
    language_code: str | None


@act("staff.join")
async def join(ctx: Context, data: Join) -> StaffMember | None:
    """Makes the account a staff member, or gives an existing one the role of the new invitation.

    None, and a kind answer in the chat, for a code that was never given, was used, or has expired.
    """
    session = ctx.uow.session
    invitation = await staff.lock_invite(session, code_hash("invite", data.code))
    if invitation is None or invitation.used_at is not None or invitation.expires_at <= ctx.now:
        await tell_newcomer(ctx, data.telegram_id, kinds.JoinFailed(language_for(data.language_code)))
        return None
    invitation.used_at = ctx.now
    member = await staff.by_telegram(session, data.telegram_id)
    if member is None:
        member = StaffMember(telegram_id=data.telegram_id, language=language_for(data.language_code), joined_at=ctx.now)
        session.add(member)
    member.organisation_id = invitation.organisation_id
    member.work_name = invitation.work_name
    member.role = invitation.role
    member.removed_at = None
    member.menu = None
    await session.flush()
    await tell_desk(ctx, member, kinds.StaffJoined(member.id))
    await show_desk(ctx, member)
    ctx.uow.nudge("menus")
    return member


@dataclass(frozen=True, slots=True)
class ShowDesk:
    """The home screen of the desk."""


@act("staff.desk")
async def desk(ctx: Context, data: ShowDesk) -> None:
    """Shows the staff member their own open cases."""
    await show_desk(ctx, await staff.by_id(ctx.uow.session, ctx.actor.id or 0))
