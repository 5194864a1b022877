"""`/healthz` says honestly whether the bot works; `/metrics` counts and names nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from sqlalchemy import text

from bot.web.health import LONGEST_SILENCE, OLDEST_LETTER, OLDEST_UPDATE, Health
from bot.web.server import WebServer
from db.engine import Database
from db.repositories.inbox import Arrival, add
from db.repositories.outbox import write

BOT = 100
NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


@dataclass
class Ward:
    """Health as it is served, and what it is told."""

    server: WebServer
    workers: dict[str, bool]
    database: Database

    async def get(self, path: str) -> tuple[int, str, str]:
        address = f"http://127.0.0.1:{self.server.port}{path}"
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            return answer.status, answer.headers["Content-Type"], await answer.text()

    async def healthz(self) -> tuple[int, Any]:
        address = f"http://127.0.0.1:{self.server.port}/healthz"
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            return answer.status, await answer.json()

    async def do(self, statement: str, **values: object) -> None:
        async with self.database.uow() as uow:
            await uow.session.execute(text(statement), values)


def ward(database: Database) -> Ward:
    workers = {"gateway": True, "inbox": True}
    health = Health(database, BOT, lambda: NOW, lambda: workers, lambda: {"letters": "standby"})
    return Ward(WebServer(health.routes()), workers, database)


@pytest.fixture
async def health(database: Database) -> AsyncIterator[Ward]:
    """The server on a free port."""
    made = ward(database)
    await made.server.start("127.0.0.1", 0)
    yield made
    await made.server.stop()


async def test_all_is_well(health: Ward) -> None:
    assert await health.healthz() == (
        200,
        {
            "status": "ok",
            "database": True,
            "workers": health.workers,
            "roles": {"letters": "standby"},
            "inbox_age": 0,
            "outbox_age": 0,
            "telegram_silence": None,
            "late": [],
        },
    )


@pytest.mark.parametrize("part", ["gateway", "inbox"])
async def test_a_part_that_ended_is_told(health: Ward, part: str) -> None:
    health.workers[part] = False
    status, said = await health.healthz()
    assert (status, said["status"], said["workers"][part]) == (503, "failing", False)


async def _old_update(health: Ward, age: float) -> None:
    async with health.database.uow() as uow:
        await add(uow.session, BOT, [Arrival(1, "p:1", "{}")])
    await health.do("UPDATE inbox SET received_at = clock_timestamp() - :age * interval '1 second'", age=age)


async def _old_letter(health: Ward, age: float) -> None:
    async with health.database.uow() as uow:
        await write(uow.session, lane="p:1", priority=2, kind="welcome", facts={}, chat_id=1, written_at=NOW)
    await health.do("UPDATE letters SET queued_at = clock_timestamp() - :age * interval '1 second'", age=age)


async def _silence(health: Ward, age: float) -> None:
    heard = (
        "INSERT INTO telegram_contacts (bot_id, heard_at) VALUES (:bot, clock_timestamp() - :age * interval '1 second')"
    )
    await health.do(heard, bot=BOT, age=age)


@pytest.mark.parametrize(
    ("make", "most", "field", "name"),
    [
        (_old_update, OLDEST_UPDATE, "inbox_age", "inbox"),
        (_old_letter, OLDEST_LETTER, "outbox_age", "outbox"),
        (_silence, LONGEST_SILENCE, "telegram_silence", "telegram"),
    ],
    ids=["inbox", "outbox", "telegram"],
)
@pytest.mark.parametrize("late", [False, True], ids=["in time", "late"])
async def test_what_waits_too_long_is_told_though_starting_anew_would_not_help(
    health: Ward, make: Any, most: float, field: str, name: str, late: bool
) -> None:
    age = most + 60 if late else most - 60
    await make(health, age)
    status, said = await health.healthz()
    assert (status, said["status"], said["late"]) == (200, "late" if late else "ok", [name] if late else [])
    assert age <= said[field] <= age + 30


async def test_a_database_that_is_gone_is_told_and_so_is_its_return(database_url: str) -> None:
    away = ward(Database.open(database_url.replace("/suprovid_test", "/nowhere"), pool_size=1))
    await away.server.start("127.0.0.1", 0)
    try:
        status, said = await away.healthz()
        assert (status, said["status"], said["database"], said["inbox_age"]) == (503, "failing", False, None)
        assert (await away.get("/metrics"))[0] == 200, "whoever watches goes on watching"
    finally:
        await away.server.stop()
        await away.database.close()


async def test_metrics_measure_what_waits_and_name_nobody(health: Ward, database: Database) -> None:
    secret = "Олена +380501234567"
    async with database.uow() as uow:
        await add(uow.session, 1, [Arrival(number, f"p:{number}", f'{{"text": "{secret}"}}') for number in range(3)])
    status, kind, said = await health.get("/metrics")
    assert (status, kind) == (200, "text/plain; version=0.0.4; charset=utf-8")
    assert "suprovid_inbox_waiting 3.0" in said
    assert "suprovid_outbox_waiting 0.0" in said
    assert secret not in said


async def test_nothing_else_is_served(health: Ward) -> None:
    assert (await health.get("/"))[0] == 404


async def test_a_port_that_is_taken_is_an_error(health: Ward) -> None:
    second = WebServer([])
    assert health.server.port is not None
    with pytest.raises(OSError, match="address"):
        await second.start("127.0.0.1", health.server.port)
    await second.stop()
