"""Leads write the duty roster, everybody reads it, colleagues stand in for each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.context import Actor
from casework.duty.bare import bare_days_of
from casework.duty.plan import AddDuty, PlanDuty, RemoveDuty, add_duty, plan_duty, remove_duty
from casework.duty.show import AskPhone, KeepPhone, OpenShift, ShowDuty, ask_phone, keep_phone, open_shift, show_duty
from casework.duty.stand_in import StandIn, stand_in
from casework.errors import DutyFlaw, NotPermitted, PhoneUnread, Stale
from casework.letters import kinds
from casework.letters.sights.duty import DutyChangedSight, DutyPlanSight, DutyShiftSight, DutySight
from casework.staff.remove import Remove, remove
from db.models import DutyShift, StaffMember
from rules.roles import Role
from tests.casework.world import ELSEWHERE, HERE, World

TODAY = date(2026, 3, 11)
"""A Wednesday; it is 11:00 in Kyiv."""


async def adds(
    world: World, lead: Actor, actor: Actor, *, day: date = TODAY, starts: int = 9, hours: int = 9, place: int = 1
) -> DutyShift:
    """A lead presses all the buttons."""
    return await add_duty(world.ctx(lead), AddDuty(actor.id or 0, day.toordinal(), starts, hours, place))


async def screen(world: World, actor: Actor) -> object:
    """What stands on somebody's desk."""
    [letter] = [each for each in await world.waiting(to=actor) if each.slot_id is not None]
    sight = await world.sight(letter)
    assert sight is not None
    return sight.shows


async def changes(world: World, actor: Actor) -> list[tuple[str, str, str]]:
    """What somebody reads of changes of the roster: what, who has the shift, who had it."""
    found = [await world.sight(each) for each in await world.waiting(kinds.duty.DutyChanged, to=actor)]
    shown = [sight.shows for sight in found if sight is not None and isinstance(sight.shows, DutyChangedSight)]
    return [(each.what, each.who, each.former) for each in shown]


async def test_a_lead_chooses_who_the_day_the_hours_and_the_place_one_after_the_other(
    world: World, lead: Actor, iryna: Actor
) -> None:
    day = TODAY.toordinal()
    for chosen in ((), (iryna.id, 0), (iryna.id, day), (iryna.id, day, 20), (iryna.id, day, 20, 12)):
        await plan_duty(world.ctx(lead), PlanDuty(*(each or 0 for each in chosen)))
    shown = await screen(world, lead)
    assert isinstance(shown, DutyPlanSight)
    assert (shown.who, shown.day, shown.starts, shown.hours) == ("Ірина", TODAY, 20, 12)
    shift = await adds(world, lead, iryna, starts=20, hours=12)
    assert (shift.ends_at - shift.starts_at, shift.written_by) == (timedelta(hours=12), lead.id)
    assert await changes(world, iryna) == [("given", "Ірина", "Ірина")]
    shown = await screen(world, lead)
    assert isinstance(shown, DutyShiftSight)
    assert (shown.day, shown.starts, shown.hours, shown.own, shown.plans) == (TODAY, 20, 12, False, True)


@pytest.mark.parametrize(
    ("day", "starts", "hours", "place", "why"),
    [
        (TODAY - timedelta(days=1), 9, 9, 2, "past"),
        (TODAY, 1, 9, 2, "past"),
        (TODAY + timedelta(days=61), 9, 9, 2, "too-far"),
        (date.max, 23, 24, 2, "too-far"),
        (TODAY, 9, 25, 2, "length"),
        (TODAY, 24, 1, 2, "length"),
        (TODAY, 9, 9, 9, "place"),
        (TODAY, 12, 3, 1, "taken"),
    ],
)
async def test_what_cannot_stand_in_the_roster_is_refused(
    world: World, lead: Actor, iryna: Actor, andrii: Actor, day: date, starts: int, hours: int, place: int, why: str
) -> None:
    await adds(world, lead, andrii)
    async with world.refused(DutyFlaw, why=why):
        await adds(world, lead, iryna, day=day, starts=starts, hours=hours, place=place)


async def test_nobody_is_on_duty_twice_at_a_time(world: World, lead: Actor, iryna: Actor) -> None:
    await adds(world, lead, iryna)
    async with world.refused(DutyFlaw, why="twice"):
        await adds(world, lead, iryna, starts=17, place=2)


async def test_only_leads_write_the_roster_and_only_for_their_own_colleagues(
    world: World, lead: Actor, iryna: Actor
) -> None:
    stranger = await world.staff(Role.CASEWORKER, "Хтось", organisation=ELSEWHERE)
    shift = await adds(world, lead, iryna)
    for attempt in (
        lambda: plan_duty(world.ctx(iryna), PlanDuty()),
        lambda: adds(world, iryna, iryna, place=2),
        lambda: remove_duty(world.ctx(iryna), RemoveDuty(shift.id)),
    ):
        with pytest.raises(NotPermitted):
            await attempt()
    async with world.refused(Stale):
        await adds(world, lead, stranger, place=2)
    async with world.refused(Stale):
        await plan_duty(world.ctx(lead), PlanDuty(stranger.id or 0))
    async with world.refused(Stale):
        await open_shift(world.ctx(stranger), OpenShift(shift.id))
    async with world.refused(Stale):
        await stand_in(world.ctx(stranger), StandIn(shift.id, iryna.id or 0))


async def test_everybody_sees_who_is_on_duty_with_the_phone_and_which_days_have_nobody(
    world: World, lead: Actor, iryna: Actor, andrii: Actor
) -> None:
    await keep_phone(world.ctx(iryna), KeepPhone("0501234567"))
    await adds(world, lead, iryna)
    await adds(world, lead, andrii, day=TODAY + timedelta(days=1))
    await show_duty(world.ctx(andrii), ShowDuty())
    shown = await screen(world, andrii)
    assert isinstance(shown, DutySight)
    assert [(each.who, each.phone) for each in shown.now] == [("Ірина", "+380 50 123 45 67")]
    assert [each.who for each in shown.coming] == ["Андрій"]
    assert shown.without == tuple(TODAY + timedelta(days=number) for number in range(2, 14))
    assert not shown.plans
    assert await bare_days_of(world.uow, HERE, world.now) == shown.without
    assert len(await bare_days_of(world.uow, "nowhere", world.now)) == 14


async def test_a_phone_is_left_changed_and_taken_back(world: World, iryna: Actor) -> None:
    member = await world.uow.session.get_one(StaffMember, iryna.id)
    await ask_phone(world.ctx(iryna), AskPhone())
    async with world.refused(PhoneUnread):
        await keep_phone(world.ctx(iryna), KeepPhone("потім скажу"))
    await keep_phone(world.ctx(iryna), KeepPhone("+38 050 123 45 67"))
    assert member.duty_phone == "+380501234567"
    assert await world.screen(iryna) == kinds.duty.DutyScreen(iryna.id or 0)
    await keep_phone(world.ctx(iryna), KeepPhone(None))
    assert member.duty_phone is None


async def test_a_colleague_stands_in_and_the_one_before_and_leads_hear_it(
    world: World, lead: Actor, iryna: Actor, andrii: Actor
) -> None:
    shift = await adds(world, lead, iryna)
    await world.deliver()
    await stand_in(world.ctx(andrii), StandIn(shift.id, iryna.id or 0))
    assert shift.staff_id == andrii.id
    for actor in (iryna, lead):
        assert await changes(world, actor) == [("stood-in", "Андрій", "Ірина")]
    async with world.refused(Stale):
        await stand_in(world.ctx(andrii), StandIn(shift.id, iryna.id or 0))
    async with world.refused(Stale):
        await stand_in(world.ctx(lead), StandIn(shift.id, iryna.id or 0))
    await stand_in(world.ctx(iryna), StandIn(shift.id, andrii.id or 0))
    assert await changes(world, lead) == [("stood-in", "Ірина", "Андрій")], "what is no longer true is not said"


async def test_whoever_is_on_duty_at_that_time_stands_in_for_nobody(
    world: World, lead: Actor, iryna: Actor, andrii: Actor
) -> None:
    shift = await adds(world, lead, iryna)
    await adds(world, lead, andrii, place=2)
    async with world.refused(DutyFlaw, why="twice"):
        await stand_in(world.ctx(andrii), StandIn(shift.id, iryna.id or 0))


async def test_what_is_taken_out_or_over_is_nobodys_to_change(
    world: World, lead: Actor, iryna: Actor, andrii: Actor
) -> None:
    shift, later = await adds(world, lead, iryna), await adds(world, lead, iryna, day=TODAY + timedelta(days=1))
    await world.deliver()
    await remove_duty(world.ctx(lead), RemoveDuty(shift.id))
    assert await changes(world, iryna) == [("removed", "Ірина", "Ірина")]
    world.wait(days=2)
    for gone in (shift, later):
        async with world.refused(Stale):
            await remove_duty(world.ctx(lead), RemoveDuty(gone.id))
        async with world.refused(Stale):
            await stand_in(world.ctx(andrii), StandIn(gone.id, iryna.id or 0))


async def test_whoever_leaves_is_out_of_the_roster_and_their_phone_is_forgotten(
    world: World, lead: Actor, iryna: Actor
) -> None:
    await keep_phone(world.ctx(iryna), KeepPhone("0501234567"))
    shift = await adds(world, lead, iryna)
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=False))
    await world.uow.session.refresh(shift)
    assert shift.removed_at == world.now
    assert (await world.uow.session.get_one(StaffMember, iryna.id)).duty_phone is None
    assert len(await bare_days_of(world.uow, HERE, world.now)) == 14
