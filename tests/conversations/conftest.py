"""Stages: an empty one, and one with a bound group, two caseworkers and a supervisor."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.telegram.ledger import Ledger
from db.engine import Database
from db.repositories.letters import ClaimedLetter
from rules.roles import Role
from tests.conftest import TestServer
from tests.conversations.stage import Department, Stage, open_stage

Held = Callable[[str], asyncio.Event]


@pytest.fixture
async def empty_stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot with nobody around."""
    async with open_stage(database_url, tmp_path) as stage:
        yield stage


@pytest.fixture
async def staffed(empty_stage: Stage) -> Stage:
    """Ірина and Андрій are caseworkers, Світлана leads; they have no group yet."""
    await hire(empty_stage)
    return empty_stage


async def hire(stage: Stage) -> None:
    """All three follow their links at once."""
    roles = {"Ірина": Role.CASEWORKER, "Андрій": Role.CASEWORKER, "Світлана": Role.SUPERVISOR}
    async with asyncio.TaskGroup() as together:
        for name, role in roles.items():
            together.create_task(stage.worker(name, role))


@pytest.fixture(scope="session")
async def department(
    server: TestServer, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Department]:
    """The department at work, made once by the real links and codes; what was said meanwhile is forgotten."""
    name = await server.create(template)
    async with open_stage(server.url(name), tmp_path_factory.mktemp("department")) as stage:
        await hire(stage)
        await stage.gather()
        await stage.bind()
        await stage.settled()
        made = Department(name, {worker.name: worker.id for worker in stage.staff.values()}, stage.group)
    # Nobody works there any more: whoever did could wait for one of these tables, and be waited for.
    database = Database.open(server.url(name), pool_size=1)
    async with database.uow() as uow:
        await uow.session.execute(text("TRUNCATE letters, slots, chat_cursors, inbox, conversations"))
    await database.close()
    yield made
    await server.drop(name)


@pytest.fixture
async def stage(server: TestServer, department: Department, tmp_path: Path) -> AsyncIterator[Stage]:
    """The department at work: Ірина and Андрій are caseworkers, Світлана leads, their group is bound."""
    name = await server.create(department.database)
    async with open_stage(server.url(name), tmp_path) as opened:
        await opened.move_in(department)
        yield opened
    await server.drop(name)


@pytest.fixture
async def without_topics(server: TestServer, department: Department, tmp_path: Path) -> AsyncIterator[Stage]:
    """The department at work with nobody's words in the group, on desks without topics."""
    name = await server.create(department.database)
    async with open_stage(server.url(name), tmp_path, minimal=True, private_topics=False) as opened:
        await opened.move_in(department)
        yield opened
    await server.drop(name)


def before_noting(monkeypatch: pytest.MonkeyPatch, wait: Callable[[ClaimedLetter], Awaitable[object]]) -> None:
    """Whatever left is written down only after this wait."""
    sent = Ledger.sent

    async def late(self: Ledger, claimed: ClaimedLetter, *of: Any) -> None:
        await wait(claimed)
        await sent(self, claimed, *of)

    monkeypatch.setattr(Ledger, "sent", late)


@pytest.fixture(autouse=True)
def slow_books(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever left is written down late, if that is asked for."""
    seconds = request.config.getoption("--slow-books")
    if seconds:
        before_noting(monkeypatch, lambda claimed: asyncio.sleep(seconds))


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    """Letters of a kind are written down as sent only once the event that this gives back is set."""

    def hold(kind: str) -> asyncio.Event:
        written_down = asyncio.Event()

        async def wait(claimed: ClaimedLetter) -> None:
            if claimed.kind == kind:
                await written_down.wait()

        before_noting(monkeypatch, wait)
        return written_down

    return hold
