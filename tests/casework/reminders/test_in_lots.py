"""What is due at the same time is written in a handful of statements: none of them is asked for one family alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from casework.context import Actor
from casework.recreation.reminding import PlanDrafts, plan_drafts
from casework.recreation.review import OpenApplication, ask_papers, begin_checking
from casework.reminders.write_due import WriteDue, write_due
from db.models import Call, Person, Reminder
from rules.catalogue import ReminderKind
from rules.roles import Role
from tests.asked import counted
from tests.casework.allocation.campaign import Sharing
from tests.casework.appointments.meeting import settled
from tests.casework.recreation.programme import Programme
from tests.casework.world import World, machine

MANY = 4
PHONE = "+380501234567"
NAMES = ("Олена Коваль", "Ірина Мороз", "Ганна Бондар", "Оксана Ткач")
APPLICATION, PLACE, APPOINTMENT = ReminderKind.APPLICATION, ReminderKind.PLACE, ReminderKind.APPOINTMENT
LETTERS = {APPLICATION: "application-reminder", PLACE: "remind-place", APPOINTMENT: "remind-appointment"}


async def families(world: World) -> list[Actor]:
    return [await world.person(name) for name in NAMES]


async def drafts(world: World, lead: Actor) -> None:
    """Each family has begun an application."""
    programme = await Programme(world, lead).opened()
    for each in await families(world):
        await programme.begins(each)
    assert await plan_drafts(machine(world), PlanDrafts()) == MANY


async def papers(world: World, lead: Actor) -> None:
    """Each was asked for papers."""
    programme = await Programme(world, lead).opened()
    iryna = await world.staff(Role.CASEWORKER, "Ірина")
    for each in await families(world):
        application = OpenApplication((await programme.applies(each)).id)
        await begin_checking(world.ctx(iryna), application)
        await ask_papers(world.ctx(iryna), application)


async def places(world: World, lead: Actor) -> None:
    """Each is offered a place."""
    sharing = await Sharing(world, lead, Programme(world, lead)).begun(MANY)
    for name in NAMES:
        await sharing.applies(name)
    await sharing.closed()
    await sharing.shares()


async def appointments(world: World, lead: Actor) -> None:
    """Each has an appointment tomorrow, one after the other."""
    iryna = await world.staff(Role.CASEWORKER, "Ірина")
    for each in await families(world):
        await settled(world, each, iryna, await world.taken(each, iryna))


WAYS = {"drafts": drafts, "papers": papers, "places": places, "appointments": appointments}
KINDS = {"drafts": APPLICATION, "papers": APPLICATION, "places": PLACE, "appointments": APPOINTMENT}


async def moment(world: World, kind: ReminderKind) -> None:
    """The clock stands where all families are to be reminded."""
    query = select(Reminder.due_at).where(Reminder.state == "waiting", Reminder.kind == kind).order_by(Reminder.due_at)
    due = (await world.uow.session.scalars(query)).all()
    world.now = due[-1] if kind is APPOINTMENT else due[0]


async def written(world: World) -> Counter[str]:
    """The clock looks, as it does in a transaction of its own: nothing is known of anybody yet. What was asked."""
    session = world.uow.session
    await session.flush()
    session.expunge_all()
    session.info.clear()
    with counted((await session.connection()).engine) as asked:
        await write_due(machine(world), WriteDue())
    return asked


def for_each(asked: Counter[str]) -> Sequence[str]:
    """What was asked once for each family, or oftener."""
    return [statement for statement, times in asked.items() if times >= MANY]


@pytest.mark.parametrize("way", WAYS)
async def test_what_is_due_at_once_is_written_at_once(world: World, lead: Actor, way: str) -> None:
    await WAYS[way](world, lead)
    await world.deliver()
    await moment(world, KINDS[way])
    asked = await written(world)
    assert for_each(asked) == []
    told = [letter for letter, _ in await world.deliver() if letter.kind == LETTERS[KINDS[way]]]
    assert len({letter.person_id for letter in told}) == len(told) == MANY


@pytest.mark.parametrize("way", ["papers", "places", "appointments"])
async def test_whom_no_letter_reaches_is_seen_to_beside_the_others(world: World, lead: Actor, way: str) -> None:
    await WAYS[way](world, lead)
    await world.deliver()
    reminded = select(Reminder.person_id).where(Reminder.kind == KINDS[way])
    those = select(Person).where(Person.id.in_(reminded)).order_by(Person.id).limit(2)
    [first, second] = (await world.uow.session.scalars(those)).all()
    first.human_only, second.unreachable_since = True, world.now
    first.phone = second.phone = PHONE
    await moment(world, KINDS[way])
    await written(world)
    told = {letter.person_id for letter, _ in await world.deliver() if letter.kind == LETTERS[KINDS[way]]}
    assert len(told) == MANY - 1
    assert first.id not in told
    phoned = select(Call.person_id, Call.reason).where(Call.reason.in_(["remind", "unreachable"]))
    calls = {(row[0], row[1]) for row in await world.uow.session.execute(phoned)}
    assert calls == {(first.id, "remind"), (second.id, "unreachable")}
