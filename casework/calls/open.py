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
from db.models import Reading
from db.repositories import calls, people, staff


@dataclass(frozen=True, slots=True)
class OpenCall:
    """`on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked."""

    case_id: int
    on_desk: bool = False


@act("call.open")
async def open_call(ctx: Context, data: OpenCall) -> StaffCallSight:
    """Number, name and wish, as far as we know them. The reading is logged, once: on the desk it is the same look.

    NoNumber where there is none, or where the person must not be phoned.
    """
    case = await seen(ctx, data.case_id, "call.open")
    person = await people.by_id(ctx.uow.session, case.person_id)
    call = await to_phone(ctx, case, person)
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskCall(case.id, member.id), case=case)
    else:
        ctx.uow.session.add(Reading(case_id=case.id, person_id=person.id, staff_id=ctx.actor.id or 0, at=ctx.now))
    return call_of(case, person, call, await calls.tried(ctx.uow.session, case.id))
