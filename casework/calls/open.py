"""Whoever phones sees the number: for this one look, and it is written down."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.calls.phoning import to_phone
from casework.cases.access import seen
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import StaffCallSight
from casework.letters.view.calls import call_of
from casework.letters.write import tell_desk
from casework.readings.log import reason_of, write_down
from casework.readings.shown import of_call
from db.repositories import people, staff
from rules.readings import Implied


@dataclass(frozen=True, slots=True)
class OpenCall:
    """`reason`: why, by its slug, where the case is not the actor's own and no call is to be made.

    `on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked.
    """

    case_id: int
    reason: str | None = None
    on_desk: bool = False


@act("call.open")
async def open_call(ctx: Context, data: OpenCall) -> StaffCallSight:
    """Number, name and wish, as far as we know them. The reading is logged, once: on the desk it is the same look.

    NoNumber where there is none, or where the person must not be phoned; ReasonNeeded where the case is not the actor's
    own and no call is to be made.
    """
    case = await seen(ctx, data.case_id, "call.open")
    person = await people.by_id(ctx.uow.session, case.person_id)
    call = await to_phone(ctx, case, person)
    shown = await call_of(ctx.uow, ctx.catalogue, case, person, call)
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskCall(case.id, member.id), case=case)
        return shown
    reason = await reason_of(ctx, case, data.reason, implied=Implied.CALL if call is not None else None)
    write_down(ctx, case, person.id, reason=reason, fields=of_call(shown))
    return shown
