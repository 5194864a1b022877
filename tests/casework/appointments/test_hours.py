"""Hours, days off, capacity and places of a specialist; the team's calendar."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.appointments.agenda import ShowAgenda, show_agenda
from casework.appointments.hours import (
    AddHours,
    Page,
    RemoveHours,
    SetAtOnce,
    SetPlace,
    ShowHours,
    SwitchDayOff,
    add_hours,
    remove_hours,
    set_at_once,
    set_place,
    show_hours,
    switch_day_off,
)
from casework.appointments.note import OneAppointment, agenda_one
from casework.context import Actor
from casework.errors import HoursMeet, Stale, TooLong
from casework.letters.sights.appointments import AgendaOneSight, AgendaSight, HoursSight
from db.repositories import appointments
from rules.appointments import AppointmentVerb, Way
from rules.local_time import local_date
from rules.roles import Role
from tests.casework.appointments.meeting import settled
from tests.casework.world import ELSEWHERE, World

MONDAY = 0


async def shown(world: World, member: Actor) -> object:
    """What their screen would show now."""
    sight = [sight for letter, sight in await world.deliver() if letter.chat_id == member.telegram_id][-1]
    return sight.shows


async def test_who_set_nothing_has_the_hours_of_the_office_and_the_first_change_makes_them_their_own(
    world: World, iryna: Actor
) -> None:
    await show_hours(world.ctx(iryna), ShowHours())
    usual = await shown(world, iryna)
    assert isinstance(usual, HoursSight)
    assert not usual.own
    assert (usual.at_once, usual.mine, usual.leads) == (1, True, False)
    await set_at_once(world.ctx(iryna), SetAtOnce(0, 3))
    own = await shown(world, iryna)
    assert isinstance(own, HoursSight)
    assert own.own
    assert own.at_once == 3
    same = [(each.weekday, each.opens, each.closes) for each in usual.lines]
    assert [(each.weekday, each.opens, each.closes) for each in own.lines] == same


async def test_hours_are_added_and_taken_out_and_never_meet(world: World, iryna: Actor) -> None:
    async with world.refused(HoursMeet):
        await add_hours(world.ctx(iryna), AddHours(0, MONDAY, 10 * 60, 11 * 60))
    for hours in ((19 * 60, 22 * 60), (6 * 60, 8 * 60)):
        async with world.refused(Stale):
            await add_hours(world.ctx(iryna), AddHours(0, MONDAY, *hours))
    await add_hours(world.ctx(iryna), AddHours(0, MONDAY, 19 * 60, 20 * 60))
    rows = [each for each in await appointments.hours_of(world.uow.session, iryna.id or 0) if each.weekday == MONDAY]
    assert [(each.opens, each.closes) for each in rows] == [(540, 1080), (1140, 1200)]
    await remove_hours(world.ctx(iryna), RemoveHours(0, rows[0].id, MONDAY))
    async with world.refused(Stale):
        await remove_hours(world.ctx(iryna), RemoveHours(0, rows[0].id, MONDAY))


async def test_days_off_and_places(world: World, iryna: Actor) -> None:
    tomorrow = local_date(world.now).toordinal() + 1
    assert await switch_day_off(world.ctx(iryna), SwitchDayOff(0, tomorrow))
    assert not await switch_day_off(world.ctx(iryna), SwitchDayOff(0, tomorrow))
    for day in (tomorrow - 2, tomorrow + 60):
        async with world.refused(Stale):
            await switch_day_off(world.ctx(iryna), SwitchDayOff(0, day))
    async with world.refused(TooLong, most="200"):
        await set_place(world.ctx(iryna), SetPlace(0, Way.PLACE, "я" * 201))
    async with world.refused(Stale):
        await set_place(world.ctx(iryna), SetPlace(0, Way.PHONE, "тут"))
    await set_place(world.ctx(iryna), SetPlace(0, Way.VIDEO, " https://meet.example.org/abc "))
    row = await appointments.specialist(world.uow.session, iryna.id or 0)
    assert row is not None
    assert row.video == "https://meet.example.org/abc"
    await set_place(world.ctx(iryna), SetPlace(0, Way.VIDEO, ""))
    assert row.video is None


async def test_a_lead_sets_the_hours_of_a_colleague_and_nobody_else_does(
    world: World, lead: Actor, iryna: Actor, andrii: Actor
) -> None:
    other = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    for who in (andrii, other):
        async with world.refused(Stale):
            await set_at_once(world.ctx(who), SetAtOnce(iryna.id or 0, 2))
    await set_at_once(world.ctx(lead), SetAtOnce(iryna.id or 0, 2))
    await show_hours(world.ctx(lead), ShowHours(show=Page.COLLEAGUES))
    seen = await shown(world, lead)
    assert isinstance(seen, HoursSight)
    assert {name for _, name in seen.colleagues} == {"Світлана", "Ірина", "Андрій"}
    async with world.refused(Stale):
        await set_at_once(world.ctx(lead), SetAtOnce(iryna.id or 0, 7))


@pytest.mark.parametrize("week", [False, True])
async def test_the_teams_calendar_shows_numbers_and_no_names(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, week: bool
) -> None:
    case = await world.taken(olena, iryna)
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    assert found.starts_at is not None
    day = local_date(found.starts_at)
    await show_agenda(world.ctx(andrii), ShowAgenda(day.toordinal(), week))
    seen = await shown(world, andrii)
    assert isinstance(seen, AgendaSight)
    assert len(seen.days) == (7 if week else 1)
    [line] = [line for _, lines, _ in seen.days for line in lines]
    assert (line.number, line.who, line.starts) == (case.number, "Ірина", found.starts_at)
    await show_agenda(world.ctx(andrii), ShowAgenda(day.toordinal(), week, andrii.id or 0))
    seen = await shown(world, andrii)
    assert isinstance(seen, AgendaSight)
    assert not any(lines for _, lines, _ in seen.days)


async def test_one_of_the_calendar_can_be_opened_and_what_has_begun_is_noted(
    world: World, olena: Actor, iryna: Actor
) -> None:
    found = await settled(world, olena, iryna, await world.taken(olena, iryna))
    await world.deliver()
    assert found.starts_at is not None
    for span, expected in ((timedelta(hours=-1), AppointmentVerb.CANCEL), (timedelta(minutes=1), AppointmentVerb.CAME)):
        world.now = found.starts_at + span
        await agenda_one(world.ctx(iryna), OneAppointment(found.id))
        seen = await shown(world, iryna)
        assert isinstance(seen, AgendaOneSight)
        assert ({AppointmentVerb.CANCEL, AppointmentVerb.CAME} & seen.may) == {expected}


async def test_a_calendar_of_nobody_or_of_another_age_is_refused(world: World, iryna: Actor) -> None:
    other = await world.staff(Role.CASEWORKER, "Чужа", ELSEWHERE)
    today = local_date(world.now).toordinal()
    for data in (ShowAgenda(member_id=other.id or 0), ShowAgenda(today + 400), ShowAgenda(1)):
        async with world.refused(Stale):
            await show_agenda(world.ctx(iryna), data)
