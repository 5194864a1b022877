"""What becomes of an appointment: silence, reminders, who came, the end of its case; and who may not touch it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from casework.appointments import note
from casework.appointments.ending import LapseAppointments, lapse_appointments
from casework.appointments.hours import SwitchDayOff, switch_day_off
from casework.appointments.offer import (
    BeginAppointment,
    ChooseTime,
    OfferTimes,
    ShapeAppointment,
    begin_appointment,
    choose_time,
    offer_times,
    shape_appointment,
)
from casework.appointments.pick import (
    Coming,
    MoveTo,
    OfAppointment,
    PickTime,
    cancel_own,
    coming,
    confirm,
    move_to,
    pick_time,
    unsuited,
)
from casework.appointments.show import Show, ShowAppointment, ShowMeetings, show_appointment, show_meetings
from casework.awaited.due import FindUnread, find_unread
from casework.cases.close import Close, close
from casework.context import Actor, Context
from casework.errors import (
    CaseClosed,
    Covered,
    NoSuchCase,
    NoTimes,
    NotOwner,
    PlaceNeeded,
    Stale,
)
from casework.letters import kinds
from casework.letters.sights.appointments import (
    AppointmentReminderSight,
    MeetingsSight,
    OfferedSight,
)
from casework.people.erase import Erase, erase
from casework.reminders.write_due import WriteDue, write_due
from db.models import Appointment, Call, Case
from rules.appointments import AppointmentState, Way
from rules.local_time import local_date
from rules.roles import Role
from tests.casework.appointments.meeting import ADDRESS, has_a_place, offered, settled, times_of
from tests.casework.world import ELSEWHERE, World, machine


async def test_nobody_answers_so_somebody_phones_and_books_and_in_the_end_it_lapses(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    (await world.row(olena)).phone = "+380671112233"
    found = await offered(world, iryna, case)
    await world.deliver()
    first, last = await times_of(world, found)
    world.now = first.starts_at
    assert await find_unread(machine(world), FindUnread()) == 1
    [call] = (await world.uow.session.scalars(Call.__table__.select().with_only_columns(Call.reason))).all()
    assert call == "unread"
    await note.book_time(world.ctx(iryna), note.BookTime(last.id))
    assert found.state == "confirmed"
    assert not case.unseen
    silent = await offered(world, iryna, case)
    world.now = (await times_of(world, silent))[-1].starts_at
    assert await lapse_appointments(machine(world), LapseAppointments()) == 1
    assert silent.state == "lapsed"
    assert await lapse_appointments(machine(world), LapseAppointments()) == 0


async def test_a_reminder_asks_and_the_answer_is_kept(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    assert found.starts_at is not None
    world.now = found.starts_at - timedelta(hours=2)
    await write_due(machine(world), WriteDue())
    [told] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "remind-appointment"]
    assert isinstance(told, AppointmentReminderSight)
    async with world.refused(Stale):
        await coming(world.ctx(olena), Coming(found.id, told.starts_at + 60))
    await coming(world.ctx(olena), Coming(found.id, told.starts_at))
    assert found.coming_at == world.now


async def test_the_machine_reminds_nobody_of_what_was_cancelled_or_moved(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await settled(world, olena, iryna, case)
    at = found.starts_at
    assert at is not None
    await world.deliver()
    world.now = at - timedelta(hours=2)
    await write_due(machine(world), WriteDue())
    await note.cancel(world.ctx(iryna), note.OneAppointment(found.id))
    assert "remind-appointment" not in [letter.kind for letter, _ in await world.deliver()]


async def test_where_the_machine_may_not_write_a_human_is_told_to_say_it(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    person = await world.row(olena)
    person.human_only, person.phone = True, "+380671112233"
    assert found.starts_at is not None
    world.now = found.starts_at - timedelta(hours=2)
    await write_due(machine(world), WriteDue())
    kinds_sent = [letter.kind for letter, _ in await world.deliver()]
    assert "remind-appointment" not in kinds_sent
    assert "say-it-yourself" in kinds_sent
    reasons = await world.uow.session.scalars(Call.__table__.select().with_only_columns(Call.reason))
    assert reasons.all() == ["remind"]


async def test_who_has_no_telegram_is_phoned_with_each_letter(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    person = await world.row(olena)
    person.telegram_id, person.phone = None, "+380671112233"
    found = await offered(world, iryna, case)
    reasons = await world.uow.session.scalars(Call.__table__.select().with_only_columns(Call.reason))
    assert reasons.all() == ["tell"]
    await note.book_time(world.ctx(iryna), note.BookTime((await times_of(world, found))[0].id))
    told = "SELECT kind FROM tellings ORDER BY id"
    rows = (await world.uow.session.execute(text(told))).scalars().all()
    assert rows == ["appointment-offered", "appointment-set"]


async def test_it_is_noted_who_came_from_the_beginning_on(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    async with world.refused(Stale):
        await note.came(world.ctx(iryna), note.OneAppointment(found.id))
    assert found.starts_at is not None
    world.now = found.starts_at + timedelta(minutes=20)
    await note.missed(world.ctx(iryna), note.OneAppointment(found.id))
    assert "appointment-missed" in [letter.kind for letter, _ in await world.deliver()]
    await unsuited(world.ctx(olena), OfAppointment(found.id))
    assert found.state == "unsuited", "they want another time"


async def test_a_case_that_ends_takes_its_appointments_along(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert found.state == "cancelled"
    assert "appointment-cancelled" in [letter.kind for letter, _ in await world.deliver()]
    async with world.refused(CaseClosed):
        await begin_appointment(world.ctx(iryna), BeginAppointment(case.id, iryna.id or 0))


async def test_what_is_erased_is_gone(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await settled(world, olena, iryna, case)
    await erase(world.ctx(olena), Erase())
    assert (await world.uow.session.scalars(Appointment.__table__.select())).all() == []


async def test_what_cannot_be_offered_is_refused(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, case: Case
) -> None:
    begun = await begin_appointment(world.ctx(iryna), BeginAppointment(case.id, iryna.id or 0))
    one = begun.appointment_id
    async with world.refused(NoTimes):
        await offer_times(world.ctx(iryna), OfferTimes(one))
    async with world.refused(PlaceNeeded):
        await shape_appointment(world.ctx(iryna), ShapeAppointment(one, way=Way.VIDEO))
    async with world.refused(Stale):
        await choose_time(world.ctx(iryna), ChooseTime(one, world.now + timedelta(days=200)))
    async with world.refused(NotOwner, owner="Ірина"):
        await begin_appointment(world.ctx(andrii), BeginAppointment(case.id, andrii.id or 0))
    await has_a_place(world, iryna)
    at = begun.days[1]
    free = (await shape_appointment(world.ctx(iryna), ShapeAppointment(one, way=Way.PLACE, day=at))).free
    await choose_time(world.ctx(iryna), ChooseTime(one, free[0]))
    assert (await choose_time(world.ctx(iryna), ChooseTime(one, free[0]))).times == (), "a second press takes it back"
    await choose_time(world.ctx(iryna), ChooseTime(one, free[0]))
    (await world.row(olena)).covered = True
    async with world.refused(Covered):
        await offer_times(world.ctx(iryna), OfferTimes(one))
    (await world.row(olena)).covered = False
    await offer_times(world.ctx(iryna), OfferTimes(one))
    [told] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "appointment-offered"]
    assert isinstance(told, OfferedSight)
    assert (told.how.way, told.how.place) == (Way.PLACE, ADDRESS)


async def test_a_day_off_offers_nothing(world: World, iryna: Actor, case: Case) -> None:
    tomorrow = local_date(world.now) + timedelta(days=1)
    begun = await begin_appointment(world.ctx(iryna), BeginAppointment(case.id, iryna.id or 0))
    assert tomorrow in begun.days
    await switch_day_off(world.ctx(iryna), SwitchDayOff(0, tomorrow.toordinal()))
    again = await shape_appointment(world.ctx(iryna), ShapeAppointment(begun.appointment_id, day=tomorrow))
    assert tomorrow not in again.days
    assert again.free == ()


Do = Callable[[Context, int], Awaitable[Any]]
BY_ID: dict[str, Do] = {
    "show": lambda ctx, one: show_appointment(ctx, ShowAppointment(one)),
    "confirm": lambda ctx, one: confirm(ctx, OfAppointment(one)),
    "unsuited": lambda ctx, one: unsuited(ctx, OfAppointment(one)),
    "cancel_own": lambda ctx, one: cancel_own(ctx, OfAppointment(one)),
    "coming": lambda ctx, one: coming(ctx, Coming(one, 1)),
    "move": lambda ctx, one: move_to(ctx, MoveTo(one, ctx.now)),
}
OF_STAFF: dict[str, Do] = {
    "open": lambda ctx, one: note.open_appointment(ctx, note.OneAppointment(one)),
    "agenda_one": lambda ctx, one: note.agenda_one(ctx, note.OneAppointment(one)),
    "cancel": lambda ctx, one: note.cancel(ctx, note.OneAppointment(one)),
    "came": lambda ctx, one: note.came(ctx, note.OneAppointment(one)),
    "missed": lambda ctx, one: note.missed(ctx, note.OneAppointment(one)),
    "shape": lambda ctx, one: shape_appointment(ctx, ShapeAppointment(one)),
    "offer": lambda ctx, one: offer_times(ctx, OfferTimes(one)),
    "choose": lambda ctx, one: choose_time(ctx, ChooseTime(one, ctx.now)),
}


async def test_nobody_reaches_an_appointment_that_is_not_theirs(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, case: Case
) -> None:
    found = await offered(world, iryna, case)
    time = (await times_of(world, found))[0]
    stranger = await world.staff(Role.ADMIN, "Чужа", ELSEWHERE)
    for name, do in BY_ID.items():
        async with world.refused(NoSuchCase):
            await do(world.ctx(mykola), found.id)
        async with world.refused(Stale):
            await do(world.ctx(olena), 10**9)
        assert name
    async with world.refused(NoSuchCase):
        await pick_time(world.ctx(mykola), PickTime(time.id))
    async with world.refused(NoSuchCase):
        await note.book_time(world.ctx(stranger), note.BookTime(time.id))
    for do in OF_STAFF.values():
        async with world.refused(NoSuchCase):
            await do(world.ctx(stranger), found.id)


async def test_the_list_of_the_person_holds_what_is_ahead(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await show_meetings(world.ctx(olena), ShowMeetings())
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    await show_meetings(world.ctx(olena), ShowMeetings())
    [shows] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "meetings"]
    assert isinstance(shows, MeetingsSight)
    assert [(each.appointment_id, each.starts) for each in shows.meetings] == [(found.id, found.starts_at)]
    await show_appointment(world.ctx(olena), ShowAppointment(found.id, Show.CANCEL))
    assert await world.screen(olena) == kinds.appointments.AppointmentScreen(found.id, "c")
    assert AppointmentState(found.state) is AppointmentState.CONFIRMED
