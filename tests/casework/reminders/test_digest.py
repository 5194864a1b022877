"""What waits, in the morning at the hour that a staff member chose."""

from __future__ import annotations

from sqlalchemy import select

from casework.context import Actor
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.sights.reminders import DigestSight
from casework.reminders.digest import NEVER, AskDigest, ChooseDigest, ask_digest, choose_digest
from casework.reminders.write_due import WriteDue, Wrote, write_due
from db.models import Reminder, StaffMember
from rules.local_time import KYIV
from tests.casework.world import World, machine


async def waiting(world: World) -> list[Reminder]:
    await world.uow.session.flush()
    query = select(Reminder).where(Reminder.kind == "digest", Reminder.state == "waiting").order_by(Reminder.due_at)
    return list((await world.uow.session.scalars(query.execution_options(populate_existing=True))).all())


async def morning(world: World) -> list[tuple[int, DigestSight]]:
    """At the next digest: who reads what."""
    [one] = await waiting(world)
    world.now = one.due_at
    await write_due(machine(world), WriteDue())
    found = []
    for letter, sight in await world.deliver():
        assert isinstance(sight.shows, DigestSight)
        found.append((letter.chat_id, sight.shows))
    return found


async def test_every_working_morning_at_the_chosen_hour(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.deliver()
    await ask_digest(world.ctx(iryna), AskDigest())
    await choose_digest(world.ctx(iryna), ChooseDigest(8))
    await world.deliver()
    days = []
    for _ in range(4):
        [(chat, shown)] = await morning(world)
        assert (chat, shown.waiting, shown.unowned) == (iryna.telegram_id, 1, None)
        assert shown.late == (world.now > case.reply_by)
        days.append(world.now.astimezone(KYIV).strftime("%a %H:%M"))
    assert days == ["Thu 08:00", "Fri 08:00", "Mon 08:00", "Tue 08:00"]


async def test_leads_see_what_nobody_has(world: World, olena: Actor, lead: Actor) -> None:
    await world.case(olena)
    await world.deliver()
    await choose_digest(world.ctx(lead), ChooseDigest(9))
    await world.deliver()
    [(chat, shown)] = await morning(world)
    assert (chat, shown.waiting, shown.unowned, shown.all_late) == (lead.telegram_id, 0, 1, 0)


async def test_a_morning_with_nothing_to_say_is_silent(world: World, iryna: Actor) -> None:
    await choose_digest(world.ctx(iryna), ChooseDigest(8))
    await world.deliver()
    assert await morning(world) == []
    assert len(await waiting(world)) == 1, "and the next one is planned"


async def test_another_hour_back_again_and_never(world: World, iryna: Actor) -> None:
    for hour in (8, 9, 8):
        await choose_digest(world.ctx(iryna), ChooseDigest(hour))
        [one] = await waiting(world)
        assert one.due_at.astimezone(KYIV).hour == hour
    await choose_digest(world.ctx(iryna), ChooseDigest(NEVER))
    assert await waiting(world) == []
    async with world.refused(Stale):
        await choose_digest(world.ctx(iryna), ChooseDigest(3))


async def test_after_a_pause_of_days_only_the_next_one_comes(world: World, olena: Actor, iryna: Actor) -> None:
    await world.taken(olena, iryna)
    await choose_digest(world.ctx(iryna), ChooseDigest(8))
    await world.deliver()
    world.wait(days=5)
    assert await write_due(machine(world), WriteDue()) == Wrote(1, 1, 0)
    assert await world.waiting(kinds.Digest) == []
    [one] = await waiting(world)
    assert one.due_at > world.now


async def test_a_digest_of_yesterday_is_not_sent(world: World, olena: Actor, iryna: Actor) -> None:
    await world.taken(olena, iryna)
    await choose_digest(world.ctx(iryna), ChooseDigest(8))
    await world.deliver()
    [one] = await waiting(world)
    world.now = one.due_at
    await write_due(machine(world), WriteDue())
    [letter] = await world.waiting(kinds.Digest)
    assert await world.sight(letter) is not None
    world.wait(days=1)
    assert await world.sight(letter) is None


async def test_who_left_gets_none(world: World, olena: Actor, iryna: Actor) -> None:
    await world.taken(olena, iryna)
    await choose_digest(world.ctx(iryna), ChooseDigest(8))
    (await world.uow.session.get_one(StaffMember, iryna.id)).removed_at = world.now
    world.wait(days=1)
    assert (await write_due(machine(world), WriteDue())).gone == 1
    assert await waiting(world) == []
