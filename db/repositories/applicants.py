"""What an allocation is made from: the applications of a campaign, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, CampaignVersion, Case, CaseEvent

SENT = "document-sent"
"""The event of a paper that came."""


async def filed(session: AsyncSession, campaign_id: int, until: datetime) -> Sequence[Any]:
    """Applications that had come by a moment, also those that were taken back: id, number, when, together, case."""
    query = (
        select(Application.id, Case.number, Application.filed_at, Application.together, Case.id.label("case_id"))
        .join(Case, Case.id == Application.case_id)
        .where(Application.campaign_id == campaign_id, Application.filed_at.is_not(None), Application.filed_at <= until)
        .order_by(Application.id)
    )
    return (await session.execute(query)).all()


async def children_of(session: AsyncSession, campaign_id: int) -> Sequence[Any]:
    """All children of its applications, in order, with what the order and the wishes need."""
    child = ApplicationChild
    query = (
        select(
            child.id,
            child.application_id,
            child.name,
            child.born,
            child.way,
            child.confirmed,
            child.stay,
            child.period,
            child.state,
            child.state_at,
        )
        .join(Application, Application.id == child.application_id)
        .where(Application.campaign_id == campaign_id)
        .order_by(child.application_id, child.position)
    )
    return (await session.execute(query)).all()


async def papers_came(session: AsyncSession, campaign_id: int) -> Sequence[tuple[int, datetime]]:
    """When papers came for its applications: the case and the moment, each time."""
    query = (
        select(CaseEvent.case_id, CaseEvent.at)
        .join(Application, Application.case_id == CaseEvent.case_id)
        .where(Application.campaign_id == campaign_id, CaseEvent.kind == SENT)
    )
    return [(case_id, at) for case_id, at in await session.execute(query)]


async def versions(session: AsyncSession, campaign_id: int) -> Sequence[CampaignVersion]:
    """Whatever the campaign said, in order."""
    query = select(CampaignVersion).where(CampaignVersion.campaign_id == campaign_id)
    return (await session.scalars(query.order_by(CampaignVersion.number))).all()


async def lock_applications(session: AsyncSession, application_ids: Sequence[int]) -> None:
    """Many at once, in the order of their ids."""
    query = select(Application.id).where(Application.id.in_(application_ids)).order_by(Application.id)
    (await session.scalars(query.with_for_update(key_share=True))).all()


async def stand(session: AsyncSession, application_ids: Sequence[int], state: str) -> None:
    """These locked applications stand so from now on."""
    await session.execute(update(Application).where(Application.id.in_(application_ids)).values(state=state))


async def move_children(session: AsyncSession, children: Sequence[int], before: str, after: str, at: datetime) -> None:
    """Those of these who stand so stand otherwise from now on."""
    mine = ApplicationChild.id.in_(children)
    await session.execute(
        update(ApplicationChild).where(mine, ApplicationChild.state == before).values(state=after, state_at=at)
    )


async def states_of(session: AsyncSession, application_ids: Sequence[int]) -> dict[int, list[str]]:
    """Where the children of applications stand."""
    query = select(ApplicationChild.application_id, ApplicationChild.state).where(
        ApplicationChild.application_id.in_(application_ids)
    )
    found: dict[int, list[str]] = {}
    for application_id, state in await session.execute(query):
        found.setdefault(application_id, []).append(state)
    return found
