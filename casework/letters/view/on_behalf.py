"""The human for whom somebody writes: who may still say so, what the helper is told of their agreement, and what
staff see of them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from casework.letters import kinds
from casework.letters.sights import (
    AgreedSight,
    AgreementCallSight,
    AgreementUnheardSight,
    OnBehalfSight,
    Sight,
    WhomSentSight,
)
from casework.letters.view.call_times import nearest_times
from casework.letters.view.look import Look, view
from casework.letters.view.moments import moment
from db.models import Case, OnBehalf, Person
from db.repositories import calls, on_behalf, people, staff
from db.uow import UnitOfWork
from rules.agreements import AWAITED, grouped_code
from rules.local_time import local_date
from rules.phones import spaced


@view(kinds.WhomSentScreen)
async def _whom_sent(look: Look, letter: kinds.WhomSentScreen) -> Sight | None:
    case = await look.case(letter.case_id)
    row = await on_behalf.of_case(look.uow.session, case.id)
    if row is None or case.erased_at is not None:
        return None
    language, (code, until) = (await look.person()).language, _code(look, row)
    shows = WhomSentSight(
        case_id=case.id,
        number=case.number,
        agreement=row.agreement,
        code=code,
        code_until=until,
        reporter_shown=row.reporter_shown,
        office=look.office(language, await look.entry(case)),
    )
    return look.sight(language, shows)


@view(kinds.AgreedByCode, kinds.AgreementKnown, kinds.AgreementRefused)
async def _agreed(look: Look, letter: kinds.Letter) -> Sight | None:
    assert isinstance(letter, kinds.AgreedByCode | kinds.AgreementKnown | kinds.AgreementRefused)
    case = await look.case(letter.case_id)
    if case.erased_at is not None:
        return None
    language = (await look.person()).language
    return look.sight(language, AgreedSight(case.number, look.office(language, await look.entry(case))))


@view(kinds.AgreementUnheard)
async def _unheard(look: Look, letter: kinds.AgreementUnheard) -> Sight | None:
    case, at = await look.case(letter.case_id), moment(letter.at)
    row = await on_behalf.of_case(look.uow.session, case.id)
    if row is None or case.closed_at is not None or row.agreement not in AWAITED:
        return None
    assert at is not None, "a call has its moment"
    language, (code, until) = (await look.person()).language, _code(look, row)
    shows = AgreementUnheardSight(
        number=case.number,
        at=at,
        by=moment(letter.by),
        wrong=letter.wrong,
        code=code,
        code_until=until,
        office=look.office(language, await look.entry(case)),
    )
    return look.sight(language, shows)


def _code(look: Look, row: OnBehalf) -> tuple[str | None, datetime | None]:
    """The code as it is read out, and until when it is good; neither once it is not."""
    if row.code is None or row.code_expires_at is None or row.code_expires_at <= look.now:
        return None, None
    return grouped_code(row.code), row.code_expires_at


@view(kinds.DeskAgreement)
async def _desk_agreement(look: Look, letter: kinds.DeskAgreement) -> Sight | None:
    member, case = await staff.by_id(look.uow.session, letter.staff_id), await look.case(letter.case_id)
    row = await on_behalf.of_case(look.uow.session, case.id)
    if member.removed_at is not None or case.closed_at is not None or row is None or row.agreement not in AWAITED:
        return None
    shows = await agreement_call_sight(look.uow, case, row)
    return look.sight(member.language, replace(shows, later=await nearest_times(look, case)))


async def agreement_call_sight(uow: UnitOfWork, case: Case, row: OnBehalf) -> AgreementCallSight:
    """Whom to phone to ask for their agreement, as far as we were told."""
    call = await calls.agreement_of_case(uow.session, case.id)
    return AgreementCallSight(
        case_id=case.id,
        number=case.number,
        name=(await people.by_id(uow.session, row.beneficiary_id)).name,
        phone=spaced(row.phone) if row.phone else None,
        relation=row.relation,
        start=call.from_at if call is not None else None,
        end=call.due_by if call is not None else None,
        attempts=call.attempts if call is not None else 0,
        tries=await calls.tried(uow.session, case.id),
    )


async def may_be_for_another(uow: UnitOfWork, person: Person, case: Case) -> bool:
    """Not on a phone that may be searched: there no name of anybody is asked."""
    if person.watched or case.closed_at is not None:
        return False
    return await on_behalf.of_case(uow.session, case.id) is None


async def on_behalf_sight(uow: UnitOfWork, case: Case) -> OnBehalfSight | None:
    """None where the case is for the one who writes."""
    row = await on_behalf.of_case(uow.session, case.id)
    return None if row is None else await told_line(uow, row)


async def told_line(uow: UnitOfWork, row: OnBehalf) -> OnBehalfSight:
    """All that was told of the human."""
    told_age = row.born is not None and row.born.isdigit()
    return OnBehalfSight(
        relation=row.relation,
        agreement=row.agreement,
        agreed_on=local_date(row.agreed_at) if row.agreed_at else None,
        name=(await people.by_id(uow.session, row.beneficiary_id)).name,
        born=date.fromisoformat(row.born) if row.born and not told_age else None,
        age=int(row.born) if row.born and told_age else None,
        phone=row.phone,
        whereabouts=row.whereabouts,
        writer_shown=row.reporter_shown,
    )
