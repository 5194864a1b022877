"""A campaign of thousands on its way through the acts of a lead and every job of the clock, each in transactions of its
own, while PostgreSQL is asked how long one of them stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import perf_counter

from sqlalchemy import func, select

from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.trying import TryAllocation, try_allocation
from casework.context import Actor, Context
from casework.recreation.still_needed import OfCampaign, ask_all
from db.engine import Database
from db.models import Letter, NeedAsk, PlaceOffer, Reminder
from db.uow import UnitOfWork
from rules.catalogue import ReminderKind
from rules.roles import Role
from scheduler.jobs import JOBS
from scheduler.runner import Scheduler
from tests.casework.allocation.campaign import VALUE
from tests.casework.allocation.crowd import called
from tests.casework.world import World, machine
from tests.faults.open_transactions import Watched, looked_at
from tests.rules.allocation.invented import Campaign

MOMENT = timedelta(seconds=1)


@dataclass
class Through:
    """The campaign, and what was seen of it."""

    database: Database
    campaign_id: int
    lead: Actor
    now: datetime
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each job took, all its runs together."""

    @asynccontextmanager
    async def acts(self) -> AsyncIterator[Context]:
        """The lead does something, in a transaction of its own."""
        async with self.database.uow() as uow:
            yield World(uow, now=self.now).ctx(self.lead)

    async def clock(self) -> None:
        """Every job of the table runs, until it finds nothing more to do."""

        def context(uow: UnitOfWork, at: datetime) -> Context:
            return machine(World(uow, now=at))

        scheduler = Scheduler(self.database, lambda: self.now, context)
        for job in JOBS:
            began = perf_counter()
            counts = await scheduler.run(job, self.now)
            self.seconds[job.name] = self.seconds.get(job.name, 0.0) + perf_counter() - began
            assert counts is not None or job.daily, f"{job.name} failed"

    async def asks(self) -> None:
        """Every family is asked whether it still needs a place, reminded, and in the end to be phoned."""
        async with self.acts() as ctx:
            await ask_all(ctx, OfCampaign(self.campaign_id))
        await self.clock()
        for when in (NeedAsk.remind_at, NeedAsk.due_at):
            async with self.database.uow() as uow:
                self.now = (await uow.session.scalars(select(func.max(when)))).one()
            await self.clock()

    async def shares(self) -> None:
        """Tried, confirmed, offered and told."""
        async with self.acts() as ctx:
            tried = await try_allocation(ctx, TryAllocation(self.campaign_id, VALUE))
        await self.clock()
        async with self.acts() as ctx:
            await confirm_allocation(ctx, ConfirmAllocation(self.campaign_id, tried))
        await self.clock()

    async def ends(self) -> None:
        """Nobody answers: all are reminded, all terms end on one evening, and the places go on."""
        for when in (
            select(func.min(Reminder.due_at)).where(Reminder.kind == ReminderKind.PLACE, Reminder.state == "waiting"),
            select(func.max(PlaceOffer.due_at)).where(PlaceOffer.state == "standing"),
        ):
            async with self.database.uow() as uow:
                self.now = (await uow.session.scalars(when)).one() + MOMENT
            await self.clock()

    def slowest(self) -> dict[str, float]:
        """The five jobs that took longest."""
        most = sorted(self.seconds.items(), key=lambda pair: -pair[1])
        return {name: round(seconds, 1) for name, seconds in most[:5]}

    async def told(self) -> Counter[str]:
        """How many letters of each kind were written to people."""
        query = select(Letter.kind, func.count()).where(Letter.person_id.is_not(None)).group_by(Letter.kind)
        async with self.database.uow() as uow:
            return Counter({row[0]: row[1] for row in await uow.session.execute(query)})


@asynccontextmanager
async def begun(database: Database, made: Campaign) -> AsyncIterator[tuple[Through, Watched]]:
    """The call is over; from now on transactions are looked at, until the end."""
    async with database.uow() as uow:
        world = World(uow)
        lead = await world.staff(Role.SUPERVISOR, "Світлана")
        await world.bind(lead)
        sharing = await called(world, lead, made)
        through = Through(database, sharing.programme.id, lead, world.now)
    async with looked_at(database) as transactions:
        yield through, transactions
