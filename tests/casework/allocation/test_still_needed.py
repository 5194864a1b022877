"""«Ще потрібно?»: one letter, one reminder, then a call; a no can be taken back; silence changes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.context import Actor
from casework.errors import NeverAsked, NoSuchCase, OfferOver, Stale
from casework.letters import kinds
from casework.recreation.need_clock import AskFamilies, ask_families
from casework.recreation.still_needed import NeedOf, OfCampaign, SayNeed, answer_need, ask_all, open_need, record_need
from db.models import Case, NeedAsk
from db.repositories import calls, need_asks
from rules.calls import Reason
from rules.recreation.applications import Standing
from rules.recreation.still_needed import AskState, after_answer, times
from tests.casework.allocation.campaign import AFTER, Sharing
from tests.casework.world import World, machine


@pytest.mark.parametrize(
    ("needing", "given_up", "said"), [(2, 0, AskState.YES), (1, 1, AskState.SOME), (0, 2, AskState.NO)]
)
def test_what_a_family_said(needing: int, given_up: int, said: AskState) -> None:
    assert after_answer(needing, given_up) is said


def test_the_reminder_stands_midway() -> None:
    remind_at, due_at = times(AFTER, 5)
    assert abs((remind_at - AFTER) - (due_at - remind_at)) < timedelta(milliseconds=1)
    assert due_at - AFTER > timedelta(days=5)


@pytest.fixture
async def asked(sharing: Sharing, world: World) -> list[Actor]:
    """Two families, one of two children, are asked."""
    families = [await sharing.applies("Олена Коваль", children=2), await sharing.applies("Ірина Шевчук")]
    await sharing.closed()
    await world.deliver()
    campaign = OfCampaign(sharing.programme.id)
    assert await ask_all(world.ctx(sharing.lead), campaign) == 2
    async with world.refused(Stale):
        await ask_all(world.ctx(sharing.lead), campaign)
    return families


async def test_who_was_not_asked_yet_has_nothing_to_note(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    case_id = sharing.families[0][1].case_id or 0
    with pytest.raises(NeverAsked):
        await open_need(world.ctx(sharing.lead), NeedOf(case_id))


async def looks(world: World) -> int:
    """The job, until there is nothing left to do."""
    done = 0
    while found := await ask_families(machine(world), AskFamilies()):
        done += found
    return done


async def ask_of(sharing: Sharing, family: int) -> NeedAsk:
    found = await need_asks.of_application(sharing.world.uow.session, sharing.families[family][1].id)
    assert found is not None
    return found


async def test_one_letter_one_reminder_then_a_call_and_all_stays_as_it_is(
    sharing: Sharing, world: World, asked: list[Actor]
) -> None:
    assert await looks(world) == 2
    assert await looks(world) == 0, "once, however often it looks"
    assert await world.kinds_to(asked[0]) == ["still-needed"]
    ask = await ask_of(sharing, 1)
    await answer_need(world.ctx(asked[0]), SayNeed(sharing.families[0][1].id, needed=True))
    await world.deliver()
    world.now = ask.remind_at
    assert await looks(world) == 1, "who answered is not reminded"
    assert await world.kinds_to(asked[1]) == ["still-needed-again"]
    world.now = ask.due_at
    assert await looks(world) == 1
    call = await calls.open_of_case(world.uow.session, sharing.families[1][1].case_id or 0)
    assert call is not None
    assert call.reason == Reason.STILL_NEEDED
    assert await sharing.states(asked[1]) == ["need-confirmed"], "nobody leaves by silence"
    counts = await need_asks.counted(world.uow.session, sharing.programme.id)
    assert counts == {"yes": 1, "silent": 1}


async def test_a_no_for_one_child_can_be_taken_back_until_places_are_shared_out(
    sharing: Sharing, world: World, asked: list[Actor]
) -> None:
    application = sharing.families[0][1]
    first, _ = await sharing.programme.children(application)
    olena = world.ctx(asked[0])
    await answer_need(olena, SayNeed(application.id, needed=False, child_id=first.id))
    assert await sharing.states(asked[0]) == ["withdrawn", "need-confirmed"]
    assert (await ask_of(sharing, 0)).state == AskState.SOME
    await answer_need(olena, SayNeed(application.id, needed=False))
    assert (await ask_of(sharing, 0)).state == AskState.NO
    await answer_need(olena, SayNeed(application.id, needed=True))
    assert await sharing.states(asked[0]) == ["need-confirmed"] * 2
    await answer_need(olena, SayNeed(application.id, needed=False, child_id=first.id))
    await sharing.shares()
    assert await sharing.states(asked[0]) == ["withdrawn", "offered"]
    async with world.refused(OfferOver):
        await answer_need(olena, SayNeed(application.id, needed=True))


async def test_a_caseworker_notes_what_was_heard_and_nobody_else_answers(
    sharing: Sharing, world: World, iryna: Actor, asked: list[Actor]
) -> None:
    application = sharing.families[1][1]
    async with world.refused(NoSuchCase):
        await answer_need(world.ctx(asked[0]), SayNeed(application.id, needed=False))
    await looks(world)
    world.now = (await ask_of(sharing, 1)).due_at
    await looks(world)
    await record_need(world.ctx(iryna), SayNeed(application.id, needed=False))
    assert await sharing.states(asked[1]) == ["withdrawn"]
    assert await calls.open_of_case(world.uow.session, application.case_id or 0) is None


async def test_once_the_order_is_confirmed_nobody_is_asked_any_more(
    sharing: Sharing, world: World, asked: list[Actor]
) -> None:
    tried = await sharing.tries()
    await confirm_allocation(world.ctx(sharing.lead), ConfirmAllocation(sharing.programme.id, tried))
    # A child whose need is looked at anew stands outside the order, and would be asked else.
    for each in await sharing.programme.children(sharing.families[0][1]):
        each.state = Standing.NEED_CONFIRMED.value
    await looks(world)
    assert "still-needed" not in await world.kinds_to(asked[0])


async def test_a_family_whose_case_was_closed_meanwhile_is_not_asked(
    sharing: Sharing, world: World, asked: list[Actor]
) -> None:
    case = await world.uow.session.get_one(Case, sharing.families[0][1].case_id)
    case.closed_at = world.now
    await looks(world)
    assert [each.person_id for each in await world.waiting(kinds.still_needed.StillNeeded)] == [asked[1].id]


async def test_a_yes_brings_back_only_whom_the_family_itself_had_given_up(
    sharing: Sharing, world: World, asked: list[Actor]
) -> None:
    """A child that was withdrawn in another way is not back by an answer that is not about it."""
    application = sharing.families[0][1]
    first, second = await sharing.programme.children(application)
    first.state = Standing.WITHDRAWN.value
    await answer_need(world.ctx(asked[0]), SayNeed(application.id, needed=False, child_id=second.id))
    await answer_need(world.ctx(asked[0]), SayNeed(application.id, needed=True))
    assert await sharing.states(asked[0]) == ["withdrawn", "need-confirmed"]
