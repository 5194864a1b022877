"""Allocations: the order, the log, offers and places. Whoever writes any of it has locked the allocation first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Allocation,
    AllocationLine,
    AllocationParty,
    Application,
    ApplicationChild,
    CampPlace,
    PlaceOffer,
)
from db.session import get_row, lock_row
from rules.recreation.applications import Standing
from rules.recreation.offers import OfferState

ASKED, UNDONE, DRAFT, CONFIRMED = "asked", "undone", "draft", "confirmed"
WORKED_OUT = (DRAFT, CONFIRMED)
"""There is an order to be looked at."""

# What a step would follow from: a line or a version that the last one did not know, or a term that is over.
_DUE = text(
    """
    SELECT allocations.id
    FROM allocations
    JOIN campaigns ON campaigns.id = allocations.campaign_id
    WHERE allocations.state = 'confirmed' AND campaigns.state = 'allocating'
      AND (
          allocations.stepped_version <> (
              SELECT id FROM campaign_versions
              WHERE campaign_versions.campaign_id = allocations.campaign_id ORDER BY number DESC LIMIT 1
          )
          OR EXISTS (
              SELECT FROM allocation_lines
              JOIN allocation_parties ON allocation_parties.id = allocation_lines.party_id
              WHERE allocation_parties.allocation_id = allocations.id
                AND allocation_lines.id > allocations.stepped_line
          )
          OR EXISTS (
              SELECT FROM place_offers
              JOIN allocation_parties ON allocation_parties.id = place_offers.party_id
              WHERE allocation_parties.allocation_id = allocations.id
                AND place_offers.state = 'standing' AND place_offers.due_at <= :now
          )
      )
    ORDER BY allocations.id
    """
)
_NEXT_TERM = text("SELECT min(due_at) FROM place_offers WHERE state = 'standing' AND due_at <= :until")
_UNTOLD_SINCE = text(
    """
    SELECT min(since) FROM (
        SELECT coalesce(ended_at, made_at) AS since FROM place_offers WHERE untold
        UNION ALL
        SELECT allocations.confirmed_at FROM allocation_parties AS party
        JOIN allocations ON allocations.id = party.allocation_id WHERE party.untold
    ) AS waiting
    WHERE since <= :until
    """
)


async def of_campaign(session: AsyncSession, campaign_id: int) -> Allocation | None:
    """The one of a campaign, tried or confirmed."""
    return await session.scalar(select(Allocation).where(Allocation.campaign_id == campaign_id))


async def lock(session: AsyncSession, allocation_id: int) -> Allocation | None:
    """An allocation, locked until the transaction ends: after persons, cases and applications."""
    return await lock_row(session, Allocation, allocation_id)


async def by_id(session: AsyncSession, allocation_id: int) -> Allocation | None:
    """The same, only to be read."""
    return await get_row(session, Allocation, allocation_id)


async def last_line(session: AsyncSession, allocation_id: int) -> int | None:
    """The newest line of its log."""
    query = (
        select(func.max(AllocationLine.id))
        .join(AllocationParty, AllocationParty.id == AllocationLine.party_id)
        .where(AllocationParty.allocation_id == allocation_id)
    )
    return await session.scalar(query)


async def drop_draft(session: AsyncSession, campaign_id: int) -> None:
    """Forgets what was only tried, or asked for, with its parties."""
    mine = Allocation.campaign_id == campaign_id
    await session.execute(delete(Allocation).where(mine, Allocation.state != CONFIRMED))


async def parties(session: AsyncSession, allocation_id: int) -> Sequence[AllocationParty]:
    """All, by rank, as they are now."""
    query = select(AllocationParty).where(AllocationParty.allocation_id == allocation_id)
    query = query.order_by(AllocationParty.rank).execution_options(populate_existing=True)
    return (await session.scalars(query)).all()


async def page(session: AsyncSession, allocation_id: int, first: int, most: int) -> Sequence[AllocationParty]:
    """So many from a rank on, that one included."""
    query = select(AllocationParty).where(AllocationParty.allocation_id == allocation_id, AllocationParty.rank >= first)
    return (await session.scalars(query.order_by(AllocationParty.rank).limit(most))).all()


async def counted(session: AsyncSession, allocation_id: int) -> dict[str, int]:
    """How many parties stand there by their reason."""
    query = select(AllocationParty.why, func.count()).where(AllocationParty.allocation_id == allocation_id)
    rows = await session.execute(query.group_by(AllocationParty.why))
    return {row.why: row[1] for row in rows}


async def party(session: AsyncSession, party_id: int) -> AllocationParty | None:
    """One of them."""
    return await get_row(session, AllocationParty, party_id)


async def parties_of_application(session: AsyncSession, application_id: int) -> Sequence[AllocationParty]:
    """Those of a confirmed allocation, in the order of the application."""
    query = (
        select(AllocationParty)
        .join(Allocation, Allocation.id == AllocationParty.allocation_id)
        .where(AllocationParty.application_id == application_id, Allocation.state == CONFIRMED)
    )
    return (await session.scalars(query.order_by(AllocationParty.part))).all()


async def lines(session: AsyncSession, allocation_id: int) -> Sequence[Any]:
    """The whole log as it came: id, party, kind and facts of each line."""
    line = AllocationLine
    query = (
        select(line.id, line.party_id, line.kind, line.facts)
        .join(AllocationParty, AllocationParty.id == line.party_id)
        .where(AllocationParty.allocation_id == allocation_id)
        .order_by(line.id)
    )
    return (await session.execute(query)).all()


async def lines_of(session: AsyncSession, party_id: int) -> Sequence[AllocationLine]:
    """What one party was offered and said, as it came."""
    query = select(AllocationLine).where(AllocationLine.party_id == party_id).order_by(AllocationLine.id)
    return (await session.scalars(query)).all()


async def offer(session: AsyncSession, offer_id: int) -> PlaceOffer | None:
    """An offer."""
    return await get_row(session, PlaceOffer, offer_id)


async def offers(session: AsyncSession, ids: Collection[int]) -> dict[int, PlaceOffer]:
    """Several, by their ids."""
    found = await session.scalars(select(PlaceOffer).where(PlaceOffer.id.in_(ids)))
    return {each.id: each for each in found}


async def lock_offer(session: AsyncSession, offer_id: int) -> PlaceOffer | None:
    """The same, locked and as it is now; after its application, and after the allocation where that is locked, too."""
    return await lock_row(session, PlaceOffer, offer_id)


async def standing_offer(session: AsyncSession, party_id: int) -> PlaceOffer | None:
    """The one that a party can answer."""
    query = select(PlaceOffer).where(PlaceOffer.party_id == party_id, PlaceOffer.state == OfferState.STANDING.value)
    return await session.scalar(query.execution_options(populate_existing=True))


async def newest_offer(session: AsyncSession, party_id: int) -> PlaceOffer | None:
    """The last one that a party had."""
    query = select(PlaceOffer).where(PlaceOffer.party_id == party_id)
    return await session.scalar(query.order_by(PlaceOffer.id.desc()).limit(1))


async def standing_of_allocation(session: AsyncSession, allocation_id: int) -> dict[int, PlaceOffer]:
    """All that can be answered, by party."""
    query = (
        select(PlaceOffer)
        .join(AllocationParty, AllocationParty.id == PlaceOffer.party_id)
        .where(AllocationParty.allocation_id == allocation_id, PlaceOffer.state == OfferState.STANDING.value)
    )
    found = await session.scalars(query.execution_options(populate_existing=True))
    return {each.party_id: each for each in found}


async def due(session: AsyncSession, now: datetime) -> list[int]:
    """The allocations in which a step would change something."""
    return list(await session.scalars(_DUE, {"now": now}))


async def next_moment(session: AsyncSession, until: datetime) -> datetime | None:
    """When the next term ends, up to a moment."""
    found: datetime | None = await session.scalar(_NEXT_TERM, {"until": until})
    return found


async def next_untold(session: AsyncSession, until: datetime) -> datetime | None:
    """Since when some family does not know what became of its offer, or that it waits; up to a moment."""
    found: datetime | None = await session.scalar(_UNTOLD_SINCE, {"until": until})
    return found


async def untold_offers(session: AsyncSession, limit: int) -> list[tuple[int, int]]:
    """Offers whose state the family does not know, the oldest first: ids, and those of the cases."""
    query = (
        select(PlaceOffer.id, Application.case_id)
        .join(AllocationParty, AllocationParty.id == PlaceOffer.party_id)
        .join(Application, Application.id == AllocationParty.application_id)
        .where(PlaceOffer.untold)
        .order_by(PlaceOffer.id)
        .limit(limit)
    )
    return [(offer_id, case_id) for offer_id, case_id in await session.execute(query) if case_id is not None]


async def untold_applications(session: AsyncSession, limit: int) -> list[tuple[int, int]]:
    """Applications of parties that have to be told that they wait: ids, and those of the cases."""
    query = (
        select(Application.id, Application.case_id)
        .join(AllocationParty, AllocationParty.application_id == Application.id)
        .where(AllocationParty.untold)
        .order_by(Application.id)
        .distinct()
        .limit(limit)
    )
    return [(application_id, case_id) for application_id, case_id in await session.execute(query) if case_id]


async def told(session: AsyncSession, application_id: int) -> None:
    """The parties of an application know that they wait."""
    await session.execute(
        update(AllocationParty).where(AllocationParty.application_id == application_id).values(untold=False)
    )


# --- places -----------------------------------------------------------------------------------------------------


async def make_places(session: AsyncSession, campaign_id: int, wanted: dict[int, int]) -> None:
    """Each shift has exactly so many places, or as many as are somebody's. `wanted`: by the number of the shift."""
    query = select(CampPlace).where(CampPlace.campaign_id == campaign_id).order_by(CampPlace.seat)
    there: dict[int, list[CampPlace]] = {shift: [] for shift in wanted}
    for each in await session.scalars(query.with_for_update().execution_options(populate_existing=True)):
        there.setdefault(each.shift, []).append(each)
    new = []
    for shift, have in there.items():
        free = [each for each in have if each.offer_id is None and each.child_id is None]
        missing = wanted.get(shift, 0) - len(have)
        for each in free[missing:] if missing < 0 else ():
            await session.delete(each)
        used = {each.seat for each in have}
        unused = (seat for seat in count(1) if seat not in used)
        new += [{"campaign_id": campaign_id, "shift": shift, "seat": next(unused)} for _ in range(missing)]
    await session.flush()
    if new:
        await session.execute(insert(CampPlace), new)


async def places_of_offer(session: AsyncSession, offer_id: int) -> Sequence[CampPlace]:
    """Those that are kept or given by it, locked."""
    query = select(CampPlace).where(CampPlace.offer_id == offer_id).order_by(CampPlace.shift, CampPlace.seat)
    return (await session.scalars(query.with_for_update().execution_options(populate_existing=True))).all()


async def places_of_children(session: AsyncSession, children: Sequence[int]) -> Sequence[CampPlace]:
    """Those that these children have."""
    query = select(CampPlace).where(CampPlace.child_id.in_(children)).order_by(CampPlace.id)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def has_place(session: AsyncSession, allocation_id: int, child: ApplicationChild) -> bool:
    """Whether another application has a place, or is offered one, for the same child (`child_hash`)."""
    held = (Standing.OFFERED.value, Standing.ACCEPTED.value, Standing.SENT.value)
    query = (
        select(ApplicationChild.id)
        .join(AllocationParty, AllocationParty.application_id == ApplicationChild.application_id)
        .where(
            AllocationParty.allocation_id == allocation_id,
            ApplicationChild.application_id != child.application_id,
            ApplicationChild.child_hash == child.child_hash,
            ApplicationChild.state.in_(held),
        )
    )
    return await session.scalar(query.limit(1)) is not None


async def taken(session: AsyncSession, campaign_id: int) -> dict[int, tuple[int, int, int]]:
    """By shift: places there are, those kept for an offer, those given to a child."""
    query = (
        select(
            CampPlace.shift,
            func.count(),
            func.count(CampPlace.offer_id).filter(CampPlace.child_id.is_(None)),
            func.count(CampPlace.child_id),
        )
        .where(CampPlace.campaign_id == campaign_id)
        .group_by(CampPlace.shift)
    )
    return {shift: (all_, kept, given) for shift, all_, kept, given in await session.execute(query)}
