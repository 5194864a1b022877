"""What was not read is told on the phone: tried by a ladder, noted by buttons, listed for whoever may phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from casework.calls.attempt import AskWhen, Tried, ask_day, ask_when, attempt
from casework.calls.done import Reached, done
from casework.calls.listing import ListCalls, list_calls
from casework.calls.needed import need_call
from casework.calls.open import OpenCall, open_call
from casework.cases.reopen import Reopen, reopen_own
from casework.context import Actor
from casework.errors import CaseClosed, NoNumber, NotOwner, Stale
from casework.letters import kinds
from casework.letters.sights import StaffCallSight
from casework.letters.sights.awaited import CallToMakeSight
from casework.notes.add import AddNote, add_note
from casework.notes.writing import Note
from db.models import Call, Case, Reading
from db.repositories import notes
from rules.calls import Attempt, Reason, When, try_again_by
from rules.cases import reopen_by
from rules.catalogue import Matter
from rules.lists import PAGE
from rules.roles import Role
from tests.casework.awaited.steps import PHONE, calls, day_is_over, documents_wanted, letters, refused, ticks
from tests.casework.world import CATALOGUE, ELSEWHERE, World


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; we have the number of its person."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    (await world.row(olena)).phone = PHONE
    return made


@pytest.fixture
async def call(world: World, iryna: Actor, case: Case) -> Call:
    """A refusal was not read."""
    await refused(world, iryna, case)
    await day_is_over(world)
    await ticks(world)
    await world.deliver()
    return (await calls(world))[-1]


# --- in a case that is over ----------------------------------------------------------------------------------------


async def test_who_phones_reads_what_to_say_and_the_reading_is_kept(
    world: World, iryna: Actor, case: Case, call: Call
) -> None:
    shown = await open_call(world.ctx(iryna), OpenCall(case.id))
    assert shown.phone == "+380 50 123 45 67"
    [line] = shown.say
    assert (line.matter, line.what) == (Matter.REFUSAL, CATALOGUE.refusals["RF1"].plain["uk"])
    assert case.closed_at is not None
    assert line.by == reopen_by(case.closed_at)
    assert await world.uow.session.scalar(select(func.count()).select_from(Reading)) == 1


async def test_on_the_desk_the_look_is_logged_once_too(world: World, iryna: Actor, case: Case, call: Call) -> None:
    await open_call(world.ctx(iryna), OpenCall(case.id))
    await open_call(world.ctx(iryna), OpenCall(case.id, on_desk=True))
    [letter] = await world.waiting(kinds.DeskCall)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, StaffCallSight)
    assert [line.matter for line in sight.shows.say] == [Matter.REFUSAL]
    assert {option.when for option in sight.shows.later} >= {When.MORNING, When.AFTERNOON}
    assert await world.uow.session.scalar(select(func.count()).select_from(Reading)) == 1


async def test_told_on_the_phone_is_told_and_the_case_stays_as_it_is(
    world: World, iryna: Actor, case: Case, call: Call
) -> None:
    await done(world.ctx(iryna), Reached(case.id, 0))
    assert (call.state, case.state, case.turn, case.unseen) == ("done", "refused", "nobody", False)
    assert await letters(world) == [("refusal", "told")]
    assert (await world.events(case))[-1].facts == {"call_id": call.id, "attempt": 1, "told": "refusal"}
    async with world.refused(NoNumber):
        await open_call(world.ctx(iryna), OpenCall(case.id))


async def test_only_who_had_the_case_tells_what_was_written_at_its_end_or_a_lead(
    world: World, lead: Actor, andrii: Actor, case: Case, call: Call
) -> None:
    async with world.refused(NotOwner, owner="Ірина"):
        await done(world.ctx(andrii), Reached(case.id, 0))
    await done(world.ctx(lead), Reached(case.id, 0))


async def test_a_talk_in_an_open_case_ends_the_wait_of_the_person_as_an_answer_does(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await documents_wanted(world, iryna, case)
    await day_is_over(world)
    await ticks(world)
    case.waiting_since, case.unread = world.now, 1
    await done(world.ctx(iryna), Reached(case.id, 0))
    after = (await world.uow.session.execute(select(Case.waiting_since, Case.unread, Case.turn))).one()
    assert tuple(after) == (None, 0, "person")
    assert await letters(world) == [("documents", "told")]


# --- tries ---------------------------------------------------------------------------------------------------------


async def test_after_tries_in_vain_it_is_a_leads_and_after_more_it_is_enough(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case, call: Call
) -> None:
    for tries in range(6):
        by = try_again_by(CATALOGUE, world.now, attempts=tries + 1, reason=Reason.UNREAD)
        await attempt(world.ctx(lead if call.for_lead else iryna), Tried(case.id, Attempt.NO_ANSWER, tries))
        assert call.for_lead is (tries >= 2)
        assert call.state == ("done" if tries == 5 else "open")
        if tries < 5:
            assert call.due_by == by
    told = await world.waiting(kinds.awaited.CallForLead)
    assert [each.chat_id for each in told] == [lead.telegram_id], "leads hear of it once"
    assert await world.sight(told[0]) is None, "and not once it is over"
    assert case.state == "refused"
    assert await letters(world) == [("refusal", "unread")], "they may still read it"


async def test_a_lead_reads_how_often_somebody_tried(
    world: World, iryna: Actor, lead: Actor, case: Case, call: Call
) -> None:
    for tries in range(3):
        await attempt(world.ctx(iryna), Tried(case.id, Attempt.NO_ANSWER, tries))
    [told] = await world.waiting(kinds.awaited.CallForLead, to=lead)
    sight = await world.sight(told)
    assert sight is not None
    assert isinstance(sight.shows, CallToMakeSight)
    assert sight.shows.tries == 3


async def test_a_wrong_number_is_phoned_no_more_and_forgotten(
    world: World, olena: Actor, iryna: Actor, case: Case, call: Call
) -> None:
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.WRONG_NUMBER, 0))
    assert ((await world.row(olena)).phone, call.state, case.state) == (None, "done", "refused")


@pytest.mark.parametrize("which", ["nearest", "further"])
async def test_it_is_put_off_to_a_day_that_the_person_names(
    world: World, iryna: Actor, case: Case, call: Call, which: str
) -> None:
    if which == "nearest":
        windows = [(each.when, each.window) for each in await ask_when(world.ctx(iryna), AskWhen(case.id))]
    else:
        windows = [(each.when, each.window) for each in (await ask_day(world.ctx(iryna), AskWhen(case.id))).options]
    when, chosen = windows[-1]
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.LATER, 0, when, chosen.day.toordinal()))
    assert (call.from_at, call.due_by, call.state) == (chosen.start, chosen.end, "open")
    far = chosen.day.toordinal() + 60
    async with world.refused(Stale):
        await attempt(world.ctx(iryna), Tried(case.id, Attempt.LATER, 1, when, far))


async def test_further_days_are_shown_on_the_desk_where_they_were_asked_for(
    world: World, iryna: Actor, case: Case, call: Call
) -> None:
    await ask_day(world.ctx(iryna), AskWhen(case.id, 0, on_desk=True))
    assert await world.screen(iryna) == kinds.awaited.CallDaysScreen(iryna.id or 0, case.id, 0)


async def test_where_nobody_is_to_be_phoned_no_time_is_asked(world: World, iryna: Actor, case: Case) -> None:
    await refused(world, iryna, case)
    for ask in (ask_when, ask_day):
        async with world.refused(CaseClosed):
            await ask(world.ctx(iryna), AskWhen(case.id))


async def test_who_wants_it_in_writing_waits_for_our_letter(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await documents_wanted(world, iryna, case)
    await day_is_over(world)
    await ticks(world)
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.IN_WRITING, 0))
    [call] = await calls(world)
    assert (call.state, case.turn, case.waiting_since) == ("done", "staff", world.now)
    assert case.reply_by > world.now
    assert await letters(world) == [("documents", "told")]
    assert (await world.history(case))[-1] == "call-in-writing"


async def test_in_a_case_that_is_over_the_letter_was_written(
    world: World, iryna: Actor, case: Case, call: Call
) -> None:
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.IN_WRITING, 0))
    assert (call.state, case.state, case.waiting_since) == ("done", "refused", None)


async def test_a_note_about_a_call_stays_inside(
    world: World, olena: Actor, iryna: Actor, case: Case, call: Call
) -> None:
    await add_note(
        world.ctx(iryna), AddNote(case.topic_thread_id or 0, Note("Дзвонити після шостої", case.topic_chat_id or 0, 9))
    )
    assert len(await notes.of_case(world.uow.session, case.id)) == 1
    assert await world.waiting(to=olena) == []


async def test_reopened_by_its_person_it_is_over(world: World, olena: Actor, case: Case, call: Call) -> None:
    await reopen_own(world.ctx(olena), Reopen(case.id))
    assert call.state == "cancelled"


# --- the list ------------------------------------------------------------------------------------------------------


async def waits(world: World, person: Actor, member: Actor, reason: Reason, hours: int) -> Case:
    """A case in which somebody has to phone so many hours from now."""
    case = await world.taken(person, member)
    row = await world.row(person)
    row.phone = PHONE
    made = await need_call(world.ctx(member), case, row, reason)
    assert made is not None
    made.due_by = world.now + timedelta(hours=hours)
    return case


async def test_danger_comes_first_then_what_is_due_first(world: World, olena: Actor, iryna: Actor) -> None:
    late = await waits(world, olena, iryna, Reason.UNREAD, 9)
    soon = await waits(world, await world.person("Ганна"), iryna, Reason.UNREACHABLE, 1)
    danger = await waits(world, await world.person("Ніна"), iryna, Reason.DANGER, 5)
    shown = await list_calls(world.ctx(iryna), ListCalls())
    assert [line.case_id for line in shown.calls] == [danger.id, soon.id, late.id]
    assert (shown.count, shown.page, shown.pages) == (3, 0, 1)


async def test_a_line_tells_what_must_be_told_since_when_and_how_often_it_was_tried(
    world: World, iryna: Actor, case: Case, call: Call
) -> None:
    asked = call.asked_at
    world.wait(hours=1)
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.NO_ANSWER, 0))
    [line] = (await list_calls(world.ctx(iryna), ListCalls())).calls
    assert (line.number.number, line.reason, line.matters) == (case.number, Reason.UNREAD, (Matter.REFUSAL,))
    assert (line.since, line.tries, line.due, line.owner) == (asked, 1, call.due_by, "Ірина")
    world.wait(days=2)
    [line] = (await list_calls(world.ctx(iryna), ListCalls())).calls
    assert line.overdue


async def test_a_caseworker_sees_their_own_and_nobodys_a_lead_all_of_the_organisation_and_no_other(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    hers = await waits(world, olena, iryna, Reason.UNREAD, 1)
    nobodys = await waits(world, await world.person("Ганна"), iryna, Reason.UNREAD, 2)
    nobodys.owner_id = None
    stranger = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    for reader, those in ((iryna, [hers, nobodys]), (andrii, [nobodys]), (lead, [hers, nobodys]), (stranger, [])):
        shown = await list_calls(world.ctx(reader), ListCalls())
        assert [line.case_id for line in shown.calls] == [each.id for each in those]
        assert shown.count == len(those)


async def test_pages_behind_the_last_one_are_the_last_one(world: World, iryna: Actor) -> None:
    for number in range(PAGE + 1):
        await waits(world, await world.person(f"Людина {number}"), iryna, Reason.UNREAD, number + 1)
    first, last = [await list_calls(world.ctx(iryna), ListCalls(page)) for page in (0, 7)]
    assert (len(first.calls), len(last.calls), last.page, last.pages) == (PAGE, 1, 1, 2)


async def test_on_the_desk_it_is_the_screen(world: World, iryna: Actor, call: Call) -> None:
    await list_calls(world.ctx(iryna), ListCalls(on_desk=True))
    assert await world.screen(iryna) == kinds.awaited.CallListScreen(iryna.id or 0, 0)
