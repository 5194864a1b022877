"""A unit of work is all or nothing, and what waits for the commit runs after it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import event, func, select, text
from structlog.testing import capture_logs

from db.engine import Database
from db.models import Organisation
from db.uow import UnitOfWork

LUHANSK = {"slug": "luhansk", "prefix": "LUH"}


async def _organisations(database: Database) -> int:
    async with database.uow() as uow:
        return await uow.session.scalar(select(func.count()).select_from(Organisation)) or 0


async def _fail(database: Database, work: Callable[[UnitOfWork], None]) -> None:
    """Do `work` in a unit of work, let it reach the database, and end with an exception."""
    async with database.uow() as uow:
        work(uow)
        await uow.session.flush()
        raise ZeroDivisionError


@pytest.fixture(params=["database", "savepoint"])
def either(request: pytest.FixtureRequest) -> Database:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Database)
    return found


async def test_a_clean_exit_commits(either: Database) -> None:
    async with either.uow() as uow:
        uow.session.add(Organisation(**LUHANSK))
    assert await _organisations(either) == 1


async def test_an_exception_rolls_back_and_goes_on(either: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await _fail(either, lambda uow: uow.session.add(Organisation(**LUHANSK)))
    assert await _organisations(either) == 0


async def test_nothing_of_the_test_before_is_left(savepoint: Database) -> None:
    assert await _organisations(savepoint) == 0


async def test_callbacks_run_after_the_commit_and_only_then(database: Database) -> None:
    seen: list[str] = []
    async with database.uow() as uow:
        uow.after_commit(lambda: seen.append("committed"))
        assert seen == []
    with pytest.raises(ZeroDivisionError):
        await _fail(database, lambda uow: uow.after_commit(lambda: seen.append("rolled back")))
    assert seen == ["committed"]


async def test_a_failing_callback_is_logged_by_its_type_and_stops_nothing(database: Database) -> None:
    seen: list[str] = []

    def fail() -> None:
        raise ValueError("+380501234567")

    with capture_logs() as logs:
        async with database.uow() as uow:
            uow.session.add(Organisation(**LUHANSK))
            uow.after_commit(fail)
            uow.after_commit(lambda: seen.append("next"))
    assert seen == ["next"]
    assert await _organisations(database) == 1
    assert logs == [{"event": "after_commit_failed", "error": "ValueError", "log_level": "error"}]


async def test_each_channel_is_nudged_once_and_only_with_a_commit(database: Database) -> None:
    heard: list[str] = []
    database.hear(heard.append)
    async with database.uow() as uow:
        uow.nudge("outbox")
        uow.nudge("inbox")
        uow.nudge("outbox")
    with pytest.raises(ZeroDivisionError):
        await _fail(database, lambda uow: uow.nudge("outbox"))
    assert heard == ["outbox", "inbox"]


async def test_a_look_is_of_one_moment_whatever_others_commit(database: Database) -> None:
    counted = select(func.count()).select_from(Organisation)
    async with database.reading() as look:
        assert await look.session.scalar(counted) == 0
        async with database.uow() as uow:
            uow.session.add(Organisation(**LUHANSK))
        assert await look.session.scalar(counted) == 0
    async with database.reading() as look:
        assert await look.session.scalar(counted) == 1


async def test_a_connection_that_was_looked_through_is_as_it_was(database_url: str) -> None:
    database = Database.open(database_url, pool_size=1)
    level = text("SELECT current_setting('transaction_isolation')")
    try:
        async with database.reading() as look:
            assert await look.session.scalar(level) == "repeatable read"
        async with database.uow() as uow:
            assert await uow.session.scalar(level) == "read committed"
    finally:
        await database.close()


async def test_a_unit_that_is_not_open_has_no_session(database: Database) -> None:
    unit: UnitOfWork = database.uow()
    with pytest.raises(RuntimeError, match="not open"):
        _ = unit.session
    async with unit:
        with pytest.raises(RuntimeError, match="open already"):
            await unit.__aenter__()


async def test_while_something_is_worked_out_beside_it_the_transaction_is_not_taken_for_a_dead_one(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.uow.PULSE_SECONDS", 0.05)
    heard, enough = 0, threading.Event()

    def hear(*_: object) -> None:
        nonlocal heard
        heard += 1
        if heard == 10:
            enough.set()

    async with database.uow() as uow:
        await uow.session.execute(text("SET LOCAL idle_in_transaction_session_timeout = '250ms'"))
        engine = (await uow.session.connection()).engine.sync_engine
        event.listen(engine, "after_cursor_execute", hear)
        try:
            # Ten beats take twice as long as PostgreSQL waits for a silent transaction.
            assert await uow.beside(lambda: enough.wait(5)), "nobody was heard"
        finally:
            event.remove(engine, "after_cursor_execute", hear)
        assert await uow.session.scalar(text("SELECT 1")) == 1


async def test_what_fails_beside_a_transaction_fails_in_it(database: Database) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    async with database.uow() as uow:
        with pytest.raises(ZeroDivisionError):
            await uow.beside(fail)
