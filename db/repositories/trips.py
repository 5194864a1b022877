"""The children of a shift, by their places, and those of whom something was marked that has still to follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, Campaign, CampPlace, Case
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState
from rules.recreation.trips import UNDO_FOR

_UNTOLD_SINCE = text("SELECT min(state_at) FROM application_children WHERE trip_untold AND state_at <= :until")


@dataclass(frozen=True, slots=True)
class Traveller:
    """A child with a place; its application and the case of that."""

    child: ApplicationChild
    application_id: int
    case_id: int
    number: str


async def of_shift(
    session: AsyncSession, campaign_id: int, shift: int, *, skip: int = 0, limit: int | None = None
) -> list[Traveller]:
    """By the number of the case and the place in the application."""
    query = (
        select(ApplicationChild, Application.id, Case.id, Case.number)
        .join(CampPlace, CampPlace.child_id == ApplicationChild.id)
        .join(Application, Application.id == ApplicationChild.application_id)
        .join(Case, Case.id == Application.case_id)
        .where(CampPlace.campaign_id == campaign_id, CampPlace.shift == shift)
        .order_by(Case.id, ApplicationChild.position)
        .offset(skip)
        .limit(limit)
    )
    found = await session.execute(query.execution_options(populate_existing=True))
    return [Traveller(child, application_id, case_id, number) for child, application_id, case_id, number in found]


async def counted(session: AsyncSession, organisation_id: int) -> dict[tuple[int, int], dict[str, int]]:
    """By campaign and shift: how many children with a place stand where."""
    query = (
        select(CampPlace.campaign_id, CampPlace.shift, ApplicationChild.state, func.count())
        .join(ApplicationChild, ApplicationChild.id == CampPlace.child_id)
        .join(Campaign, Campaign.id == CampPlace.campaign_id)
        .where(Campaign.organisation_id == organisation_id)
        .group_by(CampPlace.campaign_id, CampPlace.shift, ApplicationChild.state)
    )
    found: dict[tuple[int, int], dict[str, int]] = {}
    for campaign_id, shift, state, count in await session.execute(query):
        found.setdefault((campaign_id, shift), {})[state] = count
    return found


async def shift_of(session: AsyncSession, child_id: int) -> tuple[int, int] | None:
    """The campaign and the shift in which a child has a place."""
    query = select(CampPlace.campaign_id, CampPlace.shift).where(CampPlace.child_id == child_id)
    row = (await session.execute(query)).first()
    return None if row is None else (row.campaign_id, row.shift)


async def lost_places(session: AsyncSession, application_id: int) -> Sequence[ApplicationChild]:
    """Children of an application who were marked as not coming, and whose place went on; none once places are shared
    out no more.
    """
    place = select(CampPlace.child_id).where(CampPlace.child_id == ApplicationChild.id)
    query = (
        select(ApplicationChild)
        .join(Application, Application.id == ApplicationChild.application_id)
        .join(Campaign, Campaign.id == Application.campaign_id)
        .where(Campaign.state == CampaignState.ALLOCATING.value)
        .where(ApplicationChild.application_id == application_id, ~ApplicationChild.trip_untold)
        .where(ApplicationChild.state == Standing.NOT_TRAVELLED.value, ~exists(place))
        .order_by(ApplicationChild.position)
    )
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def untold(session: AsyncSession, before: datetime, limit: int) -> Sequence[tuple[int, int]]:
    """Applications with children who were marked before a moment, and nothing has followed yet: ids, and the cases'."""
    query = (
        select(Application.id, Application.case_id)
        .join(ApplicationChild, ApplicationChild.application_id == Application.id)
        .where(ApplicationChild.trip_untold, ApplicationChild.state_at <= before)
        .order_by(Application.id)
        .distinct()
        .limit(limit)
    )
    return [(application_id, case_id) for application_id, case_id in await session.execute(query) if case_id]


async def next_untold(session: AsyncSession, until: datetime) -> datetime | None:
    """When something follows from the oldest mark of which it has not yet; up to a moment."""
    found: datetime | None = await session.scalar(_UNTOLD_SINCE, {"until": until - UNDO_FOR})
    return None if found is None else found + UNDO_FOR
