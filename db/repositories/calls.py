"""Calls: drafts of people who are being asked, open ones of cases, and those that wait for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Call, Case, CaseEvent, Message
from db.session import get_row
from rules.calls import CallState, Reason

_OPEN = Call.state == CallState.OPEN.value
_DRAFT = Call.state == CallState.DRAFT.value
_FOR_AGREEMENT = Call.reason == Reason.AGREEMENT.value


async def by_id(session: AsyncSession, call_id: int) -> Call | None:
    """A call; whoever changes one has locked its case, or its person while it is a draft."""
    return await get_row(session, Call, call_id)


async def draft_of(session: AsyncSession, person_id: int) -> Call | None:
    """The call that a person is still being asked about."""
    return await session.scalar(select(Call).where(Call.person_id == person_id, _DRAFT))


async def open_of_case(session: AsyncSession, case_id: int) -> Call | None:
    """The call that is to be made to the person of a case."""
    return await session.scalar(select(Call).where(Call.case_id == case_id, _OPEN, ~_FOR_AGREEMENT))


async def agreement_of_case(session: AsyncSession, case_id: int) -> Call | None:
    """The call in which the human for whom somebody writes is to be asked."""
    return await session.scalar(select(Call).where(Call.case_id == case_id, _OPEN, _FOR_AGREEMENT))


async def all_open_of_case(session: AsyncSession, case_id: int) -> Sequence[Call]:
    """Both of them."""
    return (await session.scalars(select(Call).where(Call.case_id == case_id, _OPEN).order_by(Call.id))).all()


async def open_of_person(session: AsyncSession, person_id: int) -> Sequence[Call]:
    """All calls that are to be made to a person, the oldest first."""
    return (await session.scalars(select(Call).where(Call.person_id == person_id, _OPEN).order_by(Call.id))).all()


async def held_of(session: AsyncSession, person_id: int) -> Sequence[Call]:
    """Calls to a person whose number, name or own words are still held, the oldest first."""
    held = or_(Call.phone.is_not(None), Call.ask_for.is_not(None), Call.wish.is_not(None))
    return (await session.scalars(select(Call).where(Call.person_id == person_id, held).order_by(Call.id))).all()


async def drop_draft(session: AsyncSession, person_id: int) -> bool:
    """Deletes what a person was being asked about; False where there was nothing."""
    gone = await session.scalars(delete(Call).where(Call.person_id == person_id, _DRAFT).returning(Call.id))
    return gone.first() is not None


async def drop_stale_drafts(session: AsyncSession, before: datetime) -> int:
    """Deletes drafts begun before a moment (business time); returns how many."""
    gone = await session.scalars(delete(Call).where(_DRAFT, Call.asked_at < before).returning(Call.id))
    return len(gone.all())


async def forget(session: AsyncSession, case_ids: Sequence[int], now: datetime) -> None:
    """Empties numbers, names and own words of these cases' calls; none of them is to be made any more."""
    theirs = Call.case_id.in_(case_ids)
    over = {"state": CallState.CANCELLED.value, "ended_at": now}
    await session.execute(update(Call).where(theirs, _OPEN).values(**over))
    await session.execute(update(Call).where(theirs).values(phone=None, phone_hash=None, ask_for=None, wish=None))


async def say(session: AsyncSession, of: Case, words: str, now: datetime) -> int:
    """Keeps words of ours as a message of the person's: they stand in no chat, so nobody can change them there."""
    message = Message(case_id=of.id, author_kind="person", author_id=of.person_id, text=words, written_at=now)
    session.add(message)
    await session.flush()
    return message.id


async def tried(session: AsyncSession, case_id: int) -> int:
    """How often somebody phoned in a case, whatever came of it: a number that only grows."""
    outcomes = ("reached", "unanswered", "wrong-number", "later", "in-writing")
    phoned = CaseEvent.kind.in_([f"call-{each}" for each in outcomes])
    return await session.scalar(select(func.count()).where(CaseEvent.case_id == case_id, phoned)) or 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """Calls that somebody has to make: how many, and the one that is due first."""

    count: int
    next: tuple[Call, Case] | None


async def waiting_for(session: AsyncSession, staff_id: int, organisation_id: int, *, lead: bool) -> Waiting:
    """The calls of a staff member's own cases; a lead's also those for leads and of cases that nobody has."""
    whose: ColumnElement[bool] = Case.owner_id == staff_id
    if lead:
        whose = or_(whose, Case.owner_id.is_(None), Call.for_lead)
    theirs = (_OPEN, Case.organisation_id == organisation_id, whose)
    of_a_case = Case.id == Call.case_id
    count = await session.scalar(select(func.count()).select_from(Call).join(Case, of_a_case).where(*theirs)) or 0
    first = select(Call, Case).join(Case, of_a_case).where(*theirs).order_by(Call.due_by, Call.id).limit(1)
    row = (await session.execute(first)).first()
    return Waiting(count, (row[0], row[1]) if row else None)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose calls are meant: a caseworker's own and nobody's, a lead's all of the organisation."""

    organisation_id: int
    staff_id: int
    lead: bool


async def count_listed(session: AsyncSession, reach: Reach) -> int:
    """How many calls wait within reach."""
    query = select(func.count()).select_from(Call).join(Case, Case.id == Call.case_id).where(*_within(reach))
    return await session.scalar(query) or 0


async def listed(session: AsyncSession, reach: Reach, skip: int, size: int) -> Sequence[tuple[Call, Case]]:
    """Calls that wait, danger first, then by the moment at which they are due."""
    danger = case((Call.reason == Reason.DANGER.value, 0), (Case.crisis, 1), else_=2)
    query = select(Call, Case).join(Case, Case.id == Call.case_id).where(*_within(reach))
    rows = await session.execute(query.order_by(danger, Call.due_by, Call.id).offset(skip).limit(size))
    return [(call, of) for call, of in rows]


def _within(reach: Reach) -> tuple[ColumnElement[bool], ...]:
    theirs = (_OPEN, Case.organisation_id == reach.organisation_id)
    if reach.lead:
        return theirs
    return (*theirs, or_(Case.owner_id == reach.staff_id, Case.owner_id.is_(None)))
