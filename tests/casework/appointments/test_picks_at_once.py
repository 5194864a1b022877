"""Many who pick the same time at the same moment: so many win as the specialist sees at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from casework.appointments.hours import SetAtOnce, set_at_once
from casework.appointments.pick import PickTime, pick_time
from casework.context import Actor
from casework.errors import TimeTaken
from db.engine import Database
from tests.casework.appointments.meeting import offered, times_of
from tests.casework.world import NOW, World

SECONDS = 60
MANY = 12


async def _offered_to_many(database: Database, at_once: int) -> list[tuple[Actor, int]]:
    async with database.uow() as uow:
        world = World(uow)
        iryna = await world.staff()
        if at_once > 1:
            await set_at_once(world.ctx(iryna), SetAtOnce(0, at_once))
        found = []
        for number in range(MANY):
            person = await world.person(f"Людина {number}")
            appointment = await offered(world, iryna, await world.taken(person, iryna), times=1)
            found.append((person, (await times_of(world, appointment))[0].id))
        return found


@pytest.mark.parametrize("at_once", [1, 3])
async def test_no_more_win_than_are_seen_at_once(database: Database, at_once: int) -> None:
    those = await _offered_to_many(database, at_once)

    async def picks(person: Actor, time_id: int) -> bool:
        try:
            async with database.uow() as uow:
                await pick_time(World(uow).ctx(person), PickTime(time_id))
        except TimeTaken:
            return False
        return True

    async with asyncio.timeout(SECONDS):
        won = await asyncio.gather(*(picks(*each) for each in those))
    assert sum(won) == at_once
    async with database.uow() as uow:
        seats = "SELECT seat FROM appointments WHERE state = 'held' ORDER BY seat"
        assert list(await uow.session.scalars(text(seats))) == list(range(at_once))


async def test_the_table_itself_refuses_a_seat_twice_at_overlapping_times(database: Database) -> None:
    await _offered_to_many(database, 1)
    sit = text(
        "UPDATE appointments SET state = 'confirmed', seat = :seat, starts_at = :at, ends_at = :end"
        " WHERE id = (SELECT min(id) FROM appointments WHERE state = 'offered')"
    )

    async def sits(seat: int, minutes: int) -> None:
        at = NOW + timedelta(days=1, minutes=minutes)
        async with database.uow() as uow:
            await uow.session.execute(sit, {"seat": seat, "at": at, "end": at + timedelta(minutes=30)})

    await sits(0, 0)
    with pytest.raises(IntegrityError, match="ex_appointments_seat"):
        await sits(0, 15)
    await sits(1, 15)
    await sits(0, 30)
