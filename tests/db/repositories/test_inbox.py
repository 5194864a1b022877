"""Updates are kept once, claimed by lane in order, and never by two at once."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.engine import Database
from db.repositories import inbox
from db.repositories.inbox import Arrival, ClaimedUpdate, Claims
from db.uow import UnitOfWork

BOT = 100


def arrival(update_id: int, lane: str = "p:1", body: str = "{}") -> Arrival:
    return Arrival(update_id, lane, body)


async def put(database: Database, *arrivals: Arrival) -> int:
    async with database.uow() as uow:
        return await inbox.add(uow.session, BOT, arrivals)


async def claim(database: Database, limit: int = 10, lease: float = 60, busy: tuple[str, ...] = ()) -> Claims:
    async with database.uow() as uow:
        return await inbox.claim(uow.session, limit=limit, lease=lease, busy=busy)


async def finish(database: Database, claimed: ClaimedUpdate) -> bool:
    async with database.uow() as uow:
        return await inbox.begin(uow.session, replace(claimed, more=False)) is not None


async def let_go(database: Database, claimed: ClaimedUpdate, delay: float = 0.0, failed: bool = False) -> int | None:
    async with database.uow() as uow:
        return await inbox.let_go(uow.session, claimed, delay=delay, failed=failed)


async def test_the_same_update_is_kept_once(savepoint: Database) -> None:
    assert await put(savepoint, arrival(1), arrival(1), arrival(2)) == 2
    assert await put(savepoint, arrival(2), arrival(3)) == 1


async def test_the_same_id_with_another_body_is_a_new_update(savepoint: Database) -> None:
    await put(savepoint, arrival(1, body='{"a":1}'))
    assert await put(savepoint, arrival(1, body='{"a":2}')) == 1


async def test_a_body_is_sealed_in_the_table_and_opens_for_whoever_claims_it(savepoint: Database) -> None:
    await put(savepoint, arrival(1, body='{"text":"таємниця"}'))
    async with savepoint.uow() as uow:
        (sealed,) = (await uow.session.execute(text("SELECT body FROM inbox"))).one()
    (claimed,) = await claim(savepoint)
    assert "таємниця".encode() not in sealed
    assert claimed.body == '{"text":"таємниця"}'


async def test_only_the_head_of_a_lane_can_be_claimed(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"), arrival(2, "p:1"), arrival(3, "p:2"))
    first = await claim(savepoint)
    assert [each.lane for each in first] == ["p:1", "p:2"]
    assert await claim(savepoint) == []
    assert await finish(savepoint, first[0])
    assert [each.lane for each in await claim(savepoint)] == ["p:1"]


async def test_the_next_of_a_lane_is_claimed_with_the_end_of_the_one_before(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"), arrival(2, "p:1"), arrival(3, "p:2"), arrival(4, "p:1"))
    first, other = await claim(savepoint)
    assert (first.more, other.more) == (True, False)
    async with savepoint.uow() as uow:
        begun = await inbox.begin(uow.session, first, worker=7)
    assert begun is not None
    assert begun.following is not None
    following = begun.following
    assert (following.lane, following.id > first.id, following.claims, following.more) == ("p:1", True, 1, True)
    assert await claim(savepoint) == [], "it is claimed, and holds its lane"
    assert await finish(savepoint, following)
    async with savepoint.uow() as uow:
        ended = await inbox.begin(uow.session, other)
    assert ended is not None
    assert ended.following is None


async def test_the_next_is_not_claimed_where_the_end_of_the_one_before_is_not_committed(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"), arrival(2, "p:1"))
    (first,) = await claim(savepoint)
    async with savepoint.uow() as uow:
        assert (await inbox.begin(uow.session, first)) is not None
        await uow.session.rollback()
    assert await let_go(savepoint, first, delay=0, failed=False) == 0
    (again,) = await claim(savepoint)
    assert again.id == first.id


async def test_a_lost_claim_claims_nothing_more(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"), arrival(2, "p:1"))
    (old,) = await claim(savepoint, lease=0)
    (new,) = await claim(savepoint)
    async with savepoint.uow() as uow:
        assert await inbox.begin(uow.session, old, private_message=(1, 5)) is None
        known = await uow.session.execute(text("SELECT count(*) FROM chat_cursors"))
        assert known.scalar_one() == 0
    assert await claim(savepoint) == []
    assert await finish(savepoint, new)


async def test_a_next_one_that_backs_off_is_not_claimed(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"), arrival(2, "p:1"))
    (first,) = await claim(savepoint)
    async with savepoint.uow() as uow:
        later = "UPDATE inbox SET retry_at = clock_timestamp() + interval '1 hour' WHERE update_id = 2"
        await uow.session.execute(text(later))
        begun = await inbox.begin(uow.session, first)
    assert begun is not None
    assert begun.following is None


async def test_a_head_that_backs_off_holds_its_lane(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"), arrival(2, "p:1"))
    (first,) = await claim(savepoint)
    assert await let_go(savepoint, first, delay=3600, failed=True) == 1
    assert await claim(savepoint) == []


async def test_a_claim_given_back_counts_a_try_only_where_our_code_failed(savepoint: Database) -> None:
    await put(savepoint, arrival(1))
    tries = []
    for failed in (True, False, True):
        (claimed,) = await claim(savepoint)
        assert claimed.claims == 1
        tries.append(await let_go(savepoint, claimed, failed=failed))
    assert tries == [1, 1, 2]


async def test_a_lease_that_ran_out_is_claimed_anew_and_the_old_claim_is_lost(savepoint: Database) -> None:
    await put(savepoint, arrival(1))
    (old,) = await claim(savepoint, lease=0)
    (new,) = await claim(savepoint)
    assert new.claims == 2
    assert not await finish(savepoint, old)
    assert await let_go(savepoint, old) is None
    async with savepoint.uow() as uow:
        assert not await inbox.park(uow.session, old, "unfinished")
    assert await finish(savepoint, new)


async def test_a_parked_update_lets_its_lane_go_on(savepoint: Database) -> None:
    await put(savepoint, arrival(1), arrival(2))
    (first,) = await claim(savepoint)
    async with savepoint.uow() as uow:
        assert await inbox.park(uow.session, first, "own-failure")
    assert [each.id for each in await claim(savepoint)] == [first.id + 1]


async def test_what_came_into_a_busy_lane_waits_and_what_is_in_hand_there_does_not(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"))
    assert not (await claim(savepoint)).others_wait
    assert not (await claim(savepoint, busy=("p:1",))).others_wait
    await put(savepoint, arrival(2, "p:1"))
    assert (await claim(savepoint, busy=("p:1",))).others_wait


async def test_a_busy_lane_is_left_out(savepoint: Database) -> None:
    await put(savepoint, arrival(1, "p:1"), arrival(2, "p:2"))
    assert [each.lane for each in await claim(savepoint, busy=("p:1",))] == ["p:2"]


async def test_a_done_update_keeps_its_key_but_not_its_body(uow: UnitOfWork) -> None:
    await inbox.add(uow.session, BOT, [arrival(1, body='{"a":1}')])
    (claimed,) = await inbox.claim(uow.session, limit=1, lease=60, busy=())
    await inbox.begin(uow.session, claimed)
    assert (await uow.session.execute(text("SELECT body FROM inbox"))).scalar_one() is None
    assert await inbox.add(uow.session, BOT, [arrival(1, body='{"a":1}')]) == 0
    assert await inbox.forget_done(uow.session, timedelta(hours=1)) == 0
    assert await inbox.forget_done(uow.session, timedelta(0)) == 1


async def test_the_backlog_tells_how_much_waits_and_when_to_look_again(uow: UnitOfWork) -> None:
    assert (await inbox.backlog(uow.session)).waiting == 0
    await inbox.add(uow.session, BOT, [arrival(1)])
    assert (await inbox.backlog(uow.session)).next_in == 0
    (claimed,) = await inbox.claim(uow.session, limit=1, lease=60, busy=())
    await inbox.let_go(uow.session, claimed, delay=30, failed=False)
    backlog = await inbox.backlog(uow.session)
    assert backlog.waiting == 1
    assert 0 <= backlog.oldest < 30
    assert 25 < backlog.next_in <= 30


async def test_what_is_being_handled_is_not_claimed_even_when_its_lease_has_run_out(database: Database) -> None:
    await put(database, arrival(1), arrival(2))
    (first,) = await claim(database, lease=0)
    async with database.uow() as handling:
        await handling.session.execute(
            text("UPDATE inbox SET lease_until = lease_until WHERE id = :id"), {"id": first.id}
        )
        assert await claim(database) == []
    assert len(await claim(database)) == 1


@pytest.mark.parametrize("seed", range(3))
async def test_several_workers_at_once_keep_every_lane_in_order(database: Database, seed: int) -> None:
    chance = random.Random(seed)
    lanes = [f"p:{number}" for number in range(8)]
    await put(database, *(arrival(number, chance.choice(lanes)) for number in range(120)))
    handled: list[tuple[str, int]] = []
    running: set[str] = set()

    async def work() -> None:
        while len(handled) < 120:
            for each in await claim(database, limit=3):
                assert each.lane not in running
                running.add(each.lane)
                await asyncio.sleep(0)
                handled.append((each.lane, each.id))
                running.discard(each.lane)
                assert await finish(database, each)

    async with asyncio.timeout(30):
        await asyncio.gather(*(work() for _ in range(4)))
    assert len(set(handled)) == 120
    for lane in lanes:
        ids = [number for name, number in handled if name == lane]
        assert ids == sorted(ids)
