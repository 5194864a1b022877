"""Whom a broadcast reaches: one place for who may be told by a machine at all, and who fits a segment."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, literal, or_, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Broadcast,
    BroadcastRecipient,
    BroadcastRun,
    Case,
    Consent,
    Person,
    ReminderStop,
    StaffMember,
    WantedDocument,
)
from db.models.people import HROMADA_UNKNOWN
from db.models.search import hromada_hash
from rules.broadcasts import STOP_OF, RecipientState, State
from rules.documents import DocumentState
from rules.segments import Dimension, Segment

READERS = "readers"
LACKING = (DocumentState.ASKED, DocumentState.RETURNED)


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a broadcast is for. `everybody`: also who has no case in the organisation; `stop`: under which name a wish
    not to hear of it is kept; `source_id`: only whom that run failed to reach.
    """

    segment: Segment
    organisation_id: int
    everybody: bool
    stop: str
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How many would get it, can't be reached, and do not want it; and of the first by language."""

    gets: int = 0
    unreachable: int = 0
    stopped: int = 0
    by_language: dict[str, int] = field(default_factory=dict)


def _may_be_told() -> ColumnElement[bool]:
    """Never a watched phone, nobody in danger, no family with whom one human speaks, and nobody without a consent."""
    agreed = exists().where(Consent.person_id == Person.id, Consent.withdrawn_at.is_(None))
    in_danger = exists().where(Case.person_id == Person.id, Case.closed_at.is_(None), Case.crisis)
    works_here = exists().where(StaffMember.telegram_id == Person.telegram_id, StaffMember.removed_at.is_(None))
    quiet = or_(Person.watched, Person.covered, Person.human_only, Person.frozen_at.is_not(None))
    return and_(Person.erased_at.is_(None), ~quiet, agreed, ~in_danger, ~works_here)


def _reachable() -> ColumnElement[bool]:
    return and_(Person.telegram_id.is_not(None), Person.unreachable_since.is_(None))


def _stopped(stop: str) -> ColumnElement[bool]:
    return exists().where(ReminderStop.person_id == Person.id, ReminderStop.kind == stop)


def _fits(audience: Audience, now: datetime) -> list[ColumnElement[bool]]:
    segment = audience.segment
    plain = {
        Dimension.CATEGORY: Person.category,
        Dimension.REGISTERED: Person.registered_hromada,
        Dimension.OBLAST: Person.actual_oblast,
        Dimension.LANGUAGE: Person.language,
    }
    fits: list[ColumnElement[bool]] = [_may_be_told()]
    fits += [column.in_(segment[each]) for each, column in plain.items() if segment[each]]
    if segment[Dimension.HROMADA]:
        fits.append(Person.hromada_hash.in_([hromada_hash(code) for code in segment[Dimension.HROMADA]]))
    if segment[Dimension.SEEN]:
        days = timedelta(days=int(segment[Dimension.SEEN][0]))
        fits.append(Person.last_wrote_at >= now - days)
    if (of_cases := _cases(audience)) is not None:
        fits.append(of_cases)
    if audience.source_id is not None:
        failed = (
            BroadcastRecipient.run_id == audience.source_id,
            BroadcastRecipient.state == RecipientState.FAILED.value,
        )
        fits.append(exists().where(BroadcastRecipient.person_id == Person.id, *failed))
    return fits


def _cases(audience: Audience) -> ColumnElement[bool] | None:
    """One and the same case fits all that is said of cases."""
    segment = audience.segment
    theirs: list[ColumnElement[bool]] = [Case.person_id == Person.id, Case.organisation_id == audience.organisation_id]
    if segment[Dimension.SERVICE]:
        theirs.append(Case.service.in_(segment[Dimension.SERVICE]))
    if segment[Dimension.STATE]:
        theirs.append(Case.state.in_(segment[Dimension.STATE]))
    if segment[Dimension.MISSING]:
        lacking = (WantedDocument.case_id == Case.id, WantedDocument.state.in_([each.value for each in LACKING]))
        theirs += [Case.closed_at.is_(None), exists().where(*lacking)]
    if len(theirs) == 2 and audience.everybody:
        return None
    return exists().where(*theirs)


async def reach(session: AsyncSession, audience: Audience, now: datetime) -> Reach:
    """Whom it would reach at `now` (business time)."""
    gets = and_(_reachable(), ~_stopped(audience.stop))
    query = (
        select(
            Person.language,
            func.count().filter(gets),
            func.count().filter(~_reachable()),
            func.count().filter(and_(_reachable(), _stopped(audience.stop))),
        )
        .where(*_fits(audience, now))
        .group_by(Person.language)
    )
    rows = (await session.execute(query)).all()
    return Reach(
        gets=sum(row[1] for row in rows),
        unreachable=sum(row[2] for row in rows),
        stopped=sum(row[3] for row in rows),
        by_language={row[0]: row[1] for row in rows if row[1]},
    )


async def fix(
    session: AsyncSession, run_id: int, audience: Audience, now: datetime, *, above: int, until: datetime, limit: int
) -> int | None:
    """Makes rows of the next recipients, those behind the person `above` whom we knew before `until`; the last of them,
    None where none is left.
    """
    those: Select[int, int] = (
        select(literal(run_id), Person.id)
        .where(*_fits(audience, now), _reachable(), ~_stopped(audience.stop))
        .where(Person.id > above, Person.created_at <= until)
        .order_by(Person.id)
        .limit(limit)
    )
    rows = insert(BroadcastRecipient).from_select(["run_id", "person_id"], those)
    fixed = await session.scalars(rows.on_conflict_do_nothing().returning(BroadcastRecipient.person_id))
    return max(fixed.all(), default=None)


async def still(session: AsyncSession, person_ids: list[int], stop: str) -> dict[int, tuple[bool, bool, bool]]:
    """Of these people, whether each may still be told by a machine, can be reached, and does not want it."""
    query = select(Person.id, _may_be_told(), _reachable(), _stopped(stop)).where(Person.id.in_(person_ids))
    return {row[0]: (row[1], row[2], row[3]) for row in await session.execute(query)}


@dataclass(frozen=True, slots=True)
class Reader:
    """Whether a letter to one of many may leave: how far recipient and run are, whether the person may be told by a
    machine, and whether they do not want it.
    """

    state: RecipientState
    run: State
    broadcast_id: int
    may: bool
    stopped: bool


@cache
def _readers() -> Select[int, str, str, int, bool, bool]:
    stop = exists().where(ReminderStop.person_id == Person.id, ReminderStop.kind == literal(STOP_OF) + Broadcast.kind)
    columns = (BroadcastRecipient.id, BroadcastRecipient.state, BroadcastRun.state, Broadcast.id, _may_be_told(), stop)
    return (
        select(*columns)
        .join(BroadcastRun, BroadcastRun.id == BroadcastRecipient.run_id)
        .join(Broadcast, Broadcast.id == BroadcastRun.broadcast_id)
        .join(Person, Person.id == BroadcastRecipient.person_id)
        .where(BroadcastRecipient.id.in_(bindparam("ids", expanding=True)))
    )


async def look_ahead(session: AsyncSession, recipient_ids: Collection[int]) -> None:
    """Ask at once what `reader` will be asked one by one."""
    rows = await session.execute(_readers(), {"ids": list(recipient_ids)}) if recipient_ids else ()
    found = {row[0]: Reader(RecipientState(row[1]), State(row[2]), *row[3:]) for row in rows}
    session.info.setdefault(READERS, {}).update(found)


async def reader(session: AsyncSession, recipient_id: int) -> Reader | None:
    """How it stands with a recipient; None where there is none any more. What was looked up ahead serves once."""
    known: dict[int, Reader] = session.info.setdefault(READERS, {})
    if recipient_id not in known:
        await look_ahead(session, [recipient_id])
    return known.pop(recipient_id, None)


async def of_unknown_hromada(session: AsyncSession, limit: int) -> list[Person]:
    """People whose place is known and its hromada not yet, locked; what others hold is passed over."""
    query = select(Person).where(text(HROMADA_UNKNOWN)).order_by(Person.id).limit(limit)
    return list(await session.scalars(query.with_for_update(key_share=True, skip_locked=True)))
