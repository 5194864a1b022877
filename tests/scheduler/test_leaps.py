"""A leap of the demo's clock over the shipped table: what comes of it, and what it costs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.catalogue import load_catalogue
from casework.context import MACHINE, Context
from db.engine import Database
from db.uow import UnitOfWork
from scheduler.jobs import JOBS
from scheduler.runner import Scheduler
from tests.asked import counted

CATALOGUE = load_catalogue()
BEGIN = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
DAYS = 30
TRANSACTIONS_A_DAY = 110
"""Most jobs know when they have something to do; a few have to look each hour."""


async def test_days_on_which_nothing_happens_cost_little(database: Database) -> None:
    def make_context(uow: UnitOfWork, now: datetime) -> Context:
        return Context(uow, MACHINE, now, CATALOGUE)

    clock = Scheduler(database, lambda: BEGIN, make_context, JOBS)
    with counted(database.engine) as asked:
        await clock.advance(BEGIN, BEGIN + timedelta(days=DAYS))
    most = "\n".join(f"{times} {statement[:120]}" for statement, times in asked.most_common(8))
    assert asked["BEGIN"] < DAYS * TRANSACTIONS_A_DAY, most
