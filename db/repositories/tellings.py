"""What people without Telegram have to be told by a human."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Telling

_WAITS = Telling.ended_at.is_(None)


async def add(
    session: AsyncSession,
    case_id: int,
    person_id: int,
    kind: str,
    facts: dict[str, Any],
    *,
    key: str | None,
    now: datetime,
) -> int | None:
    """One more thing to tell; its id, or None where the same was written before."""
    new = insert(Telling).values(case_id=case_id, person_id=person_id, kind=kind, facts=facts, key=key, written_at=now)
    return await session.scalar(new.on_conflict_do_nothing().returning(Telling.id))


async def waiting(session: AsyncSession, case_id: int) -> Sequence[Telling]:
    """What nobody has told yet, in the order in which it was written."""
    query = select(Telling).where(Telling.case_id == case_id, _WAITS).order_by(Telling.id)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def count(session: AsyncSession, case_id: int) -> int:
    """How much of it there is."""
    query = select(func.count()).select_from(Telling).where(Telling.case_id == case_id, _WAITS)
    return await session.scalar(query) or 0


async def of_message(session: AsyncSession, case_id: int, message_id: int) -> Sequence[Telling]:
    """What was or is to be told of one staff message, the newest last."""
    about = Telling.facts["message_id"].as_integer() == message_id
    return (await session.scalars(select(Telling).where(Telling.case_id == case_id, about).order_by(Telling.id))).all()
