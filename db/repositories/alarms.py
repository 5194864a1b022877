"""Alarms: who is in danger, and who of staff has seen it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Alarm, AlarmCall, Case
from db.session import get_row


async def by_id(session: AsyncSession, alarm_id: int) -> Alarm | None:
    """An alarm, unlocked."""
    return await get_row(session, Alarm, alarm_id)


async def standing(session: AsyncSession, case_id: int) -> Alarm | None:
    """The alarm of a case that nobody has answered yet; whoever changes it has locked the case."""
    return await session.scalar(select(Alarm).where(Alarm.case_id == case_id, Alarm.ended_at.is_(None)))


async def newest(session: AsyncSession, case_id: int) -> Alarm | None:
    """The last alarm of a case, standing or over."""
    return await session.scalar(select(Alarm).where(Alarm.case_id == case_id).order_by(Alarm.id.desc()).limit(1))


async def case_of(session: AsyncSession, person_id: int) -> Case | None:
    """The person's newest open case of danger."""
    return await session.scalar(
        select(Case)
        .where(Case.person_id == person_id, Case.closed_at.is_(None), Case.crisis)
        .order_by(Case.id.desc())
        .limit(1)
    )


async def due(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Cases with an alarm that something is to be done about at `now` (business time), the oldest alarm first."""
    query = select(Alarm.case_id).where(
        Alarm.ended_at.is_(None),
        or_(
            (Alarm.seen_at.is_(None)) & (Alarm.next_at <= now),
            (Alarm.late_told_at.is_(None)) & (Alarm.promised_at <= now),
        ),
    )
    return (await session.scalars(query.order_by(Alarm.id))).all()


async def called(session: AsyncSession, alarm_id: int, *, since: int = 0) -> set[int]:
    """Which staff were called because of an alarm, from its round `since` on."""
    query = select(AlarmCall.staff_id).where(AlarmCall.alarm_id == alarm_id, AlarmCall.round >= since)
    return set(await session.scalars(query))
