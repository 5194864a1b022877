"""Internal notes of cases."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CaseNote, StaffMember


async def of_case(session: AsyncSession, case_id: int) -> Sequence[tuple[CaseNote, str]]:
    """The notes of a case with the work names of who wrote them, the newest first."""
    query = (
        select(CaseNote, StaffMember.work_name)
        .join(StaffMember, StaffMember.id == CaseNote.author_id)
        .where(CaseNote.case_id == case_id)
        .order_by(CaseNote.id.desc())
    )
    return [(note, work_name) for note, work_name in await session.execute(query)]


async def at(session: AsyncSession, chat_id: int, telegram_message_id: int) -> CaseNote | None:
    """The note that was written in this Telegram message."""
    query = select(CaseNote).where(CaseNote.chat_id == chat_id, CaseNote.telegram_message_id == telegram_message_id)
    return (await session.scalars(query.limit(1))).first()
