"""What a family still owes for a child that is about to leave."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import ApplicationChild
from db.repositories import applications, documents
from db.repositories.recreation import Call
from rules.documents import MISSING


async def lacking_of(session: AsyncSession, call: Call, application_id: int, child: ApplicationChild) -> int:
    """How many documents of the child and of its family were asked for and are not there."""
    application = await applications.by_id(session, application_id)
    if application is None or application.case_id is None:
        return 0
    there = await documents.of_case(session, application.case_id)
    return sum(each.state in MISSING and each.child_id in (None, child.id) for each in there)
