"""Documents of applications that were accepted before: those that may serve again, and those that do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.models import Application, ApplicationChild, Case, File, Message, WantedDocument
from rules.documents import DocumentState
from rules.files import FileState
from rules.recreation.again import NOBODYS, Kept


@dataclass(frozen=True, slots=True)
class Source:
    """Where pages that serve again came from: the case's number, and when they were accepted there."""

    number: str
    accepted_at: datetime | None


def _pages_kept(album: InstrumentedAttribute[str | None]) -> ColumnElement[bool]:
    """Whether pages of an album are ours to show. A document whose last page is gone has none."""
    sent = select(File.id).join(Message, Message.id == File.message_id)
    return sent.where(File.album == album, Message.author_kind == "person", File.state == FileState.KEPT.value).exists()


async def kept_for(session: AsyncSession, case: Case) -> list[Kept]:
    """What the person of a case had accepted in other applications at the same organisation, as far as we have the
    pages. Where a case goes on for an application, its documents went along.
    """
    row, applied = WantedDocument, aliased(Case)
    of_application = (
        select(Application.id)
        .join(applied, applied.id == Application.case_id)
        .where(or_(applied.id == row.case_id, applied.merged_into == row.case_id))
        .exists()
    )
    query = (
        select(row, ApplicationChild.child_hash)
        .join(Case, Case.id == row.case_id)
        .outerjoin(ApplicationChild, ApplicationChild.id == row.child_id)
        .where(Case.person_id == case.person_id, Case.organisation_id == case.organisation_id)
        .where(row.case_id != case.id, row.state == DocumentState.ACCEPTED.value, row.accepted_at.is_not(None))
        .where(of_application, _pages_kept(row.album))
        .order_by(row.id)
    )
    return [
        Kept(
            document_id=each.id,
            first_id=each.reused_from or each.id,
            document=each.document,
            child=None if each.child_id is None else child or NOBODYS,
            accepted_at=each.accepted_at,
            valid_until=each.valid_until,
        )
        for each, child in await session.execute(query)
        if each.accepted_at is not None
    ]


async def hashes(session: AsyncSession, application_id: int) -> dict[int, bytes]:
    """The keyed hash of each child of an application, by its id."""
    query = select(ApplicationChild.id, ApplicationChild.child_hash)
    found = await session.execute(query.where(ApplicationChild.application_id == application_id))
    return {row.id: row.child_hash or NOBODYS for row in found}


async def sources(session: AsyncSession, case_id: int) -> dict[int, Source]:
    """Where the pages of those documents of a case came from that serve again, by the document."""
    first = aliased(WantedDocument)
    query = (
        select(WantedDocument.id, Case.number, first.accepted_at)
        .join(first, first.id == WantedDocument.reused_from)
        .join(Case, Case.id == first.case_id)
        .where(WantedDocument.case_id == case_id)
    )
    return {row[0]: Source(row[1], row[2]) for row in await session.execute(query)}


async def lends(session: AsyncSession, case_ids: Sequence[int], message_id: int) -> int | None:
    """The case that a message stands in, where it is a page of a document that serves again in one of these cases, of
    the same person; None where it is not.
    """
    lender = aliased(Case)
    query = (
        select(Message.case_id)
        .join(File, File.message_id == Message.id)
        .join(lender, lender.id == Message.case_id)
        .join(WantedDocument, WantedDocument.album == File.album)
        .join(Case, Case.id == WantedDocument.case_id)
        .where(Message.id == message_id, Message.author_kind == "person", WantedDocument.case_id.in_(case_ids))
        .where(Case.person_id == lender.person_id, Case.organisation_id == lender.organisation_id)
    )
    return await session.scalar(query.limit(1))


async def lost(session: AsyncSession, case_ids: Sequence[int] | None = None) -> Sequence[WantedDocument]:
    """Documents (of these cases; None: of all) whose pages served again and are gone, or are another person's now."""
    first, lender = aliased(WantedDocument), aliased(Case)
    others = (
        select(first.id)
        .join(lender, lender.id == first.case_id)
        .where(first.id == WantedDocument.reused_from, lender.person_id != Case.person_id)
        .exists()
    )
    query = (
        select(WantedDocument)
        .join(Case, Case.id == WantedDocument.case_id)
        .where(WantedDocument.reused_from.is_not(None), or_(~_pages_kept(WantedDocument.album), others))
        .order_by(WantedDocument.id)
    )
    if case_ids is not None:
        query = query.where(WantedDocument.case_id.in_(case_ids))
    return (await session.scalars(query)).all()


async def untie(session: AsyncSession, document_ids: Sequence[int]) -> None:
    """These have no pages of another case any more."""
    ids = WantedDocument.id.in_(document_ids)
    await session.execute(update(WantedDocument).where(ids).values(reused_from=None, album=None))
