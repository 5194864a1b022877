"""Who wants to be phoned is asked as little as possible, and what they say becomes one call in one case."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.calls.ask import Ask, ask
from casework.calls.asking import Step
from casework.calls.begin import Begin, ChooseCase, Stop, begin, choose_case, stop
from casework.calls.cancel import Cancel, cancel
from casework.calls.number import Number, OtherNumber, UseKnown, give_number, other_number, use_known
from casework.cases.close import Close, close
from casework.context import Actor
from casework.errors import CaseClosed, NoSuchCase, Stale
from casework.letters import kinds
from casework.people.erase import Erase, erase
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Call, Case
from rules.calls import When, window
from tests.casework.world import CATALOGUE, World, machine

WRITTEN = "050 123 45 67"
PHONE = "+380501234567"
PLEASE = "Прошу мені подзвонити."


async def calls(world: World) -> list[Call]:
    await world.uow.session.flush()
    return list((await world.uow.session.scalars(select(Call).order_by(Call.id))).all())


async def asks(world: World, person: Actor, when: When = When.SOON, wish: str | None = None) -> Call:
    """Somebody goes the whole way."""
    await begin(world.ctx(person), Begin())
    await give_number(world.ctx(person), Number(WRITTEN))
    assert await ask(world.ctx(person), Ask(PLEASE, when, wish=wish)) is Step.ASKED
    return (await calls(world))[-1]


async def only_case(world: World) -> Case:
    [case] = await world.uow.session.scalars(select(Case))
    return case


@pytest.mark.parametrize("when", list(When))
async def test_with_no_case_one_is_opened_and_promised_for_the_time_of_the_call(
    world: World, olena: Actor, when: When
) -> None:
    call = await asks(world, olena, when, "після шостої" if when is When.OWN else None)
    case = await only_case(world)
    assert (call.case_id, call.state, call.reason, call.phone) == (case.id, "open", "asked", PHONE)
    assert call.due_by == case.reply_by == window(CATALOGUE, when, world.now).end
    assert (case.intake_kind, case.unread, case.waiting_since) == ("call", 1, world.now)
    assert [message.text for message in await world.messages(case)] == [PLEASE]
    assert await world.history(case) == ["opened", "call-asked"]
    assert (await world.row(olena)).phone == PHONE
    assert await world.screen(olena) == kinds.CallWantedScreen(call.id)


async def test_with_an_open_case_the_call_belongs_to_it(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    await world.answers(iryna, case, "Вітаю")
    call = await asks(world, olena)
    assert call.case_id == (await only_case(world)).id
    assert (case.turn, case.waiting_since, case.reply_by) == ("staff", world.now, call.due_by)


async def test_a_wish_that_sounds_dangerous_brings_the_hotlines_and_makes_a_crisis(world: World, olena: Actor) -> None:
    await begin(world.ctx(olena), Begin())
    await give_number(world.ctx(olena), Number(WRITTEN))
    wish = Ask(PLEASE, When.OWN, wish="зараз, чоловік б’є мене")
    assert await ask(world.ctx(olena), wish) is Step.URGENT
    assert await world.waiting(kinds.Hotlines)
    assert (await only_case(world)).crisis
    [call] = await calls(world)
    assert (call.reason, call.due_by) == ("danger", world.now)
    assert await world.screen(olena) == kinds.DangerCallScreen(call.id)


async def test_a_button_of_yesterday_is_answered_with_todays_choices(world: World, olena: Actor) -> None:
    await begin(world.ctx(olena), Begin())
    await give_number(world.ctx(olena), Number(WRITTEN))
    day = window(CATALOGUE, When.MORNING, world.now).day.toordinal()
    world.wait(days=1)
    assert await ask(world.ctx(olena), Ask(PLEASE, When.MORNING, day)) is Step.TIME
    assert [call.state for call in await calls(world)] == ["draft"]
    assert await ask(world.ctx(olena), Ask(PLEASE, When.MORNING, day + 1)) is Step.ASKED


async def test_without_consent_no_number_is_kept(world: World) -> None:
    hanna = await world.newcomer()
    assert await begin(world.ctx(hanna), Begin()) is Step.CONSENT
    assert await give_number(world.ctx(hanna), Number(WRITTEN)) is Step.CONSENT
    assert [call.phone for call in await calls(world)] == [None]
    assert (await world.row(hanna)).phone is None


async def test_of_a_watched_phone_the_number_is_kept_for_the_call_alone(world: World) -> None:
    nina = await world.watched()
    await begin(world.ctx(nina), Begin())
    for own in (False, True):
        await give_number(world.ctx(nina), Number(PHONE, own, "Сестра"))
        [call] = await calls(world)
        assert (call.phone, call.ask_for, (await world.row(nina)).phone) == (PHONE, None, None)


async def test_somebody_elses_number_is_not_remembered_for_the_next_time(world: World, olena: Actor) -> None:
    await begin(world.ctx(olena), Begin())
    await give_number(world.ctx(olena), Number(WRITTEN, own=False, name="Сусідка"))
    [call] = await calls(world)
    assert (call.own_phone, call.ask_for, (await world.row(olena)).phone) == (False, "Сусідка", None)


async def test_the_known_number_is_offered_and_another_can_be_given(world: World, olena: Actor) -> None:
    first = await asks(world, olena)
    await cancel(world.ctx(olena), Cancel(first.id))
    assert await begin(world.ctx(olena), Begin()) is Step.KNOWN
    assert await other_number(world.ctx(olena), OtherNumber()) is Step.NUMBER
    assert await use_known(world.ctx(olena), UseKnown()) is Step.TIME


async def test_old_buttons_are_told_from_new_ones(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    async with world.refused(Stale):
        await use_known(world.ctx(olena), UseKnown())
    async with world.refused(Stale):
        await other_number(world.ctx(olena), OtherNumber())
    async with world.refused(Stale):
        await choose_case(world.ctx(olena), ChooseCase(case.id))
    async with world.refused(Stale):
        await ask(world.ctx(olena), Ask(PLEASE, When.SOON))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await choose_case(world.ctx(olena), ChooseCase(case.id))


async def test_a_case_that_ended_on_the_way_is_not_the_one_any_more(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await begin(world.ctx(olena), Begin())
    await give_number(world.ctx(olena), Number(WRITTEN))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert await ask(world.ctx(olena), Ask(PLEASE, When.SOON)) is Step.ASKED
    assert (await calls(world))[-1].case_id != case.id


async def test_nobody_cancels_anothers_call_and_nobody_twice(world: World, olena: Actor, mykola: Actor) -> None:
    call = await asks(world, olena)
    for call_id in (call.id, 10**15):
        async with world.refused(NoSuchCase):
            await cancel(world.ctx(mykola), Cancel(call_id))
    await cancel(world.ctx(olena), Cancel(call.id))
    async with world.refused(Stale):
        await cancel(world.ctx(olena), Cancel(call.id))


async def test_a_case_that_ends_ends_its_call(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    call = await asks(world, olena)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert (call.state, call.ended_at) == ("cancelled", world.now)


async def test_what_was_begun_and_left_is_forgotten_like_any_draft(world: World, olena: Actor) -> None:
    await begin(world.ctx(olena), Begin())
    await stop(world.ctx(olena), Stop())
    assert await calls(world) == []
    await begin(world.ctx(olena), Begin())
    await give_number(world.ctx(olena), Number(WRITTEN))
    world.wait(days=CATALOGUE.retention["draft"].days + 1)
    await drop_drafts(machine(world), DropDrafts())
    world.uow.session.expire_all()
    assert await calls(world) == []


async def test_erasing_forgets_every_number_and_ends_the_call(world: World, olena: Actor) -> None:
    call = await asks(world, olena, When.OWN, "після шостої")
    await begin(world.ctx(olena), Begin())
    await erase(world.ctx(olena), Erase())
    await world.uow.session.refresh(call)
    assert [(each.state, each.phone, each.wish) for each in await calls(world)] == [("cancelled", None, None)]
    assert (await world.row(olena)).phone is None
