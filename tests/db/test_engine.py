"""Connections are what the settings say, ready before the first person writes, and discreet about failures."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import Database, async_url, make_engine, warm


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("postgres://bot:p%40ss@db:5433/suprovid", "postgresql+asyncpg://bot:p%40ss@db:5433/suprovid"),
        ("postgresql://db/suprovid?sslmode=require", "postgresql+asyncpg://db/suprovid?ssl=require"),
        ("postgresql+asyncpg:///suprovid?host=/run/pg", "postgresql+asyncpg:///suprovid?host=%2Frun%2Fpg"),
    ],
)
def test_a_url_as_people_write_it_is_made_one_for_asyncpg(written: str, used: str) -> None:
    assert async_url(written).render_as_string(hide_password=False) == used


@pytest.mark.parametrize(
    "wrong", ["", "secret-word", "mysql://root:secret-word@db/x", "postgresql://a:secret-word@:x/y"]
)
def test_another_url_is_refused_without_repeating_it(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a PostgreSQL URL") as caught:
        async_url(wrong)
    assert "secret-word" not in str(caught.value)


async def test_sessions_have_our_name_and_limits(database: Database) -> None:
    async with database.uow() as uow:
        names = ("application_name", "idle_in_transaction_session_timeout", "TimeZone")
        found = [await uow.session.scalar(text("SELECT current_setting(:name)"), {"name": name}) for name in names]
    assert found == ["suprovid", "5s", "UTC"]


async def test_a_warm_pool_has_its_connections_open(database_url: str) -> None:
    engine = make_engine(database_url, pool_size=4)
    try:
        await warm(engine, 4)
        async with engine.connect() as connection:
            open_ones = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'suprovid'"
            assert await connection.scalar(text(f"{open_ones} AND datname = current_database()")) == 4
    finally:
        await engine.dispose()


async def test_who_is_alone_stays_on_the_connection_that_knows_the_statements(database_url: str) -> None:
    engine = make_engine(database_url, pool_size=4)
    try:
        await warm(engine, 4)
        used = set()
        for _ in range(8):
            async with engine.connect() as connection:
                used.add(await connection.scalar(text("SELECT pg_backend_pid()")))
        assert len(used) == 1
    finally:
        await engine.dispose()


async def test_units_of_work_wait_for_a_connection_instead_of_failing(database_url: str) -> None:
    database = Database.open(database_url, pool_size=2)

    async def work() -> int:
        async with database.uow() as uow:
            return int(await uow.session.scalar(text("SELECT 1")) or 0)

    try:
        assert sum(await asyncio.gather(*(work() for _ in range(40)))) == 40
    finally:
        await database.close()


async def test_an_error_of_the_database_does_not_repeat_parameters(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        async with database.uow() as uow:
            await uow.session.execute(text("SELECT 1 / length(:words) FROM nowhere"), {"words": "+380501234567"})
    assert "380501234567" not in str(caught.value)
