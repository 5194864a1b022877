"""The team's day and week, on a desk."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.repositories import staff, team
from rules.local_time import local_date

FAR = 366
"""Days that the calendar goes back and ahead."""


@dataclass(frozen=True, slots=True)
class ShowAgenda:
    """A local day, by its ordinal (0: today), or the week around it; `member_id`: of one colleague alone (0: all)."""

    day: int = 0
    week: bool = False
    member_id: int = 0


@act("appointment.agenda")
async def show_agenda(ctx: Context, data: ShowAgenda) -> None:
    """Puts it on the desk: who meets somebody when, by case numbers. Stale for a colleague or day that is none."""
    session, today = ctx.uow.session, local_date(ctx.now).toordinal()
    reader, day = await staff.by_id(session, ctx.actor.id or 0), data.day or today
    if abs(day - today) > FAR:
        raise Stale
    if data.member_id and await team.member_of(session, reader.organisation_id, data.member_id) is None:
        raise Stale
    await show_on_desk(ctx, reader, kinds.appointments.AgendaScreen(reader.id, day, data.week, data.member_id))
