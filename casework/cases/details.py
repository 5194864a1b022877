"""Who the person is: shown to the one who asks, and written down who asked."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import DetailsSight
from casework.letters.view.staff import details_of
from casework.letters.write import tell_desk
from db.models import Case, Reading
from db.repositories import on_behalf, staff


@dataclass(frozen=True, slots=True)
class ReadDetails:
    """`on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked."""

    case_id: int
    on_desk: bool = False


@act("case.details")
async def read_details(ctx: Context, data: ReadDetails) -> DetailsSight:
    """The person's details, for this one look; the reading is logged for the person and the supervisor, once: on the
    desk it is the same look again.
    """
    case = await seen(ctx, data.case_id, "case.details")
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskDetails(case.id, member.id), case=case)
    else:
        for person_id in await _whose(ctx, case):
            ctx.uow.session.add(Reading(case_id=case.id, person_id=person_id, staff_id=ctx.actor.id or 0, at=ctx.now))
    return await details_of(ctx.uow, ctx.catalogue, case, "uk")


async def _whose(ctx: Context, case: Case) -> list[int]:
    """Whose details are read: the beneficiary's too, and not those of one who reports and stays hidden."""
    other = await on_behalf.of_case(ctx.uow.session, case.id)
    if other is None:
        return [case.person_id]
    return [case.person_id, other.beneficiary_id] if other.reporter_shown else [other.beneficiary_id]
