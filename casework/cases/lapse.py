"""An owner who does not come back loses a case that waits for us: it goes back to the queue, and they are told once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.act import act
from casework.cases.owning import Why, back_to_queue
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk
from db.models import Case, Organisation, StaffMember
from db.repositories import cases, staff, team
from db.repositories.team import Silent
from rules.deadlines import lapses_at

BATCH = 50
"""Cases looked at in one run for each organisation: no transaction stays open long; the next run goes on."""
PAUSE = timedelta(hours=1)
"""Working time without a look after which the bot stood still: whoever could not answer meanwhile was not silent."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """All cases of all organisations."""


@dataclass(frozen=True, slots=True)
class Lapsed:
    """How many cases went back to the queue: their owners did nothing, or are gone."""

    silent: int
    gone: int


@act("case.lapse")
async def lapse(ctx: Context, data: Lapse) -> Lapsed:
    """Does what is due, each once over all processes: the case is locked, and nobody has it afterwards."""
    gone = 0
    for case in await team.of_gone_owners(ctx.uow.session, BATCH):
        await back_to_queue(ctx, case, Why.REMOVED)
        gone += 1
    lapsed = 0
    for organisation in await team.organisations(ctx.uow.session):
        if organisation.slug in ctx.catalogue.organisations:
            _look(ctx, organisation)
            found = await team.silent(ctx.uow.session, organisation.id, ctx.now, BATCH)
            lapsed += sum([await _took_back(ctx, organisation, each) for each in found])
    return Lapsed(lapsed, gone)


def _look(ctx: Context, organisation: Organisation) -> None:
    """Notes this look, and whether there was a long pause before it."""
    hours = ctx.catalogue.hours_of(organisation.slug)
    if organisation.watched_at is not None and hours.add_working(organisation.watched_at, PAUSE) < ctx.now:
        organisation.resumed_at = ctx.now
    organisation.watched_at = ctx.now


async def _took_back(ctx: Context, organisation: Organisation, found: Silent) -> bool:
    case = await cases.lock(ctx.uow.session, found.case_id)
    # What holds now, under the lock, counts: the owner may have answered a moment ago.
    still = await team.is_silent(ctx.uow.session, case, ctx.now) if case is not None else None
    if case is None or still is None or case.owner_id is None:
        return False
    since = max(still.since, organisation.resumed_at or still.since)
    if lapses_at(ctx.catalogue, since, case.crisis, organisation=organisation.slug) > ctx.now:
        return False
    owner = await staff.by_id(ctx.uow.session, case.owner_id)
    await back_to_queue(ctx, case, Why.SILENT)
    await _tell(ctx, case, owner, since)
    return True


async def _tell(ctx: Context, case: Case, owner: StaffMember, since: datetime) -> None:
    """The former owner and the leads, each once; in a crisis at any hour."""
    kind = kinds.CaseLapsedCrisis if case.crisis else kinds.CaseLapsed
    leads = {lead.id: lead for lead in await staff.leads(ctx.uow.session, case.organisation_id)}
    for member in ({owner.id: owner} | leads).values():
        letter = kind(member.id, case.id, owner.id, int(since.timestamp()))
        await tell_desk(ctx, member, letter, case=case, key=f"{case.id}:{letter.since}:{owner.id}:{member.id}")
