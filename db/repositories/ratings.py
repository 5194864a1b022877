"""Ratings and the words beside them, none of which names anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Rating, RatingTicket, RatingWords


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a mark was given in a month."""

    month: date
    mark: str
    number: int


async def take_ticket(session: AsyncSession, ticket: bytes, until: date) -> bool:
    """Uses a ticket up; False where it was used before, however many ask at once."""
    statement = insert(RatingTicket).values(ticket=ticket, until=until).on_conflict_do_nothing()
    return (await session.execute(statement.returning(RatingTicket.ticket))).first() is not None


async def is_taken(session: AsyncSession, ticket: bytes) -> bool:
    """Whether a ticket was used up."""
    return await session.get(RatingTicket, ticket) is not None


async def counts(session: AsyncSession, organisation_id: int, since: date) -> list[Counted]:
    """Of each month from `since` on, the newest first."""
    query = (
        select(Rating.month, Rating.mark, func.count())
        .where(Rating.organisation_id == organisation_id, Rating.month >= since)
        .group_by(Rating.month, Rating.mark)
        .order_by(Rating.month.desc(), Rating.mark)
    )
    return [Counted(*row) for row in await session.execute(query)]


async def words_since(session: AsyncSession, organisation_id: int, since: date) -> Sequence[RatingWords]:
    """The words of each month from `since` on."""
    query = select(RatingWords).where(RatingWords.organisation_id == organisation_id, RatingWords.month >= since)
    return (await session.scalars(query)).all()


async def forget(session: AsyncSession, words_before: date, tickets_before: date) -> int:
    """Deletes words of months before a day, and tickets that nobody can use after theirs; returns how many words."""
    await session.execute(delete(RatingTicket).where(RatingTicket.until < tickets_before))
    gone = await session.scalars(delete(RatingWords).where(RatingWords.month < words_before).returning(RatingWords.id))
    return len(gone.all())
