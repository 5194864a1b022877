"""What a family still owes for a child that is about to leave."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from casework.recreation.again import to_renew
from casework.recreation.owing import owed_in_case
from db.models import ApplicationChild
from db.repositories import applications, documents
from rules.documents import MISSING


async def lacking_of(session: AsyncSession, application_id: int, child: ApplicationChild, now: datetime) -> int:
    """How many documents of the child and of its family were asked for and are not there, or end before the shift
    begins, and how many questions of later steps have no answer.
    """
    application = await applications.by_id(session, application_id)
    if application is None or application.case_id is None:
        return 0
    there = await documents.of_case(session, application.case_id)
    missing = sum(each.state in MISSING and each.child_id in (None, child.id) for each in there)
    owed = len(await owed_in_case(session, application.case_id, [child.id]))
    return missing + owed + len(await to_renew(session, application, there, [child], now))
