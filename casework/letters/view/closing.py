"""A solved case before it closes by itself, as the person reads of it."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.closing import ClosesItselfSight
from casework.letters.view.look import Look, view
from casework.letters.view.to_person import number_sight
from casework.reminders.closing import closes_at
from db.repositories import reminders, solved
from db.repositories.reminders import WRITTEN


@view(kinds.closing.ClosesItself)
async def _closes_itself(look: Look, letter: kinds.closing.ClosesItself) -> Sight | None:
    told = await reminders.by_id(look.uow.session, letter.reminder_id)
    if told is None or told.state != WRITTEN or not await solved.still_solved(look.uow.session, [told.id]):
        return None
    person, case = await look.person(), await look.case(letter.case_id)
    outcome = look.catalogue.outcomes.get(case.result or "") if not person.discreet else None
    shows = ClosesItselfSight(
        case_id=case.id,
        number=case.number,
        outcome=outcome.plain[person.language] if outcome else None,
        closes=closes_at(told),
        office=look.office(person.language, await look.entry(case)),
    )
    return look.sight(person.language, shows)


@view(kinds.closing.StaysOpen)
async def _stays_open(look: Look, letter: kinds.closing.StaysOpen) -> Sight | None:
    case = await look.case(letter.case_id)
    return await number_sight(look, case.id) if case.closed_at is None else None
