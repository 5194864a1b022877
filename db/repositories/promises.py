"""Promises that were not kept: cases in which somebody waits for us beyond the date they were told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, CaseEvent

# Whoever comes second passes over what the first one has locked, and then finds its event: a promise is broken once.
# A call counts while the person waits for it, also where a written answer ended the wait.
_OVER = """
    FROM cases
    LEFT JOIN calls ON calls.case_id = cases.id AND calls.state = 'open' AND calls.reason = 'asked'
    CROSS JOIN LATERAL (
        SELECT LEAST(CASE WHEN cases.waiting_since IS NOT NULL THEN cases.reply_by END, calls.due_by) AS at
    ) AS promised
    WHERE cases.closed_at IS NULL AND promised.at < :now
      AND NOT EXISTS (
          SELECT FROM case_events
          WHERE case_id = cases.id AND kind = 'promise-missed' AND case_events.at >= promised.at
      )
"""
_BROKEN = text(
    f"""
    SELECT cases.id, promised.at {_OVER}
    ORDER BY promised.at, cases.id
    LIMIT :limit
    FOR NO KEY UPDATE OF cases SKIP LOCKED
    """
)
_FIRST = text(f"SELECT min(promised.at) {_OVER}")
_MISSED = text(
    """
    SELECT count(*) FROM case_events
    WHERE case_id = :case_id AND kind = 'promise-missed' AND id > (
        SELECT coalesce(max(id), 0) FROM case_events
        WHERE case_id = :case_id AND kind IN (
            'opened', 'reopened', 'replied', 'call-reached', 'call-unanswered', 'call-wrong-number', 'call-later',
            'call-in-writing', 'no-answer-needed'
        )
    )
    """
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that is over: the case, and the moment (business time) that was promised."""

    case_id: int
    promised: datetime


async def broken(session: AsyncSession, now: datetime, limit: int) -> Sequence[Broken]:
    """Promises that ended before `now` and that nobody has spoken about yet, the oldest first; their cases locked."""
    rows = await session.execute(_BROKEN, {"now": now, "limit": limit})
    return [Broken(case_id, at) for case_id, at in rows]


async def next_broken(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first promise is over that nobody has spoken about, up to a moment; None: all are kept until then."""
    found: datetime | None = (await session.execute(_FIRST, {"now": until})).scalar_one()
    return None if found is None else found + timedelta(microseconds=1)


async def is_unspoken(session: AsyncSession, case_id: int, promised: datetime) -> bool:
    """Whether nobody has spoken about a broken promise yet; asked once more after the case is locked."""
    spoken = exists().where(CaseEvent.case_id == case_id, CaseEvent.kind == "promise-missed", CaseEvent.at >= promised)
    return not await session.scalar(select(spoken))


async def missed_since_answer(session: AsyncSession, case_id: int) -> int:
    """How many promises in a row were not kept since a human last answered, phoned or tried to."""
    return int((await session.execute(_MISSED, {"case_id": case_id})).scalar_one())


async def unchecked(
    session: AsyncSession, kinds: Collection[str], services: Collection[str], limit: int
) -> Sequence[Case]:
    """Open cases of intake kinds, or about services, that somebody else decides, whose owner was not reminded yet, the
    oldest first, locked. Where the law set us a deadline we decide, whatever the service.
    """
    reminded = exists().where(CaseEvent.case_id == Case.id, CaseEvent.kind == "check-due")
    return (
        await session.scalars(
            select(Case)
            .where(
                or_(Case.intake_kind.in_(kinds), Case.service.in_(services)),
                Case.law_by.is_(None),
                Case.closed_at.is_(None),
                ~reminded,
            )
            .order_by(Case.opened_at, Case.id)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
        )
    ).all()


async def overdue_of(session: AsyncSession, organisation_id: int, owner_id: int | None) -> int:
    """In how many open cases of an owner (None: of nobody) somebody waits to whom a promise was broken."""
    whose = Case.owner_id.is_(None) if owner_id is None else Case.owner_id == owner_id
    broken_to = exists().where(
        CaseEvent.case_id == Case.id, CaseEvent.kind == "promise-missed", CaseEvent.at >= Case.waiting_since
    )
    open_here = (Case.organisation_id == organisation_id, Case.closed_at.is_(None), Case.waiting_since.is_not(None))
    return await session.scalar(select(func.count()).select_from(Case).where(*open_here, whose, broken_to)) or 0
