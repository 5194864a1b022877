"""Who works, who holds what, and what becomes of the claims of the dead."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from db.engine import Database
from db.repositories import inbox, letters, outbox, workers
from db.repositories.inbox import Arrival
from db.repositories.workers import Process, Seen
from db.uow import UnitOfWork
from tests.db.repositories.test_letters import NOW

HERE = Process("here", 1, "100")
THERE = Process("there", 1, "100")


async def test_a_worker_beats_until_others_take_it_for_dead(uow: UnitOfWork) -> None:
    first = await workers.join(uow.session, HERE)
    assert await workers.beat(uow.session, first)
    (seen,) = await workers.everybody(uow.session)
    assert seen == Seen(first, HERE, 1)
    assert await workers.bury(uow.session, seen)
    assert not await workers.beat(uow.session, first)


async def test_who_moved_since_it_was_seen_is_not_buried(uow: UnitOfWork) -> None:
    first = await workers.join(uow.session, HERE)
    (seen,) = await workers.everybody(uow.session)
    await workers.beat(uow.session, first)
    assert not await workers.bury(uow.session, seen)
    assert await workers.beat(uow.session, first)


async def test_a_role_is_held_by_one_until_it_is_given_back_or_its_worker_is_gone(uow: UnitOfWork) -> None:
    first, second = await workers.join(uow.session, HERE), await workers.join(uow.session, THERE)
    assert await workers.acquire(uow.session, "letters", first)
    assert await workers.acquire(uow.session, "letters", first), "whoever holds it may ask again"
    assert not await workers.acquire(uow.session, "letters", second)
    assert await workers.holders(uow.session, ["letters", "poller"]) == {"letters": first}
    await workers.release(uow.session, "letters", second)
    assert not await workers.acquire(uow.session, "letters", second), "only the holder gives it back"
    await workers.release(uow.session, "letters", first)
    assert await workers.acquire(uow.session, "letters", second)
    await workers.leave(uow.session, second)
    assert await workers.acquire(uow.session, "letters", first)


async def test_of_many_at_once_one_gets_the_role(database: Database) -> None:
    async def try_it() -> bool:
        async with database.uow() as uow:
            return await workers.acquire(uow.session, "letters", await workers.join(uow.session, HERE))

    assert sorted(await asyncio.gather(*(try_it() for _ in range(5)))) == [False] * 4 + [True]


async def _claim_one_of_each(uow: UnitOfWork, worker: int | None, number: int, seconds: float = 60) -> None:
    await inbox.add(uow.session, 1, [Arrival(number, f"p:{number}", "{}")])
    await outbox.write(
        uow.session, lane=f"p:{number}", priority=2, kind="welcome", facts={}, chat_id=number, written_at=NOW
    )
    await inbox.claim(uow.session, limit=1, lease=seconds, busy=(), worker=worker)
    heads = await letters.lock_heads(uow.session, letters.Window(now=NOW, limit=1))
    assert await letters.lease(uow.session, heads, seconds, worker)


async def _claimed(uow: UnitOfWork) -> list[int | None]:
    query = "SELECT worker_id FROM inbox WHERE lease_until IS NOT NULL ORDER BY id"
    return list((await uow.session.scalars(text(query))).all())


async def test_claims_of_the_dead_are_free_and_those_of_the_living_stay(uow: UnitOfWork) -> None:
    living, dead = await workers.join(uow.session, HERE), await workers.join(uow.session, THERE)
    await _claim_one_of_each(uow, living, 1)
    await _claim_one_of_each(uow, dead, 2)
    assert await workers.free_orphans(uow.session) == 0
    await workers.leave(uow.session, dead)
    assert await workers.free_orphans(uow.session) == 2
    assert await _claimed(uow) == [living]


@pytest.mark.parametrize(("worker", "seconds"), [("nobody", 60), ("living", 0)], ids=["of nobody", "run out"])
async def test_claims_of_nobody_and_those_that_ran_out_are_free(uow: UnitOfWork, worker: str, seconds: float) -> None:
    living = await workers.join(uow.session, HERE)
    await _claim_one_of_each(uow, living if worker == "living" else None, 1, seconds)
    assert await workers.free_orphans(uow.session) == 2
    assert await _claimed(uow) == []


async def test_what_is_being_handled_is_passed_over(database: Database) -> None:
    async with database.uow() as uow:
        await inbox.add(uow.session, 1, [Arrival(1, "p:1", "{}")])
        (claimed,) = await inbox.claim(uow.session, limit=1, lease=60, busy=(), worker=12345)
    async with database.uow() as handling:
        assert await inbox.begin(handling.session, claimed)
        async with asyncio.timeout(5), database.uow() as other:
            assert await workers.free_orphans(other.session) == 0
