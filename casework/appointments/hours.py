"""When, where and for how many at once a specialist sees people: set on the desk, by themselves or by a lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.act import act
from casework.appointments.practice import practice_of
from casework.context import Context
from casework.errors import HoursMeet, Stale, TooLong
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Specialist, SpecialistHours, StaffMember
from db.repositories import appointments, staff, team
from rules.appointments import Way
from rules.local_time import local_date
from rules.roles import LEADS
from rules.slots import AHEAD, AT_ONCE, DAY_CLOSES, DAY_OPENS, minutes_of, overlaps

LONGEST_PLACE = 200
"""Signs of an address or a link."""


class Page(StrEnum):
    """What of it stands on the desk; one letter each, for buttons."""

    WEEK = "w"
    DAY = "d"
    """The hours of one weekday, and from when on others begin."""
    CLOSES = "c"
    """Until when?"""
    OFF = "o"
    """Days on which they see nobody."""
    AT_ONCE = "n"
    COLLEAGUES = "l"
    """For leads: whose?"""
    PLACE = "p"
    VIDEO = "v"


@dataclass(frozen=True, slots=True)
class ShowHours:
    """Whose (0: the actor's own), and what of it; `weekday` from 0, `opens` in minutes of the local day."""

    staff_id: int = 0
    show: Page = Page.WEEK
    weekday: int = 0
    opens: int = 0
    page: int = 0


@act("appointment.hours")
async def show_hours(ctx: Context, data: ShowHours) -> None:
    """Puts it on the actor's desk. Stale for hours of somebody whom the actor does not lead."""
    member = await _whose(ctx, data.staff_id)
    await _show(ctx, member, data.show, data.weekday, data.opens, data.page)


@dataclass(frozen=True, slots=True)
class AddHours:
    """From when to when (minutes of the local day) on which weekday."""

    staff_id: int
    weekday: int
    opens: int
    closes: int


@act("appointment.add_hours")
async def add_hours(ctx: Context, data: AddHours) -> None:
    """Adds them. HoursMeet where they meet others of that day, Stale for hours that no button names."""
    member = await _whose(ctx, data.staff_id)
    if not (0 <= data.weekday < 7 and data.opens >= DAY_OPENS * 60 and data.closes <= DAY_CLOSES * 60):
        raise Stale
    practice = await practice_of(ctx.uow.session, ctx.catalogue, member, ctx.now)
    week = practice.hours.week if practice.hours is not None else ((),) * 7
    there = [(minutes_of(each.opens), minutes_of(each.closes)) for each in week[data.weekday]]
    if overlaps(there, data.opens, data.closes):
        raise HoursMeet
    await _own(ctx, member)
    ctx.uow.session.add(SpecialistHours(staff_id=member.id, weekday=data.weekday, opens=data.opens, closes=data.closes))
    await _show(ctx, member, Page.DAY, data.weekday)


@dataclass(frozen=True, slots=True)
class RemoveHours:
    """One span; `weekday`: the page that it stood on."""

    staff_id: int
    hours_id: int
    weekday: int


@act("appointment.remove_hours")
async def remove_hours(ctx: Context, data: RemoveHours) -> None:
    """Takes it out; what is settled in it stays settled. Stale for one that is gone."""
    member = await _whose(ctx, data.staff_id)
    if not await appointments.drop_hours(ctx.uow.session, member.id, data.hours_id):
        raise Stale
    await _show(ctx, member, Page.DAY, data.weekday)


@dataclass(frozen=True, slots=True)
class SwitchDayOff:
    """A local day, by its ordinal; `page` as it was."""

    staff_id: int
    day: int
    page: int = 0


@act("appointment.day_off")
async def switch_day_off(ctx: Context, data: SwitchDayOff) -> bool:
    """Off, or no more; whether it is now. Stale for a day that is over or too far away."""
    member = await _whose(ctx, data.staff_id)
    today = local_date(ctx.now).toordinal()
    if not today <= data.day < today + AHEAD:
        raise Stale
    await appointments.hold_booking(ctx.uow.session, member.id)
    off = await appointments.switch_day_off(ctx.uow.session, member.id, date.fromordinal(data.day))
    await _show(ctx, member, Page.OFF, page=data.page)
    return off


@dataclass(frozen=True, slots=True)
class SetAtOnce:
    """How many people at once."""

    staff_id: int
    at_once: int


@act("appointment.at_once")
async def set_at_once(ctx: Context, data: SetAtOnce) -> None:
    """Keeps it. Stale for a number that no button names."""
    member = await _whose(ctx, data.staff_id)
    if data.at_once not in AT_ONCE:
        raise Stale
    (await _own(ctx, member)).at_once = data.at_once
    await _show(ctx, member, Page.WEEK)


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Where people are seen: an address, or the link of a video meeting; empty: nowhere."""

    staff_id: int
    way: Way
    words: str


@act("appointment.set_place")
async def set_place(ctx: Context, data: SetPlace) -> None:
    """Keeps it for what is offered from now on. TooLong."""
    member = await _whose(ctx, data.staff_id)
    words = " ".join(data.words.split())
    if len(words) > LONGEST_PLACE:
        raise TooLong(most=str(LONGEST_PLACE))
    if data.way is Way.PHONE:
        raise Stale
    row = await _own(ctx, member)
    if data.way is Way.PLACE:
        row.place = words or None
    else:
        row.video = words or None
    await _show(ctx, member, Page.WEEK)


async def _whose(ctx: Context, staff_id: int) -> StaffMember:
    """The actor, or a colleague whom they lead; else Stale."""
    session, wanted = ctx.uow.session, staff_id or ctx.actor.id or 0
    if wanted == ctx.actor.id:
        return await staff.by_id(session, wanted)
    member = await team.member_of(session, ctx.actor.organisation_id or 0, wanted)
    if member is None or member.removed_at is not None or ctx.actor.role not in LEADS:
        raise Stale
    return member


async def _own(ctx: Context, member: StaffMember) -> Specialist:
    """Their own settings; whoever had none begins with the organisation's hours."""
    session = ctx.uow.session
    await appointments.hold_booking(session, member.id)
    row = await appointments.specialist(session, member.id)
    if row is None:
        organisation = await staff.organisation_by_id(session, member.organisation_id)
        row = Specialist(staff_id=member.id, at_once=1, changed_at=ctx.now)
        session.add(row)
        for weekday, spans in enumerate(ctx.catalogue.hours_of(organisation.slug).week):
            for each in spans:
                opens, closes = minutes_of(each.opens), minutes_of(each.closes)
                session.add(SpecialistHours(staff_id=member.id, weekday=weekday, opens=opens, closes=closes))
        await session.flush()
    row.changed_at = ctx.now
    return row


async def _show(ctx: Context, member: StaffMember, show: Page, weekday: int = 0, opens: int = 0, page: int = 0) -> None:
    await ctx.uow.session.flush()
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    screen = kinds.appointments.HoursScreen(reader.id, member.id, show.value, weekday, opens, page)
    await show_on_desk(ctx, reader, screen)
