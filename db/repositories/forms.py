"""Forms on their way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import FormDraft


async def by_id(session: AsyncSession, form_id: int) -> FormDraft | None:
    """A form on its way, whosever it is."""
    return await session.get(FormDraft, form_id)


async def of_kind(session: AsyncSession, person_id: int, form: str) -> FormDraft | None:
    """The person's own form of this kind that is on its way."""
    return await session.scalar(select(FormDraft).where(FormDraft.person_id == person_id, FormDraft.form == form))


async def of_person(session: AsyncSession, person_id: int) -> Sequence[FormDraft]:
    """All that the person has begun, the latest touched first."""
    query = select(FormDraft).where(FormDraft.person_id == person_id)
    return (await session.scalars(query.order_by(FormDraft.touched_at.desc(), FormDraft.id.desc()))).all()


async def drop_all(session: AsyncSession, person_id: int) -> int:
    """Deletes all that the person has begun; returns how many forms."""
    gone = await session.scalars(delete(FormDraft).where(FormDraft.person_id == person_id).returning(FormDraft.id))
    return len(gone.all())


async def drop_stale(session: AsyncSession, before: datetime) -> int:
    """Deletes forms that nobody touched since a moment (business time); returns how many."""
    gone = await session.scalars(delete(FormDraft).where(FormDraft.touched_at < before).returning(FormDraft.id))
    return len(gone.all())
