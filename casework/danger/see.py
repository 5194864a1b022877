"""«Беру»: somebody of staff confirms that they have seen that a person is in danger, and takes it on."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.take import give_to_actor
from casework.context import Context
from casework.danger.alarm import note_seen
from casework.errors import AlreadySeen, Stale
from casework.letters.write import show_case
from db.models import Case
from db.repositories import alarms, staff


@dataclass(frozen=True, slots=True)
class See:
    """The case of the alarm."""

    case_id: int


@act("danger.see")
async def see(ctx: Context, data: See) -> Case:
    """Nobody else is woken from now on, and a case that nobody has is theirs. AlreadySeen names who was first; Stale
    when the alarm is over.
    """
    case = await locked(ctx, data.case_id, "danger.see")
    alarm = await alarms.standing(ctx.uow.session, case.id)
    if alarm is None:
        raise Stale
    if alarm.seen_by is not None and alarm.seen_by != ctx.actor.id:
        raise AlreadySeen(owner=(await staff.by_id(ctx.uow.session, alarm.seen_by)).work_name)
    # Whoever refused in this case may still see the danger; whose it becomes is another's.
    if case.owner_id is None and case.refused_by != ctx.actor.id:
        await give_to_actor(ctx, case)
        await show_case(ctx, case)
    else:
        await note_seen(ctx, case)
    return case
