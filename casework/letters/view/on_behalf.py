"""The human for whom somebody writes: who may still say so, and how staff see them in the details."""

from __future__ import annotations

from datetime import date

from casework.letters.sights import OnBehalfSight
from db.models import Case, Person
from db.repositories import on_behalf, people
from db.uow import UnitOfWork
from rules.local_time import local_date


async def may_be_for_another(uow: UnitOfWork, person: Person, case: Case) -> bool:
    """Not on a phone that may be searched: there no name of anybody is asked."""
    if person.watched or case.closed_at is not None:
        return False
    return await on_behalf.of_case(uow.session, case.id) is None


async def on_behalf_sight(uow: UnitOfWork, case: Case) -> OnBehalfSight | None:
    """None where the case is for the one who writes."""
    row = await on_behalf.of_case(uow.session, case.id)
    if row is None:
        return None
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
