"""Documents that cases need."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, File, Message, WantedDocument
from db.session import get_row, lock_row
from rules.documents import MISSING

_MISSING = sorted(each.value for each in MISSING)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document that came, or will: how many, and the message of the first."""

    count: int
    first: int


async def of_case(session: AsyncSession, case_id: int) -> Sequence[WantedDocument]:
    """All of a case, in the order in which they were chosen."""
    query = select(WantedDocument).where(WantedDocument.case_id == case_id).order_by(WantedDocument.id)
    return (await session.scalars(query)).all()


async def by_id(session: AsyncSession, document_id: int) -> WantedDocument | None:
    """One of them."""
    return await get_row(session, WantedDocument, document_id)


async def lock(session: AsyncSession, document_id: int) -> WantedDocument | None:
    """The same, locked until the transaction ends; after its case."""
    return await lock_row(session, WantedDocument, document_id)


async def pages(session: AsyncSession, document: WantedDocument) -> Pages | None:
    """What was sent last for it; None where nothing came. The album is its own: it may stand in a case that was merged
    into this one.
    """
    query = (
        select(func.count(), func.min(File.message_id))
        .select_from(File)
        .join(Message, Message.id == File.message_id)
        .where(File.album == document.album, Message.author_kind == "person")
    )
    count, first = (await session.execute(query)).one()
    return Pages(count, first) if count and first is not None else None


async def count_missing(session: AsyncSession, case_id: int) -> int:
    """How many the person is expected to send."""
    query = select(func.count()).where(WantedDocument.case_id == case_id, WantedDocument.state.in_(_MISSING))
    return await session.scalar(query) or 0


async def missing_in_open(session: AsyncSession, cases: Mapping[int, Collection[int] | None]) -> dict[int, int]:
    """The same of several cases at once, by their ids: of their families, and of the rows of children named for each;
    None: of all. Those that are closed, or that nobody knows, are left out.
    """
    some = {number: children for number, children in cases.items() if children is not None}
    document = WantedDocument
    named = {child for children in some.values() for child in children}
    matters = or_(Case.id.not_in(list(some)), document.child_id.is_(None), document.child_id.in_(named))
    awaited = and_(document.case_id == Case.id, document.state.in_(_MISSING), matters)
    query = select(Case.id, func.count(document.id)).outerjoin(document, awaited)
    those = query.where(Case.id.in_(list(cases)), Case.closed_at.is_(None)).group_by(Case.id)
    return {row[0]: row[1] for row in await session.execute(those)}


async def forget(session: AsyncSession, case_ids: Sequence[int]) -> None:
    """Which documents people had or lacked goes with the words of their cases."""
    await session.execute(delete(WantedDocument).where(WantedDocument.case_id.in_(case_ids)))


async def overdue(session: AsyncSession, asked_before: datetime, limit: int) -> Sequence[WantedDocument]:
    """For reminders: what people with open cases have been expected to send since before a moment (business time), and
    have not put off since; the longest wait first.
    """
    changed, put_off = WantedDocument.changed_at, WantedDocument.put_off_at
    since = func.greatest(changed, func.coalesce(put_off, changed))
    query = (
        select(WantedDocument)
        .join(Case, Case.id == WantedDocument.case_id)
        .where(WantedDocument.state.in_(_MISSING), Case.closed_at.is_(None))
        .where(since < asked_before)
    )
    return (await session.scalars(query.order_by(since, WantedDocument.id).limit(limit))).all()
