"""The operator invites a staff member, or gives a code that binds a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework.act import act
from casework.context import Context
from casework.errors import NotPermitted
from casework.staff.codes import code_hash, new_code
from db.models import BindCode, Organisation, StaffInvite
from db.repositories import staff
from rules.roles import STAFF, Role

VALID_FOR = timedelta(days=3)
JOIN_PREFIX = "staff-"
"""What the payload of an invitation's link begins with; the code follows."""


def join_link(username: str, code: str) -> str:
    """An invitation that only has to be pressed; `username`: the bot's own at Telegram."""
    return f"https://t.me/{username}?start={JOIN_PREFIX}{code}"


@dataclass(frozen=True, slots=True)
class Invite:
    """A future staff member: role and work name."""

    role: Role
    work_name: str


@act("staff.invite")
async def invite(ctx: Context, data: Invite) -> str:
    """The code of a one-time link, valid for three days. NotPermitted for a role that is no staff role."""
    if data.role not in STAFF:
        raise NotPermitted
    code = new_code()
    ctx.uow.session.add(
        StaffInvite(
            organisation_id=(await _organisation(ctx)).id,
            code_hash=code_hash("invite", code),
            role=data.role.value,
            work_name=data.work_name,
            expires_at=ctx.now + VALID_FOR,
        )
    )
    return code


@dataclass(frozen=True, slots=True)
class NewBindCode:
    """For the organisation of the settings."""


@act("staff.bind_code")
async def new_bind_code(ctx: Context, data: NewBindCode) -> str:
    """A one-time code for `/bind CODE`, valid for three days."""
    code = new_code()
    ctx.uow.session.add(
        BindCode(
            organisation_id=(await _organisation(ctx)).id,
            code_hash=code_hash("bind", code),
            expires_at=ctx.now + VALID_FOR,
        )
    )
    return code


async def _organisation(ctx: Context) -> Organisation:
    entry = ctx.catalogue.organisations[ctx.rules.organisation]
    return await staff.organisation(ctx.uow.session, entry.slug, entry.prefix)
