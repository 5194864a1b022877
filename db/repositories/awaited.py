"""Letters whose reading is awaited. Whoever changes one has locked its case."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import AwaitedLetter, Case

WAITING, UNREAD, SEEN, TOLD, GONE = "waiting", "unread", "seen", "told", "gone"
_WANTED = AwaitedLetter.state.in_((WAITING, UNREAD))

# The cases are locked, not their letters: all who change a letter hold its case. Whoever comes second passes over what
# the first one has locked, and finds nothing to do there afterwards.
_OVERDUE = text(
    f"""
    SELECT id FROM cases
    WHERE id IN (
        SELECT case_id FROM awaited_letters WHERE state = '{WAITING}' AND due_at <= :now
        ORDER BY due_at, id LIMIT :limit
    )
    ORDER BY id
    FOR NO KEY UPDATE SKIP LOCKED
    """
)


async def wanted_of(session: AsyncSession, case_id: int) -> Sequence[AwaitedLetter]:
    """Those of a case that are not settled, the oldest first, as they are now."""
    query = select(AwaitedLetter).where(AwaitedLetter.case_id == case_id, _WANTED).order_by(AwaitedLetter.id)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def unread_of(session: AsyncSession, case_ids: Collection[int]) -> Sequence[AwaitedLetter]:
    """Those of several cases whose day is over, the oldest first."""
    query = select(AwaitedLetter).where(AwaitedLetter.case_id.in_(case_ids), AwaitedLetter.state == UNREAD)
    return (await session.scalars(query.order_by(AwaitedLetter.id))).all()


async def cases_overdue(session: AsyncSession, now: datetime, limit: int) -> list[int]:
    """Cases with a letter whose day is over, locked; those that somebody else holds are passed over."""
    return list(await session.scalars(_OVERDUE, {"now": now, "limit": limit}))


async def next_due(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first day is over, up to a moment; None where none is until then."""
    first = select(func.min(AwaitedLetter.due_at)).where(AwaitedLetter.state == WAITING, AwaitedLetter.due_at <= until)
    return await session.scalar(first)


async def cases_of_person(session: AsyncSession, person_id: int) -> list[int]:
    """A person's cases, open or over, in which a letter is not settled, in the order of their ids."""
    query = select(Case.id).where(Case.person_id == person_id, Case.unseen).order_by(Case.id)
    return list(await session.scalars(query))


async def at(session: AsyncSession, chat_id: int, message_id: int) -> AwaitedLetter | None:
    """The one that stands there and is not settled."""
    here = (AwaitedLetter.chat_id == chat_id, AwaitedLetter.message_id == message_id)
    return await session.scalar(select(AwaitedLetter).where(*here, _WANTED))


async def note_sent(session: AsyncSession, case_id: int, matter: str, chat_id: int, message_id: int) -> None:
    """It is at Telegram now."""
    which = (AwaitedLetter.case_id == case_id, AwaitedLetter.matter == matter, _WANTED)
    await session.execute(update(AwaitedLetter).where(*which).values(chat_id=chat_id, message_id=message_id))


async def forget(session: AsyncSession, case_ids: Sequence[int]) -> None:
    """Deletes all of these cases, which are locked: nobody phones about them."""
    await session.execute(delete(AwaitedLetter).where(AwaitedLetter.case_id.in_(case_ids)))
    await session.execute(update(Case).where(Case.id.in_(case_ids), Case.unseen).values(unseen=False))
