"""Children who got to a step of a campaign at which their families have still to be asked something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, CampPlace, Case


@dataclass(frozen=True, slots=True)
class When:
    """Children in these states are asked a question; `shifts`: those alone who have a place in one of these."""

    question: str
    states: tuple[str, ...]
    shifts: tuple[int, ...] | None


async def to_ask(
    session: AsyncSession, campaign_id: int, whens: Sequence[When], before: datetime, limit: int
) -> Sequence[tuple[int, int]]:
    """Applications of a campaign with a child who stands so since some moment or longer, and was not asked: ids, and
    those of their cases, which are open.
    """
    query = (
        select(Application.id, Application.case_id)
        .join(Case, Case.id == Application.case_id)
        .join(ApplicationChild, ApplicationChild.application_id == Application.id)
        .where(Application.campaign_id == campaign_id, Case.closed_at.is_(None), ApplicationChild.state_at <= before)
        .where(or_(*(_stands(each) for each in whens)))
        .order_by(Application.id)
        .distinct()
        .limit(limit)
    )
    return [(application_id, case_id) for application_id, case_id in await session.execute(query) if case_id]


def _stands(when: When) -> ColumnElement[bool]:
    child = ApplicationChild
    found = child.state.in_(when.states) & ~child.asked.contains([when.question])
    if when.shifts is None:
        return found
    place = select(CampPlace.child_id).where(CampPlace.child_id == child.id, CampPlace.shift.in_(when.shifts))
    return found & exists(place)


async def shifts_of(session: AsyncSession, application_id: int) -> dict[int, int]:
    """The shift in which each child of an application has a place, by the child's id."""
    query = (
        select(CampPlace.child_id, CampPlace.shift)
        .join(ApplicationChild, ApplicationChild.id == CampPlace.child_id)
        .where(ApplicationChild.application_id == application_id)
    )
    return {child_id: shift for child_id, shift in await session.execute(query) if child_id is not None}
