"""A statement written by hand is a transaction by itself on a hand, and a part of the one around it in a session."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from db.by_hand import Hand, Statement, ask
from db.engine import Database
from db.models import Organisation

ADD = Statement("INSERT INTO organisations (slug, prefix) VALUES (:slug, :prefix) RETURNING slug")
COUNT = Statement("SELECT count(*) FROM organisations")
SLOW = Statement("SELECT pg_sleep(:seconds)")
KILL = Statement("SELECT pg_terminate_backend(pg_backend_pid())")
LUHANSK = {"slug": "luhansk", "prefix": "LUH"}
LOCK = 42


@pytest.fixture(params=["database", "savepoint"])
def either(request: pytest.FixtureRequest) -> Database:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Database)
    return found


async def _organisations(database: Database) -> int:
    async with database.uow() as uow:
        return await uow.session.scalar(select(func.count()).select_from(Organisation)) or 0


def test_a_value_that_is_named_twice_is_sent_once() -> None:
    statement = Statement("SELECT CAST(:b AS int), CAST(:a AS int) WHERE :b > 0 AND 1::int = 1")
    assert statement.numbered == "SELECT CAST($1 AS int), CAST($2 AS int) WHERE $1 > 0 AND 1::int = 1"
    assert statement.arguments({"a": 1, "b": 2, "more": 3}) == [2, 1]


async def test_on_a_hand_it_has_committed_at_once(database: Database) -> None:
    async with database.hand() as hand:
        assert [tuple(row) for row in await ask(hand, ADD, LUHANSK)] == [("luhansk",)]
        assert await _organisations(database) == 1


async def test_in_a_session_it_is_part_of_the_transaction(either: Database) -> None:
    async def add_and_fail() -> None:
        async with either.uow() as uow:
            for slug in ("one", "two"):
                await ask(uow.session, ADD, {"slug": slug, "prefix": slug})
            [(seen,)] = await ask(uow.session, COUNT, {})
            assert seen == 2
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await add_and_fail()
    assert await _organisations(either) == 0


async def test_a_session_sees_what_was_written_by_hand_and_the_other_way_round(either: Database) -> None:
    async with either.uow() as uow:
        await ask(uow.session, COUNT, {})
        uow.session.add(Organisation(slug="one", prefix="ONE"))
        await uow.session.flush()
        await ask(uow.session, ADD, LUHANSK)
        [(seen,)] = await ask(uow.session, COUNT, {})
        assert seen == await uow.session.scalar(select(func.count()).select_from(Organisation)) == 2


async def test_an_error_is_that_of_a_session_without_the_values(either: Database) -> None:
    async with either.hand() as hand:
        await ask(hand, ADD, LUHANSK)
    with pytest.raises(IntegrityError) as failed:
        async with either.hand() as hand:
            await ask(hand, ADD, LUHANSK)
    assert "luhansk" not in str(failed.value) + str(failed.value.orig)
    assert await _organisations(either) == 1


async def _count(hand: Hand) -> int:
    return int((await ask(hand, COUNT, {}))[0][0])


async def test_a_lost_connection_is_told_and_not_used_again(database: Database) -> None:
    with pytest.raises(DBAPIError) as failed:
        async with database.hand() as hand:
            await ask(hand, KILL, {})
    assert failed.value.connection_invalidated
    assert await _organisations(database) == 0


async def test_a_connection_lost_within_a_session_is_not_used_again(database: Database) -> None:
    async def lose() -> None:
        async with database.uow() as uow:
            await ask(uow.session, COUNT, {})
            await ask(uow.session, KILL, {})

    with pytest.raises(DBAPIError) as failed:
        await lose()
    assert failed.value.connection_invalidated
    assert await _organisations(database) == 0


async def test_under_a_lock_several_are_one_transaction(either: Database) -> None:
    async def add_and_fail() -> None:
        async with either.hand() as hand, hand.locked(LOCK):
            await ask(hand, ADD, LUHANSK)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await add_and_fail()
    assert await _organisations(either) == 0
    async with either.hand() as hand, hand.locked(LOCK):
        await ask(hand, ADD, LUHANSK)
    assert await _organisations(either) == 1


async def test_the_lock_keeps_others_waiting_and_shows_them_what_was_done_under_it(database: Database) -> None:
    entered = asyncio.Event()

    async def count() -> int:
        async with database.hand() as hand:
            entered.set()
            async with hand.locked(LOCK):
                return await _count(hand)

    async with database.hand() as hand, hand.locked(LOCK):
        counting = asyncio.create_task(count())
        await entered.wait()
        await ask(hand, SLOW, {"seconds": 0.05})
        await ask(hand, ADD, LUHANSK)
        assert not counting.done()
    assert await counting == 1


async def test_whoever_is_cancelled_leaves_neither_transaction_nor_lock(database: Database) -> None:
    begun = asyncio.Event()

    async def sleep() -> None:
        async with database.hand() as hand, hand.locked(LOCK):
            begun.set()
            await ask(hand, SLOW, {"seconds": 60})

    sleeping = asyncio.create_task(sleep())
    await begun.wait()
    sleeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sleeping
    async with asyncio.timeout(10), database.hand() as hand, hand.locked(LOCK):
        assert await _count(hand) == 0


async def test_who_works_on_a_channel_hears_of_it_after_all_is_written(database: Database) -> None:
    heard: list[str] = []
    database.hear(heard.append)
    async with database.hand() as hand:
        hand.nudge("inbox")
        hand.nudge("inbox")
        assert heard == []
    assert heard == ["inbox"]

    async def nudge_and_fail() -> None:
        async with database.hand() as hand:
            hand.nudge("inbox")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await nudge_and_fail()
    assert heard == ["inbox"]


async def test_where_it_is_only_read_nothing_is_written(database: Database) -> None:
    async with database.uow() as uow:
        uow.session.add(Organisation(**LUHANSK))
    async with database.reading() as uow:
        found = (await uow.session.scalars(select(Organisation))).one()
        assert await ask(uow.session, COUNT, {})
        assert await ask(uow.session, COUNT, {})
    assert found.slug == "luhansk"
    with pytest.raises(RuntimeError):
        async with database.reading() as uow:
            (await uow.session.scalars(select(Organisation))).one().prefix = "ABC"
    with pytest.raises(RuntimeError):
        async with database.reading() as uow:
            uow.session.add(Organisation(slug="two", prefix="TWO"))


async def test_what_was_changed_in_a_session_is_seen_by_what_is_asked_there(database: Database) -> None:
    async with database.uow() as uow:
        uow.session.add(Organisation(**LUHANSK))
        assert [tuple(each) for each in await ask(uow.session, COUNT, {})] == [(1,)]
        uow.session.add(Organisation(slug="two", prefix="TWO"))
        assert [tuple(each) for each in await ask(uow.session, COUNT, {})] == [(2,)]
        await uow.session.delete((await uow.session.scalars(select(Organisation))).first())
        assert [tuple(each) for each in await ask(uow.session, COUNT, {})] == [(1,)]
