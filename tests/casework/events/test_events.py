"""Group events: made by staff, signed up for, a waiting list that moves up, called off with everybody told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from casework.context import Actor
from casework.errors import ConsentFirst, SignedAlready, Stale, TooLong
from casework.events.hold import (
    NoteSeat,
    OneDate,
    OneEvent,
    cancel_date,
    cancel_event,
    note_seat,
    open_event,
    open_event_date,
)
from casework.events.make import (
    BeginEvent,
    EndDraft,
    Field,
    SayOfEvent,
    ShapeEvent,
    begin_event,
    end_draft,
    say_of_event,
    shape_event,
)
from casework.events.passing import PassOn, pass_places_on
from casework.events.sign_for import AskEvents, SignFor, event_choices, sign_for
from casework.events.sign_up import (
    ComingTo,
    OfSeat,
    ShowEvent,
    SignUp,
    coming_to,
    leave,
    pass_seat,
    show_event,
    sign_up,
    take_seat,
)
from casework.letters import kinds
from casework.letters.sights.events import DeskEventDateSight, EventSight, SeatSight
from casework.people.erase import Erase, erase
from casework.reminders.write_due import WriteDue, write_due
from db.engine import Database
from db.models import EventDate, EventSeat, GroupEvent
from rules.events import KEPT_FOR
from rules.local_time import KYIV, local_date
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World, machine

TEN = 10 * 60
WEEKLY = 1
SECONDS = 60


async def opened(world: World, member: Actor, *, places: int = 5, weeks: int = 2) -> GroupEvent:
    """A weekly circle that begins in three days at ten."""
    day = local_date(world.now).toordinal() + 3
    assert await begin_event(world.ctx(member), BeginEvent()) is Field.TITLE
    await say_of_event(world.ctx(member), SayOfEvent("  Коло   підтримки "))
    await say_of_event(world.ctx(member), SayOfEvent("Вигадана, 1"))
    answers = [(Field.MINUTES, 90), (Field.PLACES, places), (Field.DAY, day), (Field.STARTS, TEN),
               (Field.REPEAT, WEEKLY), (Field.COUNT, weeks)]  # fmt: skip
    for field, value in answers:
        await shape_event(world.ctx(member), ShapeEvent(field, value))
    event = await end_draft(world.ctx(member), EndDraft(open=True))
    assert event is not None
    await world.deliver()
    return event


async def dates(world: World, event: GroupEvent) -> list[EventDate]:
    query = select(EventDate).where(EventDate.event_id == event.id).order_by(EventDate.starts_at)
    return list((await world.uow.session.scalars(query)).all())


async def full(world: World, event: GroupEvent, date: EventDate) -> list[EventSeat]:
    """Five others take all places."""
    return [await sign_up(world.ctx(await world.person(f"Людина {each}")), SignUp(date.id)) for each in range(5)]


async def told(world: World, kind: str) -> list[SeatSight]:
    """What letters of this kind say that leave now."""
    found = [sight.shows for letter, sight in await world.deliver() if letter.kind == kind]
    assert all(isinstance(each, SeatSight) for each in found)
    return [each for each in found if isinstance(each, SeatSight)]


async def test_a_series_is_made_question_by_question(world: World, iryna: Actor) -> None:
    event = await opened(world, iryna)
    assert (event.state, event.title, event.places) == ("open", "Коло підтримки", 5)
    one, two = await dates(world, event)
    assert two.starts_at - one.starts_at == timedelta(days=7)
    assert one.starts_at.astimezone(KYIV).hour == 10
    assert one.uid != two.uid


async def test_what_no_button_names_is_refused_and_a_draft_can_be_thrown_away(world: World, iryna: Actor) -> None:
    async with world.refused(Stale):
        await say_of_event(world.ctx(iryna), SayOfEvent("Без чернетки"))
    await begin_event(world.ctx(iryna), BeginEvent())
    for words in ("", "я" * 81):
        async with world.refused(TooLong, most="80"):
            await say_of_event(world.ctx(iryna), SayOfEvent(words))
    bad = [(Field.PLACES, 7), (Field.MINUTES, 1), (Field.DAY, 5), (Field.STARTS, 5000), (Field.REPEAT, 9),
           (Field.COUNT, 1000), (Field.TITLE, 1)]  # fmt: skip
    for field, value in bad:
        async with world.refused(Stale):
            await shape_event(world.ctx(iryna), ShapeEvent(field, value))
    async with world.refused(Stale):
        await end_draft(world.ctx(iryna), EndDraft(open=True))
    assert await end_draft(world.ctx(iryna), EndDraft(open=False)) is None
    assert (await world.uow.session.scalars(select(GroupEvent))).all() == []


async def test_who_signs_up_has_a_place_a_calendar_file_and_reminders(world: World, olena: Actor, iryna: Actor) -> None:
    event = await opened(world, iryna)
    date = (await dates(world, event))[0]
    await show_event(world.ctx(olena), ShowEvent(token=event.token))
    assert await world.screen(olena, "event") == kinds.events.EventScreen(event.id)
    seat = await sign_up(world.ctx(olena), SignUp(date.id))
    assert (seat.state, seat.place) == ("signed", 0)
    [letter] = await told(world, "event-signed")
    assert letter.number == 1
    assert letter.calendar is not None
    assert (letter.calendar.uid, letter.calendar.cancelled) == (date.uid, False)
    async with world.refused(SignedAlready):
        await sign_up(world.ctx(olena), SignUp(date.id))
    world.now = date.starts_at - timedelta(hours=2)
    await write_due(machine(world), WriteDue())
    [letter] = await told(world, "remind-event")
    await coming_to(world.ctx(olena), ComingTo(seat.id, int(date.starts_at.timestamp())))
    assert seat.coming_at == world.now


async def test_without_consent_nothing_is_kept(world: World, iryna: Actor) -> None:
    event = await opened(world, iryna)
    newcomer = await world.newcomer()
    await show_event(world.ctx(newcomer), ShowEvent(token=event.token))
    assert "welcome" in await world.kinds_to(newcomer), "our first words come first"
    async with world.refused(ConsentFirst):
        await sign_up(world.ctx(newcomer), SignUp((await dates(world, event))[0].id))


async def test_the_waiting_list_moves_up_with_a_letter_and_a_term(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    event = await opened(world, iryna)
    date = (await dates(world, event))[0]
    seats = await full(world, event, date)
    first, second = [await sign_up(world.ctx(each), SignUp(date.id)) for each in (olena, mykola)]
    assert (first.state, second.state) == ("waiting", "waiting")
    await world.deliver()
    leaver = Actor(Role.PERSON, seats[2].person_id, None, 1)
    await leave(world.ctx(leaver), OfSeat(seats[2].id))
    assert (first.state, first.place, second.state) == ("offered", 2, "waiting")
    assert first.kept_until == world.now + KEPT_FOR
    [letter] = await told(world, "event-seat-offered")
    assert letter.kept_until == first.kept_until
    newcomer = await world.person("Пізніша")
    late = await sign_up(world.ctx(newcomer), SignUp(date.id))
    assert late.state == "waiting", "nobody comes before those who wait"
    world.now += KEPT_FOR
    async with world.refused(Stale):
        await take_seat(world.ctx(olena), OfSeat(first.id))
    assert await pass_places_on(machine(world), PassOn()) == 1
    assert (first.state, second.state, second.place) == ("passed", "offered", 2)
    assert len(await told(world, "event-seat-passed")) == 1
    await take_seat(world.ctx(mykola), OfSeat(second.id))
    assert second.state == "signed"
    assert await pass_places_on(machine(world), PassOn()) == 0


async def test_who_does_not_want_it_passes_it_on_at_once(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    event = await opened(world, iryna)
    date = (await dates(world, event))[0]
    seats = await full(world, event, date)
    first, second = [await sign_up(world.ctx(each), SignUp(date.id)) for each in (olena, mykola)]
    await leave(world.ctx(Actor(Role.PERSON, seats[0].person_id, None, 1)), OfSeat(seats[0].id))
    await pass_seat(world.ctx(olena), OfSeat(first.id))
    assert (first.state, second.state) == ("passed", "offered")
    async with world.refused(Stale):
        await leave(world.ctx(mykola), OfSeat(first.id))


async def test_a_date_called_off_tells_all_concerned_and_no_other(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    event = await opened(world, iryna)
    one, two = await dates(world, event)
    seats = await full(world, event, one)
    await sign_up(world.ctx(olena), SignUp(one.id))
    later = await sign_up(world.ctx(mykola), SignUp(two.id))
    await world.deliver()
    assert await cancel_date(world.ctx(iryna), OneDate(one.id)) == 6
    letters = await told(world, "event-cancelled")
    assert sorted(each.had for each in letters) == [False, *[True] * 5]
    assert {each.calendar.cancelled for each in letters if each.calendar is not None} == {True}
    assert later.state == "signed"
    assert {each.state for each in seats} == {"cancelled"}
    for refused in (
        lambda: cancel_date(world.ctx(iryna), OneDate(one.id)),
        lambda: sign_up(world.ctx(olena), SignUp(one.id)),
    ):
        async with world.refused(Stale):
            await refused()
    assert await cancel_event(world.ctx(iryna), OneEvent(event.id)) == 1
    async with world.refused(Stale):
        await show_event(world.ctx(olena), ShowEvent(event.id))


async def test_staff_sign_up_the_person_of_a_case_who_may_have_no_telegram(
    world: World, olena: Actor, iryna: Actor
) -> None:
    event = await opened(world, iryna)
    case = await world.taken(olena, iryna)
    person = await world.row(olena)
    person.telegram_id, person.phone = None, "+380671112233"
    [choice] = (await event_choices(world.ctx(iryna), AskEvents(case.id))).dates
    assert (choice.title, choice.left) == (event.title, 5)
    seat = await sign_for(world.ctx(iryna), SignFor(case.id, choice.date_id))
    assert (seat.state, seat.signed_by) == ("signed", iryna.id)
    assert (await world.uow.session.scalars(text("SELECT reason FROM calls"))).all() == ["tell"]
    async with world.refused(SignedAlready):
        await sign_for(world.ctx(iryna), SignFor(case.id, choice.date_id))


async def test_the_desk_sees_places_and_numbers_and_notes_who_came(world: World, olena: Actor, iryna: Actor) -> None:
    event = await opened(world, iryna)
    date = (await dates(world, event))[0]
    case = await world.taken(olena, iryna)
    seat = await sign_up(world.ctx(olena), SignUp(date.id))
    await world.deliver()
    async with world.refused(Stale):
        await note_seat(world.ctx(iryna), NoteSeat(seat.id, came=True))
    world.now = date.starts_at
    await open_event_date(world.ctx(iryna), OneDate(date.id))
    [shows] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "desk-event-date"]
    assert isinstance(shows, DeskEventDateSight)
    assert [(each.place, each.number) for each in shows.seats] == [(0, case.number)]
    await note_seat(world.ctx(iryna), NoteSeat(seat.id, came=True))
    assert seat.state == "came"


async def test_another_organisation_sees_nothing_of_it(world: World, iryna: Actor) -> None:
    event = await opened(world, iryna)
    date = (await dates(world, event))[0]
    other = await world.staff(Role.ADMIN, "Чужа", ELSEWHERE)
    for do in (
        lambda: open_event(world.ctx(other), OneEvent(event.id)),
        lambda: open_event_date(world.ctx(other), OneDate(date.id)),
        lambda: cancel_date(world.ctx(other), OneDate(date.id)),
        lambda: cancel_event(world.ctx(other), OneEvent(event.id)),
    ):
        async with world.refused(Stale):
            await do()


async def test_whoever_has_everything_erased_gives_their_place_to_the_next(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    event = await opened(world, iryna)
    date = (await dates(world, event))[0]
    await sign_up(world.ctx(olena), SignUp(date.id))
    for each in range(4):
        await sign_up(world.ctx(await world.person(f"Людина {each}")), SignUp(date.id))
    waiting = await sign_up(world.ctx(mykola), SignUp(date.id))
    await erase(world.ctx(olena), Erase())
    assert waiting.state == "offered"


async def test_the_screen_of_an_event_counts_what_is_left(world: World, olena: Actor, iryna: Actor) -> None:
    event = await opened(world, iryna)
    date = (await dates(world, event))[0]
    await full(world, event, date)
    await show_event(world.ctx(olena), ShowEvent(event.id))
    [shows] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "event"]
    assert isinstance(shows, EventSight)
    assert [each.left for each in shows.dates] == [0, 5]


@pytest.mark.parametrize("many", [12])
async def test_of_many_who_sign_up_at_once_as_many_have_a_place_as_there_are(database: Database, many: int) -> None:
    async with database.uow() as uow:
        world = World(uow)
        event = await opened(world, await world.staff())
        date = (await dates(world, event))[0]
        people = [await world.person(f"Людина {each}") for each in range(many)]

    async def signs(person: Actor) -> None:
        async with database.uow() as uow:
            await sign_up(World(uow).ctx(person), SignUp(date.id))

    async with asyncio.timeout(SECONDS):
        await asyncio.gather(*(signs(each) for each in people))
    async with database.uow() as uow:
        places = "SELECT place FROM event_seats WHERE state = 'signed' ORDER BY place"
        assert list(await uow.session.scalars(text(places))) == [0, 1, 2, 3, 4]
        waiting = "SELECT count(*) FROM event_seats WHERE state = 'waiting'"
        assert (await uow.session.execute(text(waiting))).scalar_one() == many - 5
