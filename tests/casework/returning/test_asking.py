"""Coming back from another account: what is asked, what is kept, and that nothing of older cases is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import Stale
from casework.letters import kinds
from casework.lists.index import IndexSearch, index_search
from casework.people.consent import Agree, Decline, Watch, agree, decline, watch
from casework.people.erase import Erase, erase
from casework.returning.ask import AskReturn, ask_return
from casework.returning.begin import (
    BeginReturn,
    Next,
    StopReturn,
    WrongContact,
    begin_return,
    stop_return,
    wrong_contact,
)
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Call, Return
from db.repositories import returns
from rules.returning import AGAIN_AFTER, MOST, ReturnState
from tests.casework.returning.returners import PHONE, asks, known, newest
from tests.casework.world import World, machine


async def begins(world: World, actor: Actor) -> Next:
    return await begin_return(world.ctx(actor), BeginReturn())


async def drafts(world: World, actor: Actor) -> Return | None:
    return await returns.draft_of(world.uow.session, actor.id or 0)


async def test_one_tap_makes_a_request_that_staff_see(world: World, olena: Actor) -> None:
    case = await asks(world, olena)
    check = await newest(world)
    assert (check.state, check.proved, check.phone, check.case_id) == ("waiting", True, PHONE, case.id)
    assert (case.unread, case.reply_by > world.now) == (1, True)
    assert await world.history(case) == ["opened", "return-asked"]
    assert [message.text for message in await world.messages(case)] == ["Я вже зверталася"]
    sent = await world.deliver()
    assert [letter.kind for letter, _ in sent if letter.person_id == olena.id].count("case-received") == 0
    assert "return-received" in [letter.kind for letter, _ in sent]
    assert (await world.row(olena)).phone == PHONE


async def told(world: World, actor: Actor) -> list[object]:
    """All that an account reads, without what differs between any two requests."""
    sent = await world.deliver()
    mine = [(letter, sight) for letter, sight in sent if letter.chat_id == actor.telegram_id]
    return [(letter.kind, getattr(sight.shows, "reply_by", None)) for letter, sight in mine]


async def test_the_answer_is_the_same_with_a_match_and_without(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    await world.taken(await known(world, await world.person("Ганна")), iryna)
    await world.deliver()
    await asks(world, olena)
    with_match = await told(world, olena)
    await asks(world, mykola, phone="+380671112233")
    assert await told(world, mykola) == with_match


async def test_the_owner_of_a_case_with_this_number_is_asked_on_their_desk(
    world: World, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    hanna = await known(world, await world.person("Ганна"))
    mine = await world.taken(hanna, iryna)
    request = await asks(world, olena)
    [letter] = await world.waiting(kinds.ReturnMatched)
    assert (letter.chat_id, letter.facts) == (iryna.telegram_id, {"staff_id": iryna.id, "case_id": request.id})
    sight = await world.sight(letter)
    assert sight is not None
    assert getattr(sight.shows, "former") == (mine.number,)  # noqa: B009 - one of many dataclasses
    assert await world.waiting(kinds.ReturnMatched, to=andrii) == []


async def test_a_number_of_a_call_is_known_too_but_not_one_of_somebody_else(world: World, olena: Actor) -> None:
    hanna = await world.person("Ганна")
    case = await world.case(hanna)
    for own in (True, False):
        call = Call(person_id=hanna.id, case_id=case.id, state="done", reason="asked", asked_at=world.now, phone=PHONE)
        call.own_phone = own
        world.uow.session.add(call)
        await world.uow.session.flush()
        found = await returns.matching(world.uow.session, PHONE, olena.id or 0)
        assert [each.id for each in found] == ([hanna.id] if own else [])
        await world.uow.session.delete(call)


async def test_nobody_is_found_by_a_number_who_has_nothing_or_may_be_searched(world: World, olena: Actor) -> None:
    without = await known(world, await world.person("Без звернень"))
    hanna = await known(world, await world.person("Ганна"))
    await world.case(hanna)
    row = await world.row(hanna)
    assert [each.id for each in await returns.matching(world.uow.session, PHONE, olena.id or 0)] == [hanna.id]
    row.watched = True
    await world.uow.session.flush()
    assert await returns.matching(world.uow.session, PHONE, olena.id or 0) == []
    row.watched = False
    await erase(world.ctx(hanna), Erase())
    assert await returns.matching(world.uow.session, PHONE, olena.id or 0) == []
    assert (await world.row(without)).phone_hash is not None


async def test_a_typed_number_is_looked_up_nowhere(world: World, olena: Actor, iryna: Actor) -> None:
    await world.taken(await known(world, await world.person("Ганна")), iryna)
    await asks(world, olena, proved=False)
    check = await newest(world)
    assert (check.proved, check.phone) == (False, PHONE)
    assert await world.waiting(kinds.ReturnMatched) == []
    assert (await world.row(olena)).phone is None


async def test_the_consent_comes_first_and_the_question_follows_it(world: World) -> None:
    new = await world.newcomer()
    assert await begins(world, new) is Next.CONSENT
    assert await ask_return(world.ctx(new), AskReturn("…", PHONE, proved=True)) is Next.CONSENT
    assert (await drafts(world, new)) is not None
    assert (await world.row(new)).phone is None
    await agree(world.ctx(new), Agree("Олена"))
    assert "return-contact" in await world.kinds_to(new)


@pytest.mark.parametrize("way", ["stop", "decline", "erase", "watch", "days"])
async def test_a_beginning_is_forgotten(world: World, way: str) -> None:
    new = await world.newcomer()
    await begins(world, new)
    if way == "stop":
        await stop_return(world.ctx(new), StopReturn())
    elif way == "decline":
        await decline(world.ctx(new), Decline())
    elif way == "erase":
        await erase(world.ctx(new), Erase())
    elif way == "watch":
        await watch(world.ctx(new), Watch())
    else:
        world.wait(days=400)
        await drop_drafts(machine(world), DropDrafts())
    assert await drafts(world, new) is None


async def test_somebody_elses_contact_is_no_proof_and_is_not_kept(world: World, olena: Actor) -> None:
    await begins(world, olena)
    assert await wrong_contact(world.ctx(olena), WrongContact()) is Next.CONTACT
    letters = await world.waiting(kinds.ReturnContact, to=olena)
    assert [letter.facts for letter in letters] == [{"foreign": False}, {"foreign": True}]
    await stop_return(world.ctx(olena), StopReturn())
    async with world.refused(Stale):
        await wrong_contact(world.ctx(olena), WrongContact())


async def test_a_second_check_is_not_begun_beside_one_that_waits(world: World, olena: Actor) -> None:
    case = await asks(world, olena)
    assert await begins(world, olena) is Next.WAITING
    assert await world.screen(olena) == kinds.ReturnWaitingScreen(case.id)
    assert await ask_return(world.ctx(olena), AskReturn("…", PHONE, proved=True)) is Next.WAITING
    assert await returns.count_since(world.uow.session, olena.id or 0, world.now) == 1


async def test_not_too_many_checks(world: World, olena: Actor) -> None:
    for _ in range(MOST):
        await withdraw(world.ctx(olena), Withdraw((await asks(world, olena)).id))
    assert await begins(world, olena) is Next.BY_HAND
    assert await world.screen(olena) == kinds.ReturnByHandScreen(often=True)
    world.wait(seconds=(AGAIN_AFTER + timedelta(hours=1)).total_seconds())
    assert await begins(world, olena) is Next.CONTACT


async def test_on_a_phone_that_others_read_no_number_is_asked(world: World) -> None:
    for actor in (await world.watched(), await world.person("Олена")):
        (await world.row(actor)).covered = True
        assert await begins(world, actor) is Next.BY_HAND
        assert await drafts(world, actor) is None
        assert await world.screen(actor) == kinds.ReturnByHandScreen(often=False)


async def test_erasing_while_it_waits_ends_the_request_and_forgets_the_number(world: World, olena: Actor) -> None:
    case = await asks(world, olena)
    await erase(world.ctx(olena), Erase())
    check = await newest(world)
    assert (case.state, check.phone) == ("withdrawn", None)
    assert await returns.open_of(world.uow.session, olena.id or 0) is None


@given(st.text(max_size=40))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
async def test_whatever_is_typed_becomes_at_most_a_request(world: World, written: str) -> None:
    new = await world.person("Олена")
    await begins(world, new)
    assert await ask_return(world.ctx(new), AskReturn("…", written, proved=False)) is Next.WAITING
    assert not (await newest(world)).proved


async def test_numbers_of_before_the_index_are_found_once_it_has_run(world: World, olena: Actor) -> None:
    hanna = await known(world, await world.person("Ганна"))
    await world.case(hanna)
    (await world.row(hanna)).phone_hash = None
    await world.uow.session.flush()
    assert await returns.matching(world.uow.session, PHONE, olena.id or 0) == []
    assert (await index_search(machine(world), IndexSearch())).phones == 1
    assert [each.id for each in await returns.matching(world.uow.session, PHONE, olena.id or 0)] == [hanna.id]


def test_a_state_fits_its_column() -> None:
    assert all(len(state) <= 64 for state in ReturnState)
