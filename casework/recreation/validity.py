"""Until when the documents of a case are valid, as staff see it, and where those came from that serve again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from casework.letters.sights.documents import ValiditySight
from casework.recreation.again import day_needed
from db.models import Case
from db.repositories import accepted_before, applications, documents
from rules.documents import DocumentState
from rules.local_time import local_date
from rules.recreation.again import serves

HERE = frozenset({DocumentState.SENT.value, DocumentState.ACCEPTED.value})


async def validity_of(session: AsyncSession, case: Case, now: datetime) -> dict[int, ValiditySight]:
    """Of those documents of a case that are here and of which there is something to say, by the document."""
    there = [each for each in await documents.of_case(session, case.id) if each.state in HERE]
    those = [each for each in there if each.valid_until is not None or each.reused_from is not None]
    if not those:
        return {}
    sources = await accepted_before.sources(session, case.id)
    application = await applications.of_case(session, case.id)
    on = local_date(now) if application is None else await day_needed(session, application, now)
    said = {}
    for each in those:
        source = sources.get(each.id)
        said[each.id] = ValiditySight(
            until=each.valid_until,
            number=source.number if source is not None else None,
            accepted_on=local_date(source.accepted_at) if source is not None and source.accepted_at else None,
            short=None if serves(each.valid_until, on) else on,
        )
    return said
