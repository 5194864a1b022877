"""Those who work in an organisation, how much each has to do, and cases whose owner is gone or does nothing.

Whoever gives cases to somebody locks in this order: the organisation's assigning, the staff member, then the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case as if_
from sqlalchemy import func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case, Organisation, StaffInvite, StaffMember
from rules.cases import Turn

_ASSIGNING = 0x4153
_HOLD = text("SELECT pg_advisory_xact_lock(:what, CAST(:organisation AS integer))")

# Silence begins with the last of these: the person began to wait, the owner did something in the case, the case came to
# the owner. While a call is agreed for later nobody is silent.
_SILENT = """
    SELECT cases.id, GREATEST(cases.waiting_since, acted.at) AS since
    FROM cases
    CROSS JOIN LATERAL (
        SELECT max(case_events.at) AS at FROM case_events
        WHERE case_events.case_id = cases.id AND (
            (case_events.actor_id = cases.owner_id
                AND case_events.actor_kind IN ('caseworker', 'supervisor', 'admin'))
            OR case_events.kind IN ('assigned', 'handed-over', 'reopened')
        )
    ) AS acted
    WHERE cases.closed_at IS NULL AND cases.owner_id IS NOT NULL AND cases.turn = 'staff'
      AND cases.waiting_since IS NOT NULL AND cases.organisation_id = :organisation_id
      AND NOT EXISTS (
          SELECT FROM calls WHERE calls.case_id = cases.id AND calls.state = 'open' AND calls.due_by > :now
      )
"""
_ALL_SILENT = text(
    f"{_SILENT} ORDER BY cases.crisis DESC, since, cases.id LIMIT :limit FOR NO KEY UPDATE OF cases SKIP LOCKED"
)
_ONE_SILENT = text(f"{_SILENT} AND cases.id = :case_id")


@dataclass(frozen=True, slots=True)
class Busy:
    """A staff member, how many open cases they have, and in how many of these it is our turn."""

    member: StaffMember
    open: int
    ours: int


@dataclass(frozen=True, slots=True)
class Silent:
    """A case that waits for its owner, and since when the owner has done nothing (business time)."""

    case_id: int
    since: datetime


async def hold_assigning(session: AsyncSession, organisation_id: int) -> None:
    """Until the transaction ends nobody else of the organisation finds out who has the least to do, goes away or is
    removed: each sees what the one before has done.
    """
    await session.execute(_HOLD, {"what": _ASSIGNING, "organisation": organisation_id})


async def share(session: AsyncSession, staff_id: int) -> StaffMember:
    """A staff member as they are now; until the transaction ends they neither go away nor are removed."""
    return await session.get_one(StaffMember, staff_id, with_for_update={"read": True}, populate_existing=True)


async def member_of(session: AsyncSession, organisation_id: int, staff_id: int) -> StaffMember | None:
    """Somebody who works, or worked, in this organisation."""
    query = select(StaffMember).where(StaffMember.id == staff_id, StaffMember.organisation_id == organisation_id)
    return await session.scalar(query)


async def at_work(session: AsyncSession, organisation_id: int) -> Sequence[Busy]:
    """Everybody who works in an organisation, away or not, first joined first, each with what they have to do."""
    ours = func.sum(if_((Case.turn == Turn.STAFF.value, 1), else_=0))
    query = (
        select(StaffMember, func.count(Case.id), func.coalesce(ours, 0))
        .outerjoin(Case, (Case.owner_id == StaffMember.id) & Case.closed_at.is_(None))
        .where(StaffMember.organisation_id == organisation_id, StaffMember.removed_at.is_(None))
        .group_by(StaffMember.id)
        .order_by(StaffMember.id)
    )
    return [Busy(member, held, waiting) for member, held, waiting in await session.execute(query)]


async def open_ids(session: AsyncSession, staff_id: int) -> Sequence[int]:
    """All open cases of an owner, in the order in which they are to be locked."""
    query = select(Case.id).where(Case.owner_id == staff_id, Case.closed_at.is_(None)).order_by(Case.id)
    return (await session.scalars(query)).all()


async def of_gone_owners(session: AsyncSession, limit: int) -> Sequence[Case]:
    """Open cases of owners who work here no more, locked, the oldest first."""
    query = (
        select(Case)
        .join(StaffMember, StaffMember.id == Case.owner_id)
        .where(
            Case.closed_at.is_(None),
            or_(StaffMember.removed_at.is_not(None), StaffMember.organisation_id != Case.organisation_id),
        )
        .order_by(Case.id)
        .limit(limit)
        .with_for_update(of=Case, key_share=True, skip_locked=True)
    )
    return (await session.scalars(query)).all()


async def silent(session: AsyncSession, organisation_id: int, now: datetime, limit: int) -> list[Silent]:
    """Cases that wait for their owners, those in danger first, then the longest silence; locked."""
    values = {"organisation_id": organisation_id, "now": now, "limit": limit}
    return [Silent(*row) for row in await session.execute(_ALL_SILENT, values)]


async def is_silent(session: AsyncSession, case: Case, now: datetime) -> Silent | None:
    """The same of one locked case, as it is now; None where nobody waits for its owner."""
    values = {"organisation_id": case.organisation_id, "now": now, "case_id": case.id}
    row = (await session.execute(_ONE_SILENT, values)).first()
    return Silent(*row) if row is not None else None


async def organisations(session: AsyncSession) -> Sequence[Organisation]:
    """All organisations, locked until the transaction ends; one that another process works on is passed over."""
    query = select(Organisation).order_by(Organisation.id)
    return (await session.scalars(query.with_for_update(key_share=True, skip_locked=True))).all()


async def open_invites(session: AsyncSession, organisation_id: int, work_name: str, now: datetime) -> list[StaffInvite]:
    """Links that could still be followed under this work name, locked. Names are sealed, so all are opened."""
    query = select(StaffInvite).where(
        StaffInvite.organisation_id == organisation_id, StaffInvite.used_at.is_(None), StaffInvite.expires_at > now
    )
    found = await session.scalars(query.order_by(StaffInvite.id).with_for_update())
    return [each for each in found if each.work_name == work_name]
