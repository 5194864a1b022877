"""A broken promise is owned up to once, to everybody whom it concerns, and a new one takes its place."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from casework.calls.attempt import Tried, attempt
from casework.cases.close import Close, close
from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import PromiseLateSight, PromiseMissedSight
from casework.promises.keep import BATCH, Keep, Kept, keep
from db.engine import Database
from db.models import Case, StaffMember
from db.repositories import promises
from rules.calls import Attempt
from rules.deadlines import next_promise
from rules.roles import Role
from tests.casework.calls.test_asking import PHONE, asks, calls
from tests.casework.world import CATALOGUE, NOW, World, machine

NIGHT = datetime(2026, 3, 11, 21, 0, tzinfo=UTC)


async def pass_by(world: World, case: Case) -> None:
    """The promised moment is just over."""
    world.now = case.reply_by + timedelta(minutes=5)


async def test_the_moment_itself_is_still_in_time(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    world.now = case.reply_by
    assert await keep(machine(world), Keep()) == Kept(0, 0)
    world.wait(seconds=1)
    assert await keep(machine(world), Keep()) == Kept(1, 0)
    assert await keep(machine(world), Keep()) == Kept(0, 0), "once"


async def test_whoever_leaps_knows_when_there_is_something_to_own_up_to(world: World, olena: Actor) -> None:
    case, far = await world.case(olena), NOW + timedelta(days=60)
    for step in (1, 2, 3):
        promised = case.reply_by
        at = await promises.next_broken(world.uow.session, far)
        assert at is not None
        assert timedelta(0) < at - promised < timedelta(seconds=1)
        assert await promises.next_broken(world.uow.session, promised) is None
        world.now = at
        assert await keep(machine(world), Keep()) == Kept(1, step > 1)
        await world.uow.session.flush()
    assert await promises.next_broken(world.uow.session, far) is None, "nobody would believe another date"


async def test_the_person_reads_the_new_date_and_the_owner_what_to_do(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    promised = case.reply_by
    await world.deliver()
    await pass_by(world, case)
    await keep(machine(world), Keep())
    assert case.reply_by == next_promise(CATALOGUE, world.now, crisis=False)
    assert (await world.history(case))[-1] == "promise-missed"
    sent = {letter.chat_id: sight.shows for letter, sight in await world.deliver() if letter.kind.startswith("promise")}
    sorry, told = sent[olena.telegram_id or 0], sent[iryna.telegram_id or 0]
    assert isinstance(sorry, PromiseLateSight)
    assert (sorry.promised, sorry.new, sorry.lead_knows) == (promised, case.reply_by, False)
    assert isinstance(told, PromiseMissedSight)
    assert (told.reader, told.owner, told.told, told.step, told.overdue) == ("Ірина", "Ірина", True, 1, 1)
    assert lead.telegram_id not in sent


async def test_the_second_time_a_lead_has_to_phone(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    case = await world.taken(olena, iryna)
    (await world.row(olena)).phone = PHONE
    for _ in range(2):
        await pass_by(world, case)
        await keep(machine(world), Keep())
    [call] = await calls(world)
    assert (call.for_lead, call.reason, call.case_id) == (True, "overdue", case.id)
    assert await world.waiting(kinds.PromiseEscalated, to=lead)
    assert len(await world.waiting(kinds.PromiseMissed, to=iryna)) == 2
    assert (await world.history(case))[-3:] == ["promise-missed", "call-needed", "promise-missed"]


async def test_a_try_to_phone_begins_the_count_anew(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    case = await world.taken(olena, iryna)
    await asks(world, olena)
    await pass_by(world, case)
    await keep(machine(world), Keep())
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.NO_ANSWER, 0))
    await pass_by(world, case)
    assert await keep(machine(world), Keep()) == Kept(1, 0)
    assert await world.waiting(kinds.PromiseEscalated, to=lead) == []


async def test_a_written_answer_does_not_take_the_place_of_the_call(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    call = await asks(world, olena)
    await world.answers(iryna, case, "Вітаю")
    assert case.waiting_since is None
    assert call.due_by is not None
    world.now = call.due_by + timedelta(minutes=5)
    assert await keep(machine(world), Keep()) == Kept(1, 0)
    [sorry] = await world.waiting(kinds.PromiseLate, to=olena)
    sight = await world.sight(sorry)
    assert sight is not None
    assert isinstance(sight.shows, PromiseLateSight)
    assert (sight.shows.by_phone, sight.shows.new) == (True, call.due_by)


async def test_who_was_answered_before_the_apology_left_gets_none(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    world.now = NIGHT
    await world.uow.session.flush()
    case.reply_by = NIGHT - timedelta(minutes=5)
    await keep(machine(world), Keep())
    [sorry] = await world.waiting(kinds.PromiseLate)
    assert sorry.not_before is not None
    await world.answers(iryna, case, "Вітаю")
    world.now = sorry.not_before
    assert await world.sight(sorry) is None


async def test_a_closed_case_promises_nothing(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    world.wait(days=30)
    assert await keep(machine(world), Keep()) == Kept(0, 0)


async def test_who_is_out_of_reach_is_not_written_to_and_staff_know_it(world: World, olena: Actor, lead: Actor) -> None:
    case = await world.case(olena)
    (await world.row(olena)).unreachable_since = world.now
    await world.deliver()
    await pass_by(world, case)
    await keep(machine(world), Keep())
    assert await world.waiting(kinds.PromiseLate) == []
    [told] = await world.waiting(kinds.PromiseMissed, to=lead)
    assert told.facts["told"] is False


async def test_of_an_owner_who_left_leads_hear_instead(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    case = await world.taken(olena, iryna)
    (await world.uow.session.get_one(StaffMember, iryna.id)).removed_at = world.now
    await pass_by(world, case)
    await keep(machine(world), Keep())
    assert await world.waiting(kinds.PromiseMissed, to=lead)
    assert await world.waiting(kinds.PromiseMissed, to=iryna) == []


async def test_leads_of_another_organisation_hear_nothing(world: World, olena: Actor) -> None:
    stranger = await world.staff(Role.SUPERVISOR, "Чужа", "sievierodonetsk")
    case = await world.case(olena)
    await pass_by(world, case)
    await keep(machine(world), Keep())
    assert await world.waiting(kinds.PromiseMissed, to=stranger) == []


@pytest.mark.parametrize(("crisis", "kind"), [(False, "promise-late"), (True, "promise-late-crisis")])
async def test_in_a_crisis_the_apology_does_not_wait_for_the_morning(
    world: World, olena: Actor, crisis: bool, kind: str
) -> None:
    case = await world.case(olena)
    case.crisis, case.reply_by, world.now = crisis, NIGHT - timedelta(minutes=5), NIGHT
    await keep(machine(world), Keep())
    [sorry] = [letter for letter in await world.waiting(to=olena) if letter.kind.startswith("promise")]
    assert (sorry.kind, sorry.not_before is None) == (kind, crisis)


async def test_many_are_spoken_about_in_several_runs(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    insert = """
        INSERT INTO cases (number, organisation_id, person_id, state, turn, service, intake_kind, channel, opened_at,
                           reply_by, waiting_since)
        SELECT 'X-' || n, organisation_id, person_id, state, turn, service, intake_kind, channel, opened_at, reply_by,
               waiting_since
        FROM cases, generate_series(1, :extra) AS n
    """
    await world.uow.session.execute(text(insert), {"extra": BATCH})
    await pass_by(world, case)
    assert [(await keep(machine(world), Keep())).missed for _ in range(3)] == [BATCH, 1, 0]


async def _late_case(database: Database) -> Case:
    async with database.uow() as uow:
        world = World(uow)
        await world.staff(Role.SUPERVISOR, "Світлана")
        return await world.case(await world.person())


async def _letters(database: Database) -> list[str]:
    async with database.uow() as uow:
        found = await uow.session.scalars(text("SELECT kind FROM letters WHERE kind LIKE 'promise-%' ORDER BY kind"))
        return list(found)


async def test_two_replicas_at_once_own_up_once(database: Database) -> None:
    await _late_case(database)
    later = NOW + timedelta(days=2)

    async def run() -> Kept:
        async with database.uow() as uow:
            return await keep(machine(World(uow, later)), Keep())

    async with asyncio.timeout(10):
        done = await asyncio.gather(*(run() for _ in range(5)))
    assert sum(each.missed for each in done) == 1
    assert await _letters(database) == ["promise-late", "promise-missed"]


async def test_who_found_it_a_moment_too_late_says_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both saw the promise before either spoke: the second one looks again once it holds the case."""
    case = await _late_case(database)
    later, seen = NOW + timedelta(days=2), [promises.Broken(case.id, case.reply_by)]

    async def found(*_: object) -> list[promises.Broken]:
        return seen

    monkeypatch.setattr(promises, "broken", found)
    for expected in (1, 0):
        async with database.uow() as uow:
            assert (await keep(machine(World(uow, later)), Keep())).missed == expected
    assert await _letters(database) == ["promise-late", "promise-missed"]


async def test_what_was_killed_in_the_middle_is_done_whole_the_next_time(database: Database) -> None:
    await _late_case(database)
    later = NOW + timedelta(days=2)

    async def killed() -> None:
        async with database.uow() as uow:
            await keep(machine(World(uow, later)), Keep())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await killed()
    assert await _letters(database) == []
    async with database.uow() as uow:
        assert (await keep(machine(World(uow, later)), Keep())).missed == 1
    assert await _letters(database) == ["promise-late", "promise-missed"]
