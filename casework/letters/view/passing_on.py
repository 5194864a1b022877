"""What somebody without Telegram has to be told: the letters as they would have read them."""

from __future__ import annotations

from datetime import datetime

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.registering import ToTellSight, WordsToTellSight
from casework.letters.view.look import STAFF_LANGUAGE, VIEWS, Look, view
from db.models import Case, Letter, Person, Telling
from db.repositories import calls, people, staff, tellings
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.phones import spaced


async def to_tell(uow: UnitOfWork, now: datetime, catalogue: Catalogue, case: Case) -> ToTellSight | None:
    """All that waits in a case and is true still, at `now` (business time, UTC); None where nothing does."""
    person = await people.by_id(uow.session, case.person_id)
    rows = await tellings.waiting(uow.session, case.id)
    letters = [sight for row in rows if (sight := await _as_read(uow, now, catalogue, row)) is not None]
    if not letters:
        return None
    return ToTellSight(
        case_id=case.id,
        number=case.number,
        phone=spaced(person.phone) if person.phone is not None and not person.discreet else None,
        name=person.name,
        language=person.language,
        upto=rows[-1].id,
        letters=tuple(letters),
    )


async def _as_read(uow: UnitOfWork, now: datetime, catalogue: Catalogue, row: Telling) -> Sight | None:
    """A letter that never stands in the outbox, looked at like one that does."""
    letter = Letter(kind=row.kind, facts=row.facts, person_id=row.person_id, case_id=row.case_id, chat_id=0)
    return await VIEWS[row.kind](Look(uow, now, catalogue, letter), kinds.Letter.restore(row.kind, row.facts))


async def _nobody_to_tell(look: Look, case: Case) -> bool:
    person: Person = await people.by_id(look.uow.session, case.person_id)
    return person.telegram_id is not None or case.erased_at is not None


@view(kinds.registering.WordsToTell)
async def _words_to_tell(look: Look, letter: kinds.registering.WordsToTell) -> Sight | None:
    case = await look.case(letter.case_id)
    if await _nobody_to_tell(look, case) or not await tellings.count(look.uow.session, case.id):
        return None
    call = await calls.open_of_case(look.uow.session, case.id)
    return look.sight(STAFF_LANGUAGE, WordsToTellSight(case.id, call.due_by if call is not None else None))


@view(kinds.registering.DeskToTell)
async def _desk_to_tell(look: Look, letter: kinds.registering.DeskToTell) -> Sight | None:
    member, case = await staff.by_id(look.uow.session, letter.staff_id), await look.case(letter.case_id)
    if member.removed_at is not None or await _nobody_to_tell(look, case):
        return None
    shown = await to_tell(look.uow, look.now, look.catalogue, case)
    return look.sight(member.language, shown) if shown is not None else None
