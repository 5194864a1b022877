"""Files that leads take out of campaigns, and the rows that are gathered for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, Case, Export, ExportItem, File, Reading
from db.repositories.allocation import CONFIRMED, DRAFT
from db.repositories.applications import NOBODYS
from db.session import get_row, lock_row
from rules.documents import DocumentState
from rules.exports import EXPORTED, IN_THE_TABLE, UNFINISHED, ExportKind, ExportState
from rules.files import WITHOUT_BYTES, FileState

BATCH = 500
"""Rows that are read at once when a file is made."""

_CHILDREN = """
    INSERT INTO export_items (export_id, place, case_id, child_id, facts)
    SELECT :export_id, row_number() OVER (ORDER BY cases.number, child.position), cases.id, child.id,
           jsonb_build_object('number', cases.number, 'state', child.state, 'shift', seat.shift)
    FROM application_children AS child
    JOIN applications ON applications.id = child.application_id
    JOIN cases ON cases.id = applications.case_id
    LEFT JOIN camp_places AS seat ON seat.child_id = child.id
    WHERE applications.campaign_id = :campaign_id AND cases.erased_at IS NULL AND child.state = ANY(:states)
"""
_PAPERS = """
    INSERT INTO export_items (export_id, place, case_id, child_id, facts)
    SELECT :export_id, row_number() OVER (ORDER BY cases.number, paper.id, files.message_id), cases.id, paper.child_id,
           jsonb_build_object(
               'number', cases.number, 'document', paper.document, 'position', child.position, 'file', files.id,
               'page', row_number() OVER (PARTITION BY paper.id ORDER BY files.message_id)
           )
    FROM wanted_documents AS paper
    JOIN applications ON applications.case_id = paper.case_id
    JOIN cases ON cases.id = paper.case_id
    JOIN files ON files.album = paper.album
    JOIN messages ON messages.id = files.message_id AND messages.author_kind = 'person'
    LEFT JOIN application_children AS child ON child.id = paper.child_id
    WHERE applications.campaign_id = :campaign_id AND cases.erased_at IS NULL AND paper.state = :accepted
      AND applications.state <> ALL(:nobodys) AND files.state = :kept AND files.kind <> ALL(:without)
"""
_PARTIES = """
    INSERT INTO export_items (export_id, place, case_id, child_id, facts)
    SELECT :export_id, row_number() OVER (ORDER BY party.rank, named.nth), applications.case_id, child.id,
           jsonb_build_object(
               'number', party.number, 'position', child.position, 'rank', party.rank, 'weight', party.weight,
               'counts_from', party.counts_from, 'kept', party.kept, 'because', party.decided_by, 'why', party.why,
               'tried', party.tried -> 'tried', 'offer', party.tried -> 'offer', 'state', child.state,
               'shift', seat.shift
           )
    FROM allocations
    JOIN allocation_parties AS party ON party.allocation_id = allocations.id
    JOIN applications ON applications.id = party.application_id
    JOIN cases ON cases.id = applications.case_id
    CROSS JOIN LATERAL jsonb_array_elements_text(party.children) WITH ORDINALITY AS named(id, nth)
    JOIN application_children AS child ON child.id = CAST(named.id AS bigint)
    LEFT JOIN camp_places AS seat ON seat.child_id = child.id
    WHERE allocations.campaign_id = :campaign_id AND allocations.state = :state AND cases.erased_at IS NULL
"""
_STATES = {"states": [each.value for each in IN_THE_TABLE]}
_FILES = {
    "accepted": DocumentState.ACCEPTED.value,
    "nobodys": list(NOBODYS),
    "kept": FileState.KEPT.value,
    "without": [each.value for each in WITHOUT_BYTES],
}
_ROWS: Mapping[ExportKind, tuple[str, Mapping[str, Any]]] = {
    ExportKind.ORDER: (_CHILDREN, _STATES),
    ExportKind.SUMMARY: (_CHILDREN, _STATES),
    ExportKind.PAPERS: (_PAPERS, _FILES),
    ExportKind.TRIAL: (_PARTIES, {"state": DRAFT}),
    ExportKind.PLACES: (_PARTIES, {"state": CONFIRMED}),
}


async def write_rows(session: AsyncSession, export: Export) -> int:
    """Writes down which rows the file has, all at one moment; how many. PostgreSQL does it alone: nothing is opened."""
    query, values = _ROWS[ExportKind(export.kind)]
    await session.execute(text(query), {"export_id": export.id, "campaign_id": export.campaign_id, **values})
    return await session.scalar(select(func.count()).where(ExportItem.export_id == export.id)) or 0


async def by_id(session: AsyncSession, export_id: int) -> Export | None:
    """One, unlocked."""
    return await get_row(session, Export, export_id)


async def lock(session: AsyncSession, export_id: int) -> Export | None:
    """The same, locked until the transaction ends."""
    return await lock_row(session, Export, export_id)


async def unfinished(session: AsyncSession, staff_id: int, kind: ExportKind) -> Export | None:
    """The one of this kind that a member waits for."""
    mine = (Export.staff_id == staff_id, Export.kind == kind.value)
    return await session.scalar(select(Export).where(*mine, Export.state.in_([each.value for each in UNFINISHED])))


async def last_of(session: AsyncSession, campaign_id: int, limit: int) -> Sequence[Export]:
    """Whatever was asked for in a campaign, the latest first."""
    query = select(Export).where(Export.campaign_id == campaign_id).order_by(Export.id.desc()).limit(limit)
    return (await session.scalars(query)).all()


async def next_going(session: AsyncSession) -> Export | None:
    """One of which rows are gathered, locked; what another process works on is passed over."""
    query = select(Export).where(Export.state == ExportState.GOING.value).order_by(Export.id).limit(1)
    return await session.scalar(query.with_for_update(skip_locked=True))


async def going_since(session: AsyncSession, until: datetime) -> datetime | None:
    """Since when one waits to go on, up to a moment; None where none does."""
    going = (Export.state == ExportState.GOING.value, Export.asked_at <= until)
    return await session.scalar(select(func.min(Export.asked_at)).where(*going))


async def portion(session: AsyncSession, export_id: int, limit: int) -> Sequence[ExportItem]:
    """The next rows that are not gathered, in their order."""
    query = select(ExportItem).where(ExportItem.export_id == export_id, ExportItem.cells.is_(None))
    return (await session.scalars(query.order_by(ExportItem.place).limit(limit))).all()


async def children(session: AsyncSession, ids: Sequence[int]) -> dict[int, ApplicationChild]:
    """Those of the rows, by their ids."""
    found = await session.scalars(select(ApplicationChild).where(ApplicationChild.id.in_(ids)))
    return {each.id: each for each in found}


async def applications_of(session: AsyncSession, case_ids: Sequence[int]) -> dict[int, tuple[Application, Case]]:
    """Applications with their cases, by the case; without what was erased."""
    query = (
        select(Application, Case)
        .join(Case, Case.id == Application.case_id)
        .where(Case.id.in_(case_ids), Case.erased_at.is_(None))
    )
    return {case.id: (application, case) for application, case in await session.execute(query)}


async def files_of(session: AsyncSession, ids: Sequence[int]) -> dict[int, File]:
    """Those of the rows that are still kept."""
    query = select(File).where(File.id.in_(ids), File.state == FileState.KEPT.value)
    return {each.id: each for each in await session.scalars(query)}


async def rows(session: AsyncSession, export_id: int, after: int) -> Sequence[Any]:
    """The next gathered rows behind a place: `place`, `facts`, `cells`. Of families whose data was erased since there
    are none.
    """
    query = (
        select(ExportItem.place, ExportItem.facts, ExportItem.cells)
        .join(Case, Case.id == ExportItem.case_id)
        .where(ExportItem.export_id == export_id, ExportItem.place > after, ExportItem.cells.is_not(None))
        .where(Case.erased_at.is_(None))
        .order_by(ExportItem.place)
        .limit(BATCH)
    )
    found: Sequence[Any] = (await session.execute(query)).all()
    return found


async def forget_rows(session: AsyncSession, export_id: int) -> None:
    """What was gathered goes."""
    await session.execute(delete(ExportItem).where(ExportItem.export_id == export_id))


async def left_since(session: AsyncSession, before: datetime) -> Sequence[Export]:
    """Those that were asked for before a moment and never came to an end, locked."""
    query = select(Export).where(Export.state.in_([each.value for each in UNFINISHED]), Export.asked_at < before)
    return (await session.scalars(query.order_by(Export.id).with_for_update(skip_locked=True))).all()


async def sizes(session: AsyncSession, export_id: int) -> list[tuple[int, int]]:
    """The files of an archive in their order, each with its size in bytes."""
    file_id = ExportItem.facts["file"].as_integer()
    query = (
        select(File.id, func.coalesce(File.size, 0))
        .join(ExportItem, file_id == File.id)
        .where(ExportItem.export_id == export_id, ExportItem.cells.is_not(None))
        .order_by(ExportItem.place)
    )
    return [(row[0], row[1]) for row in await session.execute(query)]


async def read_before(session: AsyncSession, export: Export, case_ids: Sequence[int]) -> set[int]:
    """Those of these cases that have their line for this file already."""
    query = select(Reading.case_id).where(
        Reading.case_id.in_(case_ids),
        Reading.staff_id == export.staff_id,
        Reading.at == export.asked_at,
        Reading.what == EXPORTED,
    )
    return set(await session.scalars(query))
