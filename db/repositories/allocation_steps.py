"""What a trial and a step read and write of an allocation: many rows a statement, so that transactions stay short."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, inspect, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Allocation, AllocationLine, AllocationParty, PlaceOffer
from db.repositories.allocation import ASKED
from rules.recreation.offers import OfferState

# Free places, the lowest numbers first; whoever holds one locked writes it in this very transaction.
_FREE = text(
    """
    SELECT id, shift FROM camp_places
    WHERE campaign_id = :campaign_id AND offer_id IS NULL AND child_id IS NULL
    ORDER BY shift, seat FOR UPDATE
    """
)
_TAKE = text(
    """
    UPDATE camp_places SET offer_id = taken.offer_id
    FROM unnest(CAST(:places AS bigint[]), CAST(:offers AS bigint[])) AS taken (place_id, offer_id)
    WHERE camp_places.id = taken.place_id
    """
)
_FOUND = text(
    """
    UPDATE allocation_parties SET why = found.why, tried = CAST(found.tried AS jsonb)
    FROM unnest(CAST(:ids AS bigint[]), CAST(:whys AS text[]), CAST(:tried AS text[])) AS found (id, why, tried)
    WHERE allocation_parties.id = found.id
    """
)


async def next_asked(session: AsyncSession) -> Allocation | None:
    """The oldest trial that was asked for, locked; one that another process holds is passed over."""
    query = select(Allocation).where(Allocation.state == ASKED).order_by(Allocation.id).limit(1)
    return await session.scalar(query.with_for_update(key_share=True, skip_locked=True))


async def asked_since(session: AsyncSession, until: datetime) -> datetime | None:
    """Since when a trial that was asked for waits; up to a moment."""
    query = select(func.min(Allocation.tried_at)).where(Allocation.state == ASKED, Allocation.tried_at <= until)
    found: datetime | None = await session.scalar(query)
    return found


async def rows_of_parties(session: AsyncSession, allocation_id: int) -> Sequence[Any]:
    """All columns of all, by rank, only to be read."""
    query = select(*inspect(AllocationParty).columns).where(AllocationParty.allocation_id == allocation_id)
    return (await session.execute(query.order_by(AllocationParty.rank))).all()


async def found(session: AsyncSession, those: Sequence[tuple[int, str, dict[str, Any]]]) -> None:
    """What the last step found for parties: ids, reasons, and what was tried."""
    if those:
        values = {
            "ids": [each[0] for each in those],
            "whys": [each[1] for each in those],
            "tried": [json.dumps(each[2]) for each in those],
        }
        await session.execute(_FOUND, values)


async def to_be_told(session: AsyncSession, those: Sequence[int], *, untold: bool) -> None:
    """Whether these parties have still to be told that they wait."""
    await session.execute(update(AllocationParty).where(AllocationParty.id.in_(those)).values(untold=untold))


async def have_spoken(session: AsyncSession, party_ids: Sequence[int], after: int) -> bool:
    """Whether any of these parties has a line behind the one with this id."""
    query = select(AllocationLine.id).where(AllocationLine.party_id.in_(party_ids), AllocationLine.id > after)
    return await session.scalar(query.limit(1)) is not None


async def add_lines(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Many at once."""
    if rows:
        await session.execute(insert(AllocationLine), list(rows))


async def add_offers(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Many at once; their ids, in order."""
    if not rows:
        return []
    made = insert(PlaceOffer).returning(PlaceOffer.id, sort_by_parameter_order=True)
    return list((await session.scalars(made, list(rows))).all())


async def standing_of_parties(session: AsyncSession, party_ids: Sequence[int]) -> Sequence[int]:
    """The ids of those that these parties can answer, in order."""
    stands = PlaceOffer.state == OfferState.STANDING.value
    query = select(PlaceOffer.id).where(PlaceOffer.party_id.in_(party_ids), stands)
    return (await session.scalars(query.order_by(PlaceOffer.id))).all()


async def take_places(session: AsyncSession, campaign_id: int, wanted: Sequence[tuple[int, int, int]]) -> bool:
    """Keeps free places for offers: for each of these offers so many of a shift. False where there are fewer; the
    transaction is of no use then.
    """
    free: dict[int, list[int]] = {}
    for place_id, shift in await session.execute(_FREE, {"campaign_id": campaign_id}):
        free.setdefault(shift, []).append(place_id)
    taken: dict[int, int] = {}
    for offer_id, shift, seats in wanted:
        here = free.get(shift, [])
        if len(here) < seats:
            return False
        taken.update(dict.fromkeys(here[:seats], offer_id))
        del here[:seats]
    await session.execute(_TAKE, {"places": list(taken), "offers": list(taken.values())})
    return True
