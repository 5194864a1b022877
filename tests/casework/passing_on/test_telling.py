"""What is written for somebody without Telegram is told by a human, and counts as said only then."""

from __future__ import annotations

import pytest

from casework.calls.attempt import Tried, attempt
from casework.calls.done import Reached, done
from casework.calls.open import OpenCall, open_call
from casework.cases.close import Close, close
from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.take import Take, take
from casework.context import Actor
from casework.errors import NotOwner, Stale, TimeHeld
from casework.passing_on.show import ShowTellings, show_tellings
from casework.passing_on.told import Told, told
from casework.talk.later import later
from casework.talk.sending import Reply
from casework.talk.take_back import TakeBack, take_back
from db.models import Case, Person
from db.repositories import calls, tellings
from rules.calls import Attempt
from rules.passing_on import Way
from rules.registering import SKIPPED
from tests.casework.registering.operators import E164, read_out, registered, taken_by_phone
from tests.casework.registering.operators import shown as notice
from tests.casework.world import World

ANSWER = "Дрова привеземо в п’ятницю"


@pytest.fixture
async def by_phone(world: World, iryna: Actor) -> Case:
    return await taken_by_phone(world, iryna)


async def reason(world: World, case: Case) -> str | None:
    call = await calls.open_of_case(world.uow.session, case.id)
    return call.reason if call is not None else None


async def kinds_waiting(world: World, case: Case) -> list[str]:
    await world.uow.session.flush()
    return [each.kind for each in await tellings.waiting(world.uow.session, case.id)]


async def last(world: World, case: Case) -> int:
    return (await tellings.waiting(world.uow.session, case.id))[-1].id


async def test_an_answer_becomes_a_call_with_the_words(world: World, by_phone: Case, iryna: Actor) -> None:
    await world.answers(iryna, by_phone, ANSWER)
    assert (await reason(world, by_phone), await kinds_waiting(world, by_phone)) == ("tell", ["staff-reply"])
    assert by_phone.waiting_since is not None, "nothing is said yet"
    assert by_phone.first_answered_at is None
    sent = await world.deliver()
    assert [letter.kind for letter, _ in sent].count("words-to-tell") == 1
    assert not [letter for letter, _ in sent if letter.person_id == by_phone.person_id]
    shown = await show_tellings(world.ctx(iryna), ShowTellings(by_phone.id))
    assert (shown.phone, read_out(shown.letters)) == ("+380 50 123 45 67", [ANSWER])


async def test_more_words_are_one_call_and_one_notice(world: World, by_phone: Case, iryna: Actor) -> None:
    await world.answers(iryna, by_phone, ANSWER)
    await world.answers(iryna, by_phone, "Будьте вдома до обіду")
    assert await kinds_waiting(world, by_phone) == ["staff-reply", "staff-reply"]
    assert [letter.kind for letter, _ in await world.deliver()].count("words-to-tell") == 1


@pytest.mark.parametrize("way", [Way.PHONE, Way.POST, Way.VISIT])
async def test_told_it_is_an_answer_and_the_call_is_over(world: World, by_phone: Case, iryna: Actor, way: Way) -> None:
    await world.answers(iryna, by_phone, ANSWER)
    await world.deliver()
    upto = await last(world, by_phone)
    await told(world.ctx(iryna), Told(by_phone.id, upto, way))
    assert (await kinds_waiting(world, by_phone), await reason(world, by_phone)) == ([], None)
    assert (by_phone.waiting_since, by_phone.turn) == (None, "person")
    assert ("call-reached" in await world.history(by_phone)) is (way is Way.PHONE)
    said = [message for message in await world.messages(by_phone) if message.author_kind == "staff"]
    assert said[0].delivered_at == world.now
    assert "delivery-mark" in {letter.kind for letter, _ in await world.deliver()}
    async with world.refused(Stale):
        await told(world.ctx(iryna), Told(by_phone.id, upto, way))


async def test_newer_words_wait_on(world: World, by_phone: Case, iryna: Actor) -> None:
    await world.answers(iryna, by_phone, ANSWER)
    upto = await last(world, by_phone)
    await world.answers(iryna, by_phone, "Будьте вдома до обіду")
    await told(world.ctx(iryna), Told(by_phone.id, upto, Way.POST))
    assert (await kinds_waiting(world, by_phone), await reason(world, by_phone)) == (["staff-reply"], "tell")


async def test_a_logged_call_tells_all_of_it(world: World, by_phone: Case, iryna: Actor) -> None:
    await world.answers(iryna, by_phone, ANSWER)
    shown = await open_call(world.ctx(iryna), OpenCall(by_phone.id))
    assert shown.to_tell == 1, "whoever phones reads that there is something to tell"
    await done(world.ctx(iryna), Reached(by_phone.id, shown.tries))
    assert (await kinds_waiting(world, by_phone), await reason(world, by_phone)) == ([], None)


async def test_nobody_stops_trying_while_it_is_untold(world: World, by_phone: Case, iryna: Actor) -> None:
    await world.answers(iryna, by_phone, ANSWER)
    for tries in range(5):
        await attempt(world.ctx(iryna), Tried(by_phone.id, Attempt.NO_ANSWER, tries))
        assert await reason(world, by_phone) == "tell"


async def test_without_a_phone_it_goes_by_post(world: World, iryna: Actor) -> None:
    case = await registered(world, iryna, channel="post", phone=SKIPPED, ground="paper")
    await take(world.ctx(iryna), Take(case.id))
    await world.topic(case)
    await world.answers(iryna, case, ANSWER)
    assert (await reason(world, case), await kinds_waiting(world, case)) == (None, ["staff-reply"])
    assert notice(await world.deliver(), "words-to-tell").by is None
    await told(world.ctx(iryna), Told(case.id, await last(world, case), Way.POST))
    assert await kinds_waiting(world, case) == []


async def test_a_case_that_is_over_is_told_of_as_well(world: World, by_phone: Case, iryna: Actor) -> None:
    outcome = next(iter(world.ctx(iryna).catalogue.offered_outcomes()))
    await close(world.ctx(iryna), Close(by_phone.id, outcome))
    assert (await kinds_waiting(world, by_phone), await reason(world, by_phone)) == (["case-closed"], "tell")
    shown = await show_tellings(world.ctx(iryna), ShowTellings(by_phone.id))
    assert [each.kind for each in shown.letters] == ["case-closed"]
    await told(world.ctx(iryna), Told(by_phone.id, shown.upto, Way.PHONE))
    assert (await kinds_waiting(world, by_phone), await reason(world, by_phone)) == ([], None)


async def test_words_changed_before_they_are_told_are_told_as_they_stand(
    world: World, by_phone: Case, iryna: Actor
) -> None:
    _, number = await world.answers(iryna, by_phone, ANSWER)
    await edit_reply(world.ctx(iryna), EditedReply(by_phone.topic_chat_id or 0, number, "Привеземо в суботу"))
    shown = await show_tellings(world.ctx(iryna), ShowTellings(by_phone.id))
    assert read_out(shown.letters) == ["Привеземо в суботу"]


async def test_words_changed_after_they_were_told_are_told_anew(world: World, by_phone: Case, iryna: Actor) -> None:
    _, number = await world.answers(iryna, by_phone, ANSWER)
    await told(world.ctx(iryna), Told(by_phone.id, await last(world, by_phone), Way.PHONE))
    await edit_reply(world.ctx(iryna), EditedReply(by_phone.topic_chat_id or 0, number, "Привеземо в суботу"))
    assert (await kinds_waiting(world, by_phone), await reason(world, by_phone)) == (["staff-reply"], "tell")


async def test_what_is_taken_back_is_not_told(world: World, by_phone: Case, iryna: Actor) -> None:
    _, number = await world.answers(iryna, by_phone, ANSWER)
    taken = TakeBack(by_phone.topic_chat_id or 0, number)
    await take_back(world.ctx(iryna), taken)
    assert (await kinds_waiting(world, by_phone), await reason(world, by_phone)) == ([], None)


async def test_what_the_machine_says_in_passing_is_history(world: World, iryna: Actor) -> None:
    case = await registered(world, iryna)
    await take(world.ctx(iryna), Take(case.id))
    assert (await kinds_waiting(world, case), await reason(world, case)) == ([], None)


async def test_no_time_is_set_for_somebody_who_is_phoned(world: World, by_phone: Case, iryna: Actor) -> None:
    said = Reply(by_phone.topic_chat_id or 0, by_phone.topic_thread_id or 0, 70_001, None, f"15:00 {ANSWER}")
    async with world.refused(TimeHeld):
        await later(world.ctx(iryna), said)


async def test_a_colleague_does_not_tell_it_for_the_owner(
    world: World, by_phone: Case, iryna: Actor, andrii: Actor
) -> None:
    await world.answers(iryna, by_phone, ANSWER)
    upto = await last(world, by_phone)
    async with world.refused(NotOwner, owner="Ірина"):
        await told(world.ctx(andrii), Told(by_phone.id, upto, Way.PHONE))
    async with world.refused(Stale):
        await told(world.ctx(iryna), Told(by_phone.id, upto, Way.TELEGRAM))


async def test_of_somebody_who_is_erased_nothing_is_told(world: World, by_phone: Case, iryna: Actor) -> None:
    person = await world.uow.session.get_one(Person, by_phone.person_id)
    person.erased_at = world.now
    await world.answers(iryna, by_phone, ANSWER)
    assert (person.phone, await kinds_waiting(world, by_phone)) == (E164, [])
