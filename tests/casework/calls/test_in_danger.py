"""Somebody in danger asks for a call: without a consent, at once, and duty hears of it like of any danger."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.calls.ask import Ask, ask
from casework.calls.asking import Step
from casework.calls.attempt import Tried, attempt
from casework.calls.begin import Begin, begin
from casework.calls.cancel import Cancel, cancel
from casework.calls.done import Reached, done
from casework.calls.number import Number, UseKnown, give_number, use_known
from casework.calls.open import OpenCall, open_call
from casework.calls.safe import IsSafe, SayWhenSafe, is_safe, say_when_safe
from casework.cases.words import Words
from casework.context import Actor
from casework.danger.press import InDanger, in_danger
from casework.danger.see import See, see
from casework.danger.watch_over import WatchOver, watch_over
from casework.danger.ways import ChooseWay, SafeWay, choose_way
from casework.errors import NoNumber, Stale
from casework.letters import kinds
from casework.letters.sights import AlarmSight, CardSight
from casework.people.consent import Watch, watch
from casework.people.erase import Erase, erase
from casework.promises.keep import Keep, keep
from db.models import Call, Case
from rules.calls import Attempt, When
from tests.casework.calls.test_asking import PHONE, PLEASE, WRITTEN, asks, calls
from tests.casework.danger.test_danger import alarm_of
from tests.casework.world import WHY, World, machine


@pytest.fixture
async def ivan(world: World) -> Actor:
    """Somebody who has agreed to nothing."""
    return await world.newcomer()


@pytest.fixture
async def case(world: World, ivan: Actor) -> Case:
    """The case that his press opened."""
    return await in_danger(world.ctx(ivan), InDanger())


async def wants_a_call(world: World, person: Actor, case: Case, number: str = WRITTEN) -> Call:
    """«Подзвоніть» below the numbers, and a number."""
    assert await choose_way(world.ctx(person), ChooseWay(case.id, SafeWay.CALL)) is Step.NUMBER
    assert await give_number(world.ctx(person), Number(number)) is Step.URGENT
    return (await calls(world))[-1]


async def card(world: World, case: Case) -> CardSight:
    [letter] = [each for each in await world.waiting(kinds.Card) if each.case_id == case.id]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, CardSight)
    return sight.shows


@pytest.mark.parametrize("number", [WRITTEN, "+48 501 234 567, лише після шостої"])
async def test_with_the_number_the_call_is_due_at_once_and_no_consent_is_asked(
    world: World, ivan: Actor, case: Case, number: str
) -> None:
    call = await wants_a_call(world, ivan, case, number)
    assert (call.case_id, call.state, call.reason, call.suits) == (case.id, "open", "danger", "soon")
    assert call.from_at == call.due_by == world.now
    assert call.wish == (None if number == WRITTEN else "лише після шостої")
    assert (await world.row(ivan)).phone is None, "nothing is kept beyond this call without a consent"
    assert await world.screen(ivan) == kinds.DangerCallScreen(call.id)
    assert (await alarm_of(world, case)).way == "call"
    assert [each for each in await world.history(case) if each in ("way-chosen", "call-asked")] == [
        "way-chosen", "call-asked",
    ]  # fmt: skip


async def test_duty_hears_of_the_call_whoever_saw_the_danger_before(
    world: World, ivan: Actor, lead: Actor, case: Case
) -> None:
    await world.deliver()
    await see(world.ctx(lead), See(case.id))
    await world.deliver()
    await wants_a_call(world, ivan, case)
    [letter] = await world.waiting(kinds.AlarmRaised, to=lead)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, AlarmSight)
    assert sight.shows.call
    assert (await alarm_of(world, case)).seen_at is None
    shown = await card(world, case)
    assert (shown.alarm, shown.seen_by, shown.may_phone) == (True, None, True)


async def test_after_an_answer_the_wish_for_a_call_raises_a_new_alarm(
    world: World, ivan: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    await world.topic(case)
    await world.answers(iryna, case, "Я з вами")
    assert (await alarm_of(world, case)).ended == "answered"
    await world.deliver()
    await wants_a_call(world, ivan, case)
    alarm = await alarm_of(world, case)
    assert (alarm.cause, alarm.ended_at, alarm.opened_case) == ("call", None, False)
    assert await world.kinds_to(lead) == ["alarm-raised"]
    assert (case.waiting_since, case.turn) == (world.now, "staff")


async def test_who_talked_with_them_has_answered_and_the_alarm_is_over(
    world: World, ivan: Actor, iryna: Actor, case: Case
) -> None:
    call = await wants_a_call(world, ivan, case)
    shown = await open_call(world.ctx(iryna), OpenCall(case.id, WHY))
    assert (shown.phone, shown.danger) == ("+380 50 123 45 67", True)
    await done(world.ctx(iryna), Reached(case.id, 0))
    alarm = await alarm_of(world, case)
    assert (call.state, alarm.ended, alarm.seen_by, case.owner_id) == ("done", "answered", iryna.id, iryna.id)


async def test_in_danger_nobody_stops_trying_and_trying_is_no_answer(
    world: World, ivan: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    call = await wants_a_call(world, ivan, case)
    for tries in range(4):
        await attempt(world.ctx(iryna), Tried(case.id, Attempt.NO_ANSWER, tries))
    assert (call.state, call.attempts, call.due_by) == ("open", 4, world.now + timedelta(hours=1))
    alarm = await alarm_of(world, case)
    assert (alarm.ended_at, case.waiting_since is not None) == (None, True)
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.WRONG_NUMBER, 4))
    assert case.waiting_since is not None
    world.now = alarm.promised_at + timedelta(hours=1)
    await world.deliver()
    assert await watch_over(machine(world), WatchOver()) == 1
    assert "alarm-raised" in await world.kinds_to(lead), "the promise is over, nobody has talked with them"


async def test_at_night_nothing_waits_for_the_morning(world: World, ivan: Actor, iryna: Actor) -> None:
    world.now = world.now.replace(hour=23)
    case = await in_danger(world.ctx(ivan), InDanger())
    call = await wants_a_call(world, ivan, case)
    assert call.due_by == world.now
    await attempt(world.ctx(iryna), Tried(case.id, Attempt.NO_ANSWER, 0))
    assert call.due_by == world.now + timedelta(hours=1)


async def test_the_alarm_says_that_we_are_late_and_no_second_apology_comes(
    world: World, ivan: Actor, case: Case
) -> None:
    await wants_a_call(world, ivan, case)
    world.wait(minutes=10)
    assert (await keep(machine(world), Keep())).missed == 0


async def test_who_lives_with_the_one_they_fear_is_asked_first_whether_a_call_is_safe(
    world: World, ivan: Actor, case: Case
) -> None:
    await choose_way(world.ctx(ivan), ChooseWay(case.id, SafeWay.WRITE))
    before = (await alarm_of(world, case)).way
    assert await choose_way(world.ctx(ivan), ChooseWay(case.id, SafeWay.CALL)) is Step.SAFE
    assert await world.screen(ivan) == kinds.CallSafeScreen()
    assert ((await alarm_of(world, case)).way, (await world.row(ivan)).covered) == (before, True), "not before the yes"
    assert await is_safe(world.ctx(ivan), IsSafe()) is Step.NUMBER
    assert ((await alarm_of(world, case)).way, (await world.row(ivan)).covered) == ("call", False)


async def test_whose_letters_are_covered_is_asked_the_same_at_every_wish_for_a_call(world: World, olena: Actor) -> None:
    person = await world.row(olena)
    person.phone, person.covered = PHONE, True
    assert await begin(world.ctx(olena), Begin()) is Step.SAFE
    assert await is_safe(world.ctx(olena), IsSafe()) is Step.KNOWN
    assert await use_known(world.ctx(olena), UseKnown()) is Step.TIME


async def test_who_only_wants_to_be_written_to_is_not_phoned_unasked(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    person = await world.row(olena)
    person.phone, person.covered = PHONE, True
    async with world.refused(NoNumber):
        await open_call(world.ctx(iryna), OpenCall(case.id, WHY))


async def test_who_changes_to_writing_is_not_called_any_more(
    world: World, ivan: Actor, iryna: Actor, case: Case
) -> None:
    call = await wants_a_call(world, ivan, case)
    await choose_way(world.ctx(ivan), ChooseWay(case.id, SafeWay.WRITE))
    assert call.state == "cancelled"
    async with world.refused(NoNumber):
        await open_call(world.ctx(iryna), OpenCall(case.id, WHY))


async def test_a_phone_that_may_be_searched_is_called_at_its_owners_wish(
    world: World, ivan: Actor, iryna: Actor, case: Case
) -> None:
    call = await wants_a_call(world, ivan, case)
    await watch(world.ctx(ivan), Watch())
    assert call.state == "open"
    assert (await open_call(world.ctx(iryna), OpenCall(case.id, WHY))).watched
    assert (await world.row(ivan)).phone is None


async def test_when_it_is_safe_stands_beside_the_number_and_in_the_topic(
    world: World, ivan: Actor, iryna: Actor, case: Case
) -> None:
    words = Words("Лише до шостої, не кажіть, хто ви", ivan.telegram_id or 0, 950, world.now)
    assert await say_when_safe(world.ctx(ivan), SayWhenSafe(words)) is False, "nobody is to call them"
    await wants_a_call(world, ivan, case)
    assert await say_when_safe(world.ctx(ivan), SayWhenSafe(words))
    assert (await open_call(world.ctx(iryna), OpenCall(case.id, WHY))).wish == words.text
    assert [message.text for message in await world.messages(case)] == [words.text]


async def test_a_call_of_before_gives_way_and_is_asked_for_anew_at_once(world: World, olena: Actor) -> None:
    first = await asks(world, olena, When.AFTERNOON)
    await world.says(olena, "Рятуйте, чоловік б’є мене")
    assert await begin(world.ctx(olena), Begin()) is Step.KNOWN
    assert await use_known(world.ctx(olena), UseKnown()) is Step.URGENT
    assert [(call.state, call.reason) for call in await calls(world)] == [("cancelled", "asked"), ("open", "danger")]
    assert await begin(world.ctx(olena), Begin()) is Step.URGENT, "asked twice is one call"
    assert first.case_id == (await calls(world))[-1].case_id
    async with world.refused(Stale):
        await ask(world.ctx(olena), Ask(PLEASE, When.SOON))


async def test_a_call_that_is_not_wanted_any_more_leaves_the_case_to_a_human(
    world: World, ivan: Actor, case: Case
) -> None:
    call = await wants_a_call(world, ivan, case)
    await cancel(world.ctx(ivan), Cancel(call.id))
    assert (call.state, case.closed_at, case.turn) == ("cancelled", None, "staff")
    assert case.waiting_since is not None


async def test_nobody_is_asked_any_more(world: World, ivan: Actor, case: Case) -> None:
    async with world.refused(Stale):
        await is_safe(world.ctx(ivan), IsSafe())


async def test_the_number_goes_with_all_else(world: World, ivan: Actor, case: Case) -> None:
    await wants_a_call(world, ivan, case)
    await erase(world.ctx(ivan), Erase())
    world.uow.session.expire_all()
    kept = await world.uow.session.scalars(select(Call))
    assert [(call.phone, call.wish, call.state) for call in kept] == [(None, None, "cancelled")]
