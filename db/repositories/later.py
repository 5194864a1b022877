"""Children who got to a step of a campaign at which their families have still to be asked something."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, CampPlace, Case
from db.repositories import recreation
from db.repositories.recreation import Call
from rules.local_time import local_date
from rules.recreation.applications import Standing
from rules.recreation.campaigns import OVER, CampaignState
from rules.recreation.later import SETTLED, asked_from, asks_later, states_of
from rules.recreation.terms import Ask


@dataclass(frozen=True, slots=True)
class When:
    """Children in these states are asked a question; `shifts`: those alone who have a place in one of these."""

    question: str
    states: tuple[str, ...]
    shifts: tuple[int, ...] | None

    @classmethod
    def of(cls, ask: Ask, states: Sequence[Standing], shifts: tuple[int, ...] | None) -> When:
        """As the rule says it."""
        return cls(ask.question.value, tuple(state.value for state in states), shifts)


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


async def next_moment(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first child gets to a question, up to a moment: it has stood so long enough, and the days before its
    shift have come.
    """
    found = []
    for call in await recreation.every(session):
        if call.state not in (CampaignState.PLANNED, CampaignState.PAUSED):
            for ask in asks_later(call.terms):
                found += [each async for each in _moments(session, call, ask, until)]
    return min((each for each in found if each <= until), default=None)


async def _moments(session: AsyncSession, call: Call, ask: Ask, until: datetime) -> AsyncIterator[datetime]:
    over = call.state in OVER
    states = states_of(ask, over=over)
    if ask.days is None and not over:
        if (since := await _since(session, call, When.of(ask, states, None))) is not None:
            yield since + SETTLED
        return
    for shift in call.terms.shifts:
        # Once it is over nobody is asked who was to leave before the question was there.
        not_before = [each for each in (asked_from(ask, shift), call.version.at if over else None) if each is not None]
        if max(not_before) > until:
            continue
        since = await _since(session, call, When.of(ask, states, (shift.number,)))
        if since is not None:
            at = max(since + SETTLED, *not_before)
            if not over or local_date(at) <= shift.first:
                yield at


async def _since(session: AsyncSession, call: Call, when: When) -> datetime | None:
    """Since when the first child stands so who was not asked."""
    query = (
        select(func.min(ApplicationChild.state_at))
        .join(Application, Application.id == ApplicationChild.application_id)
        .join(Case, Case.id == Application.case_id)
        .where(Application.campaign_id == call.campaign.id, Case.closed_at.is_(None), _stands(when))
    )
    found: datetime | None = await session.scalar(query)
    return found


def _stands(when: When) -> ColumnElement[bool]:
    child = ApplicationChild
    found = child.state.in_(when.states) & ~child.asked.contains([when.question])
    if when.shifts is None:
        return found
    place = select(CampPlace.child_id).where(CampPlace.child_id == child.id, CampPlace.shift.in_(when.shifts))
    return found & exists(place)


async def shifts_of(session: AsyncSession, application_ids: Sequence[int]) -> dict[int, int]:
    """The shift in which each child of these applications has a place, by the child's id."""
    query = (
        select(CampPlace.child_id, CampPlace.shift)
        .join(ApplicationChild, ApplicationChild.id == CampPlace.child_id)
        .where(ApplicationChild.application_id.in_(application_ids))
    )
    return {child_id: shift for child_id, shift in await session.execute(query) if child_id is not None}
