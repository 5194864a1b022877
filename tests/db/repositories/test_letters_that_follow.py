"""The next letter of a lane is claimed with the end of the one before; a look says what else is due."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from db.repositories import finishing, letters
from db.repositories.finishing import Behind, Stands
from db.repositories.letters import ClaimedLetter, Window
from db.uow import UnitOfWork
from tests.db.repositories.test_letters import NOW, claim, want, write


async def finish_asking(uow: UnitOfWork, claimed: ClaimedLetter) -> Behind:
    behind = Behind(Window(now=NOW, limit=1), seconds=60, worker=7)
    assert await finishing.finish(uow.session, claimed, Stands(7, "слова"), behind)
    return behind


async def test_the_next_of_the_lane_is_claimed_with_the_end_of_the_one_before(uow: UnitOfWork) -> None:
    for priority in (1, 2, 2, 0):
        await write(uow, priority=priority)
    await write(uow, lane="p:2", priority=0)
    claimed = next(each for each in await claim(uow) if each.lane == "p:1")
    order = [claimed]
    while (behind := await finish_asking(uow, order[-1])).following is not None:
        assert (behind.following.lane, behind.following.claims) == ("p:1", 1)
        order.append(behind.following)
    assert [each.priority for each in order] == [0, 1, 2, 2]
    assert [each.id for each in order[2:]] == sorted(each.id for each in order[2:])
    assert not behind.others_wait


@pytest.mark.parametrize(
    ("how", "waits"),
    [
        ("retry_at = clock_timestamp() + interval '1 minute'", True),
        ("lease_until = clock_timestamp() + interval '1 minute'", True),
        ("not_before = '2100-01-01'", False),
        ("parked_at = clock_timestamp()", False),
    ],
)
async def test_what_could_not_leave_now_does_not_follow(uow: UnitOfWork, how: str, waits: bool) -> None:
    await write(uow, priority=1)
    await write(uow)
    (claimed,) = await claim(uow)
    await uow.session.execute(text(f"UPDATE letters SET {how} WHERE id <> :id"), {"id": claimed.id})
    behind = await finish_asking(uow, claimed)
    assert behind.following is None
    assert behind.others_wait is waits


async def test_nothing_follows_a_letter_that_waits_on_or_was_lost(uow: UnitOfWork) -> None:
    await want(uow)
    await write(uow, lane="c:1", chat_id=-5)
    (claimed,) = await claim(uow)
    await want(uow)
    behind = Behind(Window(now=NOW, limit=1), seconds=60)
    assert not await finishing.finish(uow.session, claimed, Stands(7, "слова", revision=1), behind)
    assert behind.following is None
    assert behind.others_wait
    assert not await finishing.finish(uow.session, replace(claimed, lease=NOW), Stands(7, "слова", revision=1), behind)
    assert behind.following is None


async def test_a_card_follows_the_words_for_which_it_waited(uow: UnitOfWork) -> None:
    await want(uow, "card:1")
    (card,) = await claim(uow)
    assert await finishing.finish(uow.session, card, Stands(7, "картка", fresh=True, revision=1, digest="d"))
    await write(uow, lane="c:1", chat_id=-5)
    await want(uow, "card:1")
    (words,) = await claim(uow)
    assert words.slot_id is None
    following = (await finish_asking(uow, words)).following
    assert following is not None
    assert following.slot_id == card.slot_id


async def test_what_followed_is_free_again_where_the_end_was_written_twice(uow: UnitOfWork) -> None:
    await write(uow)
    await write(uow)
    (claimed,) = await claim(uow)
    behind = await finish_asking(uow, claimed)
    followed = behind.following
    assert followed is not None
    assert not await finishing.finish(uow.session, claimed, Stands(7, "слова"), behind)
    assert behind.following is None
    assert behind.others_wait
    (again,) = await claim(uow)
    assert again.claims == 1


async def test_a_look_says_what_else_is_due(uow: UnitOfWork) -> None:
    async def look(**window: Any) -> tuple[int, bool, frozenset[str]]:
        heads = await letters.lock_heads(uow.session, Window(now=NOW, limit=50, **window))
        return len(heads), heads.elsewhere, heads.behind

    assert await look() == (0, False, frozenset())
    await write(uow)
    await write(uow)
    assert await look() == (1, False, frozenset())
    assert await look(full=[1]) == (0, True, frozenset())
    assert await look(busy=["p:1"]) == (0, False, frozenset({"p:1"}))
    (claimed,) = await claim(uow)
    await uow.session.execute(text("UPDATE letters SET not_before = '2100-01-01' WHERE id <> :id"), {"id": claimed.id})
    assert await look(busy=["p:1"]) == (0, False, frozenset())
