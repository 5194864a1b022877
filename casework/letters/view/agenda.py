"""The team's calendar, one appointment, and somebody's hours, as they are when a desk shows them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from casework.appointments.hours import Page
from casework.appointments.may import one_of
from casework.appointments.practice import practice_of
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.appointments import (
    AgendaEvent,
    AgendaLine,
    AgendaSight,
    HoursLine,
    HoursSight,
)
from casework.letters.view.look import Look, view
from db.models import Appointment, StaffMember
from db.repositories import appointments, events, staff
from rules.appointments import AppointmentState, Way
from rules.local_time import KYIV, local_date
from rules.roles import LEADS, Role
from rules.slots import minutes_of


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=KYIV).astimezone(UTC)


@view(kinds.appointments.AgendaScreen)
async def _agenda(look: Look, letter: kinds.appointments.AgendaScreen) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    if reader.removed_at is not None:
        return None
    day, session = date.fromordinal(letter.day), look.uow.session
    first = day - timedelta(days=day.weekday()) if letter.week else day
    days = [first + timedelta(days=each) for each in range(7 if letter.week else 1)]
    since, until = _midnight(days[0]), _midnight(days[-1] + timedelta(days=1))
    rows = await appointments.of_team(session, reader.organisation_id, since, until, letter.member_id or None)
    names = await staff.work_names(session, [each.staff_id for each in rows])
    lines = [await _line(look, each, names[each.staff_id]) for each in rows]
    held = await events.of_team(session, reader.organisation_id, since, until) if not letter.member_id else []
    meetings = [
        AgendaEvent(at.id, event.title or "", at.starts_at, (await events.tally(session, at.id))[0], event.places or 0)
        for event, at in held
    ]
    who = await staff.by_id(session, letter.member_id) if letter.member_id else None
    shows = AgendaSight(
        day=day,
        week=letter.week,
        today=local_date(look.now),
        member_id=letter.member_id,
        own_id=reader.id,
        who=who.work_name if who is not None else None,
        days=tuple(
            (
                each,
                tuple(line for line in lines if local_date(line.starts) == each),
                tuple(meeting for meeting in meetings if local_date(meeting.starts) == each),
            )
            for each in days
        ),
    )
    return look.sight(reader.language, shows)


async def _line(look: Look, found: Appointment, who: str) -> AgendaLine:
    assert found.starts_at is not None, "it stands in the calendar"
    assert found.ends_at is not None, "what begins also ends"
    case = await look.case(found.case_id)
    state, coming = AppointmentState(found.state), found.coming_at is not None
    return AgendaLine(found.id, case.number, who, Way(found.way), state, found.starts_at, found.ends_at, coming)


@view(kinds.appointments.AgendaOneScreen)
async def _one(look: Look, letter: kinds.appointments.AgendaOneScreen) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    found = await appointments.by_id(look.uow.session, letter.appointment_id)
    if reader.removed_at is not None or found is None or found.organisation_id != reader.organisation_id:
        return None
    shows = await one_of(look.uow.session, found, await look.case(found.case_id), look.now)
    return look.sight(reader.language, shows)


@view(kinds.appointments.HoursScreen)
async def _hours(look: Look, letter: kinds.appointments.HoursScreen) -> Sight | None:
    session = look.uow.session
    reader, member = await staff.by_id(session, letter.staff_id), await staff.by_id(session, letter.member_id)
    if reader.removed_at is not None or member.removed_at is not None:
        return None
    practice = await practice_of(session, look.catalogue, member, look.now)
    leads = Role(reader.role) in LEADS
    shows = HoursSight(
        staff_id=member.id,
        who=member.work_name,
        mine=member.id == reader.id,
        leads=leads,
        show=letter.show,
        own=practice.own,
        lines=await _hours_of(look, member),
        at_once=practice.at_once,
        place=practice.places[Way.PLACE],
        video=practice.places[Way.VIDEO],
        days_off=tuple(await appointments.days_off(session, member.id, local_date(look.now))),
        today=local_date(look.now),
        weekday=letter.weekday,
        opens=letter.opens,
        page=letter.page,
        colleagues=await _colleagues(look, reader) if leads and letter.show == Page.COLLEAGUES else (),
    )
    return look.sight(reader.language, shows)


async def _hours_of(look: Look, member: StaffMember) -> tuple[HoursLine, ...]:
    """Their own, with ids; else those of the organisation, which have none."""
    rows = await appointments.hours_of(look.uow.session, member.id)
    if rows or await appointments.specialist(look.uow.session, member.id) is not None:
        return tuple(HoursLine(each.id, each.weekday, each.opens, each.closes) for each in rows)
    organisation = await staff.organisation_by_id(look.uow.session, member.organisation_id)
    week = look.catalogue.hours_of(organisation.slug).week
    return tuple(
        HoursLine(0, weekday, minutes_of(each.opens), minutes_of(each.closes))
        for weekday, spans in enumerate(week)
        for each in spans
    )


async def _colleagues(look: Look, reader: StaffMember) -> tuple[tuple[int, str], ...]:
    everybody = await staff.active(look.uow.session, reader.organisation_id)
    return tuple((each.id, each.work_name) for each in everybody)
