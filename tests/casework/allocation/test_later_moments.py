"""When questions of later steps are asked, how long, and who sees what is owed: up to the day when a child leaves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights.terms import ApplicationReminderSight
from casework.letters.sights.trips import TripSight
from casework.recreation.campaigns import MoveCampaign, move_campaign
from casework.reminders.write_due import WriteDue, write_due
from db.models import Reminder
from db.repositories.later import next_moment
from rules.catalogue import ReminderKind
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from rules.recreation.later import SETTLED
from rules.recreation.terms import Question
from tests.casework.allocation.campaign import Sharing
from tests.casework.allocation.test_later import ASKS, NUMBER, looks, of, opens, says, sends, shows, told
from tests.casework.world import World, machine

TEN_DAYS_BEFORE = datetime(2026, 6, 20, 21, 0, tzinfo=UTC)
"""The midnight (Kyiv) with which the tenth day before the first of July begins."""


async def moments(sharing: Sharing, until: datetime) -> datetime | None:
    await sharing.world.uow.session.flush()
    return await next_moment(sharing.world.uow.session, until)


async def test_a_leap_of_the_clock_stops_at_real_moments_alone(sharing: Sharing, world: World) -> None:
    await sharing.programme.types(Field.ASKS, ASKS)
    olena = await sharing.applies("Олена Коваль")
    [child] = await sharing.programme.children(await of(sharing))
    settles, summer = child.state_at + SETTLED, datetime(2026, 9, 1, tzinfo=UTC)
    assert await moments(sharing, settles - timedelta(seconds=1)) is None
    assert await moments(sharing, summer) == settles
    world.now = settles
    assert await looks(world) == 1
    assert await moments(sharing, summer) is None, "nothing is asked of who waits"
    await sharing.closed()
    await sharing.shares()
    [child] = await sharing.programme.children(await of(sharing))
    assert await moments(sharing, summer) == child.state_at + SETTLED
    world.now = child.state_at + SETTLED
    assert await looks(world) == 1
    await sharing.says(olena, 1)
    assert await moments(sharing, summer) == TEN_DAYS_BEFORE
    world.now = TEN_DAYS_BEFORE - timedelta(seconds=1)
    assert await looks(world) == 0
    world.now = TEN_DAYS_BEFORE
    assert await looks(world) == 1
    assert await moments(sharing, summer) is None


async def test_once_the_campaign_is_over_who_has_still_to_leave_is_asked_and_reminded(
    sharing: Sharing, world: World
) -> None:
    await sharing.programme.types(Field.ASKS, ASKS)
    families = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    await sharing.closed()
    await sharing.shares()
    for each in families[:2]:
        await sharing.says(each, 1)
    await move_campaign(world.ctx(sharing.lead), MoveCampaign(sharing.programme.id, Move.FINISH))
    world.now = max(world.now, TEN_DAYS_BEFORE) + timedelta(hours=9)
    await world.deliver()
    assert await looks(world) == 2, "who waits for a place that comes no more is asked nothing"
    owed = [Question.TAX, Question.SIZE, Question.MEETS]
    [letter] = await told(world, families[0])
    assert [each.question for each in letter.later.owed] == owed
    assert await reminded(world) == [owed, owed]
    world.now = datetime(2026, 7, 2, 9, 0, tzinfo=UTC)
    [child] = await sharing.programme.children(await of(sharing))
    child.asked, child.state_at = [], world.now
    assert await looks(world) == 0
    assert await moments(sharing, datetime(2026, 9, 1, tzinfo=UTC)) is None, "the shift has begun"
    assert await reminded(world) == []


async def reminded(world: World) -> list[list[Question]]:
    """What the next reminder asks of each family."""
    await world.uow.session.flush()
    waits = select(Reminder.due_at).where(Reminder.kind == ReminderKind.APPLICATION, Reminder.state == "waiting")
    first = min((await world.uow.session.scalars(waits)).all(), default=world.now)
    world.now = max(world.now, first)
    await write_due(machine(world), WriteDue())
    shown = [each.shows for _, each in await world.deliver()]
    papers = [one for each in shown if isinstance(each, ApplicationReminderSight) for one in each.papers]
    return [[owed.question for owed in each.later.owed] for each in papers if each.later is not None]


async def test_staff_see_on_the_list_of_a_trip_how_many_answers_are_owed(
    sharing: Sharing, world: World, iryna: Actor
) -> None:
    await sharing.programme.types(Field.ASKS, ASKS)
    olena = await sharing.applies("Олена Коваль")
    await sharing.closed()
    await sharing.shares()
    await sharing.says(olena, 1)
    screen = kinds.trips.TripScreen(iryna.id or 0, sharing.programme.id, 1)
    assert [each.lacking for each in (await shows(world, iryna, screen, TripSight)).lines] == [0]
    world.now = TEN_DAYS_BEFORE
    await looks(world)
    assert [each.lacking for each in (await shows(world, iryna, screen, TripSight)).lines] == [3]
    form_id = await opens(world, olena, await of(sharing))
    for words in (NUMBER, "140 см", "Бабуся Марія"):
        await says(world, olena, form_id, words)
    await sends(sharing, olena, form_id)
    assert [each.lacking for each in (await shows(world, iryna, screen, TripSight)).lines] == [0]
