"""Staff decide whether it is the same human: who may, who has to look twice, and what a no says."""

from __future__ import annotations

import pytest

from casework.cases.close import Close, close
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import AnotherHuman, CaseClosed, NoSuchCase, NotOwner, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.sights import ReturnSight
from casework.people.erase import Erase, erase
from casework.returning.decide import ConfirmReturn, RefuseReturn, confirm_return, refuse_return
from casework.returning.look import LookAtReturn, NameCase, look_at_return, name_case
from casework.returning.undo import UndoReturn, undo_return
from db.models import Case
from db.repositories import people
from tests.casework.returning.returners import asks, known, says_yes
from tests.casework.world import ELSEWHERE, NOBODYS_CASE, World


@pytest.fixture
async def hanna(world: World) -> Actor:
    """Somebody who had an account and lost it."""
    return await known(world, await world.person("Ганна Ткач"))


@pytest.fixture
async def former(world: World, hanna: Actor, iryna: Actor) -> Case:
    """Her case."""
    return await world.taken(hanna, iryna, "Потрібні дрова")


@pytest.fixture
async def request_(world: World, olena: Actor, former: Case) -> Case:
    """Her request, from a new account."""
    return await asks(world, olena)


async def looks(world: World, member: Actor, case: Case) -> ReturnSight:
    return await look_at_return(world.ctx(member), LookAtReturn(case.id))


async def named(world: World, member: Actor, case: Case, number: str) -> None:
    case.topic_thread_id = case.topic_thread_id or await world.topic(case)
    await name_case(world.ctx(member), NameCase(case.topic_chat_id or 0, case.topic_thread_id, number))


async def test_whoever_looks_sees_the_number_and_the_cases_and_it_is_logged_for_the_new_account_only(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case, request_: Case
) -> None:
    sight = await looks(world, iryna, request_)
    [line] = sight.people
    assert (sight.phone, sight.proved, sight.may_undo) == ("+380 50 123 45 67", True, False)
    assert (line.person_id, [each.number for each in line.cases], line.second_look) == (
        hanna.id, [former.number], False,
    )  # fmt: skip
    await world.uow.session.flush()
    [reading] = await people.last_readings(world.uow.session, olena.id or 0, None)
    assert (reading.what, reading.case_id, reading.staff_id) == ("return", request_.id, iryna.id)
    assert await people.last_readings(world.uow.session, hanna.id or 0, None) == []


async def test_two_with_one_number_stay_two_and_staff_say_which(
    world: World, olena: Actor, iryna: Actor, hanna: Actor, former: Case
) -> None:
    husband = await known(world, await world.person("Петро Ткач"))
    his = await world.case(husband)
    request = await asks(world, olena)
    assert {each.person_id for each in (await looks(world, iryna, request)).people} == {hanna.id, husband.id}
    await says_yes(world, iryna, request, hanna)
    assert (former.person_id, his.person_id) == (olena.id, husband.id)
    assert (await world.row(husband)).telegram_id == husband.telegram_id


async def test_asking_alone_changes_nothing_of_the_former_account(
    world: World, hanna: Actor, former: Case, request_: Case
) -> None:
    assert former.person_id == hanna.id
    assert "return-asked" not in await world.history(former)
    assert not [kind for kind in await world.kinds_to(hanna) if kind.startswith("return")]


@pytest.mark.parametrize("care", ["covered", "human_only", "crisis", "frozen"])
async def test_where_a_mistake_is_dangerous_two_have_to_say_yes(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, andrii: Actor, former: Case, request_: Case, care: str
) -> None:
    row = await world.row(hanna)
    if care == "crisis":
        former.crisis = True
    elif care == "frozen":
        row.human_only, row.frozen_at, row.frozen_by = True, world.now, iryna.id
    else:
        setattr(row, care, True)
    await world.uow.session.flush()
    assert (await looks(world, iryna, request_)).people[0].second_look
    assert (await says_yes(world, iryna, request_, hanna)).state == "second-look"
    assert former.person_id == hanna.id
    assert "return-seen-once" in [letter.facts.get("event") for letter in await world.waiting(kinds.CaseNews)]
    async with world.refused(AnotherHuman):
        await says_yes(world, iryna, request_, hanna)
    assert (await looks(world, andrii, request_)).first_by == "Ірина"
    assert (await says_yes(world, andrii, request_, hanna)).state == "confirmed"
    assert former.person_id == olena.id
    mine = await world.row(olena)
    assert (mine.covered, mine.human_only, mine.frozen_at) == (
        care == "covered", care in ("human_only", "frozen"), world.now if care == "frozen" else None,
    )  # fmt: skip


async def test_a_second_yes_for_somebody_else_is_a_first_one(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, lead: Actor, former: Case, request_: Case
) -> None:
    husband = await known(world, await world.person("Петро Ткач"))
    await world.case(husband)
    for each in (hanna, husband):
        (await world.row(each)).covered = True
    await world.uow.session.flush()
    await says_yes(world, iryna, request_, hanna)
    check = await says_yes(world, lead, request_, husband)
    assert (check.state, check.former_id, check.first_by) == ("second-look", husband.id, lead.id)


async def test_a_case_named_by_hand_finds_whom_no_number_may_find(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, andrii: Actor, former: Case
) -> None:
    row = await world.row(hanna)
    row.watched, row.phone = True, None
    request = await world.taken(olena, iryna, "Я вже зверталася, телефон забрали")
    await named(world, iryna, request, former.number.lower())
    assert (await world.history(request))[-1] == "return-asked"
    [line] = (await looks(world, iryna, request)).people
    assert (line.person_id, line.by_hand, line.second_look) == (hanna.id, True, True)
    await says_yes(world, iryna, request, hanna)
    await says_yes(world, andrii, request, hanna)
    assert (former.person_id, (await world.row(olena)).covered) == (olena.id, True)


@pytest.mark.parametrize("number", ["LUH-2026-999999", "LUH", "", "own"])
async def test_a_number_that_leads_nowhere_is_refused(
    world: World, iryna: Actor, former: Case, request_: Case, number: str
) -> None:
    await world.topic(request_)
    async with world.refused(NoSuchCase):
        await named(world, iryna, request_, request_.number if number == "own" else number)


async def test_a_no_says_that_we_could_not_confirm_and_nothing_more(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case, request_: Case
) -> None:
    check = await refuse_return(world.ctx(iryna), RefuseReturn(request_.id))
    assert (check.state, check.decided_by, check.former_id) == ("refused", iryna.id, None)
    assert (former.person_id, request_.waiting_since, request_.owner_id) == (hanna.id, None, iryna.id)
    assert "return-refused" in await world.kinds_to(olena)
    assert "return-refused" not in await world.history(former)
    async with world.refused(Stale):
        await says_yes(world, iryna, request_, hanna)


async def test_who_may(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, andrii: Actor, lead: Actor, former: Case, request_: Case
) -> None:
    elsewhere = await world.staff(name="Олег", organisation=ELSEWHERE)
    async with world.refused(NoSuchCase):
        await says_yes(world, elsewhere, request_, hanna)
    async with world.refused(NoSuchCase):
        await looks(world, elsewhere, request_)
    async with world.refused(NoSuchCase):
        await refuse_return(world.ctx(iryna), RefuseReturn(NOBODYS_CASE))
    async with world.refused(NotPermitted, act="return.confirm"):
        await says_yes(world, olena, request_, hanna)
    async with world.refused(Stale):
        await looks(world, iryna, former)
    request_.owner_id, request_.state = andrii.id, "taken"
    await world.uow.session.flush()
    async with world.refused(NotOwner, owner="Андрій"):
        await says_yes(world, iryna, request_, hanna)
    await says_yes(world, lead, request_, hanna)
    async with world.refused(NotPermitted, act="return.undo"):
        await undo_return(world.ctx(andrii), UndoReturn(request_.id))


async def test_nobody_who_was_not_found_can_be_confirmed(
    world: World, mykola: Actor, iryna: Actor, former: Case, request_: Case
) -> None:
    await world.case(mykola)
    for wrong in (mykola.id, request_.person_id, NOBODYS_CASE):
        async with world.refused(Stale):
            await confirm_return(world.ctx(iryna), ConfirmReturn(request_.id, wrong or 0))


async def test_the_former_account_erased_meanwhile_is_nobody(
    world: World, hanna: Actor, iryna: Actor, former: Case, request_: Case
) -> None:
    await named(world, iryna, request_, former.number)
    await erase(world.ctx(hanna), Erase())
    assert (await looks(world, iryna, request_)).people == ()
    async with world.refused(Stale):
        await says_yes(world, iryna, request_, hanna)


async def test_a_request_taken_back_is_not_decided(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case, request_: Case
) -> None:
    await world.topic(request_)
    await withdraw(world.ctx(olena), Withdraw(request_.id))
    async with world.refused(CaseClosed):
        await says_yes(world, iryna, request_, hanna)
    async with world.refused(CaseClosed):
        await named(world, iryna, request_, former.number)
    sight = await looks(world, iryna, request_)
    assert (sight.people, sight.phone, sight.decidable) == ((), None, False)


async def test_a_request_closed_without_a_decision_waits_for_none(
    world: World, olena: Actor, iryna: Actor, former: Case, request_: Case
) -> None:
    request_.owner_id, request_.state = iryna.id, "taken"
    await close(world.ctx(iryna), Close(request_.id, "helped"))
    assert (await asks(world, olena)).id != request_.id


async def test_on_the_desk_it_is_the_same_look(world: World, iryna: Actor, former: Case, request_: Case) -> None:
    await look_at_return(world.ctx(iryna), LookAtReturn(request_.id, on_desk=True))
    [letter] = await world.waiting(kinds.DeskReturn, to=iryna)
    assert kinds.DeskReturn.policy.protected
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == await looks(world, iryna, request_)
