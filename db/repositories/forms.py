"""Forms on their way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, Campaign, FormDraft
from db.repositories import applications
from db.session import get_row, lock_row
from rules.recreation.campaigns import BEFORE_THE_END

_OWN = FormDraft.staff_id.is_(None)


async def by_id(session: AsyncSession, form_id: int) -> FormDraft | None:
    """A form on its way, whosever it is."""
    return await get_row(session, FormDraft, form_id)


async def lock(session: AsyncSession, form_id: int) -> FormDraft | None:
    """The same, locked until the transaction ends."""
    return await lock_row(session, FormDraft, form_id)


async def of_kind(session: AsyncSession, person_id: int, form: str) -> FormDraft | None:
    """The person's own form of this kind that is on its way."""
    query = select(FormDraft).where(FormDraft.person_id == person_id, FormDraft.form == form, _OWN)
    return await session.scalar(query)


async def noted_by(session: AsyncSession, staff_id: int, application_id: int) -> FormDraft | None:
    """In which a staff member writes down what is said about an application."""
    query = select(FormDraft).where(FormDraft.staff_id == staff_id, FormDraft.application_id == application_id)
    return await session.scalar(query)


async def of_person(session: AsyncSession, person_id: int) -> Sequence[FormDraft]:
    """All that the person has begun, the latest touched first."""
    query = select(FormDraft).where(FormDraft.person_id == person_id, _OWN)
    return (await session.scalars(query.order_by(FormDraft.touched_at.desc(), FormDraft.id.desc()))).all()


async def drop_all(session: AsyncSession, person_id: int) -> int:
    """Deletes all that the person has begun, and what staff began to write down of them; returns how many forms."""
    return await _drop(session, FormDraft.person_id == person_id)


async def drop_stale(session: AsyncSession, before: datetime) -> int:
    """Deletes forms that nobody touched since a moment (business time); returns how many. A person's own application
    waits as long as it can still be sent.
    """
    going_on = (
        select(Application.id)
        .join(Campaign, Campaign.id == Application.campaign_id)
        .where(Campaign.state.in_([state.value for state in BEFORE_THE_END]))
    )
    kept = _OWN & FormDraft.application_id.is_not(None) & FormDraft.application_id.in_(going_on)
    return await _drop(session, FormDraft.touched_at < before, ~kept)


async def drop(session: AsyncSession, draft: FormDraft) -> None:
    """Deletes one of them; an application that was never filed goes with it."""
    await _drop(session, FormDraft.id == draft.id)


async def _drop(session: AsyncSession, *which: ColumnElement[bool]) -> int:
    gone = (await session.scalars(delete(FormDraft).where(*which).returning(FormDraft.application_id))).all()
    await applications.drop_drafts(session, [each for each in gone if each is not None])
    return len(gone)
