"""Reminders: planning, claiming what is due, cancelling. The hot statements are written by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Reminder, ReminderStop
from db.session import get_row, lock_row
from rules.catalogue import FOR_PEOPLE

DRAFT, WAITING, WRITTEN, LATE, GONE, CANCELLED = "draft", "waiting", "written", "late", "gone", "cancelled"

_PLAN = text(
    """
    INSERT INTO reminders
        (kind, step, unique_key, person_id, staff_id, case_id, deadline_id, subject, about_at, due_at, expires_at,
         planned_at)
    SELECT new.kind, new.step, new.unique_key, new.person_id, new.staff_id, new.case_id, new.deadline_id, new.subject,
           new.about_at, new.due_at, new.expires_at, CAST(:now AS timestamptz)
    FROM unnest(CAST(:kinds AS text[]), CAST(:steps AS smallint[]), CAST(:keys AS text[]), CAST(:people AS bigint[]),
                CAST(:staff AS bigint[]), CAST(:cases AS bigint[]), CAST(:deadlines AS bigint[]),
                CAST(:subjects AS bigint[]), CAST(:abouts AS timestamptz[]), CAST(:dues AS timestamptz[]),
                CAST(:ends AS timestamptz[]))
         AS new (kind, step, unique_key, person_id, staff_id, case_id, deadline_id, subject, about_at, due_at,
                 expires_at)
    ON CONFLICT (unique_key) DO UPDATE
        SET state = 'waiting', settled_at = NULL, case_id = EXCLUDED.case_id, due_at = EXCLUDED.due_at,
            expires_at = EXCLUDED.expires_at, planned_at = EXCLUDED.planned_at
        WHERE reminders.state = 'cancelled'
    """
)
# Whoever comes second passes over what the first one holds. What is settled here is settled in the transaction that
# writes the letters: a crash in between leaves both undone.
CLAIM = f"""
    WITH due AS (
        SELECT id FROM reminders WHERE state = '{WAITING}' AND due_at <= :now
        ORDER BY due_at, id LIMIT :limit
        FOR UPDATE SKIP LOCKED
    )
    UPDATE reminders
    SET state = CASE WHEN reminders.expires_at <= :now THEN '{LATE}' ELSE '{WRITTEN}' END, settled_at = :now
    FROM due WHERE reminders.id = due.id
    RETURNING reminders.id, reminders.kind, reminders.step, reminders.state, reminders.person_id, reminders.staff_id,
              reminders.case_id, reminders.deadline_id, reminders.about_at, reminders.due_at, reminders.snoozed,
              reminders.subject
"""
_CLAIM = text(CLAIM)
_GONE = text(f"UPDATE reminders SET state = '{GONE}' WHERE id = ANY(:ids)")
# A reminder that the clock holds just now is passed over: it is looked at once more when its letter is sent, and
# nobody waits for the other one with a case in their hands.
_CANCEL = """
    UPDATE reminders SET state = 'cancelled', settled_at = :now
    WHERE id IN (
        SELECT id FROM reminders WHERE state IN ('waiting', 'draft') AND {which} FOR UPDATE SKIP LOCKED
    )
"""
_CANCEL_OF_CASE = text(_CANCEL.format(which="case_id = :id AND kind = ANY(:kinds)"))
_CANCEL_OF_DEADLINE = text(_CANCEL.format(which="deadline_id = :id"))
_CANCEL_SUBJECT = text(_CANCEL.format(which="case_id = :id AND kind = ANY(:kinds) AND subject = :subject"))
_CANCEL_OF_PERSON = text(_CANCEL.format(which="person_id = :id AND kind = ANY(:kinds)"))
_CANCEL_ABOUT = text(_CANCEL.format(which="person_id = :id AND kind = ANY(:kinds) AND subject = :subject"))
_CANCEL_OF_STAFF = text(_CANCEL.format(which="staff_id = :id"))
# What a person is reminded of still holds while it is their turn in an open case of theirs, what they were asked for is
# not here, and they want to hear it.
_HOLDS = text(
    """
    SELECT reminders.id
    FROM reminders
    LEFT JOIN cases ON cases.id = reminders.case_id
    WHERE reminders.id = ANY(:ids)
      AND (reminders.case_id IS NULL
           OR (cases.closed_at IS NULL AND cases.turn = 'person' AND cases.person_id = reminders.person_id))
      AND (reminders.kind <> 'application' OR EXISTS (
          SELECT FROM applications
          WHERE applications.id = reminders.subject AND applications.person_id = reminders.person_id
      ))
      AND (reminders.kind <> 'document' OR EXISTS (
          SELECT FROM wanted_documents
          WHERE wanted_documents.case_id = reminders.case_id AND wanted_documents.state IN ('asked', 'returned')
      ))
      AND NOT EXISTS (
          SELECT FROM reminder_stops
          WHERE reminder_stops.person_id = reminders.person_id AND reminder_stops.kind = reminders.kind
      )
    """
)
_COMING = text(
    """
    SELECT reminders.id, reminders.kind, reminders.due_at
    FROM reminders
    LEFT JOIN cases ON cases.id = reminders.case_id
    WHERE reminders.person_id = :person_id AND reminders.state = 'waiting' AND reminders.due_at >= :now
      AND reminders.kind = ANY(:kinds)
      AND (reminders.case_id IS NULL
           OR (cases.closed_at IS NULL AND cases.turn = 'person' AND cases.person_id = reminders.person_id))
      AND (reminders.kind <> 'application' OR EXISTS (
          SELECT FROM applications
          WHERE applications.id = reminders.subject AND applications.person_id = reminders.person_id
      ))
      AND (reminders.kind <> 'document' OR EXISTS (
          SELECT FROM wanted_documents
          WHERE wanted_documents.case_id = reminders.case_id AND wanted_documents.state IN ('asked', 'returned')
      ))
      AND NOT EXISTS (
          SELECT FROM reminder_stops
          WHERE reminder_stops.person_id = reminders.person_id AND reminder_stops.kind = reminders.kind
      )
    ORDER BY reminders.due_at, reminders.id
    LIMIT :limit
    """
)
_WAITS = text(
    """
    SELECT count(*) FILTER (WHERE waiting_since IS NOT NULL),
           count(*) FILTER (WHERE waiting_since IS NOT NULL AND reply_by < :now),
           count(*) FILTER (WHERE owner_id IS NULL)
    FROM cases
    WHERE organisation_id = :organisation_id AND closed_at IS NULL
      AND (CAST(:owner_id AS bigint) IS NULL OR owner_id = CAST(:owner_id AS bigint))
    """
)
_NEXT = text(f"SELECT min(due_at) FROM reminders WHERE state = '{WAITING}' AND due_at <= :until")
_FORGET = text(
    """
    DELETE FROM reminders
    WHERE id IN (SELECT id FROM reminders WHERE settled_at < :before ORDER BY settled_at LIMIT :limit
                 FOR UPDATE SKIP LOCKED)
    RETURNING id
    """
)
_DROP_DRAFTS = text(f"DELETE FROM reminders WHERE state = '{DRAFT}' AND planned_at < :before RETURNING id")


@dataclass(frozen=True, slots=True)
class NewReminder:
    """One reminder to be planned; fields as in `db.models.Reminder`."""

    kind: str
    unique_key: str
    due_at: datetime
    step: int = 0
    expires_at: datetime | None = None
    person_id: int | None = None
    staff_id: int | None = None
    case_id: int | None = None
    deadline_id: int | None = None
    subject: int | None = None
    about_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose time has come, settled by this transaction; `state` is WRITTEN, or LATE where it is stale."""

    id: int
    kind: str
    step: int
    state: str
    person_id: int | None
    staff_id: int | None
    case_id: int | None
    deadline_id: int | None
    about_at: datetime | None
    due_at: datetime
    snoozed: int
    subject: int | None


async def plan(session: AsyncSession, new: Sequence[NewReminder], now: datetime) -> None:
    """Adds reminders in one statement. Of those whose key stands already, cancelled ones wait again; what was told is
    not told again.
    """
    if not new:
        return
    values = {
        "now": now,
        "kinds": [each.kind for each in new],
        "steps": [each.step for each in new],
        "keys": [each.unique_key for each in new],
        "people": [each.person_id for each in new],
        "staff": [each.staff_id for each in new],
        "cases": [each.case_id for each in new],
        "deadlines": [each.deadline_id for each in new],
        "subjects": [each.subject for each in new],
        "abouts": [each.about_at for each in new],
        "dues": [each.due_at for each in new],
        "ends": [each.expires_at for each in new],
    }
    await session.execute(_PLAN, values)


async def claim(session: AsyncSession, now: datetime, limit: int) -> list[Due]:
    """Settles what is due at `now`, the oldest first, and returns it."""
    rows = await session.execute(_CLAIM, {"now": now, "limit": limit})
    return sorted((Due(*row) for row in rows), key=lambda each: (each.due_at, each.id))


async def next_due(session: AsyncSession, until: datetime) -> datetime | None:
    """When the first reminder comes that waits, up to a moment; None where there is none until then."""
    found: datetime | None = (await session.execute(_NEXT, {"until": until})).scalar_one()
    return found


async def holding(session: AsyncSession, ids: Sequence[int]) -> set[int]:
    """Which of these reminders of people are still true, and wanted."""
    return set(await session.scalars(_HOLDS, {"ids": list(ids)}))


async def gone(session: AsyncSession, ids: Collection[int]) -> None:
    """Their reason was gone when their time came."""
    if ids:
        await session.execute(_GONE, {"ids": sorted(ids)})


async def cancel_of_case(session: AsyncSession, case_id: int, kinds: Collection[str], now: datetime) -> None:
    """What waits of these kinds in a case is not needed any more."""
    await session.execute(_CANCEL_OF_CASE, {"id": case_id, "kinds": sorted(kinds), "now": now})


async def cancel_of_deadline(session: AsyncSession, deadline_id: int, now: datetime) -> None:
    """The same for one deadline."""
    await session.execute(_CANCEL_OF_DEADLINE, {"id": deadline_id, "now": now})


async def cancel_subject(session: AsyncSession, case_id: int, kind: str, subject: int, now: datetime) -> None:
    """The same for one thing in a case."""
    values = {"id": case_id, "kinds": [kind], "subject": subject, "now": now}
    await session.execute(_CANCEL_SUBJECT, values)


async def cancel_of_person(session: AsyncSession, person_id: int, kinds: Collection[str], now: datetime) -> None:
    """The same for all that a person would be reminded of."""
    await session.execute(_CANCEL_OF_PERSON, {"id": person_id, "kinds": sorted(kinds), "now": now})


async def cancel_about(session: AsyncSession, person_id: int, kind: str, subject: int, now: datetime) -> None:
    """The same for one thing of a person's that is in no case, or stays itself when its case goes on elsewhere."""
    values = {"id": person_id, "kinds": [kind], "subject": subject, "now": now}
    await session.execute(_CANCEL_ABOUT, values)


async def cancel_of_staff(session: AsyncSession, staff_id: int, now: datetime) -> None:
    """The digests of a staff member."""
    await session.execute(_CANCEL_OF_STAFF, {"id": staff_id, "now": now})


async def by_id(session: AsyncSession, reminder_id: int) -> Reminder | None:
    """One reminder, unlocked."""
    return await get_row(session, Reminder, reminder_id)


async def by_ids(session: AsyncSession, ids: Sequence[int]) -> Sequence[Reminder]:
    """Several, in the order of their time."""
    query = select(Reminder).where(Reminder.id.in_(ids)).order_by(Reminder.due_at, Reminder.id)
    return (await session.scalars(query)).all()


async def lock(session: AsyncSession, reminder_id: int) -> Reminder | None:
    """One reminder, locked until the transaction ends."""
    return await lock_row(session, Reminder, reminder_id)


@dataclass(frozen=True, slots=True)
class Coming:
    """What a person will be reminded of."""

    id: int
    kind: str
    due_at: datetime


async def coming(session: AsyncSession, person_id: int, now: datetime, limit: int) -> list[Coming]:
    """What a person will be reminded of, the next first; what holds no more or was stopped is not among it."""
    values = {"person_id": person_id, "now": now, "kinds": sorted(FOR_PEOPLE), "limit": limit}
    rows = await session.execute(_COMING, values)
    return [Coming(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Waits:
    """How many cases: in which somebody waits for us, how many of these beyond the promise, and that nobody has."""

    waiting: int
    late: int
    unowned: int


async def waits_of(session: AsyncSession, organisation_id: int, owner_id: int | None, now: datetime) -> Waits:
    """The open cases of an owner, or (None) of all the organisation, in numbers."""
    values = {"organisation_id": organisation_id, "owner_id": owner_id, "now": now}
    return Waits(*(await session.execute(_WAITS, values)).one())


async def own_draft(session: AsyncSession, person_id: int) -> Reminder | None:
    """The reminder of their own for which a person still chooses the time."""
    query = select(Reminder).where(Reminder.person_id == person_id, Reminder.state == DRAFT)
    return await session.scalar(query)


async def own_words(session: AsyncSession, person_id: int) -> Sequence[Reminder]:
    """Every reminder whose own words are held, the oldest first."""
    query = select(Reminder).where(Reminder.person_id == person_id, Reminder.words.is_not(None))
    return (await session.scalars(query.order_by(Reminder.id))).all()


async def forget_of(session: AsyncSession, person_id: int) -> None:
    """Deletes all that a person was or would be reminded of, and what they stopped."""
    await session.execute(delete(Reminder).where(Reminder.person_id == person_id))
    await session.execute(delete(ReminderStop).where(ReminderStop.person_id == person_id))


async def stopped(session: AsyncSession, person_id: int) -> set[str]:
    """Which kinds a person does not want."""
    return set(await session.scalars(select(ReminderStop.kind).where(ReminderStop.person_id == person_id)))


async def stop(session: AsyncSession, person_id: int, kind: str, now: datetime) -> None:
    """A person does not want to be reminded of this kind; said twice it is the same."""
    values = {"person_id": person_id, "kind": kind, "stopped_at": now}
    await session.execute(insert(ReminderStop).values(**values).on_conflict_do_nothing())


async def start(session: AsyncSession, person_id: int, kind: str) -> None:
    """They want it again."""
    await session.execute(delete(ReminderStop).where(ReminderStop.person_id == person_id, ReminderStop.kind == kind))


async def forget_settled(session: AsyncSession, before: datetime, limit: int) -> int:
    """Deletes reminders that were settled before a moment (business time), the oldest first; how many."""
    return len((await session.execute(_FORGET, {"before": before, "limit": limit})).all())


async def drop_stale_drafts(session: AsyncSession, before: datetime) -> int:
    """Deletes reminders whose time nobody chose; how many."""
    return len((await session.execute(_DROP_DRAFTS, {"before": before})).all())
