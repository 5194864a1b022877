"""After a silence that is longer than Telegram's memory, or a restore, people are asked to write again, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select

from casework.cases.close import Close, close
from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import MessagesLostReportSight, MessagesLostSight, NumberLink
from casework.people.erase import Erase, erase
from casework.upkeep.note_contact import Lost, NoteContact, note_contact
from db.models import TelegramContact
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World, machine

BOT = 4242
SECOND = timedelta(seconds=1)
PRECISION = timedelta(seconds=5)


@pytest.fixture(autouse=True)
async def quiet(world: World) -> None:
    """Nothing waits."""
    await world.deliver()


async def clock(world: World) -> datetime:
    """PostgreSQL's time."""
    now: datetime = (await world.uow.session.execute(select(func.clock_timestamp()))).scalar_one()
    return now


async def heard(world: World, *, ago: timedelta, restored_ago: timedelta | None = None) -> datetime:
    """Telegram was heard last so long ago, and the database was put back since; returns when it was heard."""
    now = await clock(world)
    restored = now - restored_ago if restored_ago is not None else None
    await world.uow.session.execute(
        insert(TelegramContact).values(bot_id=BOT, heard_at=now - ago, restored_at=restored)
    )
    return now - ago


async def note(world: World) -> Lost | None:
    return await note_contact(machine(world), NoteContact(BOT))


async def row(world: World) -> TelegramContact:
    return await world.uow.session.get_one(TelegramContact, BOT, populate_existing=True)


async def test_the_first_time_there_is_nothing_to_miss(world: World, olena: Actor) -> None:
    await world.case(olena)
    await world.deliver()
    before = await clock(world)
    assert await note(world) is None
    assert before <= (await row(world)).heard_at <= await clock(world)
    assert await world.waiting() == []


@pytest.mark.parametrize("ago", [timedelta(minutes=1), timedelta(hours=23, minutes=59)])
async def test_what_telegram_still_has_is_not_lost(world: World, olena: Actor, ago: timedelta) -> None:
    await world.case(olena)
    await world.deliver()
    await heard(world, ago=ago)
    assert await note(world) is None
    assert await world.waiting() == []
    assert await clock(world) - (await row(world)).heard_at < PRECISION


async def test_after_a_long_stop_people_with_open_cases_are_asked_once(world: World, olena: Actor, lead: Actor) -> None:
    case = await world.case(olena)
    await world.case(olena)
    await world.deliver()
    since = await heard(world, ago=timedelta(hours=31))
    lost = await note(world)
    assert lost is not None
    assert (lost.since, lost.restored, lost.asked, lost.missed) == (since, False, 1, 0)
    assert abs(await clock(world) - timedelta(hours=24) - lost.until) < PRECISION
    [letter] = await world.waiting(to=olena)
    assert (letter.kind, letter.priority, letter.not_before) == ("messages-lost", 4, None)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, MessagesLostSight)
    assert abs(sight.shows.since - since) <= SECOND
    assert abs(sight.shows.until - lost.until) <= SECOND
    assert sight.shows.office.phone
    assert await note(world) is None, "heard just now"
    assert len(await world.waiting(kinds.MessagesLost)) == 1
    [report] = await world.waiting(to=lead)
    assert (report.kind, report.facts["asked"], report.facts["missed"]) == ("messages-lost-report", 1, 0)
    assert case.closed_at is None


async def test_who_can_not_be_asked_is_counted_and_named_by_case_for_a_call(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    nina, paper, gone = await world.watched(), await world.person(), await world.person()
    cases = {who: await world.case(who) for who in (olena, nina, mykola, paper)}
    closed = await world.taken(gone, lead)
    await close(world.ctx(lead), Close(closed.id, "helped"))
    (await world.row(mykola)).unreachable_since = world.now
    (await world.row(paper)).telegram_id = None
    await world.deliver()
    await heard(world, ago=timedelta(days=3))
    lost = await note(world)
    assert lost is not None
    assert (lost.asked, lost.missed) == (1, 3)
    assert [letter.person_id for letter in await world.waiting(kinds.MessagesLost)] == [olena.id]
    [report] = await world.waiting(kinds.MessagesLostReport)
    sight = await world.sight(report)
    assert sight is not None
    assert isinstance(sight.shows, MessagesLostReportSight)
    assert sight.shows.unasked == tuple(NumberLink(cases[who].number, None) for who in (nina, mykola, paper))


async def test_who_had_everything_erased_is_left_in_peace_until_they_come_back(world: World, olena: Actor) -> None:
    await world.case(olena)
    await erase(world.ctx(olena), Erase())
    await world.deliver()
    await heard(world, ago=timedelta(days=3))
    lost = await note(world)
    assert lost is not None
    assert (lost.asked, lost.missed) == (0, 0)


@pytest.mark.parametrize(
    ("ago", "restored_ago", "until_ago"),
    [
        (timedelta(hours=10), timedelta(minutes=5), timedelta(minutes=5)),
        (timedelta(hours=30), timedelta(minutes=5), timedelta(minutes=5)),
        (timedelta(days=9), timedelta(days=2), timedelta(days=1)),
    ],
)
async def test_after_a_restore_what_came_since_the_backup_is_asked_for(
    world: World, olena: Actor, ago: timedelta, restored_ago: timedelta, until_ago: timedelta
) -> None:
    await world.case(olena)
    await world.deliver()
    since = await heard(world, ago=ago, restored_ago=restored_ago)
    lost = await note(world)
    assert lost is not None
    assert (lost.since, lost.restored) == (since, True)
    assert abs(await clock(world) - until_ago - lost.until) < PRECISION
    assert (await row(world)).restored_at is None
    assert {letter.facts["restored"] for letter in await world.waiting()} == {True}
    assert await note(world) is None


async def test_each_organisation_hears_of_its_own_people(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    other = await world.staff(Role.SUPERVISOR, "Богдан", ELSEWHERE)
    await world.case(olena)
    theirs = await world.case(mykola)
    theirs.organisation_id = other.organisation_id or 0
    (await world.row(mykola)).unreachable_since = world.now
    await world.deliver()
    await heard(world, ago=timedelta(days=3))
    await note(world)
    letters = await world.waiting(kinds.MessagesLostReport)
    reports = {letter.chat_id: (letter.facts["asked"], letter.facts["missed"]) for letter in letters}
    assert reports[lead.telegram_id or 0] == (1, 0)
    assert reports[other.telegram_id or 0] == (0, 1)


async def test_at_night_it_is_asked_in_the_morning(world: World, olena: Actor, lead: Actor) -> None:
    await world.case(olena)
    await world.deliver()
    world.now = datetime(2026, 3, 11, 22, 30, tzinfo=UTC)
    await heard(world, ago=timedelta(days=3))
    await note(world)
    assert {letter.not_before for letter in await world.waiting()} == {datetime(2026, 3, 12, 6, 0, tzinfo=UTC)}
