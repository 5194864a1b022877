"""Families that were asked whether they still need a place, and what the clock has to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, insert, literal, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, Case, NeedAsk
from db.session import lock_row
from rules.recreation.applications import Standing
from rules.recreation.still_needed import AskState

_NEXT = text("SELECT min(next_at) FROM need_asks WHERE next_at <= :until")


def _to_ask(campaign_id: int) -> tuple[ColumnElement[bool], ...]:
    child = select(ApplicationChild.id).where(
        ApplicationChild.application_id == Application.id, ApplicationChild.state == Standing.NEED_CONFIRMED.value
    )
    asked = select(NeedAsk.id).where(NeedAsk.application_id == Application.id)
    return (
        Application.campaign_id == campaign_id,
        exists(child),
        ~exists(asked),
        exists(select(Case.id).where(Case.id == Application.case_id, Case.closed_at.is_(None))),
    )


async def count_to_ask(session: AsyncSession, campaign_id: int) -> int:
    """How many families with a confirmed need were not asked yet."""
    query = select(func.count()).select_from(Application).where(*_to_ask(campaign_id))
    return await session.scalar(query) or 0


async def ask_all(
    session: AsyncSession, campaign_id: int, staff_id: int, now: datetime, remind_at: datetime, due_at: datetime
) -> int:
    """Makes a row for each of these; how many. The letters follow, a few at a time."""
    columns = ["application_id", "staff_id", "state", "asked_at", "remind_at", "due_at", "next_at"]
    values = (
        literal(staff_id), literal(AskState.WAITING.value), literal(now), literal(remind_at), literal(due_at),
        literal(now),
    )  # fmt: skip
    chosen = select(Application.id, *values).where(*_to_ask(campaign_id))
    made = await session.execute(insert(NeedAsk).from_select(columns, chosen).returning(NeedAsk.id))
    return len(made.all())


async def counted(session: AsyncSession, campaign_id: int) -> dict[str, int]:
    """How many families said what."""
    query = (
        select(NeedAsk.state, func.count())
        .join(Application, Application.id == NeedAsk.application_id)
        .where(Application.campaign_id == campaign_id)
        .group_by(NeedAsk.state)
    )
    return {row.state: row[1] for row in await session.execute(query)}


async def of_application(session: AsyncSession, application_id: int) -> NeedAsk | None:
    """What a family was asked."""
    query = select(NeedAsk).where(NeedAsk.application_id == application_id)
    return await session.scalar(query.execution_options(populate_existing=True))


async def lock(session: AsyncSession, ask_id: int) -> NeedAsk | None:
    """The same, locked; after its application."""
    return await lock_row(session, NeedAsk, ask_id)


async def due(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[int, int, int]]:
    """Asks about which something is to be done: ids, those of the applications and of the cases."""
    query = (
        select(NeedAsk.id, Application.id, Application.case_id)
        .join(Application, Application.id == NeedAsk.application_id)
        .where(NeedAsk.next_at <= now)
        .order_by(NeedAsk.next_at, NeedAsk.id)
        .limit(limit)
    )
    return [(ask, application, case) for ask, application, case in await session.execute(query) if case is not None]


async def silent(session: AsyncSession, campaign_id: int, limit: int) -> Sequence[tuple[int, str]]:
    """Cases of families that said nothing until the term was over: ids and numbers, the oldest first."""
    query = (
        select(Case.id, Case.number)
        .join(Application, Application.case_id == Case.id)
        .join(NeedAsk, NeedAsk.application_id == Application.id)
        .where(Application.campaign_id == campaign_id, NeedAsk.state == AskState.SILENT.value)
        .order_by(NeedAsk.id)
        .limit(limit)
    )
    return [(case_id, number) for case_id, number in await session.execute(query)]


async def next_at(session: AsyncSession, until: datetime) -> datetime | None:
    """When something is to be done next; up to a moment."""
    found: datetime | None = await session.scalar(_NEXT, {"until": until})
    return found
