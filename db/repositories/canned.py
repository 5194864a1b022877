"""Canned answers of an organisation and their versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CannedAnswer, CannedVersion
from db.session import lock_row

Answer = tuple[CannedAnswer, CannedVersion]
"""An answer with its newest version."""

_NEWEST = (
    select(CannedVersion.number)
    .where(CannedVersion.answer_id == CannedAnswer.id)
    .order_by(CannedVersion.number.desc())
    .limit(1)
    .correlate(CannedAnswer)
    .scalar_subquery()
)
_WITH_NEWEST = select(CannedAnswer, CannedVersion).join(
    CannedVersion, (CannedVersion.answer_id == CannedAnswer.id) & (CannedVersion.number == _NEWEST)
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answer shall say."""

    title: str
    text: str


async def seeds(session: AsyncSession, organisation_id: int) -> set[tuple[str, str]]:
    """Which answers of the catalogue the organisation has or had, each as (slug, language)."""
    query = select(CannedAnswer.seed, CannedAnswer.language).where(
        CannedAnswer.organisation_id == organisation_id, CannedAnswer.seed.is_not(None)
    )
    return {(seed, language) for seed, language in await session.execute(query) if seed is not None}


async def add(
    session: AsyncSession,
    organisation_id: int,
    language: str,
    group: str,
    draft: Draft,
    *,
    at: datetime,
    staff_id: int | None,
    seed: str | None = None,
) -> int | None:
    """A new answer with its first version; its id. None where somebody else has just added this seed."""
    values = {"organisation_id": organisation_id, "language": language, "service_group": group, "seed": seed}
    made = insert(CannedAnswer).values(**values).on_conflict_do_nothing().returning(CannedAnswer.id)
    answer_id = await session.scalar(made)
    if answer_id is not None:
        await _write(session, answer_id, 1, draft, at, staff_id)
    return answer_id


async def write(
    session: AsyncSession, answer_id: int, draft: Draft, *, at: datetime, staff_id: int | None
) -> CannedVersion:
    """A new version of a locked answer."""
    newest = await find(session, answer_id)
    assert newest is not None, "the answer is locked"
    return await _write(session, answer_id, newest[1].number + 1, draft, at, staff_id)


async def _write(
    session: AsyncSession, answer_id: int, number: int, draft: Draft, at: datetime, staff_id: int | None
) -> CannedVersion:
    said = {"title": draft.title, "text": draft.text}
    version = CannedVersion(answer_id=answer_id, number=number, at=at, staff_id=staff_id, **said)
    session.add(version)
    await session.flush()
    return version


async def lock(session: AsyncSession, answer_id: int) -> CannedAnswer | None:
    """An answer, locked until the transaction ends."""
    return await lock_row(session, CannedAnswer, answer_id)


async def find(session: AsyncSession, answer_id: int) -> Answer | None:
    """An answer, removed or not, with its newest version."""
    row = (await session.execute(_WITH_NEWEST.where(CannedAnswer.id == answer_id))).one_or_none()
    return None if row is None else (row[0], row[1])


async def standing(session: AsyncSession, organisation_id: int, language: str) -> list[Answer]:
    """The answers of an organisation in a language, in the order in which they came."""
    query = _WITH_NEWEST.where(
        CannedAnswer.organisation_id == organisation_id,
        CannedAnswer.language == language,
        CannedAnswer.removed_at.is_(None),
    )
    return [(answer, version) for answer, version in await session.execute(query.order_by(CannedAnswer.id))]


async def versions(session: AsyncSession, answer_id: int, limit: int) -> Sequence[CannedVersion]:
    """What an answer said last, the newest first."""
    query = select(CannedVersion).where(CannedVersion.answer_id == answer_id).order_by(CannedVersion.number.desc())
    return (await session.scalars(query.limit(limit))).all()
