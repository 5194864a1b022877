"""By when we promise a first answer: the hours of the organisation whose case it is."""

from __future__ import annotations

from datetime import datetime

from casework.context import Context
from db.repositories import staff
from rules.deadlines import first_reply_by


async def promised_reply(ctx: Context, organisation_id: int, *, crisis: bool) -> datetime:
    """The last moment (UTC) of our own promise to somebody who waits from now on."""
    organisation = await staff.organisation_by_id(ctx.uow.session, organisation_id)
    return first_reply_by(ctx.catalogue, ctx.now, crisis, organisation=organisation.slug)
