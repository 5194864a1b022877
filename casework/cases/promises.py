"""By when we promise a first answer, and who decides where it is not us."""

from __future__ import annotations

from datetime import datetime

from casework.context import Context
from db.models import Case
from db.repositories import staff
from rules.catalogue import Catalogue
from rules.deadlines import first_reply_by
from rules.intake import Elsewhere, decided_elsewhere


async def promised_reply(ctx: Context, organisation_id: int, *, crisis: bool) -> datetime:
    """The last moment (UTC) of our own promise to somebody who waits from now on."""
    organisation = await staff.organisation_by_id(ctx.uow.session, organisation_id)
    return first_reply_by(ctx.catalogue, ctx.now, crisis, organisation=organisation.slug)


async def waits_for_us(ctx: Context, case: Case) -> None:
    """The person of a locked case waits for an answer from now on, if they did not already."""
    if case.waiting_since is None:
        case.waiting_since = ctx.now
        case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=case.crisis)


def whose_decision(catalogue: Catalogue, case: Case) -> Elsewhere | None:
    """Who decides a case where it is not us; None where it is: the law set us a deadline, or the service is ours."""
    return None if case.law_by is not None else decided_elsewhere(catalogue, case.intake_kind, case.service)
