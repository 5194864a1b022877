"""Forgetting as the catalogue's retention says: drafts, words of old cases, readings, handled updates, kept texts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from casework.cases.close import Close, close
from casework.cases.details import ReadDetails, read_details
from casework.context import Actor
from casework.letters.sights import TopicSight
from casework.people.erase import Erase, erase
from casework.upkeep.forget import BATCH, DropDrafts, Forget, Forgotten, drop_drafts, forget
from db.models import Conversation, InboxUpdate, Letter, Message, Reading
from db.repositories import conversations
from db.repositories.inbox import Arrival, add
from tests.casework.world import CATALOGUE, WHY, World, machine

DRAFT = timedelta(days=CATALOGUE.retention["draft"].days)
CASE = timedelta(days=CATALOGUE.retention["case"].days)
MOMENT = timedelta(seconds=1)


def test_what_people_are_told_is_what_is_done() -> None:
    assert timedelta(days=14) == DRAFT
    assert timedelta(days=5 * 365) <= CASE


@pytest.mark.parametrize(("waited", "gone"), [(DRAFT, 0), (DRAFT + MOMENT, 1)])
async def test_words_before_a_consent_that_never_came_go_after_14_days(
    bare: World, waited: timedelta, gone: int
) -> None:
    ivan = await bare.newcomer()
    await bare.says(ivan, "Потрібен протез")
    bare.now += waited
    assert await drop_drafts(machine(bare), DropDrafts()) == gone
    assert len(await bare.drafts(ivan)) == 1 - gone


@pytest.mark.parametrize(("waited", "left"), [(DRAFT, 1), (DRAFT + MOMENT, 0)])
async def test_where_somebody_stopped_in_the_middle_is_forgotten(bare: World, waited: timedelta, left: int) -> None:
    await conversations.save(bare.uow.session, "1:2:0:2", "Telling:name", None, bare.now)
    bare.now += waited
    await drop_drafts(machine(bare), DropDrafts())
    assert await bare.uow.session.scalar(select(func.count()).select_from(Conversation)) == left


@pytest.mark.parametrize(("waited", "gone"), [(CASE, False), (CASE + MOMENT, True)])
async def test_words_of_a_case_go_five_years_after_it_was_closed(
    world: World, olena: Actor, iryna: Actor, waited: timedelta, gone: bool
) -> None:
    still_open = await world.case(olena, "Ще триває")
    case = await world.taken(olena, iryna, "Давнє")
    await world.topic(case)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await world.deliver()
    world.now += waited
    assert (await forget(machine(world), Forget())).cases == int(gone)
    assert len(await world.messages(case)) == int(not gone)
    assert [message.text for message in await world.messages(still_open)] == ["Ще триває"]
    if gone:
        assert (case.erased_at, case.result, case.number[:3]) == (world.now, "helped", "LUH")
        event = (await world.events(case))[-1]
        assert (event.kind, event.actor_kind, event.actor_id) == ("erased", "machine", None)
        [head] = [sight.shows for letter, sight in await world.deliver() if letter.case_id == case.id]
        assert isinstance(head, TopicSight)
        assert head.gone
        assert (await forget(machine(world), Forget())).cases == 0, "once is enough"


async def test_many_old_cases_go_a_batch_at_a_time(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    copies = text(
        "INSERT INTO cases (number, organisation_id, person_id, state, turn, service, intake_kind, channel,"
        " opened_at, reply_by, closed_at) SELECT 'X-' || n, organisation_id, person_id, 'closed', 'nobody', service,"
        " intake_kind, channel, opened_at, reply_by, opened_at FROM cases, generate_series(1, :extra) AS n"
    )
    await world.uow.session.execute(copies, {"extra": BATCH + 1})
    world.now += CASE + MOMENT
    assert [(await forget(machine(world), Forget())).cases for _ in range(3)] == [BATCH, 1, 0]
    assert case.erased_at is None


async def test_the_record_of_a_reading_goes_when_its_time_is_over(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    world.now += timedelta(days=CATALOGUE.retention["reading"].days)
    await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    world.now += MOMENT
    assert (await forget(machine(world), Forget())).readings == 1
    assert await world.uow.session.scalar(select(func.count()).select_from(Reading)) == 1


async def test_the_kept_text_of_a_letter_is_emptied_and_the_letter_stays(world: World, olena: Actor) -> None:
    [letter] = [letter for letter, _ in await world.deliver() if letter.person_id == olena.id]
    letter.rendered = "Дякуємо"
    keep = machine(world).rules.rendered_keep
    world.now += keep
    assert (await forget(machine(world), Forget())).rendered == 0
    world.now += MOMENT
    assert (await forget(machine(world), Forget())).rendered == 1
    kept = await world.uow.session.scalar(select(Letter.rendered).where(Letter.id == letter.id))
    assert kept is None


async def test_handled_updates_go_after_48_hours_of_the_databases_own_time(bare: World) -> None:
    session = bare.uow.session
    await add(session, 1, [Arrival(number, "p:1", "{}") for number in range(3)])
    aged = text("UPDATE inbox SET done_at = clock_timestamp() - :ago * interval '1 hour' WHERE update_id = :id")
    await session.execute(aged, {"ago": 49, "id": 0})
    await session.execute(aged, {"ago": 47, "id": 1})
    bare.wait(days=365)
    assert (await forget(machine(bare), Forget())).updates == 1
    left = await session.scalars(select(InboxUpdate.update_id).order_by(InboxUpdate.update_id))
    assert left.all() == [1, 2], "what is not handled yet never goes"


async def test_where_nothing_is_old_nothing_goes(world: World, olena: Actor) -> None:
    await world.case(olena)
    before = await world.everything()
    assert await forget(machine(world), Forget()) == Forgotten(0, 0, 0, 0, 0, 0, 0, 0)
    assert await drop_drafts(machine(world), DropDrafts()) == 0
    assert await world.everything() == before
    assert await world.uow.session.scalar(select(func.count()).select_from(Message)) == 1


@pytest.mark.parametrize(("waited", "gone"), [(CASE, 0), (CASE + MOMENT, 1)])
async def test_who_had_everything_erased_is_nobody_once_the_law_needs_it_no_longer(
    world: World, olena: Actor, mykola: Actor, waited: timedelta, gone: int
) -> None:
    case = await world.case(olena)
    await world.case(mykola)
    await world.deliver()
    await erase(world.ctx(olena), Erase())
    await world.deliver()
    world.now += waited
    assert (await forget(machine(world), Forget())).people == gone
    session = world.uow.session
    await session.refresh(person := await world.row(olena))
    assert (person.telegram_id is None) is bool(gone)
    for table in ("consents", "letters"):
        left = await session.scalar(text(f"SELECT count(*) FROM {table} WHERE person_id = {person.id}"))
        assert (left == 0) is bool(gone), table
    assert (case.number[:3], case.state) == ("LUH", "withdrawn"), "what reports count stays, and is nobody's"
    assert (await world.row(mykola)).telegram_id is not None, "nobody asked for it"
    assert (await forget(machine(world), Forget())).people == 0


async def test_who_came_back_since_stays_somebody(world: World, olena: Actor) -> None:
    await erase(world.ctx(olena), Erase())
    world.now += CASE
    (await world.row(olena)).last_wrote_at = world.now
    world.now += MOMENT
    assert (await forget(machine(world), Forget())).people == 0
