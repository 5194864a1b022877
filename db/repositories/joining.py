"""Children whose need was confirmed after the order of places: who they are, and how others make room for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Allocation, Campaign
from db.repositories.allocation import CONFIRMED
from rules.recreation.applications import ENDED, Standing
from rules.recreation.campaigns import CampaignState

# Children whom no party of the order holds.
_BESIDE = """
    application_children AS {child}
    WHERE {child}.application_id = applications.id AND {child}.born IS NOT NULL
      AND NOT EXISTS (
          SELECT FROM allocation_parties AS party
          WHERE party.application_id = applications.id AND party.children @> to_jsonb({child}.id)
      )
"""
_LATE = text(
    f"""
    SELECT applications.id, applications.case_id
    FROM applications
    JOIN cases ON cases.id = applications.case_id
    WHERE applications.campaign_id = :campaign_id AND applications.filed_at <= :until AND cases.closed_at IS NULL
      AND EXISTS (SELECT FROM {_BESIDE.format(child="child")} AND child.state = :confirmed)
      AND NOT (
          applications.together IS TRUE
          AND EXISTS (SELECT FROM {_BESIDE.format(child="other")} AND other.state <> ALL(CAST(:settled AS text[])))
      )
    ORDER BY applications.id LIMIT 1
    """
)
# No two parties have one rank, not even for a moment: whoever moves is out of the way first.
_AWAY = text(
    """
    UPDATE allocation_parties AS party SET rank = -new.rank, decided_by = new.decided_by
    FROM unnest(CAST(:ids AS bigint[]), CAST(:ranks AS integer[]), CAST(:because AS text[]))
         AS new (id, rank, decided_by)
    WHERE party.id = new.id
    """
)
_BACK = text("UPDATE allocation_parties SET rank = -rank WHERE allocation_id = :allocation_id AND rank < 0")


async def shared_out(session: AsyncSession) -> Sequence[Allocation]:
    """The allocations that are confirmed, while their campaigns share out places."""
    query = (
        select(Allocation)
        .join(Campaign, Campaign.id == Allocation.campaign_id)
        .where(Allocation.state == CONFIRMED, Campaign.state == CampaignState.ALLOCATING.value)
    )
    return (await session.scalars(query.order_by(Allocation.id))).all()


async def late(session: AsyncSession, campaign_id: int, until: datetime) -> tuple[int, int] | None:
    """An application that had come by a moment, with children whose need is confirmed and who are in no order yet, the
    first one: its id, and that of its case, which is open. Where brothers and sisters go only together the need of all
    who are not in it either is confirmed.
    """
    values = {
        "campaign_id": campaign_id,
        "until": until,
        "confirmed": Standing.NEED_CONFIRMED.value,
        "settled": [Standing.NEED_CONFIRMED.value, *(each.value for each in ENDED)],
    }
    row = (await session.execute(_LATE, values)).first()
    return None if row is None else (row.id, row.case_id)


async def move(session: AsyncSession, allocation_id: int, moved: Sequence[tuple[int, int, str | None]]) -> None:
    """Parties of a locked allocation stand elsewhere: id, rank, and what put each behind the one before."""
    if not moved:
        return
    ids, ranks, because = zip(*moved, strict=True)
    await session.execute(_AWAY, {"ids": list(ids), "ranks": list(ranks), "because": list(because)})
    await session.execute(_BACK, {"allocation_id": allocation_id})
