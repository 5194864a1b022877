"""The ladder of an alarm: duty, supervisors, admins, ten minutes each; the person is told the truth at each step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casework.cases.take import Take, take
from casework.context import Actor
from casework.danger.press import InDanger, in_danger
from casework.danger.see import See, see
from casework.danger.watch_over import WatchOver, watch_over
from casework.danger.ways import ChooseWay, SafeWay, choose_way
from casework.duty.stand_in import StandIn, stand_in
from casework.errors import AlreadySeen
from casework.letters import kinds
from casework.letters.sights import AlarmConfirmedSight, AlarmSight, AlarmStepSight, HotlinesSight
from casework.staff.remove import Remove, remove
from db.models import DutyShift, StaffMember
from rules.duty import Promise, Rung
from rules.roles import Role
from tests.casework.danger.test_danger import alarm_of
from tests.casework.world import World, machine


@pytest.fixture
async def ivan(world: World) -> Actor:
    """Somebody who has agreed to nothing."""
    return await world.newcomer()


@pytest.fixture
async def admin(world: World) -> Actor:
    """The department's admin."""
    return await world.staff(Role.ADMIN, "Олег")


async def on_duty(world: World, actor: Actor, place: int = 1, hours: float = 24) -> DutyShift:
    """Somebody is on duty from now on."""
    shift = DutyShift(
        organisation_id=actor.organisation_id,
        staff_id=actor.id,
        place=place,
        starts_at=world.now,
        ends_at=world.now + timedelta(hours=hours),
        written_by=actor.id,
    )
    world.uow.session.add(shift)
    await world.uow.session.flush()
    return shift


async def passes(world: World, **span: float) -> None:
    """Time goes by, and the clock's job looks."""
    world.wait(**span)
    await watch_over(machine(world), WatchOver())


async def called(world: World, *those: Actor) -> list[int]:
    """How many alarms wait for each of these; then they are delivered."""
    counts = [len(await world.waiting(kinds.AlarmRaised, to=each)) for each in those]
    await world.deliver()
    return counts


async def step_to(world: World, ivan: Actor) -> AlarmStepSight | None:
    """The newest truth on its way to the person."""
    letters = await world.waiting(kinds.AlarmStep, to=ivan)
    sight = await world.sight(letters[-1]) if letters else None
    if sight is None:
        return None
    assert isinstance(sight.shows, AlarmStepSight)
    return sight.shows


async def test_from_duty_to_the_admin_each_once_and_the_person_hears_each_step(
    world: World, ivan: Actor, iryna: Actor, andrii: Actor, lead: Actor, admin: Actor
) -> None:
    await on_duty(world, andrii, place=2)
    await on_duty(world, iryna)
    case = await in_danger(world.ctx(ivan), InDanger())
    everybody = (iryna, andrii, lead, admin)
    assert await called(world, *everybody) == [1, 0, 0, 0]
    await passes(world, minutes=9, seconds=59)
    assert await called(world, *everybody) == [0, 0, 0, 0]
    heard = []
    for whom in ([0, 1, 0, 0], [0, 0, 1, 0]):
        await passes(world, minutes=10)
        step = await step_to(world, ivan)
        assert step is not None
        heard.append(step.rung)
        assert await called(world, *everybody) == whom
    assert heard == [Rung.DUTY, Rung.SUPERVISORS]
    # Thirty minutes were promised: the apology takes the place of the step, and tells who leads.
    await passes(world, minutes=10)
    assert await step_to(world, ivan) is None
    assert len(await world.waiting(kinds.AnswerLate, to=ivan)) == 1
    assert await called(world, *everybody) == [0, 0, 1, 1], "the admin once, though two reasons came at once"
    await passes(world, minutes=10)
    step = await step_to(world, ivan)
    assert step is not None
    assert (step.rung, bool(step.hotlines)) == (Rung.OVER, True)
    assert await called(world, *everybody) == [0, 0, 0, 0]
    await passes(world, hours=20)
    assert await called(world, *everybody) == [0, 0, 0, 0], "everybody was called, and people were at work then"
    assert (await alarm_of(world, case)).rung == "over"


async def test_where_nobody_is_on_duty_the_supervisor_is_called_at_once_and_that_is_said(
    world: World, ivan: Actor, lead: Actor, admin: Actor
) -> None:
    world.now = datetime(2026, 3, 11, 22, 0, tzinfo=UTC)
    await in_danger(world.ctx(ivan), InDanger())
    [hotlines] = await world.waiting(kinds.Hotlines, to=ivan)
    sight = await world.sight(hotlines)
    assert sight is not None
    assert isinstance(sight.shows, HotlinesSight)
    assert (sight.shows.promise, sight.shows.called) == (Promise.NOBODY, Rung.SUPERVISORS)
    assert await called(world, lead, admin) == [1, 0]
    await passes(world, minutes=10)
    assert await called(world, lead, admin) == [0, 1]


async def test_quiet_hours_and_absence_hold_no_alarm(world: World, ivan: Actor, iryna: Actor, lead: Actor) -> None:
    world.now = datetime(2026, 3, 12, 0, 30, tzinfo=UTC)
    for actor in (iryna, lead):
        (await world.uow.session.get_one(StaffMember, actor.id)).away_until = world.now.date() + timedelta(days=9)
    await on_duty(world, iryna)
    await in_danger(world.ctx(ivan), InDanger())
    [letter] = await world.waiting(kinds.AlarmRaised, to=iryna)
    assert letter.not_before is None
    await passes(world, minutes=10)
    [letter] = await world.waiting(kinds.AlarmRaised, to=lead)
    assert letter.not_before is None


async def test_a_pause_of_hours_makes_no_step_twice_and_none_is_left_out(
    world: World, ivan: Actor, iryna: Actor, lead: Actor, admin: Actor
) -> None:
    await on_duty(world, iryna)
    await in_danger(world.ctx(ivan), InDanger())
    await world.deliver()
    await passes(world, hours=3)
    assert await called(world, iryna, lead, admin) == [0, 1, 1]
    assert await watch_over(machine(world), WatchOver()) == 0
    assert await called(world, iryna, lead, admin) == [0, 0, 0]


async def test_whoever_came_in_a_pause_over_the_night_is_called_too(
    world: World, ivan: Actor, iryna: Actor, lead: Actor
) -> None:
    world.now = datetime(2026, 3, 11, 22, 0, tzinfo=UTC)
    await in_danger(world.ctx(ivan), InDanger())
    await world.deliver()
    world.now = datetime(2026, 3, 12, 5, 0, tzinfo=UTC)
    await on_duty(world, iryna)
    await passes(world, minutes=1)
    assert await called(world, iryna, lead) == [1, 0]


async def test_a_step_that_comes_late_is_looked_at_once_more(
    world: World, ivan: Actor, iryna: Actor, lead: Actor
) -> None:
    await on_duty(world, iryna)
    case = await in_danger(world.ctx(ivan), InDanger())
    await world.deliver()
    await passes(world, minutes=10)
    [alarm], [step] = await world.waiting(kinds.AlarmRaised, to=lead), await world.waiting(kinds.AlarmStep, to=ivan)
    assert await world.sight(alarm) is not None
    await see(world.ctx(iryna), See(case.id))
    assert await world.sight(alarm) is None, "somebody has confirmed"
    assert await world.sight(step) is None
    await world.deliver()
    await passes(world, hours=5)
    assert await called(world, lead) == [1], "the promise is over: that is told all the same"


async def test_of_two_steps_that_wait_the_person_reads_the_newest(
    world: World, ivan: Actor, iryna: Actor, lead: Actor, admin: Actor
) -> None:
    await on_duty(world, iryna)
    await in_danger(world.ctx(ivan), InDanger())
    await passes(world, minutes=10)
    await passes(world, minutes=10)
    shown = [await world.sight(each) for each in await world.waiting(kinds.AlarmStep, to=ivan)]
    rungs = [sight.shows.rung if sight and isinstance(sight.shows, AlarmStepSight) else None for sight in shown]
    assert rungs == [None, Rung.ADMINS]


async def test_whoever_confirms_has_the_case_and_the_person_hears_the_name(
    world: World, ivan: Actor, iryna: Actor, andrii: Actor
) -> None:
    await on_duty(world, iryna)
    case = await in_danger(world.ctx(ivan), InDanger())
    await world.deliver()
    await see(world.ctx(iryna), See(case.id))
    assert case.owner_id == iryna.id
    assert await world.kinds_to(ivan) == ["case-taken"], "it names who reads: one letter is enough"
    async with world.refused(AlreadySeen, owner="Ірина"):
        await see(world.ctx(andrii), See(case.id))


async def test_whoever_confirms_a_case_that_another_has_is_named_all_the_same(
    world: World, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    case = await world.taken(olena, andrii)
    await on_duty(world, iryna)
    await world.deliver()
    await world.says(olena, "Рятуйте, чоловік б’є мене", case_id=case.id)
    await see(world.ctx(iryna), See(case.id))
    assert case.owner_id == andrii.id
    [letter] = await world.waiting(kinds.AlarmConfirmed, to=olena)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == AlarmConfirmedSight("Ірина", discreet=False)


async def test_whoever_loses_the_case_is_said_to_have_lost_it(
    world: World, ivan: Actor, iryna: Actor, andrii: Actor
) -> None:
    await on_duty(world, iryna)
    case = await in_danger(world.ctx(ivan), InDanger())
    await take(world.ctx(andrii), Take(case.id))
    await world.deliver()
    await remove_from_team(world, andrii)
    assert (await alarm_of(world, case)).seen_at is None
    step = await step_to(world, ivan)
    assert step is not None
    assert (step.rung, step.lost) == (Rung.DUTY, True)
    assert await called(world, iryna) == [1]


async def remove_from_team(world: World, actor: Actor) -> None:
    lead = await world.staff(Role.SUPERVISOR, "Оксана")
    await remove(world.ctx(lead), Remove(actor.id or 0, lost=False))


async def test_whoever_stands_in_is_called_and_whoever_left_is_not(
    world: World, ivan: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    shift = await on_duty(world, iryna)
    await in_danger(world.ctx(ivan), InDanger())
    await world.deliver()
    await stand_in(world.ctx(andrii), StandIn(shift.id, iryna.id or 0))
    await passes(world, minutes=10)
    assert await called(world, andrii, lead) == [1, 0]
    await remove_from_team(world, andrii)
    await in_danger(world.ctx(await world.newcomer()), InDanger())
    assert (await called(world, andrii, lead))[1] == 1, "the roster names nobody any more"


@pytest.mark.parametrize("way", [SafeWay.WRITE, SafeWay.SILENT])
async def test_where_others_may_read_a_step_tells_nothing_or_is_not_written(
    world: World, ivan: Actor, iryna: Actor, lead: Actor, way: SafeWay
) -> None:
    await on_duty(world, iryna)
    case = await in_danger(world.ctx(ivan), InDanger())
    await choose_way(world.ctx(ivan), ChooseWay(case.id, way))
    await world.deliver()
    await passes(world, minutes=10)
    step = await step_to(world, ivan)
    if way is SafeWay.SILENT:
        assert step is None
        assert not await world.waiting(kinds.SayItYourself), "whoever is called is told by the alarm itself"
    else:
        assert step is not None
        assert (step.discreet, step.hotlines) == (True, ())
    assert await called(world, lead) == [1]


async def test_an_alarm_says_as_what_one_is_called_and_until_when_to_confirm(
    world: World, ivan: Actor, iryna: Actor, lead: Actor
) -> None:
    await on_duty(world, iryna)
    await in_danger(world.ctx(ivan), InDanger())
    for actor, rung, minutes in ((iryna, Rung.DUTY, 10), (lead, Rung.SUPERVISORS, 10)):
        [letter] = await world.waiting(kinds.AlarmRaised, to=actor)
        sight = await world.sight(letter)
        assert sight is not None
        assert isinstance(sight.shows, AlarmSight)
        assert (sight.shows.rung, sight.shows.confirm_by) == (rung, world.now + timedelta(minutes=minutes))
        await world.deliver()
        await passes(world, minutes=10)
