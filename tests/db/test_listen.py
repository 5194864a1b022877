"""A NOTIFY is heard, also after the connection was lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import text

from db.engine import Database
from db.listen import listen

SECONDS = 10


class Ear:
    """Writes down what it hears."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def until(self, wanted: Callable[[list[str]], bool]) -> None:
        async with asyncio.timeout(SECONDS):
            while not wanted(self.heard):
                await asyncio.sleep(0.005)


@pytest.fixture
async def ear(database_url: str) -> AsyncIterator[Ear]:
    ear = Ear()
    task = asyncio.create_task(listen(database_url, ["inbox", "outbox"], ear.heard.append))
    await ear.until(lambda heard: heard == ["inbox", "outbox"])
    ear.heard.clear()
    yield ear
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def _nudge(database: Database, channel: str) -> None:
    async with database.uow() as uow:
        uow.nudge(channel)
        uow.nudge(channel)


async def test_a_nudge_is_heard_once_with_its_commit(ear: Ear, database: Database) -> None:
    async with database.uow() as uow:
        uow.nudge("outbox")
        await uow.session.execute(text("SELECT 1"))
        assert ear.heard == []
    await ear.until(lambda heard: heard == ["outbox"])
    await _nudge(database, "inbox")
    await ear.until(lambda heard: heard == ["outbox", "inbox"])


async def test_nobody_is_told_where_nobody_else_listens(ear: Ear, database: Database) -> None:
    here: list[str] = []
    database.hear(here.append)
    database.others_hear = lambda: False
    await _nudge(database, "inbox")
    database.others_hear = lambda: True
    await _nudge(database, "outbox")
    await ear.until(lambda heard: heard == ["outbox"])
    assert here == ["inbox", "outbox"]


async def test_a_lost_connection_is_made_again_and_hints_at_what_was_missed(ear: Ear, database: Database) -> None:
    async with database.uow() as uow:
        ended = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        assert await uow.session.scalar(text(f"{ended} WHERE application_name = 'suprovid-listen'")) == 1
    await ear.until(lambda heard: heard == ["inbox", "outbox"])
    await _nudge(database, "outbox")
    await ear.until(lambda heard: heard == ["inbox", "outbox", "outbox"])
