"""Who looked at whose data, as leads see it; and what of a look is taken away again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row

from casework.letters import kinds
from casework.letters.sights import (
    HushSight,
    LookedLine,
    NothingSight,
    NumberLink,
    ReaderLine,
    ReadingsSight,
    Sight,
    SweepSight,
    WhySight,
)
from casework.letters.view.files import line_of_kind
from casework.letters.view.groups import topic_link
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.readings.log import reasons_for
from db.models import StaffMember
from db.repositories import cases, readings, staff
from db.repositories.readings import Asked
from rules.local_time import KYIV
from rules.readings import MANY_CASES, By, marks
from rules.roles import LEADS, Role

PAGE = 8


@view(kinds.HideWhisper)
async def _hide_whisper(look: Look, letter: kinds.HideWhisper) -> Sight:
    return look.sight(STAFF_LANGUAGE, HushSight(letter.receiver_id, letter.ephemeral_id))


@view(kinds.HideText)
async def _hide_text(look: Look, letter: kinds.HideText) -> Sight:
    member = await staff.by_telegram(look.uow.session, look.letter.chat_id)
    language = member.language if member is not None else STAFF_LANGUAGE
    return look.sight(language, NothingSight(), edit=letter.stands_at)


@view(kinds.HideFiles)
async def _hide_files(look: Look, letter: kinds.HideFiles) -> Sight:
    return look.sight(STAFF_LANGUAGE, SweepSight(tuple(letter.stand_at)))


@view(kinds.DeskWhy)
async def _desk_why(look: Look, letter: kinds.DeskWhy) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    case = await look.case(letter.case_id)
    if member.removed_at is not None or member.organisation_id != case.organisation_id:
        return None
    offered = reasons_for(look.catalogue, Role(member.role))
    reasons = tuple((each.slug, each.name[member.language]) for each in offered)
    return look.sight(member.language, WhySight(case.id, case.number, letter.what, letter.item, reasons))


@view(kinds.ReadingsScreen)
async def _readings(look: Look, letter: kinds.ReadingsScreen) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    if reader.removed_at is not None or reader.role not in LEADS:
        return None
    by, session = By(letter.by), look.uow.session
    asked = _asked(reader, by, letter.of)
    if by is By.READERS:
        rows = await readings.readers(session, asked)
        names = await staff.work_names(session, [row.staff_id for row in rows])
        lines = tuple(ReaderLine(row.staff_id, names[row.staff_id], row.looks) for row in rows)
        pages = _pages(len(lines))
        page = min(letter.page, pages - 1)
        shows = ReadingsSight(by, 0, page, pages, len(lines), (), lines[page * PAGE : (page + 1) * PAGE])
        return look.sight(reader.language, shows)
    count = await readings.count(session, asked)
    page = min(letter.page, _pages(count) - 1)
    rows = await readings.page(session, asked, page * PAGE, PAGE)
    shows = ReadingsSight(
        by=by,
        of=letter.of,
        page=page,
        pages=_pages(count),
        count=count,
        lines=tuple([await _line(look, row, reader.language) for row in rows]),
        about=await _about(look, by, letter.of),
        day=date.fromordinal(letter.of) if by is By.DAY else None,
    )
    return look.sight(reader.language, shows)


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))


def _asked(reader: StaffMember, by: By, of: int) -> Asked:
    since = before = None
    if by is By.DAY:
        day = date.fromordinal(of)
        since, before = _midnight(day), _midnight(day + timedelta(days=1))
    return Asked(
        organisation_id=reader.organisation_id,
        many=MANY_CASES,
        case_id=of if by is By.CASE else None,
        staff_id=of if by is By.READER else None,
        since=since,
        before=before,
        unusual=by is By.UNUSUAL,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=KYIV).astimezone(UTC)


async def _about(look: Look, by: By, of: int) -> str | None:
    if by is By.CASE:
        return (await look.case(of)).number
    return (await staff.by_id(look.uow.session, of)).work_name if by is By.READER else None


async def _line(look: Look, row: Row[Any], language: str) -> LookedLine:
    case = await cases.by_id(look.uow.session, row.case_id)
    assert case is not None, "cases are never deleted"
    entry = look.catalogue.reading_reasons.get(row.reason or "")
    return LookedLine(
        at=row.at,
        reader=(await staff.by_id(look.uow.session, row.staff_id)).work_name,
        number=NumberLink(case.number, topic_link(case)),
        reason=entry.name[language] if entry is not None else row.reason,
        what=row.what,
        file=line_of_kind(row.what),
        marks=marks(row.at, not_theirs=row.not_theirs, cases_within_hour=row.cases),
    )
