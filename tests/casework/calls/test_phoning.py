"""Somebody phones: what comes of it is written down once, counts as an answer, and renews what was promised."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from casework.calls.attempt import AskWhen, Tried, ask_when, attempt
from casework.calls.done import Reached, done
from casework.calls.open import OpenCall, open_call
from casework.cases.close import Close, close
from casework.context import Actor
from casework.errors import CaseClosed, NoNumber, NotOwner, Stale
from casework.letters import kinds
from casework.letters.sent import letter_failed
from casework.people.consent import Watch, watch
from casework.people.reachable import Reachable, note_reachable
from db.models import Call, Reading
from rules.calls import Attempt, When, try_again_by, window
from tests.casework.calls.test_asking import PHONE, asks, calls
from tests.casework.world import CATALOGUE, WHY, World


@pytest.fixture
async def call(world: World, olena: Actor, iryna: Actor) -> Call:
    """Олена asked for a call in a case that Ірина has."""
    case = await world.taken(olena, iryna)
    await world.topic(case)
    made = await asks(world, olena)
    await world.deliver()
    return made


async def test_who_was_reached_has_been_answered(world: World, iryna: Actor, call: Call) -> None:
    case = await done(world.ctx(iryna), Reached(call.case_id or 0, 0))
    assert (case.waiting_since, case.first_answered_at, case.turn, case.unread) == (None, world.now, "person", 0)
    assert (call.state, call.attempts, call.ended_at) == ("done", 1, world.now)
    async with world.refused(Stale):
        await done(world.ctx(iryna), Reached(case.id, 0))


@pytest.mark.parametrize("tries", [1, 7])
async def test_a_button_of_another_moment_notes_nothing(world: World, iryna: Actor, call: Call, tries: int) -> None:
    async with world.refused(Stale):
        await done(world.ctx(iryna), Reached(call.case_id or 0, tries))
    for what in Attempt:
        async with world.refused(Stale):
            await attempt(world.ctx(iryna), Tried(call.case_id or 0, what, tries))


async def test_only_who_has_the_case_notes_a_call_or_a_lead(
    world: World, lead: Actor, andrii: Actor, call: Call
) -> None:
    async with world.refused(NotOwner, owner="Ірина"):
        await done(world.ctx(andrii), Reached(call.case_id or 0, 0))
    async with world.refused(NotOwner, owner="Ірина"):
        await attempt(world.ctx(andrii), Tried(call.case_id or 0, Attempt.NO_ANSWER, 0))
    await done(world.ctx(lead), Reached(call.case_id or 0, 0))


async def test_who_phones_takes_a_case_that_nobody_has(world: World, olena: Actor, andrii: Actor) -> None:
    call = await asks(world, olena)
    case = await done(world.ctx(andrii), Reached(call.case_id or 0, 0))
    assert case.owner_id == andrii.id


async def test_nobody_answered_and_a_new_time_is_promised(world: World, olena: Actor, iryna: Actor, call: Call) -> None:
    case = await attempt(world.ctx(iryna), Tried(call.case_id or 0, Attempt.NO_ANSWER, 0))
    again = try_again_by(CATALOGUE, world.now)
    assert (call.state, call.attempts, call.due_by, case.reply_by) == ("open", 1, again, again)
    assert case.waiting_since is not None, "nobody talked with them yet"
    [letter] = await world.waiting(kinds.CallUnanswered, to=olena)
    assert letter.facts["by"] == int(again.timestamp())


async def test_a_watched_phone_is_told_nothing_and_goes_on_waiting(world: World, iryna: Actor) -> None:
    nina = await world.watched()
    call = await asks(world, nina)
    for tries in range(3):
        case = await attempt(world.ctx(iryna), Tried(call.case_id or 0, Attempt.NO_ANSWER, tries))
    assert await world.waiting(kinds.CallUnanswered) == []
    assert (call.state, case.waiting_since is None) == ("done", False)


async def test_a_wrong_number_is_not_phoned_again(world: World, olena: Actor, iryna: Actor, call: Call) -> None:
    case = await attempt(world.ctx(iryna), Tried(call.case_id or 0, Attempt.WRONG_NUMBER, 0))
    assert ((await world.row(olena)).phone, call.state, case.turn) == (None, "done", "person")
    assert await world.waiting(kinds.CallWrongNumber, to=olena)
    async with world.refused(NoNumber):
        await open_call(world.ctx(iryna), OpenCall(case.id, WHY))


async def test_another_time_is_one_that_was_offered(world: World, iryna: Actor, call: Call) -> None:
    case_id = call.case_id or 0
    offered = await ask_when(world.ctx(iryna), AskWhen(case_id))
    chosen = next(each.window for each in offered if each.when is When.AFTERNOON)
    for when, day in ((None, 0), (When.OWN, chosen.day.toordinal()), (When.AFTERNOON, chosen.day.toordinal() - 1)):
        async with world.refused(Stale):
            await attempt(world.ctx(iryna), Tried(case_id, Attempt.LATER, 0, when, day))
    later = Tried(case_id, Attempt.LATER, 0, When.AFTERNOON, chosen.day.toordinal())
    case = await attempt(world.ctx(iryna), later)
    assert (call.from_at, call.due_by, case.reply_by) == (chosen.start, chosen.end, chosen.end)
    assert chosen == window(CATALOGUE, When.AFTERNOON, world.now)


async def test_the_number_is_shown_to_the_one_who_phones_and_the_reading_kept(
    world: World, olena: Actor, iryna: Actor, call: Call
) -> None:
    shown = await open_call(world.ctx(iryna), OpenCall(call.case_id or 0, WHY))
    assert shown.phone == "+380 50 123 45 67"
    await open_call(world.ctx(iryna), OpenCall(call.case_id or 0, WHY, on_desk=True))
    [letter] = await world.waiting(kinds.DeskCall, to=iryna)
    assert kinds.DeskCall.policy.protected
    sight = await world.sight(letter)
    assert sight is not None
    assert len(getattr(sight.shows, "later", ())) >= 3
    assert await world.uow.session.scalar(select(func.count()).select_from(Reading)) == 1, "one look"


async def test_whose_number_is_known_can_be_phoned_unasked_but_no_watched_phone(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    async with world.refused(NoNumber):
        await open_call(world.ctx(iryna), OpenCall(case.id, WHY))
    person = await world.row(olena)
    person.phone = PHONE
    await done(world.ctx(iryna), Reached(case.id, 0))
    assert [(call.reason, call.state) for call in await calls(world)] == [("staff", "done")]
    async with world.refused(Stale):
        await done(world.ctx(iryna), Reached(case.id, 0))
    person.watched = True
    async with world.refused(NoNumber):
        await done(world.ctx(iryna), Reached(case.id, 1))


async def test_in_a_closed_case_nobody_is_phoned(world: World, iryna: Actor, call: Call) -> None:
    case = await close(world.ctx(iryna), Close(call.case_id or 0, "helped"))
    async with world.refused(NoNumber):
        await done(world.ctx(iryna), Reached(case.id, 0))
    async with world.refused(CaseClosed):
        await ask_when(world.ctx(iryna), AskWhen(case.id))


async def test_who_says_that_the_phone_is_watched_is_phoned_only_at_their_own_wish(
    world: World, olena: Actor, iryna: Actor
) -> None:
    await world.taken(olena, iryna)
    (await world.row(olena)).phone = PHONE
    await note_reachable(world.ctx(olena), Reachable(False))
    await watch(world.ctx(olena), Watch())
    assert [(call.reason, call.state) for call in await calls(world)] == [("unreachable", "cancelled")]
    assert (await world.row(olena)).phone is None
    await asks(world, olena)
    assert [call.state for call in await calls(world)] == ["cancelled", "open"]


@pytest.mark.parametrize(("watched", "phone", "needed"), [(False, PHONE, 1), (True, PHONE, 0), (False, None, 0)])
async def test_who_is_out_of_reach_is_phoned_if_that_is_safe(
    world: World, olena: Actor, iryna: Actor, watched: bool, phone: str | None, needed: int
) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    person = await world.row(olena)
    person.phone, person.watched = phone, watched
    await world.answers(iryna, case, "Вітаю")
    [letter] = await world.waiting(kinds.StaffReply)
    await letter_failed(world.uow, letter, "blocked", world.now, CATALOGUE)
    await note_reachable(world.ctx(olena), Reachable(False))
    assert [call.reason for call in await calls(world)] == ["unreachable"] * needed, "once, whoever notices first"
    await world.meets_again(olena)
    assert [call.state for call in await calls(world)] == ["cancelled"] * needed
