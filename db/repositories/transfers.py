"""Transfers: what is handed to providers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, Transfer
from db.session import lock_row, row_now
from rules.transfers import OPEN, TransferState


async def by_id(session: AsyncSession, transfer_id: int) -> Transfer | None:
    """A transfer as it is now."""
    return await row_now(session, Transfer, transfer_id)


async def lock(session: AsyncSession, transfer_id: int) -> Transfer | None:
    """The same, locked until the transaction ends: after its case."""
    return await lock_row(session, Transfer, transfer_id)


async def of_case(session: AsyncSession, case_id: int) -> Sequence[Transfer]:
    """All of a case, oldest first."""
    return (await session.scalars(select(Transfer).where(Transfer.case_id == case_id).order_by(Transfer.id))).all()


async def open_of(session: AsyncSession, case_id: int, provider_id: int) -> Transfer | None:
    """The one that is under way to a provider."""
    query = select(Transfer).where(Transfer.case_id == case_id, Transfer.provider_id == provider_id)
    return await session.scalar(query.where(Transfer.state.in_(OPEN)))


async def by_ids(session: AsyncSession, ids: Collection[int]) -> dict[int, Transfer]:
    """Several at once, by id."""
    found = await session.scalars(
        select(Transfer).where(Transfer.id.in_(ids)).execution_options(populate_existing=True)
    )
    return {each.id: each for each in found}


async def of_person(session: AsyncSession, person_id: int) -> list[tuple[Transfer, Case]]:
    """What was handed over, or is to be, of a person's cases, whose words are still kept; oldest first."""
    query = (
        select(Transfer, Case)
        .join(Case, Case.id == Transfer.case_id)
        .where(Case.person_id == person_id, Transfer.shared.is_not(None), Transfer.state != TransferState.PICKING)
        .order_by(Transfer.id)
    )
    return [(transfer, case) for transfer, case in await session.execute(query)]


async def forget(session: AsyncSession, case_ids: Sequence[int]) -> None:
    """The words of these cases go: what was shared and who confirmed it, too. That it was handed over stays."""
    gone = {"summary": None, "shared": None, "received_who": None, "received_number": None}
    await session.execute(update(Transfer).where(Transfer.case_id.in_(case_ids)).values(**gone))
