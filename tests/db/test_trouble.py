"""Passing trouble of PostgreSQL is told from faults of our own."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from db.engine import Database
from db.trouble import is_passing, until_it_passes
from db.uow import UnitOfWork


@pytest.mark.parametrize("error", [ConnectionResetError(), OSError(), TimeoutError(), PoolTimeout()])
def test_lost_connections_pass(error: Exception) -> None:
    assert is_passing(error)


@pytest.mark.parametrize("error", [ValueError(), KeyError("text"), RuntimeError(), AssertionError()])
def test_our_own_faults_do_not(error: Exception) -> None:
    assert not is_passing(error)


def test_trouble_is_seen_behind_another_error() -> None:
    error = ValueError()
    error.__cause__ = ConnectionResetError()
    assert is_passing(error)


@pytest.mark.parametrize("state", ["40001", "40P01", "57P01", "53300", "08006"])
async def test_states_that_pass_are_recognised_as_the_driver_raises_them(database: Database, state: str) -> None:
    with pytest.raises(DBAPIError) as raised:
        async with database.uow() as uow:
            await uow.session.execute(text(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$"))
    assert is_passing(raised.value)


async def test_a_broken_rule_of_a_table_does_not_pass(database: Database) -> None:
    with pytest.raises(IntegrityError) as raised:
        async with database.uow() as uow:
            await uow.session.execute(text("INSERT INTO chat_cursors (chat_id) VALUES (1)"))
    assert not is_passing(raised.value)


async def test_a_killed_connection_passes(database: Database) -> None:
    with pytest.raises(DBAPIError) as raised:
        async with database.uow() as uow:
            await uow.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert is_passing(raised.value)


async def test_a_real_deadlock_passes_and_the_work_is_done_by_both(database: Database) -> None:
    async with database.uow() as uow:
        await uow.session.execute(text("INSERT INTO chat_cursors VALUES (1, 0), (2, 0)"))
    met = asyncio.Barrier(2)
    tries = 0

    async def raise_both(first: int, second: int) -> None:
        async def work(uow: UnitOfWork) -> None:
            nonlocal tries
            tries += 1
            raising = text("UPDATE chat_cursors SET last_message_id = last_message_id + 1 WHERE chat_id = :chat")
            await uow.session.execute(raising, {"chat": first})
            if tries <= 2:
                await met.wait()
            await uow.session.execute(raising, {"chat": second})

        await until_it_passes(database, work)

    await asyncio.gather(raise_both(1, 2), raise_both(2, 1))
    async with database.uow() as uow:
        rows = (await uow.session.execute(text("SELECT last_message_id FROM chat_cursors"))).scalars().all()
    assert rows == [2, 2]
    assert tries == 3


async def test_our_own_fault_goes_through_at_once(database: Database) -> None:
    async def work(uow: UnitOfWork) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        await until_it_passes(database, work)
