"""Many answer at the same moment, and processes die in the middle: no place is given twice, and none is lost."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, text

from casework.allocation.answer import Answer, answer_offer
from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.trying import TryAllocation, try_allocation
from casework.context import Actor, Context
from casework.errors import NoSuchCase, OfferOver
from db.engine import Database
from db.keys import KeyRing, write_ring
from db.models import Allocation, AllocationLine, AllocationParty, Application, CampPlace, Letter, PlaceOffer
from db.uow import UnitOfWork
from rules.roles import Role
from scheduler.jobs import JOBS
from scheduler.runner import Scheduler
from tests.casework.allocation.campaign import AFTER, VALUE, Sharing, moves_up
from tests.casework.allocation.dying import COMMIT
from tests.casework.recreation.programme import Programme
from tests.casework.world import World, machine

SECONDS = 240
THEIR_JOBS = [replace(job, drain=False) for job in JOBS if job.name in ("work-out", "move-up", "tell-families")]
PARENTS, SEATS = 50, 20
SURNAMES = ("Коваль", "Мороз", "Шевчук", "Бондар", "Ткач", "Лисенко", "Савчук", "Руденко", "Кравець", "Гнатюк")
FIRST = ("Олена", "Ірина", "Ганна", "Оксана", "Тетяна")


async def called(database: Database, parents: int, seats: int) -> tuple[Sharing, list[Actor], datetime]:
    """So many families whose need is confirmed; the lead may share out."""
    async with database.uow() as uow:
        world = World(uow)
        lead = await world.staff(Role.SUPERVISOR, "Світлана")
        sharing = await Sharing(world, lead, Programme(world, lead)).begun(seats)
        names = [f"{first} {surname}" for surname in SURNAMES for first in FIRST]
        families = [await sharing.applies(name) for name in names[:parents]]
        await sharing.closed()
        return sharing, families, world.now


async def in_one(database: Database, sharing: Sharing, now: datetime) -> bool:
    """The jobs look once, as the clock runs them; whether they found anything."""

    def context(uow: UnitOfWork, at: datetime) -> Context:
        return machine(World(uow, now=at))

    clock = Scheduler(database, lambda: now, context)
    counts = [await clock.run(job, now) for job in THEIR_JOBS]
    assert None not in counts, "none of them failed"
    return any(any(each.values()) for each in counts if each)


async def settle(database: Database, sharing: Sharing, now: datetime) -> None:
    while await in_one(database, sharing, now):
        pass


async def shared(database: Database, sharing: Sharing, now: datetime) -> None:
    async with database.uow() as uow:
        sharing.world = World(uow, now=now)
        tried = await sharing.tries()
    async with database.uow() as uow:
        await confirm_allocation(World(uow, now=now).ctx(sharing.lead), ConfirmAllocation(sharing.programme.id, tried))


async def offers(database: Database) -> dict[int, int]:
    """What stands, by the person who can answer."""
    query = (
        select(Application.person_id, PlaceOffer.id)
        .join(AllocationParty, AllocationParty.application_id == Application.id)
        .join(PlaceOffer, PlaceOffer.party_id == AllocationParty.id)
        .where(PlaceOffer.state == "standing")
    )
    async with database.uow() as uow:
        return {row.person_id: row.id for row in await uow.session.execute(query)}


async def trials(database: Database) -> dict[str, int]:
    """How many parties stand in each order, by its state."""
    query = (
        select(Allocation.state, func.count(AllocationParty.id))
        .outerjoin(AllocationParty, AllocationParty.allocation_id == Allocation.id)
        .group_by(Allocation.state)
    )
    async with database.uow() as uow:
        return {row.state: row[1] for row in await uow.session.execute(query)}


async def reckon(database: Database, seats: int) -> Counter[str]:
    """Everything agrees: places, offers, log and children; how many children stand where."""
    async with database.uow() as uow:
        places = (await uow.session.execute(select(CampPlace.offer_id, CampPlace.child_id))).all()
        assert len(places) == seats, "as many as the shift has"
        children = [child for _, child in places if child is not None]
        assert len(children) == len(set(children)), "a child has one place"
        kept = {offer for offer, child in places if offer is not None and child is None}
        standing = set(await uow.session.scalars(select(PlaceOffer.id).where(PlaceOffer.state == "standing")))
        assert kept == standing, "what is kept is offered, and what is offered is kept"
        said = Counter(await uow.session.scalars(select(AllocationLine.kind)))
        made = Counter(await uow.session.scalars(select(PlaceOffer.state)))
        assert said["offer"] == sum(made.values())
        assert {kind: said[kind] for kind in ("accepted", "declined", "expired")} == {
            state: made[state] for state in ("accepted", "declined", "expired")
        }
        told = Counter(await uow.session.scalars(select(Letter.unique_key).where(Letter.kind == "place-offered")))
        assert not told or max(told.values()) == 1, "nobody is told twice"
        assert sum(told.values()) == sum(made.values()), "and everybody once"
        query = text("SELECT state, count(*) AS many FROM application_children GROUP BY state")
        states = Counter({row.state: row.many for row in await uow.session.execute(query)})
        assert states["accepted"] == len(children)
        return states


async def test_fifty_parents_answer_at_the_same_moment(database: Database) -> None:
    sharing, families, now = await called(database, PARENTS, SEATS)
    await shared(database, sharing, now)
    await settle(database, sharing, now)
    gate = asyncio.Event()

    async def answers(guardian: Actor, offer_id: int, *, yes: bool) -> bool:
        async with database.uow() as uow:
            await gate.wait()
            try:
                await answer_offer(World(uow, now=now).ctx(guardian), Answer(offer_id, 1 if yes else 0))
            except (OfferOver, NoSuchCase):
                return False
            return True

    async with asyncio.timeout(SECONDS):
        while standing := await offers(database):
            gate.clear()
            everybody = [
                # Whoever has none presses the button of somebody else, and some press twice.
                answers(guardian, standing.get(guardian.id or 0, min(standing.values())), yes=place % 2 == 0)
                for place, guardian in enumerate([*families, *families[:10]])
            ]
            waiting = asyncio.gather(*everybody, in_one(database, sharing, now), in_one(database, sharing, now))
            gate.set()
            went = (await waiting)[: len(everybody)]
            assert sum(map(bool, went)) == len(standing), "each offer is answered once"
            await settle(database, sharing, now)
            await reckon(database, SEATS)
    states = await reckon(database, SEATS)
    assert sum(states.values()) == PARENTS
    assert states["accepted"] == SEATS
    assert states["accepted"] + states["declined"] + states["queued"] == PARENTS


async def ended(job: str, url: str, keys: Path, before: str, *ids: int, now: datetime = AFTER) -> None:
    """A process of its own begins a job and is killed with SIGKILL where it is about to do `before`."""
    told = (job, url, str(keys), before, now.isoformat(), *map(str, ids))
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.casework.allocation.dying", *told, stdout=asyncio.subprocess.PIPE
    )
    assert run.stdout is not None
    async with asyncio.timeout(SECONDS):
        assert (await run.stdout.readline()).strip() == b"now", "it came there"
        run.send_signal(signal.SIGKILL)
        assert await run.wait() == -signal.SIGKILL


async def test_killed_in_the_middle_it_loses_and_doubles_nothing(
    database: Database, database_url: str, keys: KeyRing, tmp_path: Path
) -> None:
    """While it is tried, confirmed, while offers are made, while families are told: each time just before the commit,
    and in the middle of what is written.
    """
    ring = tmp_path / "keys.json"
    write_ring(ring, keys, over=False)
    sharing, families, now = await called(database, 6, 3)
    async with database.uow() as uow:
        asked = TryAllocation(sharing.programme.id, VALUE)
        tried = await try_allocation(World(uow, now=now).ctx(sharing.lead), asked)
    ids = (sharing.programme.id, tried, sharing.lead.id or 0)
    for before in ("WITH wanted AS", COMMIT):
        await ended("trial", database_url, ring, before, *ids)
        assert await trials(database) == {"asked": 0}, "undone whole"
    assert await in_one(database, sharing, now)
    assert await trials(database) == {"draft": len(families)}
    await ended("confirm", database_url, ring, COMMIT, *ids)
    async with database.uow() as uow:
        await confirm_allocation(World(uow, now=now).ctx(sharing.lead), ConfirmAllocation(*ids[:2]))
    for before in ("UPDATE camp_places", COMMIT):
        await ended("offers", database_url, ring, before, *ids)
        assert await offers(database) == {}, "undone whole"
    async with database.uow() as uow:
        assert await moves_up(machine(World(uow, now=now))) == 3
    for before in ("INSERT INTO letters", COMMIT):
        await ended("tell", database_url, ring, before, *ids)
    await settle(database, sharing, now)
    states = await reckon(database, 3)
    assert states == Counter(offered=3, queued=3)
    assert len(families) == sum(states.values())
