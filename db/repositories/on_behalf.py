"""For whom cases are, where the one who writes is another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, OnBehalf, Person

_TOLD = or_(OnBehalf.born.is_not(None), OnBehalf.phone.is_not(None), OnBehalf.whereabouts.is_not(None))
IDENTIFYING: dict[str, Any] = dict.fromkeys(
    ("born", "phone", "phone_hash", "human_hash", "whereabouts", "code", "code_hash", "code_expires_at")
)


async def of_case(session: AsyncSession, case_id: int) -> OnBehalf | None:
    """For whom a case is; None: for the one who writes."""
    return await session.scalar(select(OnBehalf).where(OnBehalf.case_id == case_id))


async def hides_writer(session: AsyncSession, case_id: int) -> bool:
    """Whether who writes in a case reports about somebody and does not want staff to see who they are."""
    hidden = select(OnBehalf.id).where(OnBehalf.case_id == case_id, OnBehalf.reporter_shown.is_(False))
    return await session.scalar(hidden) is not None


async def counted_person(session: AsyncSession, case_id: int, writer_id: int) -> int:
    """Whose facts a case counts: the beneficiary's, where that is not the one who writes."""
    found = await session.scalar(select(OnBehalf.beneficiary_id).where(OnBehalf.case_id == case_id))
    return writer_id if found is None else found


async def by_code(session: AsyncSession, code_hash: bytes, now: datetime) -> OnBehalf | None:
    """Whoever this code, still good at `now` (business time), was made for, as it is at this moment."""
    valid = select(OnBehalf).where(OnBehalf.code_hash == code_hash, OnBehalf.code_expires_at > now)
    return await session.scalar(valid.execution_options(populate_existing=True))


async def told_by(session: AsyncSession, person_id: int) -> Sequence[OnBehalf]:
    """What a person told us of others, as far as it is still held; the oldest first."""
    query = select(OnBehalf).join(Case, Case.id == OnBehalf.case_id).join(Person, Person.id == OnBehalf.beneficiary_id)
    named = Person.telegram_id.is_(None) & Person.name.is_not(None)
    held = query.where(Case.person_id == person_id, or_(_TOLD, named))
    return (await session.scalars(held.order_by(OnBehalf.id))).all()


async def told_about(session: AsyncSession, person_id: int) -> Sequence[OnBehalf]:
    """What others told us of a person, as far as it is still held; the oldest first."""
    held = select(OnBehalf).where(OnBehalf.beneficiary_id == person_id, _TOLD)
    return (await session.scalars(held.order_by(OnBehalf.id))).all()


async def forget(session: AsyncSession, case_ids: Sequence[int]) -> None:
    """What identifies the beneficiaries of these cases goes; names too, of those who have no account of their own."""
    about = OnBehalf.case_id.in_(case_ids)
    they = select(OnBehalf.beneficiary_id).where(about)
    await session.execute(
        update(Person)
        .where(Person.id.in_(they), Person.telegram_id.is_(None))
        .values(name=None, indexed=False)
        .execution_options(synchronize_session="fetch")
    )
    await session.execute(
        update(OnBehalf).where(about).values(IDENTIFYING).execution_options(synchronize_session="fetch")
    )


async def forget_beneficiary(session: AsyncSession, person_id: int) -> None:
    """The same for everything that others told about one human."""
    await session.execute(
        update(OnBehalf)
        .where(OnBehalf.beneficiary_id == person_id)
        .values(IDENTIFYING)
        .execution_options(synchronize_session="fetch")
    )
