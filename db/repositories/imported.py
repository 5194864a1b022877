"""Drafts that came in a file and wait for their families."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Campaign, ImportedDraft
from rules.recreation.campaigns import BEFORE_THE_END, CampaignState


async def of_campaign(session: AsyncSession, campaign_id: int, hashes: Sequence[bytes]) -> dict[bytes, ImportedDraft]:
    """Those of these families that a campaign knows, by `family_hash`."""
    query = select(ImportedDraft).where(
        ImportedDraft.campaign_id == campaign_id, ImportedDraft.family_hash.in_(list(hashes))
    )
    return {row.family_hash: row for row in await session.scalars(query)}


async def waiting(session: AsyncSession, campaign_id: int) -> Sequence[ImportedDraft]:
    """Those that nobody has taken up, in the order in which they came; locked."""
    query = select(ImportedDraft).where(ImportedDraft.campaign_id == campaign_id, ImportedDraft.taken_at.is_(None))
    return (await session.scalars(query.order_by(ImportedDraft.id).with_for_update())).all()


async def counted(session: AsyncSession, campaign_id: int) -> tuple[int, int]:
    """How many a campaign has, and how many of them their families took up."""
    query = select(func.count(), func.count(ImportedDraft.taken_at)).where(ImportedDraft.campaign_id == campaign_id)
    all_of, taken = (await session.execute(query)).one()
    return all_of, taken


async def lock_by_code(session: AsyncSession, hashed: bytes) -> ImportedDraft | None:
    """The one to which a link leads, locked until the transaction ends and as it is now."""
    query = select(ImportedDraft).where(ImportedDraft.code_hash == hashed)
    return await session.scalar(query.with_for_update(key_share=True).execution_options(populate_existing=True))


async def claimed_by(session: AsyncSession, person_id: int) -> ImportedDraft | None:
    """The one whose link somebody pressed and did not go on with: they were asked for their consent first. Locked."""
    query = select(ImportedDraft).where(ImportedDraft.claimed_by == person_id, ImportedDraft.taken_at.is_(None))
    newest = query.order_by(ImportedDraft.id.desc()).limit(1)
    return await session.scalar(newest.with_for_update(key_share=True).execution_options(populate_existing=True))


async def forget_of(session: AsyncSession, person_id: int, now: datetime) -> None:
    """Empties the drafts whose links somebody pressed: they want nothing kept. The links stay used up."""
    mine = ImportedDraft.claimed_by == person_id
    await session.execute(
        update(ImportedDraft)
        .where(mine)
        .values(answers=None, claimed_by=None, taken_at=func.coalesce(ImportedDraft.taken_at, now))
    )


async def drop_over(session: AsyncSession, closed_before: datetime) -> int:
    """Deletes those of campaigns that are over, and of those that closed before a moment (business time): until then
    the last day may still be put off. How many.
    """
    going_on = [state.value for state in BEFORE_THE_END]
    kept = Campaign.state.in_(going_on) | (
        (Campaign.state == CampaignState.CLOSED.value) & (Campaign.state_at >= closed_before)
    )
    over = select(Campaign.id).where(~kept)
    gone = await session.scalars(
        delete(ImportedDraft).where(ImportedDraft.campaign_id.in_(over)).returning(ImportedDraft.id)
    )
    return len(gone.all())
