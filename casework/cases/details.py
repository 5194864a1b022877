"""Who the person is: shown to the one who asks, and written down who asked."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import DetailsSight
from casework.letters.view.details import details_of
from casework.letters.write import tell_desk
from casework.readings.log import reason_of, write_down
from casework.readings.shown import of_details
from db.models import Case
from db.repositories import on_behalf, staff


@dataclass(frozen=True, slots=True)
class ReadDetails:
    """`reason`: why, by its slug, where the case is not the actor's own.

    `on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked.
    """

    case_id: int
    reason: str | None = None
    on_desk: bool = False


@act("case.details")
async def read_details(ctx: Context, data: ReadDetails) -> DetailsSight:
    """The person's details, for this one look; the reading is logged for the person and the supervisor, once: on the
    desk it is the same look again. ReasonNeeded where the case is not the actor's own.
    """
    case = await seen(ctx, data.case_id, "case.details")
    shown = await details_of(ctx.uow, ctx.catalogue, case, "uk")
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskDetails(case.id, member.id), case=case)
        return shown
    reason = await reason_of(ctx, case, data.reason)
    for person_id in await _whose(ctx, case):
        write_down(ctx, case, person_id, reason=reason, fields=of_details(shown))
    return shown


async def _whose(ctx: Context, case: Case) -> list[int]:
    """Whose details are read: the beneficiary's too, and not those of one who reports and stays hidden."""
    other = await on_behalf.of_case(ctx.uow.session, case.id)
    if other is None:
        return [case.person_id]
    return [case.person_id, other.beneficiary_id] if other.reporter_shown else [other.beneficiary_id]
