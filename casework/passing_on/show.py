"""Whoever is to tell it sees the words and the number: for this one look, and it is written down."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.sights.registering import ToTellSight
from casework.letters.view.passing_on import to_tell
from casework.letters.write import tell_desk
from db.models import Reading
from db.repositories import staff


@dataclass(frozen=True, slots=True)
class ShowTellings:
    """`on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked."""

    case_id: int
    on_desk: bool = False


@act("telling.show")
async def show_tellings(ctx: Context, data: ShowTellings) -> ToTellSight:
    """All that waits to be told, word for word, with the number; the reading is logged once. Stale for nothing."""
    case = await seen(ctx, data.case_id, "telling.show")
    shown = await to_tell(ctx.uow, ctx.now, ctx.catalogue, case)
    if shown is None:
        raise Stale
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.registering.DeskToTell(case.id, member.id), case=case)
    else:
        read = Reading(case_id=case.id, person_id=case.person_id, staff_id=ctx.actor.id or 0, at=ctx.now)
        ctx.uow.session.add(read)
    return shown
