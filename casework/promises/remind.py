"""Another office decides: on the day by which we said that we look, somebody is told to."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.history import Event, record
from casework.cases.promises import whose_decision
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk
from casework.promises.owners import present_owner
from db.models import Case
from db.repositories import promises, staff
from rules.deadlines import check_by
from rules.intake import decision_is_ours
from rules.local_time import local_date

BATCH = 200
"""Cases looked at in one run; the oldest come first."""


@dataclass(frozen=True, slots=True)
class Remind:
    """All cases of all organisations."""


@act("promise.remind")
async def remind(ctx: Context, data: Remind) -> int:
    """Writes to the owner, or to the leads where nobody has the case, once a case; returns for how many."""
    kinds_of_others = [kind.slug for kind in ctx.catalogue.intake_kinds.values() if kind.check is not None]
    services = [each.slug for each in ctx.catalogue.services.values() if not decision_is_ours(each)]
    reminded = 0
    for case in await promises.unchecked(ctx.uow.session, kinds_of_others, services, BATCH):
        if await _is_the_day(ctx, case):
            await _tell(ctx, case)
            reminded += 1
    return reminded


async def _is_the_day(ctx: Context, case: Case) -> bool:
    elsewhere = whose_decision(ctx.catalogue, case)
    if elsewhere is None:
        return False
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    by = check_by(ctx.catalogue, elsewhere.check, case.opened_at, organisation=organisation.slug)
    return local_date(by) <= local_date(ctx.now)


async def _tell(ctx: Context, case: Case) -> None:
    owner = await present_owner(ctx, case)
    readers = [owner] if owner is not None else await staff.leads(ctx.uow.session, case.organisation_id)
    for member in readers:
        await tell_desk(ctx, member, kinds.CheckDue(case.id, member.id), case=case, key=f"{case.id}:{member.id}")
    record(ctx, case, Event.CHECK_DUE)
