"""It was a mistake: a lead takes the decision back."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import Stale, TooLate
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_person
from casework.returning.move import take_back
from db.models import Return
from db.repositories import people, returns
from rules.returning import UNDO_FOR, ReturnState


@dataclass(frozen=True, slots=True)
class UndoReturn:
    """The request that was confirmed."""

    case_id: int


@act("return.undo")
async def undo_return(ctx: Context, data: UndoReturn) -> Return:
    """The cases go back; both are told, the one whose they are since when somebody else could see them.

    Stale where nothing is confirmed, TooLate once the time for it is over.
    """
    session = ctx.uow.session
    reached = await seen(ctx, data.case_id, "return.undo")
    check = await returns.of_case(session, reached.id)
    if check is None or check.former_id is None or check.state == ReturnState.SECOND_LOOK:
        raise Stale
    both = {each: await people.lock(session, each) for each in sorted({check.person_id, check.former_id})}
    case = await locked(ctx, data.case_id, "return.undo")
    if check.state == ReturnState.SETTLED or _too_late(ctx, check):
        raise TooLate
    if check.state != ReturnState.CONFIRMED:
        raise Stale
    person, former = both[check.person_id], both[check.former_id]
    await take_back(ctx, check, person, former)
    check.state = ReturnState.UNDONE.value
    record(ctx, case, Event.RETURN_UNDONE)
    await show_case(ctx, case)
    await show_person(ctx, person, kinds.MyCasesScreen(0))
    await tell_person(ctx, person, kinds.ReturnUndone(check.id), case=case, key=str(check.id))
    await tell_person(ctx, former, kinds.ReturnRestored(check.id), key=str(check.id))
    return check


def _too_late(ctx: Context, check: Return) -> bool:
    return check.decided_at is None or check.decided_at + UNDO_FOR < ctx.now
