"""Staff offer times; the person picks, confirms, moves, cancels; staff note who came."""

from __future__ import annotations

from datetime import timedelta

from casework.appointments import note
from casework.appointments.hours import SetAtOnce, set_at_once
from casework.appointments.pick import (
    MoveTo,
    OfAppointment,
    PickTime,
    cancel_own,
    confirm,
    move_to,
    pick_time,
    unsuited,
)
from casework.appointments.practice import openings
from casework.context import Actor
from casework.errors import (
    Stale,
    TimeTaken,
)
from casework.letters.sights.appointments import (
    CancelledSight,
    OfferedSight,
    SetSight,
)
from db.models import Case
from rules.appointments import HOLD
from rules.local_time import local_date
from rules.roles import Role
from tests.casework.appointments.meeting import offered, planned, settled, times_of
from tests.casework.world import CATALOGUE, World


async def test_offered_picked_and_confirmed_it_is_told_reminded_of_and_in_the_calendar(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await offered(world, iryna, case)
    sent = await world.deliver()
    [told] = [sight.shows for letter, sight in sent if letter.kind == "appointment-offered"]
    assert isinstance(told, OfferedSight)
    assert [at for _, at in told.times] == [each.starts_at for each in await times_of(world, found)]
    assert told.answer_by <= told.times[0][1], "an answer is wanted before the first time"
    first = (await times_of(world, found))[0]
    await pick_time(world.ctx(olena), PickTime(first.id))
    assert (found.state, found.starts_at, found.seat) == ("held", first.starts_at, 0)
    assert found.held_until == world.now + HOLD
    assert not case.unseen, "nobody phones about what was answered"
    done = await confirm(world.ctx(olena), OfAppointment(found.id))
    assert (done.state, done.held_until) == ("confirmed", None)
    sent = await world.deliver()
    [told] = [sight.shows for letter, sight in sent if letter.kind == "appointment-set"]
    assert isinstance(told, SetSight)
    assert told.calendar is not None
    assert (told.calendar.uid, told.calendar.sequence, told.calendar.starts) == (found.uid, 0, first.starts_at)
    day, hours = first.starts_at - timedelta(days=1), first.starts_at - timedelta(hours=2)
    assert await planned(world, found) == [max(day, world.now), hours]
    assert (await world.history(case))[-1] == "appointment-confirmed"
    assert "appointment-news" in [letter.kind for letter, _ in sent if letter.chat_id == case.topic_chat_id]


async def test_a_time_that_somebody_has_is_free_for_nobody_else_until_it_is_given_back(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, case: Case, other: Case
) -> None:
    mine, theirs = await offered(world, iryna, case, times=1), await offered(world, iryna, other, times=1)
    one, two = (await times_of(world, mine))[0], (await times_of(world, theirs))[0]
    assert one.starts_at == two.starts_at
    await pick_time(world.ctx(olena), PickTime(one.id))
    async with world.refused(TimeTaken):
        await pick_time(world.ctx(mykola), PickTime(two.id))
    world.now += HOLD
    await pick_time(world.ctx(mykola), PickTime(two.id))
    assert mine.state == "offered", "it was not kept any longer"
    async with world.refused(Stale):
        await confirm(world.ctx(olena), OfAppointment(mine.id))
    await confirm(world.ctx(mykola), OfAppointment(theirs.id))
    async with world.refused(TimeTaken):
        await pick_time(world.ctx(olena), PickTime(one.id))
    await cancel_own(world.ctx(mykola), OfAppointment(theirs.id))
    await pick_time(world.ctx(olena), PickTime(one.id))


async def test_whoever_sees_two_at_once_is_booked_twice_and_not_three_times(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, case: Case, other: Case
) -> None:
    await set_at_once(world.ctx(iryna), SetAtOnce(0, 2))
    third = await world.taken(await world.person("Третя"), iryna)
    found = [await offered(world, iryna, each, times=1) for each in (case, other, third)]
    persons = [olena, mykola, Actor(Role.PERSON, third.person_id, None, 1)]
    for person, each in zip(persons[:2], found[:2], strict=True):
        await pick_time(world.ctx(person), PickTime((await times_of(world, each))[0].id))
    assert sorted(each.seat for each in found[:2] if each.seat is not None) == [0, 1]
    async with world.refused(TimeTaken):
        await pick_time(world.ctx(persons[2]), PickTime((await times_of(world, found[2]))[0].id))


async def test_moved_it_keeps_its_number_in_the_calendar_and_its_old_time_is_free(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    before, uid = found.starts_at, found.uid
    assert before is not None
    there = await openings(world.uow.session, CATALOGUE, found, world.now)
    to = there.times(local_date(before))[-1]
    await move_to(world.ctx(olena), MoveTo(found.id, to))
    assert (found.state, found.starts_at, found.uid, found.sequence) == ("confirmed", to, uid, 1)
    [told] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "appointment-set"]
    assert isinstance(told, SetSight)
    assert told.moved
    assert told.calendar is not None
    assert (told.calendar.uid, told.calendar.sequence) == (uid, 1)
    assert all(each >= to - timedelta(days=1) for each in await planned(world, found))
    async with world.refused(TimeTaken):
        await move_to(world.ctx(olena), MoveTo(found.id, to.replace(hour=1)))
    async with world.refused(Stale):
        await move_to(world.ctx(olena), MoveTo(found.id, to))


async def test_a_letter_of_a_time_that_is_not_the_last_one_is_not_sent(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await settled(world, olena, iryna, case)
    assert found.starts_at is not None
    there = await openings(world.uow.session, CATALOGUE, found, world.now)
    await move_to(world.ctx(olena), MoveTo(found.id, there.times(local_date(found.starts_at))[-1]))
    told = [sight.shows for letter, sight in await world.deliver() if letter.kind == "appointment-set"]
    assert len(told) == 1, "the first time is true no more"


async def test_cancelled_by_the_person_staff_hear_it_and_by_staff_the_person_does(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, case: Case
) -> None:
    found = await settled(world, olena, iryna, case)
    await world.deliver()
    await cancel_own(world.ctx(olena), OfAppointment(found.id))
    sent = await world.deliver()
    [told] = [sight.shows for letter, sight in sent if letter.kind == "appointment-cancelled"]
    assert isinstance(told, CancelledSight)
    assert told.own
    assert told.calendar is not None
    assert (told.calendar.cancelled, told.calendar.sequence, told.calendar.uid) == (True, 1, found.uid)
    assert "appointment-on-desk" in [letter.kind for letter, _ in sent if letter.chat_id == iryna.telegram_id]
    assert await planned(world, found) == []
    again = await settled(world, olena, iryna, case)
    await world.deliver()
    await note.cancel(world.ctx(andrii), note.OneAppointment(again.id))
    [told] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "appointment-cancelled"]
    assert isinstance(told, CancelledSight)
    assert not told.own
    async with world.refused(Stale):
        await cancel_own(world.ctx(olena), OfAppointment(again.id))


async def test_none_suits_so_others_are_offered_for_the_same_appointment(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await offered(world, iryna, case)
    await world.deliver()
    await unsuited(world.ctx(olena), OfAppointment(found.id))
    assert found.state == "unsuited"
    assert "appointment-unsuited" in await world.history(case)
    again = await offered(world, iryna, case, replaces=found.id)
    assert (again.id, again.state, again.rounds) == (found.id, "offered", 2)
    [told] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "appointment-offered"]
    assert isinstance(told, OfferedSight)
    assert told.was is None, "no time was ever settled"


async def test_staff_who_move_what_was_settled_say_so_and_the_calendar_is_told(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    found = await settled(world, olena, iryna, case)
    was = found.starts_at
    await world.deliver()
    await offered(world, iryna, case, replaces=found.id)
    assert (found.state, found.starts_at, found.sequence) == ("offered", None, 1)
    [told] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "appointment-offered"]
    assert isinstance(told, OfferedSight)
    assert told.was == was
    assert told.calendar is not None
    assert (told.calendar.cancelled, told.calendar.sequence) == (True, 1)
    assert await planned(world, found) == []
