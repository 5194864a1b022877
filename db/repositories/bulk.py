"""Runs of one action over many cases, and their cases."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import BulkItem, BulkRun, Case, Person
from db.session import get_row, lock_row
from rules.bulk import ItemState, RunState

GOING = (RunState.CONFIRMED.value, RunState.UNDOING.value)

_TAGGED = text(
    """
    SELECT id FROM cases
    WHERE organisation_id = :organisation_id AND closed_at IS NULL AND tags @> ARRAY[CAST(:tag AS varchar)]
    ORDER BY list_rank, opened_at, id LIMIT :limit
    """
)


async def open_with_tag(session: AsyncSession, organisation_id: int, tag: str, limit: int) -> list[int]:
    """Open cases of an organisation with a tag, in the order of all lists."""
    values = {"organisation_id": organisation_id, "tag": tag, "limit": limit}
    return list(await session.scalars(_TAGGED, values))


async def by_id(session: AsyncSession, run_id: int) -> BulkRun | None:
    """A run, unlocked."""
    return await get_row(session, BulkRun, run_id)


async def lock(session: AsyncSession, run_id: int) -> BulkRun | None:
    """A run, locked until the transaction ends."""
    return await lock_row(session, BulkRun, run_id)


async def drop_previews(session: AsyncSession, staff_id: int) -> None:
    """What a staff member previewed and never confirmed goes."""
    theirs = (BulkRun.staff_id == staff_id, BulkRun.state == RunState.PREVIEW.value)
    await session.execute(delete(BulkRun).where(*theirs))


async def next_item(session: AsyncSession) -> BulkItem | None:
    """The next case of a run that goes on, locked; what another process does is passed over. None: nothing waits."""
    query = (
        select(BulkItem)
        .join(BulkRun, BulkRun.id == BulkItem.run_id)
        .where(BulkRun.state.in_(GOING), BulkItem.state == ItemState.WAITING.value)
        .order_by(BulkItem.run_id, BulkItem.id)
        .limit(1)
        .with_for_update(of=BulkItem, skip_locked=True)
    )
    return (await session.scalars(query)).first()


async def next_over(session: AsyncSession) -> BulkRun | None:
    """A run that goes on and in which nothing waits or is being done any more, locked."""
    waiting = select(BulkItem.id).where(BulkItem.run_id == BulkRun.id, BulkItem.state == ItemState.WAITING.value)
    query = select(BulkRun).where(BulkRun.state.in_(GOING), ~waiting.exists()).order_by(BulkRun.id).limit(1)
    return (await session.scalars(query.with_for_update(skip_locked=True))).first()


async def tally(session: AsyncSession, run_id: int) -> list[tuple[str, str | None, int]]:
    """How many cases of a run are how far, and why some were left out."""
    query = select(BulkItem.state, BulkItem.why, func.count()).where(BulkItem.run_id == run_id)
    rows = await session.execute(query.group_by(BulkItem.state, BulkItem.why))
    return [(state, why, count) for state, why, count in rows]


async def numbers(session: AsyncSession, run_id: int, state: ItemState, why: str | None, limit: int) -> list[str]:
    """Numbers of the first cases of a run that are so far, for this reason."""
    query = select(Case.number).join(BulkItem, BulkItem.case_id == Case.id).where(BulkItem.run_id == run_id)
    query = query.where(BulkItem.state == state.value, BulkItem.why == why if why else BulkItem.why.is_(None))
    return list(await session.scalars(query.order_by(BulkItem.id).limit(limit)))


async def people_of(session: AsyncSession, run_id: int, state: ItemState) -> int:
    """How many people whom a letter reaches the cases of a run that are so far belong to."""
    query = select(func.count(func.distinct(Person.id))).join(Case, Case.person_id == Person.id)
    query = query.join(BulkItem, BulkItem.case_id == Case.id)
    reached = (Person.telegram_id.is_not(None), Person.unreachable_since.is_(None), Person.frozen_at.is_(None))
    theirs = (BulkItem.run_id == run_id, BulkItem.state == state.value, ~Person.watched)
    return await session.scalar(query.where(*theirs, *reached)) or 0


async def done_by_owner(session: AsyncSession, run_id: int) -> dict[int, list[int]]:
    """The cases of a run that were done, by who has them now."""
    query = select(Case.owner_id, Case.id).join(BulkItem, BulkItem.case_id == Case.id)
    query = query.where(BulkItem.run_id == run_id, BulkItem.state == ItemState.DONE.value).order_by(Case.id)
    found: dict[int, list[int]] = {}
    for owner_id, case_id in await session.execute(query):
        if owner_id is not None:
            found.setdefault(owner_id, []).append(case_id)
    return found


async def wait_again(session: AsyncSession, run_id: int) -> None:
    """What was done in a run waits to be undone."""
    done = (BulkItem.run_id == run_id, BulkItem.state == ItemState.DONE.value)
    waits = update(BulkItem).where(*done).values(state=ItemState.WAITING.value)
    await session.execute(waits.execution_options(synchronize_session="fetch"))


async def going_since(session: AsyncSession, until: datetime) -> datetime | None:
    """Since when a run waits to go on, up to a moment; None where none does."""
    query = select(func.min(BulkRun.confirmed_at)).where(BulkRun.state.in_(GOING), BulkRun.confirmed_at <= until)
    return await session.scalar(query)
