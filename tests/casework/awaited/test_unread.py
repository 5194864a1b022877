"""What was sent and not read by its day is told on the phone: one call, told of by number only, gone with a sign."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from casework.awaited.due import FindUnread, find_unread
from casework.awaited.got_it import GotIt, got_it
from casework.calls.ask import Ask, ask
from casework.calls.begin import Begin, begin
from casework.calls.number import UseKnown, use_known
from casework.cases.close import Close, close
from casework.cases.reopen import Reopen, reopen_own
from casework.cases.step import Step, step
from casework.context import MACHINE, Actor
from casework.documents.ask import ListDocuments, PickDocument, ask_documents, pick_document
from casework.documents.decide import ChooseDocument, waive_document
from casework.errors import NoSuchCase
from casework.letters import kinds
from casework.letters.sent import letter_failed
from casework.letters.sights.awaited import CallToMakeSight
from casework.people.erase import Erase, erase
from casework.people.reachable import Reachable, note_reachable
from db.engine import Database
from db.models import AwaitedLetter, Call, Case
from db.repositories import awaited, documents
from rules.calls import When
from rules.cases import Verb
from rules.catalogue import Matter, Sign
from rules.roles import Role
from tests.casework.awaited.steps import (
    PHONE,
    calls,
    day_is_over,
    documents_wanted,
    letters,
    refused,
    standing_at,
    ticks,
    touches,
)
from tests.casework.world import CATALOGUE, World

HELPED = next(slug for slug, each in CATALOGUE.outcomes.items() if not each.refusal)


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; we have the number of its person."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    (await world.row(olena)).phone = PHONE
    return made


async def plans(world: World, member: Actor, case: Case) -> None:
    await step(world.ctx(member), Step(case.id, Verb.ASSESS))
    await step(world.ctx(member), Step(case.id, Verb.PLAN, letter=True))
    await world.deliver()


# --- the day is over -----------------------------------------------------------------------------------------------


async def test_a_refusal_that_nobody_read_becomes_one_call_in_the_case_that_is_over(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    await refused(world, iryna, case)
    assert case.unseen
    assert await ticks(world) == 0, "there is time still"
    await day_is_over(world)
    assert await ticks(world) == 1
    [call] = await calls(world)
    assert (call.case_id, call.reason, call.state, call.phone) == (case.id, "unread", "open", PHONE)
    assert (await world.history(case))[-2:] == ["letter-unread", "call-needed"]
    assert case.state == "refused"
    [told] = await world.waiting(kinds.awaited.CallToMake)
    assert told.chat_id == iryna.telegram_id, "the owner hears of it, and nobody else"
    sight = await world.sight(told)
    assert sight is not None
    assert isinstance(sight.shows, CallToMakeSight)
    assert (sight.shows.number.number, sight.shows.may_phone) == (case.number, True)
    world.wait(days=3)
    assert await ticks(world) == 0
    assert len(await calls(world)) == 1
    assert len(await world.waiting(kinds.awaited.CallToMake)) == 1


async def test_two_letters_that_nobody_read_are_one_call_and_the_day_of_each_is_its_own(
    world: World, iryna: Actor, case: Case
) -> None:
    await documents_wanted(world, iryna, case)
    await plans(world, iryna, case)
    assert await letters(world) == [("documents", "waiting"), ("plan", "waiting")]
    world.wait(days=6)
    assert await ticks(world) == 1
    assert await letters(world) == [("documents", "unread"), ("plan", "waiting")]
    world.wait(days=6)
    assert await ticks(world) == 1
    assert await letters(world) == [("documents", "unread"), ("plan", "unread")]
    assert len(await calls(world)) == 1
    assert len(await world.waiting(kinds.awaited.CallToMake)) == 1, "of the same call nobody hears twice"


async def test_a_case_that_nobody_has_is_told_to_leads_and_in_its_topic(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    await refused(world, iryna, case)
    case.owner_id = None
    await day_is_over(world)
    await ticks(world)
    assert [each.chat_id for each in await world.waiting(kinds.awaited.CallToMake)] == [lead.telegram_id]
    assert [each.facts["event"] for each in await world.waiting(kinds.CaseNews)] == ["letter-unread"]


@pytest.mark.parametrize("why", ["no number", "covered"])
async def test_where_nobody_may_phone_there_is_no_call_but_the_owner_hears_it_once(
    world: World, olena: Actor, iryna: Actor, case: Case, why: str
) -> None:
    await refused(world, iryna, case)
    person = await world.row(olena)
    if why == "covered":
        person.covered = True
    else:
        person.phone = None
    await day_is_over(world)
    await ticks(world)
    world.wait(days=3)
    await ticks(world)
    assert await calls(world) == []
    [told] = await world.waiting(kinds.awaited.CallToMake)
    sight = await world.sight(told)
    assert sight is not None
    assert isinstance(sight.shows, CallToMakeSight)
    assert not sight.shows.may_phone


async def test_a_newer_letter_about_the_same_matter_begins_the_waiting_anew(
    world: World, iryna: Actor, case: Case
) -> None:
    await documents_wanted(world, iryna, case)
    world.wait(days=2)
    await pick_document(world.ctx(iryna), PickDocument(case.id, "school-note"))
    await ask_documents(world.ctx(iryna), ListDocuments(case.id))
    assert await letters(world) == [("documents", "waiting")]
    world.wait(days=4)
    assert await ticks(world) == 0, "Wednesday and two days, the weekend between"


async def test_news_want_no_sign(world: World, iryna: Actor, case: Case) -> None:
    await step(world.ctx(iryna), Step(case.id, Verb.ASSESS, letter=True))
    assert await letters(world) == []
    assert not case.unseen


async def test_two_clocks_at_once_make_one_call(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        lead = await world.staff(Role.SUPERVISOR, "Світлана")
        await world.bind(lead)
        person = await world.person()
        (await world.row(person)).phone = PHONE
        case = await world.taken(person, lead)
        await refused(world, lead, case)
        await day_is_over(world)
        due = world.now

    async def tick() -> None:
        async with database.uow() as uow:
            await find_unread(World(uow, due).ctx(MACHINE), FindUnread())

    await asyncio.gather(tick(), tick(), tick())
    async with database.uow() as uow:
        assert await uow.session.scalar(select(func.count()).select_from(Call)) == 1
        events = await World(uow).history(await uow.session.get_one(Case, case.id))
        assert events.count("letter-unread") == 1


# --- signs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("sign", ["got it", "press", "reply", "word"])
async def test_a_sign_ends_the_waiting_and_the_call(
    world: World, olena: Actor, iryna: Actor, case: Case, sign: str, late: bool
) -> None:
    await documents_wanted(world, iryna, case)
    if late:
        await day_is_over(world)
        await ticks(world)
    match sign:
        case "got it":
            await got_it(world.ctx(olena), GotIt(case.id))
        case "press":
            await touches(world, olena, await standing_at(world, kinds.documents.DocumentsAsked))
        case "reply":
            await touches(world, olena, await standing_at(world, kinds.documents.DocumentsAsked), Sign.REPLY)
        case _:
            await world.says(olena, "Зараз надішлю")
    assert await letters(world) == [("documents", "seen")]
    assert not case.unseen
    assert "letter-seen" in await world.history(case)
    assert [call.state for call in await calls(world)] == (["cancelled"] if late else [])
    for told in await world.waiting(kinds.awaited.CallToMake):
        assert await world.sight(told) is None, "what is true no more is not told"


async def test_what_is_done_elsewhere_is_no_sign(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, case: Case
) -> None:
    await refused(world, iryna, case)
    stands = await standing_at(world, kinds.CaseRefused)
    await touches(world, olena, stands + 1000)
    await touches(world, mykola, stands)
    async with world.refused(NoSuchCase):
        await got_it(world.ctx(mykola), GotIt(case.id))
    assert await letters(world) == [("refusal", "waiting")]


async def test_a_sign_of_one_letter_is_none_of_another(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await documents_wanted(world, iryna, case)
    await plans(world, iryna, case)
    await touches(world, olena, await standing_at(world, kinds.CaseStep))
    assert await letters(world) == [("documents", "waiting"), ("plan", "seen")]
    assert case.unseen


async def test_who_asks_for_a_call_has_read_and_is_phoned_because_they_asked(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await documents_wanted(world, iryna, case)
    await day_is_over(world)
    await ticks(world)
    await begin(world.ctx(olena), Begin())
    await use_known(world.ctx(olena), UseKnown())
    await ask(world.ctx(olena), Ask("Прошу подзвонити", When.SOON))
    assert [(call.reason, call.state) for call in await calls(world)] == [("unread", "cancelled"), ("asked", "open")]
    assert await letters(world) == [("documents", "seen")]


# --- out of reach --------------------------------------------------------------------------------------------------


async def test_who_stops_the_bot_is_phoned_at_once_about_what_they_have_not_read(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await refused(world, iryna, case)
    await note_reachable(world.ctx(olena), Reachable(reachable=False))
    [call] = await calls(world)
    assert (call.case_id, call.reason) == (case.id, "unread")
    assert await letters(world) == [("refusal", "unread")]
    assert [each.chat_id for each in await world.waiting(kinds.awaited.CallToMake)] == [iryna.telegram_id]


async def test_what_telegram_refuses_because_nobody_is_there_is_phoned_at_once(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await step(world.ctx(iryna), Step(case.id, Verb.ASSESS))
    await step(world.ctx(iryna), Step(case.id, Verb.PLAN, letter=True))
    [letter] = await world.waiting(kinds.CaseStep)
    await letter_failed(world.uow, letter, "deactivated", world.now, CATALOGUE)
    assert await letters(world) == [("plan", "unread")]
    assert [call.state for call in await calls(world)] == ["open"]


async def test_what_is_written_to_somebody_out_of_reach_is_phoned_at_once(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    (await world.row(olena)).unreachable_since = world.now
    await refused(world, iryna, case)
    assert [(call.reason, call.state) for call in await calls(world)] == [("unread", "open")]


@pytest.mark.parametrize(("begun", "state", "call_state"), [(0, "waiting", "cancelled"), (1, "unread", "open")])
async def test_who_is_back_may_read_it_now_unless_somebody_has_begun_to_phone(
    world: World, olena: Actor, iryna: Actor, case: Case, begun: int, state: str, call_state: str
) -> None:
    await refused(world, iryna, case)
    await note_reachable(world.ctx(olena), Reachable(reachable=False))
    [call] = await calls(world)
    call.attempts = begun
    world.wait(days=1)
    await note_reachable(world.ctx(olena), Reachable(reachable=True))
    assert await letters(world) == [("refusal", state)]
    assert [each.state for each in await calls(world)] == [call_state]


# --- nobody needs it any more --------------------------------------------------------------------------------------


async def test_a_case_that_ends_waits_for_nothing(world: World, iryna: Actor, case: Case) -> None:
    await documents_wanted(world, iryna, case)
    await day_is_over(world)
    await ticks(world)
    await close(world.ctx(iryna), Close(case.id, HELPED))
    assert await letters(world) == [("documents", "gone")]
    assert ([call.state for call in await calls(world)], case.unseen) == (["cancelled"], False)


async def test_a_refusal_that_is_looked_at_again_is_not_told_on_the_phone(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await refused(world, iryna, case)
    await day_is_over(world)
    await ticks(world)
    await reopen_own(world.ctx(olena), Reopen(case.id))
    assert await letters(world) == [("refusal", "gone")]
    assert [call.state for call in await calls(world)] == ["cancelled"]


async def test_a_plan_that_is_begun_wants_no_sign_any_more(world: World, iryna: Actor, case: Case) -> None:
    await plans(world, iryna, case)
    await step(world.ctx(iryna), Step(case.id, Verb.START))
    assert await letters(world) == [("plan", "gone")]


async def test_documents_that_are_not_needed_are_not_asked_for_on_the_phone(
    world: World, iryna: Actor, case: Case
) -> None:
    await documents_wanted(world, iryna, case)
    [document] = await documents.of_case(world.uow.session, case.id)
    await waive_document(world.ctx(iryna), ChooseDocument(document.id))
    assert await letters(world) == [("documents", "gone")]


async def test_erased_is_erased(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await refused(world, iryna, case)
    await day_is_over(world)
    await ticks(world)
    await erase(world.ctx(olena), Erase())
    assert await letters(world) == []
    assert [(call.state, call.phone) for call in await calls(world)] == [("cancelled", None)]
    await world.uow.session.refresh(case)
    assert not case.unseen


async def test_the_next_moment_is_known_to_whoever_leaps(world: World, iryna: Actor, case: Case) -> None:
    await refused(world, iryna, case)
    session = world.uow.session
    due = await session.scalar(select(AwaitedLetter.due_at))
    assert due is not None
    assert await awaited.next_due(session, due - timedelta(seconds=1)) is None
    assert await awaited.next_due(session, due) == due
    assert set(CATALOGUE.awaited) == set(Matter)
