"""Campaigns whose dates have changed, and whom that concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import AllocationParty, Application, ApplicationChild, CampaignVersion, CampPlace, PlaceOffer
from rules.recreation.changes import SETTLES, Said
from rules.recreation.facts import read_terms
from rules.recreation.offers import OfferState

# The newest version is one that not all know of.
_NEWER = """
    FROM campaigns
    JOIN LATERAL (
        SELECT number, at FROM campaign_versions
        WHERE campaign_versions.campaign_id = campaigns.id ORDER BY number DESC LIMIT 1
    ) AS newest ON newest.number > campaigns.told_version
"""
_TO_TELL = text(
    f"SELECT campaigns.id {_NEWER} WHERE campaigns.telling IS NOT NULL OR newest.at <= :before ORDER BY campaigns.id"
)
_SINCE = text(f"SELECT min(newest.at) {_NEWER} WHERE newest.at <= :until")


async def to_tell(session: AsyncSession, before: datetime) -> list[int]:
    """Campaigns whose last change is older than a moment, or of which somebody was told already."""
    return list(await session.scalars(_TO_TELL, {"before": before}))


async def next_moment(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first change has settled of which not all know, up to a moment; None where all do."""
    found: datetime | None = (await session.execute(_SINCE, {"until": until - SETTLES})).scalar_one()
    return found + SETTLES if found is not None else None


async def applications_after(session: AsyncSession, campaign_id: int, after: int, limit: int) -> Sequence[Application]:
    """Applications of a campaign behind an id, in the order of their ids."""
    query = select(Application).where(Application.campaign_id == campaign_id, Application.id > after)
    return (await session.scalars(query.order_by(Application.id).limit(limit))).all()


async def said_between(session: AsyncSession, campaign_id: int, first: int, last: int) -> list[Said]:
    """What a campaign said from one of its versions to another, by their numbers, both among them."""
    query = select(CampaignVersion).where(
        CampaignVersion.campaign_id == campaign_id, CampaignVersion.number.between(first, last)
    )
    found = await session.scalars(query.order_by(CampaignVersion.number))
    return [Said(each.at, read_terms(each.terms)) for each in found]


async def shifts_of(session: AsyncSession, application_ids: Sequence[int]) -> dict[int, dict[int, datetime]]:
    """The shifts in which these applications have places, or are offered some, and since when."""
    found: dict[int, dict[int, datetime]] = {}
    offered = (
        select(AllocationParty.application_id, PlaceOffer.choices, PlaceOffer.made_at)
        .join(PlaceOffer, PlaceOffer.party_id == AllocationParty.id)
        .where(AllocationParty.application_id.in_(application_ids), PlaceOffer.state == OfferState.STANDING.value)
    )
    given = (
        select(ApplicationChild.application_id, CampPlace.shift, PlaceOffer.made_at)
        .join(CampPlace, CampPlace.child_id == ApplicationChild.id)
        .join(PlaceOffer, PlaceOffer.id == CampPlace.offer_id)
        .where(ApplicationChild.application_id.in_(application_ids))
    )
    for application_id, shift, at in await session.execute(given):
        found.setdefault(application_id, {})[shift] = at
    for application_id, choices, at in await session.execute(offered):
        found.setdefault(application_id, {}).update({shift: at for shift, _ in choices})
    return found
