"""A broadcast that comes again: each time a run of its own, by rule or confirmed by a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from casework.broadcasts.choose import Choose, choose
from casework.broadcasts.control import end_repeat, stop
from casework.broadcasts.draft import Begin, SetValue, begin, set_value
from casework.broadcasts.menu import Menu
from casework.broadcasts.send import OfRun, confirm, send
from casework.context import Actor
from casework.errors import BroadcastFlaw
from casework.letters import kinds
from casework.upkeep.forget import Forget, forget
from db.models import BroadcastRun, Letter
from rules import broadcasts as rules
from rules.broadcast_words import Variable
from rules.broadcasts import State
from rules.roles import Role
from tests.casework.broadcasts.sending import drafted, of, recipients, sent, ticks
from tests.casework.world import World, machine

WEEK = timedelta(days=7)


async def runs(world: World, run: BroadcastRun) -> list[BroadcastRun]:
    """All runs of the same broadcast."""
    query = select(BroadcastRun).where(BroadcastRun.broadcast_id == run.broadcast_id).order_by(BroadcastRun.number)
    return list(await world.uow.session.scalars(query.execution_options(populate_existing=True)))


async def weekly(world: World, lead: Actor, *, by_rule: bool) -> BroadcastRun:
    """Sent, and begun."""
    run = await drafted(world, lead)
    await choose(world.ctx(lead), Choose(run.id, Menu.WHEN, "week"))
    if by_rule:
        await choose(world.ctx(lead), Choose(run.id, Menu.WHEN, "rule"))
    await sent(world, lead, run)
    await ticks(world)
    await world.deliver()
    await ticks(world)
    return run


async def test_by_rule_it_goes_by_itself_each_time_to_its_own_recipients(
    world: World, olena: Actor, lead: Actor
) -> None:
    first = await weekly(world, lead, by_rule=True)
    _, second = await runs(world, first)
    assert (first.state, second.state, second.number) == (State.FINISHED, State.SCHEDULED, 2)
    assert second.due_at == (first.started_at or world.now) + WEEK
    late = await world.person("Пізня")
    world.now = second.due_at + timedelta(minutes=1)
    await ticks(world)
    await world.deliver()
    await ticks(world)
    assert second.state == State.FINISHED
    assert set(await recipients(world, first)) == {olena.id}
    assert set(await recipients(world, second)) == {olena.id, late.id}
    assert (await runs(world, first))[2].due_at == second.due_at + WEEK


async def test_without_a_rule_a_person_confirms_each_time(world: World, olena: Actor, lead: Actor) -> None:
    second_lead = await world.staff(Role.ADMIN, "Тарас")
    first = await weekly(world, lead, by_rule=False)
    _, second = await runs(world, first)
    assert (second.state, second.asked) == (State.AWAITING, 1)
    of_that_kind = Letter.kind == kinds.broadcasts.BroadcastToConfirm.kind
    assert list(await world.uow.session.scalars(select(Letter.chat_id).where(of_that_kind))) == [
        second_lead.telegram_id
    ]
    world.now += WEEK
    await ticks(world)
    assert second.state == State.AWAITING, "nobody confirmed it: it does not go"
    await confirm(world.ctx(second_lead), OfRun(second.id))
    await ticks(world)
    assert second.state == State.RUNNING


async def test_one_that_nobody_confirms_in_time_expires_and_the_next_is_asked_for(
    world: World, olena: Actor, lead: Actor
) -> None:
    await world.staff(Role.ADMIN, "Тарас")
    first = await weekly(world, lead, by_rule=False)
    world.now += WEEK + timedelta(hours=25)
    await ticks(world)
    _, second, third = await runs(world, first)
    assert (second.state, third.state) == (State.EXPIRED, State.AWAITING)


async def test_by_rule_not_where_it_reaches_many_more_than_were_confirmed(
    world: World, olena: Actor, lead: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.staff(Role.ADMIN, "Тарас")
    first = await weekly(world, lead, by_rule=True)
    monkeypatch.setattr(rules, "CONFIRM_OVER", 1)
    await world.person("Друга")
    _, second = await runs(world, first)
    world.now += WEEK + timedelta(minutes=1)
    await ticks(world)
    assert (second.state, second.asked) == (State.AWAITING, 2)


async def test_some_days_before_a_date(world: World, olena: Actor, lead: Actor) -> None:
    run = await begin(world.ctx(lead), Begin(ready="programme-closes"))
    await set_value(world.ctx(lead), SetValue(run.id, Variable.PROGRAMME, "Відпочинок"))
    await set_value(world.ctx(lead), SetValue(run.id, Variable.DATE, "30.03.2026"))
    for days in ("14", "3", "1", "1"):
        await choose(world.ctx(lead), Choose(run.id, Menu.BEFORE, days))
    await choose(world.ctx(lead), Choose(run.id, Menu.WHEN, "rule"))
    await send(world.ctx(lead), OfRun(run.id))
    assert run.due_at == datetime(2026, 3, 16, 8, tzinfo=UTC)
    world.now = run.due_at
    await ticks(world)
    second = (await runs(world, run))[1]
    # The clocks have changed by then: ten in the morning is an hour earlier.
    assert second.due_at == datetime(2026, 3, 27, 8, tzinfo=UTC)
    world.now = second.due_at
    await ticks(world)
    assert len(await runs(world, run)) == 2
    assert (await of(world, run)).ended_at is not None, "it does not come again"


async def test_days_before_a_date_that_is_over_are_refused(world: World, olena: Actor, lead: Actor) -> None:
    run = await begin(world.ctx(lead), Begin(ready="programme-closes"))
    await set_value(world.ctx(lead), SetValue(run.id, Variable.PROGRAMME, "Відпочинок"))
    await set_value(world.ctx(lead), SetValue(run.id, Variable.DATE, "12.03.2026"))
    await choose(world.ctx(lead), Choose(run.id, Menu.BEFORE, "7"))
    async with world.refused(BroadcastFlaw, why="no-moment"):
        await send(world.ctx(lead), OfRun(run.id))


async def test_it_can_be_ended_and_one_time_can_be_left_out(world: World, olena: Actor, lead: Actor) -> None:
    first = await weekly(world, lead, by_rule=True)
    second = (await runs(world, first))[1]
    await stop(world.ctx(lead), OfRun(second.id))
    third = (await runs(world, first))[2]
    assert (second.state, third.state) == (State.STOPPED, State.SCHEDULED)
    await end_repeat(world.ctx(lead), OfRun(first.id))
    assert third.state == State.STOPPED
    await ticks(world)
    assert len(await runs(world, first)) == 3


async def test_who_got_what_is_forgotten_after_a_year(world: World, olena: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    await ticks(world)
    await world.deliver()
    await ticks(world)
    await forget(machine(world), Forget())
    assert set(await recipients(world, run)) == {olena.id}
    world.wait(days=367)
    await forget(machine(world), Forget())
    assert await recipients(world, run) == {}
