"""Processes that ask families, tell of trips, tell of other dates or bring somebody into the order are killed with
SIGKILL: in the middle of what is written and just before the commit. Nothing is lost, and nothing is done twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from casework.allocation.answer import Answer, answer_offer
from casework.allocation.joining import JoinLate, join_late
from casework.context import Actor, Context
from casework.recreation.changed import TellChanges, tell_changes
from casework.recreation.need_clock import AskFamilies, ask_families
from casework.recreation.still_needed import OfCampaign, ask_all
from casework.recreation.trip_news import TellOfTrips, tell_of_trips
from casework.recreation.trips import MissChild, OfShift, miss_child, send_all
from db.engine import Database
from db.keys import KeyRing, write_ring
from db.models import (
    AllocationLine,
    AllocationParty,
    Application,
    ApplicationChild,
    Call,
    Campaign,
    CampPlace,
    Letter,
    NeedAsk,
)
from rules.recreation.applications import Standing
from rules.recreation.changes import SETTLES
from rules.recreation.editing import Field
from rules.recreation.trips import UNDO_FOR, Missed
from rules.roles import Role
from tests.casework.allocation.campaign import Sharing
from tests.casework.allocation.dying import COMMIT
from tests.casework.allocation.test_at_once import called, ended, offers, settle, shared
from tests.casework.world import World, machine

FAMILIES, SEATS = 4, 3
DEPARTURE = datetime(2026, 6, 30, 8, 0, tzinfo=UTC)
"""The day before the shift: who does not come leaves a place for the next."""


@dataclass
class Killing:
    """One campaign in a database of its own, and the processes that die over it."""

    database: Database
    url: str
    ring: Path
    sharing: Sharing
    families: list[Actor]
    now: datetime

    async def dies(self, job: str, *before: str) -> None:
        """The job begins so often, and each time it is killed where it was about to do this."""
        ids = (self.sharing.programme.id, 0, self.sharing.lead.id or 0)
        for each in before:
            await ended(job, self.url, self.ring, each, *ids, now=self.now)

    async def runs(self, job: Callable[[Context], Awaitable[int]]) -> list[int]:
        """The job looks until it finds nothing; how much it found each time."""
        found = [1]
        while found[-1]:
            async with self.database.uow() as uow:
                found.append(await job(machine(World(uow, now=self.now))))
        return found[1:]

    async def letters(self, kind: str) -> Counter[int | None]:
        """How many letters of a kind each person has."""
        async with self.database.uow() as uow:
            return Counter(await uow.session.scalars(select(Letter.person_id).where(Letter.kind == kind)))

    def once(self, *families: int) -> Counter[int | None]:
        """Each of these families (by their places) has one."""
        return Counter({self.families[each].id: 1 for each in families})


@pytest.fixture
async def killing(database: Database, database_url: str, keys: KeyRing, tmp_path: Path) -> Killing:
    """The call is over, and nothing is shared out yet."""
    ring = tmp_path / "keys.json"
    write_ring(ring, keys, over=False)
    sharing, families, now = await called(database, FAMILIES, SEATS)
    return Killing(database, database_url, ring, sharing, families, now)


async def test_every_family_is_asked_reminded_and_phoned_once(killing: Killing) -> None:
    async with killing.database.uow() as uow:
        await ask_all(World(uow, now=killing.now).ctx(killing.sharing.lead), OfCampaign(killing.sharing.programme.id))
    everybody = killing.once(*range(FAMILIES))

    async def asks() -> list[NeedAsk]:
        async with killing.database.uow() as uow:
            return list((await uow.session.scalars(select(NeedAsk).order_by(NeedAsk.id))).all())

    [first, *_] = await asks()
    for kind, at in (("still-needed", killing.now), ("still-needed-again", first.remind_at)):
        killing.now = at
        await killing.dies("needs", "INSERT INTO letters", "UPDATE need_asks", COMMIT)
        assert await killing.letters(kind) == Counter(), "undone whole"
        assert {each.next_at for each in await asks()} == {at}, "and still to be done"
        assert await killing.runs(lambda ctx: ask_families(ctx, AskFamilies())) == [FAMILIES, 0]
        assert await killing.letters(kind) == everybody
    killing.now = first.due_at
    await killing.dies("needs", "INSERT INTO calls", COMMIT)
    assert {each.state for each in await asks()} == {"waiting"}
    assert await killing.runs(lambda ctx: ask_families(ctx, AskFamilies())) == [FAMILIES, 0]
    assert {(each.state, each.next_at) for each in await asks()} == {("silent", None)}
    async with killing.database.uow() as uow:
        calls = Counter(await uow.session.scalars(select(Call.person_id).where(Call.reason == "still-needed")))
    assert calls == everybody


async def test_every_family_hears_of_its_trip_once_and_a_free_place_goes_on_once(killing: Killing) -> None:
    """Two left, the third does not come, the fourth waits for a place."""
    await shared(killing.database, killing.sharing, killing.now)
    await settle(killing.database, killing.sharing, killing.now)
    for guardian, offer in (await offers(killing.database)).items():
        async with killing.database.uow() as uow:
            [mine] = [each for each in killing.families if each.id == guardian]
            await answer_offer(World(uow, now=killing.now).ctx(mine), Answer(offer, 1))
    killing.now = DEPARTURE
    async with killing.database.uow() as uow:
        world = World(uow, now=killing.now)
        iryna = await world.staff(Role.CASEWORKER, "Ірина")
        third = await uow.session.scalar(
            select(ApplicationChild.id)
            .join(Application, Application.id == ApplicationChild.application_id)
            .where(Application.person_id == killing.families[2].id)
        )
        await miss_child(world.ctx(iryna), MissChild(third or 0, Missed.ILL))
        assert await send_all(world.ctx(iryna), OfShift(killing.sharing.programme.id, 1)) == 2

    async def stands() -> tuple[int, int, int]:
        """Children of whom nothing has followed yet, places that nobody has, lines of the log that free one."""
        async with killing.database.uow() as uow:
            untold = await uow.session.scalars(select(ApplicationChild.id).where(ApplicationChild.trip_untold))
            free = await uow.session.scalars(select(CampPlace.id).where(CampPlace.child_id.is_(None)))
            left = await uow.session.scalars(select(AllocationLine.id).where(AllocationLine.kind == "left"))
            return len(untold.all()), len(free.all()), len(left.all())

    killing.now += UNDO_FOR
    await killing.dies("trips", "INSERT INTO letters", "UPDATE application_children", COMMIT)
    assert await stands() == (3, 0, 0), "undone whole"
    assert await killing.letters("trip-begun") == Counter()
    assert await killing.runs(lambda ctx: tell_of_trips(ctx, TellOfTrips())) == [3, 0]
    assert await stands() == (0, 1, 1)
    assert await killing.letters("trip-begun") == killing.once(0, 1)
    assert await killing.letters("trip-missed") == killing.once(2)
    await settle(killing.database, killing.sharing, killing.now)
    assert set(await offers(killing.database)) == {killing.families[3].id}, "and the next one is offered it"


async def test_every_family_hears_of_other_dates_once(killing: Killing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before anybody is told, and again when half of them are."""
    await shared(killing.database, killing.sharing, killing.now)
    await settle(killing.database, killing.sharing, killing.now)
    monkeypatch.setattr("casework.recreation.changed.BATCH", 2)
    killing.now += SETTLES
    await killing.runs(lambda ctx: tell_changes(ctx, TellChanges()))
    async with killing.database.uow() as uow:
        world = World(uow, now=killing.now)
        killing.sharing.programme.world = world
        await killing.sharing.programme.types(Field.SHIFTS, "1; Артек; health; 03.07.2026–23.07.2026; 3; потяг")
    killing.now += SETTLES

    async def stands() -> tuple[int, bool]:
        """How far it is, and whether it goes on."""
        async with killing.database.uow() as uow:
            campaign = await uow.session.get_one(Campaign, killing.sharing.programme.id)
            return campaign.told_upto, campaign.telling is not None

    await killing.dies("changes", COMMIT)
    assert await stands() == (0, False)
    assert await killing.letters("dates-changed") == Counter()
    async with killing.database.uow() as uow:
        assert await tell_changes(machine(World(uow, now=killing.now)), TellChanges()) == 2
    between = await stands()
    assert between[1]
    assert await killing.letters("dates-changed") == killing.once(0, 1)
    await killing.dies("changes", COMMIT)
    assert await stands() == between
    assert await killing.runs(lambda ctx: tell_changes(ctx, TellChanges())) == [2, 0]
    assert await killing.letters("dates-changed") == killing.once(0, 1, 2), "the fourth has no place there"
    assert await stands() == (0, False)


async def test_whoever_comes_into_the_order_late_comes_into_it_once(killing: Killing) -> None:
    """The first family's need is confirmed once the order is; while it comes into it, and just before the commit."""
    first = killing.families[0]

    async def stands_at(standing: Standing) -> None:
        async with killing.database.uow() as uow:
            [application] = await uow.session.scalars(select(Application).where(Application.person_id == first.id))
            query = select(ApplicationChild).where(ApplicationChild.application_id == application.id)
            for each in await uow.session.scalars(query):
                each.state = standing.value

    async def order() -> list[int]:
        """The children by rank."""
        async with killing.database.uow() as uow:
            rows = (await uow.session.scalars(select(AllocationParty).order_by(AllocationParty.rank))).all()
            assert [each.rank for each in rows] == list(range(1, len(rows) + 1))
            return [number for each in rows for number in each.children]

    await stands_at(Standing.CHECKING)
    await shared(killing.database, killing.sharing, killing.now)
    await settle(killing.database, killing.sharing, killing.now)
    before = await order()
    await stands_at(Standing.NEED_CONFIRMED)
    await killing.dies("join", "UPDATE allocation_parties", COMMIT)
    assert await order() == before, "undone whole"
    assert await killing.runs(lambda ctx: join_late(ctx, JoinLate())) == [1, 0]
    now = await order()
    assert now[1:] == before
    assert len(now) == FAMILIES
    await settle(killing.database, killing.sharing, killing.now)
    assert await killing.letters("place-waits") == killing.once(0)
    assert len(await offers(killing.database)) == SEATS
