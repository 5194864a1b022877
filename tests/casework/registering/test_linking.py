"""Somebody whose case staff wrote down uses the bot since: by the code, or by their own number."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.context import Actor
from casework.errors import CaseClosed, HasTelegram, NoSuchCase
from casework.people.consent import Agree, Decline, agree, decline
from casework.registering.by_code import Linked
from casework.registering.codes import NewCode, new_code
from casework.returning.undo import UndoReturn, undo_return
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Case, Person, Return
from db.repositories import returns, tellings
from rules.linking import CODE_VALID_FOR, MOST_WRONG, WRONG_COUNT_FOR
from rules.returning import ReturnState
from tests.casework.registering.operators import (
    E164,
    code_of,
    codes,
    in_danger,
    registered,
    sends,
    shown,
    taken_by_phone,
)
from tests.casework.returning.returners import asks, says_yes
from tests.casework.world import World, machine

WRONG = "482177301956"


@pytest.fixture
async def by_phone(world: World, iryna: Actor) -> Case:
    return await taken_by_phone(world, iryna)


async def check_of(world: World, case: Case) -> Return | None:
    return await returns.of_case(world.uow.session, case.id)


async def test_the_code_brings_the_case_over_and_the_caseworker_is_told(
    world: World, by_phone: Case, olena: Actor, iryna: Actor
) -> None:
    assert await sends(world, olena, await code_of(world, by_phone)) is Linked.DONE
    assert by_phone.person_id == olena.id
    assert "case-linked" in await world.kinds_to(olena)
    assert "linked-news" in await world.kinds_to(iryna)
    assert (await world.history(by_phone)).count("in-telegram") == 1
    assert (await world.row(olena)).phone == E164, "the caseworker may go on phoning"
    await world.deliver()
    await world.answers(iryna, by_phone, "Дрова привеземо в п’ятницю")
    assert "staff-reply" in await world.kinds_to(olena), "letters flow from then on"


async def test_the_code_is_good_once_and_for_a_set_time(
    world: World, by_phone: Case, olena: Actor, mykola: Actor
) -> None:
    code = await code_of(world, by_phone)
    assert await sends(world, olena, code) is Linked.DONE
    assert await sends(world, mykola, code) is Linked.WRONG
    assert by_phone.person_id == olena.id
    assert [(row.code, row.code_hash) for row in await codes(world)] == [(None, None)]


async def test_past_its_time_the_code_is_kept_nowhere(world: World, by_phone: Case, olena: Actor) -> None:
    code = await code_of(world, by_phone)
    world.wait(days=CODE_VALID_FOR.days)
    assert await sends(world, olena, code) is Linked.WRONG
    await drop_drafts(machine(world), DropDrafts())
    assert [(row.code, row.code_hash) for row in await codes(world)] == [(None, None)]


async def test_wrong_codes_are_counted_and_after_five_none_is_tried(
    world: World, by_phone: Case, olena: Actor, mykola: Actor
) -> None:
    code = await code_of(world, by_phone)
    for _ in range(MOST_WRONG):
        assert await sends(world, olena, WRONG) is Linked.WRONG
    assert await sends(world, olena, code) is Linked.TOO_OFTEN, "not even the right one"
    assert by_phone.person_id != olena.id
    assert await sends(world, mykola, WRONG) is Linked.WRONG, "it is counted for each account"
    world.now += WRONG_COUNT_FOR
    assert await sends(world, olena, code) is Linked.DONE


async def test_before_the_consent_nothing_goes_over(world: World, by_phone: Case, mykola: Actor) -> None:
    newcomer, code = await world.newcomer(), await code_of(world, by_phone)
    assert await sends(world, newcomer, code) is Linked.CONSENT
    assert by_phone.person_id != newcomer.id
    assert await sends(world, mykola, code) is Linked.WRONG, "it waits for the one who gave it"
    await agree(world.ctx(newcomer), Agree("Галина"))
    assert by_phone.person_id == newcomer.id


async def test_who_declines_has_nothing_and_may_try_again(world: World, by_phone: Case) -> None:
    newcomer, code = await world.newcomer(), await code_of(world, by_phone)
    await sends(world, newcomer, code)
    await decline(world.ctx(newcomer), Decline())
    assert by_phone.person_id != newcomer.id
    assert await sends(world, newcomer, code) is Linked.CONSENT


async def test_a_lead_takes_it_back_and_what_has_not_left_is_told_by_a_human(
    world: World, by_phone: Case, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    former = by_phone.person_id
    await sends(world, olena, await code_of(world, by_phone))
    await world.deliver()
    await world.answers(iryna, by_phone, "Дрова привеземо в п’ятницю")
    await undo_return(world.ctx(lead), UndoReturn(by_phone.id))
    assert by_phone.person_id == former
    assert (await world.row(olena)).phone is None
    assert "staff-reply" not in await world.kinds_to(olena)
    waiting = await tellings.waiting(world.uow.session, by_phone.id)
    assert [each.kind for each in waiting if each.kind == "staff-reply"] == ["staff-reply"]
    assert "return-undone" in await world.kinds_to(olena)


async def test_taken_back_the_case_can_be_linked_to_the_right_one(
    world: World, by_phone: Case, olena: Actor, mykola: Actor, iryna: Actor, lead: Actor
) -> None:
    await sends(world, olena, await code_of(world, by_phone))
    await undo_return(world.ctx(lead), UndoReturn(by_phone.id))
    await new_code(world.ctx(iryna), NewCode(by_phone.topic_chat_id or 0, by_phone.topic_thread_id or 0))
    assert await sends(world, mykola, await code_of(world, by_phone)) is Linked.DONE
    assert by_phone.person_id == mykola.id
    check = await check_of(world, by_phone)
    assert check is not None
    assert (check.state, check.person_id) == (ReturnState.CONFIRMED, mykola.id)


async def test_in_danger_the_code_alone_does_not_do(world: World, olena: Actor, iryna: Actor, andrii: Actor) -> None:
    case = await in_danger(world, iryna)
    assert await sends(world, olena, await code_of(world, case)) is Linked.CHECKED
    assert case.person_id != olena.id
    check = await returns.open_of(world.uow.session, olena.id or 0)
    assert check is not None
    request = await world.uow.session.get_one(Case, check.case_id)
    former = Actor(olena.role, case.person_id)
    assert (await says_yes(world, iryna, request, former)).state == ReturnState.SECOND_LOOK
    assert case.person_id != olena.id, "a second one of staff has to look"
    assert (await says_yes(world, andrii, request, former)).state == ReturnState.CONFIRMED
    assert case.person_id == olena.id


async def test_their_own_number_is_found_and_staff_decide(
    world: World, by_phone: Case, olena: Actor, iryna: Actor
) -> None:
    former = Actor(olena.role, by_phone.person_id)
    request = await asks(world, olena, phone=E164)
    assert "return-matched" in await world.kinds_to(iryna)
    assert by_phone.person_id != olena.id
    await says_yes(world, iryna, request, former)
    assert by_phone.person_id == olena.id


async def test_what_waited_to_be_told_is_sent_once_they_have_telegram(
    world: World, by_phone: Case, olena: Actor, iryna: Actor
) -> None:
    await world.answers(iryna, by_phone, "Дрова привеземо в п’ятницю")
    await sends(world, olena, await code_of(world, by_phone))
    sent = await world.deliver()
    assert shown(sent, "staff-reply").text == "Дрова привеземо в п’ятницю"
    assert not await tellings.waiting(world.uow.session, by_phone.id)


async def test_a_new_code_ends_the_one_before(world: World, by_phone: Case, olena: Actor, iryna: Actor) -> None:
    former = await code_of(world, by_phone)
    await new_code(world.ctx(iryna), NewCode(by_phone.topic_chat_id or 0, by_phone.topic_thread_id or 0))
    assert "link-code" in await world.kinds_to(iryna)
    assert await sends(world, olena, former) is Linked.WRONG
    assert await sends(world, olena, await code_of(world, by_phone)) is Linked.DONE
    async with world.refused(HasTelegram):
        await new_code(world.ctx(iryna), NewCode(by_phone.topic_chat_id or 0, by_phone.topic_thread_id or 0))
    async with world.refused(NoSuchCase):
        await new_code(world.ctx(iryna), NewCode(by_phone.topic_chat_id or 0, 1))


async def test_no_code_for_a_case_that_is_over(world: World, by_phone: Case, iryna: Actor) -> None:
    by_phone.closed_at = world.now + timedelta(0)
    async with world.refused(CaseClosed):
        await new_code(world.ctx(iryna), NewCode(by_phone.topic_chat_id or 0, by_phone.topic_thread_id or 0))


async def test_several_cases_of_one_person_go_over_together(
    world: World, by_phone: Case, olena: Actor, iryna: Actor
) -> None:
    person = await world.uow.session.get_one(Person, by_phone.person_id)
    second = await registered(world, iryna, known=str(person.id))
    assert second.person_id == person.id
    assert await sends(world, olena, await code_of(world, second)) is Linked.DONE
    assert (by_phone.person_id, second.person_id) == (olena.id, olena.id)
