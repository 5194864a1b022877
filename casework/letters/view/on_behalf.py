"""The human for whom somebody writes, as staff see them in the details."""

from __future__ import annotations

from datetime import date

from casework.letters.sights import OnBehalfSight
from db.models import Case
from db.repositories import on_behalf, people
from db.uow import UnitOfWork
from rules.local_time import local_date


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
