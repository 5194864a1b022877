"""Many people who agreed, and a broadcast to all of them, by the acts themselves."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import insert, select

from casework.broadcasts.draft import Begin, WriteText, begin, write_text
from casework.broadcasts.send import OfRun, confirm, send
from casework.context import Actor, Context, Rules
from db.engine import Database
from db.models import Consent, Person, StaffMember
from rules.broadcasts import State
from rules.catalogue import Catalogue
from rules.local_time import KYIV
from rules.roles import Role
from simulator.world.model import Person as Account
from simulator.world.world import World

FIRST = 500_000
WORDS = "Завтра хаб приїде до Дніпра"
LOT = 5_000
LONG_AGO = timedelta(days=30)


def until_noon(now: datetime) -> float:
    """Seconds until the next noon in Kyiv: at night nobody is written to."""
    noon = now.astimezone(KYIV).replace(hour=12, minute=0, second=0)
    return ((noon if noon > now else noon + timedelta(days=1)) - now).total_seconds()


async def crowd(world: World, database: Database, count: int, now: datetime) -> list[int]:
    """So many people who agreed long before `now`, known at Telegram and here; their accounts."""
    accounts = list(range(FIRST, FIRST + count))
    for number in accounts:
        world.add_person(Account(number, f"Людина{number}", language_code="uk", wrote=True))
    for begin_at in range(0, count, LOT):
        those = accounts[begin_at : begin_at + LOT]
        async with database.uow() as uow:
            rows = [{"telegram_id": each, "language": "uk", "created_at": now - LONG_AGO} for each in those]
            ids = (await uow.session.scalars(insert(Person).returning(Person.id), rows)).all()
            given = [{"person_id": each, "version": "1", "given_at": now - LONG_AGO} for each in ids]
            await uow.session.execute(insert(Consent), given)
    return accounts


async def sent_to_all(database: Database, catalogue: Catalogue, now: datetime, *, paid: bool = False) -> int:
    """Written by the first lead, confirmed by another one where they are many; the run's id."""
    async with database.uow() as uow:
        members = (await uow.session.scalars(select(StaffMember).order_by(StaffMember.id))).all()
        leads = [Actor(Role(each.role), each.id, each.organisation_id, each.telegram_id) for each in members]
        rules = Rules(paid_broadcast=paid)
        ctx = Context(uow=uow, actor=leads[0], now=now, catalogue=catalogue, rules=rules)
        run = await begin(ctx, Begin())
        await write_text(ctx, WriteText(run.id, "uk", WORDS))
        await send(ctx, OfRun(run.id))
        if run.state == State.AWAITING:
            second = Context(uow=uow, actor=leads[1], now=now, catalogue=catalogue, rules=rules)
            await confirm(second, OfRun(run.id))
        return run.id
