"""The duty roster as it is at the moment of sending."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from casework.duty.bare import bare_days
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.duty import (
    DutyChangedSight,
    DutyPhoneSight,
    DutyPlanSight,
    DutyShiftSight,
    DutySight,
    Plannable,
    PlannedDay,
    ShiftLine,
)
from casework.letters.view.look import Look, view
from db.models import DutyShift, StaffMember
from db.repositories import duty, staff
from rules.local_time import KYIV, local_date
from rules.phones import spaced
from rules.roles import LEADS, Role
from rules.roster import AHEAD, LOOKS_AHEAD

PAGE = 8
HOUR = timedelta(hours=1)

Item = TypeVar("Item")


def _page(of: Sequence[Item], wanted: int, size: int = PAGE) -> tuple[tuple[Item, ...], int, int]:
    """The items of a page, its number, and how many there are: a page that is gone is the last one."""
    pages = max(1, -(-len(of) // size))
    page = min(wanted, pages - 1)
    return tuple(of[page * size : (page + 1) * size]), page, pages


def _line(shift: DutyShift, member: StaffMember) -> ShiftLine:
    phone = spaced(member.duty_phone) if member.duty_phone else None
    return ShiftLine(shift.id, member.id, member.work_name, shift.place, shift.starts_at, shift.ends_at, phone)


def _plans(member: StaffMember) -> bool:
    return Role(member.role) in LEADS


@view(kinds.duty.DutyScreen)
async def _duty(look: Look, letter: kinds.duty.DutyScreen) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    if reader.removed_at is not None:
        return None
    rows = await duty.ahead(look.uow.session, reader.organisation_id, look.now)
    lines = [_line(shift, member) for shift, member in rows]
    coming, page, pages = _page([each for each in lines if each.starts > look.now], letter.page)
    now = sorted((each for each in lines if each.starts <= look.now), key=lambda each: each.place)
    without = await bare_days(look.uow, reader.organisation_id, look.now)
    shows = DutySight(tuple(now), coming, page, pages, without, _plans(reader))
    return look.sight(reader.language, shows)


@view(kinds.duty.DutyShiftScreen)
async def _shift(look: Look, letter: kinds.duty.DutyShiftScreen) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    shift = await duty.by_id(look.uow.session, letter.shift_id)
    if reader.removed_at is not None or shift is None or shift.removed_at is not None:
        return None
    member = await staff.by_id(look.uow.session, shift.staff_id)
    begins, ends = (each.astimezone(KYIV).replace(tzinfo=None) for each in (shift.starts_at, shift.ends_at))
    shows = DutyShiftSight(
        shift=_line(shift, member),
        own=member.id == reader.id,
        plans=_plans(reader),
        day=begins.date(),
        starts=begins.hour,
        hours=(ends - begins) // HOUR,
    )
    return look.sight(reader.language, shows)


@view(kinds.duty.DutyPhoneScreen)
async def _phone(look: Look, letter: kinds.duty.DutyPhoneScreen) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    if reader.removed_at is not None:
        return None
    return look.sight(reader.language, DutyPhoneSight(spaced(reader.duty_phone) if reader.duty_phone else None))


@view(kinds.duty.DutyPlanScreen)
async def _plan(look: Look, letter: kinds.duty.DutyPlanScreen) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    if reader.removed_at is not None or not _plans(reader):
        return None
    everybody = await staff.active(look.uow.session, reader.organisation_id)
    names = {each.id: each.work_name for each in everybody if each.telegram_id is not None}
    colleagues, page, pages = _page([Plannable(*each) for each in names.items()], letter.page)
    days: tuple[PlannedDay, ...] = ()
    if letter.member_id:
        bare = set(await bare_days(look.uow, reader.organisation_id, look.now, AHEAD.days))
        today = local_date(look.now)
        ahead = [today + timedelta(days=number) for number in range(AHEAD.days)]
        days, page, pages = _page([PlannedDay(day, day in bare) for day in ahead], letter.page, LOOKS_AHEAD)
    shows = DutyPlanSight(
        staff_id=letter.member_id,
        who=names.get(letter.member_id),
        day=date.fromordinal(letter.day) if letter.day else None,
        starts=letter.starts if letter.starts >= 0 else None,
        hours=letter.hours or None,
        colleagues=colleagues,
        days=days,
        page=page,
        pages=pages,
    )
    return look.sight(reader.language, shows)


@view(kinds.duty.DutyChanged)
async def _changed(look: Look, letter: kinds.duty.DutyChanged) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    shift = await duty.by_id(look.uow.session, letter.shift_id)
    if reader.removed_at is not None or shift is None or shift.ends_at <= look.now:
        return None
    removed = letter.what == "removed"
    if shift.staff_id != letter.member_id or (shift.removed_at is not None) is not removed:
        return None
    names = await staff.work_names(look.uow.session, [letter.member_id, letter.former_id])
    shows = DutyChangedSight(
        what=letter.what,
        who=names[letter.member_id],
        former=names[letter.former_id],
        own=letter.member_id == reader.id,
        starts=shift.starts_at,
        ends=shift.ends_at,
        place=shift.place,
    )
    return look.sight(reader.language, shows)
