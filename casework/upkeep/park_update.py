"""We could not handle an update: the person is told, and nothing is thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from casework.problems.desks import refresh_problems
from db.models import Person
from db.repositories import people, problems, staff
from rules.languages import language_for


@dataclass(frozen=True, slots=True)
class ParkedUpdate:
    """The inbox row, the number of the incident, and the account in whose private chat it happened, if it was one."""

    inbox_id: int
    incident: str
    telegram_id: int | None


@act("upkeep.park_update")
async def park_update(ctx: Context, data: ParkedUpdate) -> None:
    """Apologises to the person with the incident's number and the telephone.

    Once: an update that a lead had run again in vain stands on their desks again, the person knows already.
    """
    if await problems.retried(ctx.uow.session, data.inbox_id):
        await refresh_problems(ctx)
    if data.telegram_id is None:
        return
    person = await people.by_telegram(ctx.uow.session, data.telegram_id) or await _newcomer(ctx, data.telegram_id)
    if person is not None:
        await tell_person(ctx, person, kinds.UpdateParked(data.incident), key=str(data.inbox_id))


async def _newcomer(ctx: Context, telegram_id: int) -> Person | None:
    """Somebody whose very first words failed: met here, or they would hear nothing. None for staff on their desk."""
    if await staff.by_telegram(ctx.uow.session, telegram_id) is not None:
        return None
    person = Person(telegram_id=telegram_id, language=language_for(None), created_at=ctx.now)
    ctx.uow.session.add(person)
    await ctx.uow.session.flush()
    return person
