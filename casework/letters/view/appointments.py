"""Appointments as their person sees them when a letter leaves or a screen is shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from casework.appointments.practice import openings
from casework.appointments.remind import still_meant
from casework.appointments.show import Show
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.appointments import (
    AppointmentNewsSight,
    AppointmentReminderSight,
    AppointmentSight,
    CalendarFacts,
    CancelledSight,
    MeetingFacts,
    MeetingLine,
    MeetingsSight,
    MissedSight,
    OfferedSight,
    SeatLine,
    SetSight,
)
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.moments import moment
from db.models import Appointment, Person
from db.repositories import appointments, awaited, events, staff
from rules.appointments import AppointmentState, Way, verbs_in
from rules.catalogue import Matter
from rules.events import SeatState


async def _of(look: Look, appointment_id: int) -> Appointment | None:
    """One of the reader's; None: it is not theirs, or forgotten."""
    found = await appointments.by_id(look.uow.session, appointment_id)
    return found if found is not None and found.person_id == look.letter.person_id else None


async def _how(look: Look, found: Appointment, person: Person) -> MeetingFacts:
    who = (await staff.by_id(look.uow.session, found.staff_id)).work_name
    return MeetingFacts(who, Way(found.way), None if person.discreet else found.place)


async def _times(look: Look, found: Appointment) -> tuple[tuple[int, datetime], ...]:
    rows = await appointments.times_of(look.uow.session, found.id)
    return tuple((each.id, each.starts_at) for each in rows if each.starts_at > look.now)


async def _calendar(
    look: Look, found: Appointment, person: Person, starts: datetime | None, *, cancelled: bool
) -> CalendarFacts | None:
    """No file for a phone that somebody else may read: calendars go their own ways."""
    if starts is None or person.discreet:
        return None
    entry = await look.entry(await look.case(found.case_id))
    ends = starts + timedelta(minutes=found.minutes)
    return CalendarFacts(
        found.uid, found.sequence, starts, ends, look.now, entry.name[person.language], found.place, cancelled
    )


@view(kinds.appointments.AppointmentOffered)
async def _offered(look: Look, letter: kinds.appointments.AppointmentOffered) -> Sight | None:
    found = await _of(look, letter.appointment_id)
    if found is None or found.rounds != letter.round or found.state != AppointmentState.OFFERED:
        return None
    person, case, times = await look.person(), await look.case(found.case_id), await _times(look, found)
    if not times:
        return None
    wanted = await awaited.wanted_of(look.uow.session, case.id)
    by = next((each.due_at for each in wanted if each.matter == Matter.APPOINTMENT), times[0][1])
    was = moment(letter.was)
    shows = OfferedSight(
        number=case.number,
        appointment_id=found.id,
        how=await _how(look, found, person),
        minutes=found.minutes,
        times=times,
        answer_by=by,
        was=was,
        calendar=await _calendar(look, found, person, was, cancelled=True),
        office=look.office(person.language, await look.entry(case)),
    )
    return look.sight(person.language, shows)


@view(kinds.appointments.AppointmentSet)
async def _set(look: Look, letter: kinds.appointments.AppointmentSet) -> Sight | None:
    found = await _of(look, letter.appointment_id)
    if found is None or found.sequence != letter.sequence or found.state != AppointmentState.CONFIRMED:
        return None
    if found.starts_at is None or found.starts_at <= look.now:
        return None
    person, case = await look.person(), await look.case(found.case_id)
    shows = SetSight(
        number=case.number,
        appointment_id=found.id,
        how=await _how(look, found, person),
        starts=found.starts_at,
        moved=letter.moved,
        calendar=await _calendar(look, found, person, found.starts_at, cancelled=False),
        office=look.office(person.language, await look.entry(case)),
    )
    return look.sight(person.language, shows)


@view(kinds.appointments.AppointmentCancelled)
async def _cancelled(look: Look, letter: kinds.appointments.AppointmentCancelled) -> Sight | None:
    found = await _of(look, letter.appointment_id)
    if found is None or found.state != AppointmentState.CANCELLED:
        return None
    person, case, was = await look.person(), await look.case(found.case_id), moment(letter.was)
    calendar = await _calendar(look, found, person, was, cancelled=True)
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, CancelledSight(case.number, was, letter.own, calendar, office))


@view(kinds.appointments.AppointmentMissed)
async def _missed(look: Look, letter: kinds.appointments.AppointmentMissed) -> Sight | None:
    found = await _of(look, letter.appointment_id)
    if found is None or found.state != AppointmentState.MISSED or found.starts_at is None:
        return None
    person, case = await look.person(), await look.case(found.case_id)
    who = (await staff.by_id(look.uow.session, found.staff_id)).work_name
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, MissedSight(case.number, found.id, found.starts_at, who, office))


@view(kinds.appointments.AppointmentReminder)
async def _reminder(look: Look, letter: kinds.appointments.AppointmentReminder) -> Sight | None:
    found, starts = await _of(look, letter.appointment_id), moment(letter.starts)
    if found is None or starts is None or starts <= look.now or not still_meant(found, found.starts_at):
        return None
    if found.starts_at is None or int(found.starts_at.timestamp()) != letter.starts:
        return None
    person = await look.person()
    how = await _how(look, found, person)
    shows = AppointmentReminderSight(found.id, how, found.starts_at, letter.starts, person.discreet)
    return look.sight(person.language, shows)


@view(kinds.appointments.AppointmentScreen)
async def _screen(look: Look, letter: kinds.appointments.AppointmentScreen) -> Sight | None:
    found = await _of(look, letter.appointment_id)
    if found is None:
        return None
    person, case, show = await look.person(), await look.case(found.case_id), Show(letter.show)
    days: tuple[date, ...] = ()
    free: tuple[datetime, ...] = ()
    day = date.fromordinal(letter.at) if show is Show.DAY and letter.at else None
    if show in (Show.DAYS, Show.DAY):
        there = await openings(look.uow.session, look.catalogue, found, look.now)
        days = tuple(there.days())
        free = tuple(each for each in there.times(day) if each != found.starts_at) if day is not None else ()
    shows = AppointmentSight(
        appointment_id=found.id,
        number=case.number,
        state=AppointmentState(found.state),
        how=await _how(look, found, person),
        starts=found.starts_at,
        show=show.value,
        times=await _times(look, found),
        may=verbs_in(AppointmentState(found.state)),
        days=days,
        page=letter.page,
        day=day,
        free=free,
        to=moment(letter.at) if show is Show.MOVE else None,
    )
    return look.sight(person.language, shows)


@view(kinds.appointments.MeetingsScreen)
async def _meetings(look: Look, letter: kinds.appointments.MeetingsScreen) -> Sight:
    person, session = await look.person(), look.uow.session
    rows = await appointments.coming_of_person(session, person.id, look.now)
    names = await staff.work_names(session, [each.staff_id for each in rows])
    shows = MeetingsSight(
        meetings=tuple(
            MeetingLine(each.id, AppointmentState(each.state), each.starts_at, names[each.staff_id]) for each in rows
        ),
        seats=tuple(
            SeatLine(
                seat.id,
                None if person.discreet else event.title,
                at.starts_at,
                waiting=SeatState(seat.state) is SeatState.WAITING,
            )
            for seat, at, event in await events.of_person(session, person.id, look.now)
        ),
        events=bool(await events.coming(session, look.now, 1)),
    )
    return look.sight(person.language, shows)


async def _news_of(look: Look, appointment_id: int, change: str) -> AppointmentNewsSight | None:
    found = await appointments.by_id(look.uow.session, appointment_id)
    if found is None:
        return None
    case = await look.case(found.case_id)
    who = (await staff.by_id(look.uow.session, found.staff_id)).work_name
    return AppointmentNewsSight(case.id, found.id, case.number, change, who, found.starts_at)


@view(kinds.appointments.AppointmentNews)
async def _news(look: Look, letter: kinds.appointments.AppointmentNews) -> Sight | None:
    shows = await _news_of(look, letter.appointment_id, letter.change)
    return look.sight(STAFF_LANGUAGE, shows) if shows is not None else None


@view(kinds.appointments.AppointmentOnDesk)
async def _on_desk(look: Look, letter: kinds.appointments.AppointmentOnDesk) -> Sight | None:
    reader = await staff.by_id(look.uow.session, letter.staff_id)
    shows = await _news_of(look, letter.appointment_id, letter.change)
    return look.sight(reader.language, shows) if shows is not None and reader.removed_at is None else None


async def meetings_ahead(look: Look, person: Person) -> int:
    """How many appointments and events a person has ahead."""
    session = look.uow.session
    met = await appointments.coming_of_person(session, person.id, look.now)
    return len(met) + len(await events.of_person(session, person.id, look.now))
