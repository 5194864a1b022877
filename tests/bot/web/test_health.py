"""`/healthz` says honestly whether the bot works; `/metrics` counts and names nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.web.health import Health
from db.engine import Database
from db.repositories.inbox import Arrival, add

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


@pytest.fixture
def workers() -> dict[str, bool]:
    """What the bot's parts say of themselves."""
    return {"gateway": True, "inbox": True}


@pytest.fixture
async def health(database: Database, workers: dict[str, bool]) -> AsyncIterator[Health]:
    """The server on a free port."""
    made = Health(database, lambda: NOW, lambda: workers)
    await made.start("127.0.0.1", 0)
    yield made
    await made.stop()


async def get(health: Health, path: str) -> tuple[int, str, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{health.port}{path}") as answer:
        return answer.status, answer.headers["Content-Type"], await answer.text()


async def healthz(health: Health) -> tuple[int, Any]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{health.port}/healthz") as answer:
        return answer.status, await answer.json()


async def test_all_is_well(health: Health, workers: dict[str, bool]) -> None:
    assert await healthz(health) == (200, {"status": "ok", "database": True, "workers": workers})


@pytest.mark.parametrize("part", ["gateway", "inbox"])
async def test_a_part_that_ended_is_told(health: Health, workers: dict[str, bool], part: str) -> None:
    workers[part] = False
    status, said = await healthz(health)
    assert (status, said["status"], said["workers"][part]) == (503, "failing", False)


async def test_a_database_that_is_gone_is_told_and_so_is_its_return(database_url: str) -> None:
    away = Database.open(database_url.replace("/suprovid_test", "/nowhere"), pool_size=1)
    health = Health(away, lambda: NOW, lambda: {"inbox": True})
    await health.start("127.0.0.1", 0)
    try:
        status, said = await healthz(health)
        assert (status, said["status"], said["database"]) == (503, "failing", False)
        assert (await get(health, "/metrics"))[0] == 200, "whoever watches goes on watching"
    finally:
        await health.stop()
        await away.close()


async def test_metrics_measure_what_waits_and_name_nobody(health: Health, database: Database) -> None:
    secret = "Олена +380501234567"
    async with database.uow() as uow:
        await add(uow.session, 1, [Arrival(number, f"p:{number}", f'{{"text": "{secret}"}}') for number in range(3)])
    status, kind, said = await get(health, "/metrics")
    assert (status, kind) == (200, "text/plain; version=0.0.4; charset=utf-8")
    assert "suprovid_inbox_waiting 3.0" in said
    assert "suprovid_outbox_waiting 0.0" in said
    assert secret not in said


async def test_nothing_else_is_served(health: Health) -> None:
    assert (await get(health, "/"))[0] == 404


async def test_a_port_that_is_taken_is_an_error(health: Health, database: Database) -> None:
    second = Health(database, lambda: NOW, dict)
    assert health.port is not None
    with pytest.raises(OSError, match="address"):
        await second.start("127.0.0.1", health.port)
    await second.stop()
