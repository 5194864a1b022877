"""Letters leave lane by lane: the most urgent first, then the oldest; one in flight."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, text

from db.engine import Database
from db.models import Letter, Slot
from db.repositories import budget, finishing, letters, outbox, slots
from db.repositories.finishing import Stands
from db.repositories.letters import ClaimedLetter, Window
from db.uow import UnitOfWork

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


async def write(uow: UnitOfWork, lane: str = "p:1", priority: int = 2, chat_id: int = 1, **more: Any) -> None:
    await outbox.write(
        uow.session,
        lane=lane,
        priority=priority,
        kind="welcome",
        facts={},
        chat_id=chat_id,
        written_at=NOW,
        **more,
    )


async def want(uow: UnitOfWork, key: str = "screen", chat_id: int = -5, lane: str = "c:1") -> None:
    await outbox.show(
        uow.session, chat_id=chat_id, key=key, lane=lane, priority=1, kind="help", facts={}, written_at=NOW
    )


async def claim(uow: UnitOfWork, lease: float = 60, **window: Any) -> list[ClaimedLetter]:
    await letters.lock_claims(uow.session)
    heads = await letters.lock_heads(
        uow.session, Window(now=window.pop("now", NOW), limit=window.pop("limit", 50), **window)
    )
    return await letters.lease(uow.session, heads, lease) if heads else []


async def set_sent(uow: UnitOfWork, claimed: ClaimedLetter) -> None:
    await uow.session.execute(
        text("UPDATE letters SET sent_at = clock_timestamp(), lease_until = NULL WHERE id = :id"), {"id": claimed.id}
    )


async def test_the_head_is_the_oldest_of_the_highest_priority(uow: UnitOfWork) -> None:
    await write(uow, priority=2)
    await write(uow, priority=2)
    await write(uow, priority=0)
    order = []
    while claimed := await claim(uow):
        (head,) = claimed
        order.append((head.priority, head.id))
        await set_sent(uow, head)
    assert [priority for priority, _ in order] == [0, 2, 2]
    assert order[1][1] < order[2][1]


async def test_no_two_letters_of_one_lane_are_in_flight(uow: UnitOfWork) -> None:
    await write(uow)
    await write(uow, lane="p:2", chat_id=2)
    assert len(await claim(uow)) == 2
    await write(uow, priority=0)
    assert await claim(uow) == []


async def test_a_letter_that_backs_off_holds_its_lane(uow: UnitOfWork) -> None:
    await write(uow)
    await write(uow)
    (head,) = await claim(uow)
    await letters.put_back(uow.session, head, delay=3600)
    assert await claim(uow) == []


async def test_a_letter_of_tomorrow_does_not_hold_its_lane(uow: UnitOfWork) -> None:
    await write(uow, not_before=NOW + timedelta(days=1))
    await write(uow)
    (today,) = await claim(uow)
    await set_sent(uow, today)
    assert await claim(uow) == []
    (tomorrow,) = await claim(uow, now=NOW + timedelta(days=1))
    assert tomorrow.id < today.id


async def test_a_parked_letter_does_not_hold_its_lane(uow: UnitOfWork) -> None:
    await write(uow)
    await write(uow)
    (head,) = await claim(uow)
    await uow.session.execute(
        text("UPDATE letters SET parked_at = clock_timestamp(), lease_until = NULL WHERE id = :id"), {"id": head.id}
    )
    assert len(await claim(uow)) == 1


async def test_full_chats_and_busy_lanes_are_left_out(uow: UnitOfWork) -> None:
    await write(uow)
    await write(uow, lane="p:2", chat_id=2)
    await write(uow, lane="p:3", chat_id=3)
    assert [each.chat_id for each in await claim(uow, full=[1], busy=["p:3"])] == [2]


async def test_what_a_chat_keeps_free_is_for_the_urgent(uow: UnitOfWork) -> None:
    await write(uow, lane="c:1", chat_id=-5, priority=2)
    await write(uow, lane="c:2", chat_id=-5, priority=1)
    assert [each.lane for each in await claim(uow, kept=[-5], keep_for=2)] == ["c:2"]


async def test_nothing_less_urgent_than_asked_for_is_claimed(uow: UnitOfWork) -> None:
    await write(uow, priority=4)
    await write(uow, lane="p:2", chat_id=2, priority=2)
    assert [each.lane for each in await claim(uow, least=2)] == ["p:2"]


async def test_a_claim_lost_to_another_changes_nothing(uow: UnitOfWork) -> None:
    await write(uow)
    (old,) = await claim(uow, lease=0)
    (new,) = await claim(uow)
    assert await letters.put_back(uow.session, old, delay=0) is None
    assert await letters.lock_claimed(uow.session, old) is None
    assert not await finishing.finish(uow.session, old, Stands(7, "слова"))
    assert await letters.lock_claimed(uow.session, new) is not None
    assert await letters.put_back(uow.session, new, delay=0, failed=True) == 1


async def test_a_slot_of_a_thrifty_group_waits_without_holding_its_lane(uow: UnitOfWork) -> None:
    await want(uow)
    await uow.session.execute(text("UPDATE slots SET shown_at = clock_timestamp() - interval '30 seconds'"))
    await write(uow, lane="c:1", chat_id=-5)
    assert [each.slot_id for each in await claim(uow, thrifty=[-5])] == [None]


async def test_a_slot_of_a_thrifty_group_leaves_when_it_was_shown_a_minute_ago(uow: UnitOfWork) -> None:
    await want(uow)
    await uow.session.execute(text("UPDATE slots SET shown_at = clock_timestamp() - interval '61 seconds'"))
    assert len(await claim(uow, thrifty=[-5])) == 1


async def test_a_slot_of_a_quiet_group_leaves_at_once(uow: UnitOfWork) -> None:
    await want(uow)
    await uow.session.execute(text("UPDATE slots SET shown_at = clock_timestamp()"))
    assert len(await claim(uow)) == 1


async def set_shown(uow: UnitOfWork, seconds_ago: float, *, wanted: float = 1) -> None:
    """Every slot stands as it was shown so long ago; that it changes is known for `wanted` seconds."""
    shown = "UPDATE slots SET shown_digest = 'd', shown_at = clock_timestamp() - CAST(:ago AS text)::interval"
    await uow.session.execute(text(shown), {"ago": f"{seconds_ago} s"})
    queued = "UPDATE letters SET queued_at = clock_timestamp() - CAST(:ago AS text)::interval WHERE slot_id IS NOT NULL"
    await uow.session.execute(text(queued), {"ago": f"{wanted} s"})


async def test_a_card_that_is_shown_gives_way_to_words_of_any_topic_of_its_group(uow: UnitOfWork) -> None:
    await want(uow)
    await set_shown(uow, 3600)
    await write(uow, lane="c:1", chat_id=-5)
    await write(uow, lane="c:2", chat_id=-5)
    words = await claim(uow)
    assert [(each.lane, each.slot_id) for each in words] == [("c:1", None), ("c:2", None)]
    await set_sent(uow, words[0])
    assert await claim(uow) == [], "words on their way wait, too"
    await set_sent(uow, words[1])
    (card,) = await claim(uow)
    assert card.slot_id is not None


async def test_a_card_gives_way_where_words_have_no_place_and_it_would(uow: UnitOfWork) -> None:
    await want(uow)
    await set_shown(uow, 3600)
    await write(uow, lane="c:2", chat_id=-5)
    assert await claim(uow, kept=[-5], keep_for=2) == []


async def test_a_card_is_five_minutes_behind_at_most(uow: UnitOfWork) -> None:
    await want(uow)
    await set_shown(uow, 3600, wanted=299)
    await write(uow, lane="c:2", chat_id=-5)
    assert [each.slot_id for each in await claim(uow, lease=0)] == [None]
    await set_shown(uow, 3600, wanted=301)
    assert [each.lane for each in await claim(uow, lease=0)] == ["c:1", "c:2"]
    await set_shown(uow, 299, wanted=301)
    assert [each.slot_id for each in await claim(uow, lease=0)] == [None]


async def test_a_card_that_does_not_stand_yet_gives_no_way(uow: UnitOfWork) -> None:
    await want(uow)
    await write(uow, lane="c:2", chat_id=-5)
    assert [each.lane for each in await claim(uow)] == ["c:1", "c:2"]


async def test_a_screen_of_a_private_chat_gives_no_way(uow: UnitOfWork) -> None:
    await want(uow, chat_id=1, lane="p:1")
    await set_shown(uow, 3600)
    await write(uow, lane="p:1", chat_id=1)
    (screen,) = await claim(uow)
    assert screen.slot_id is not None


async def test_a_card_does_not_wait_for_what_cannot_leave_or_is_not_words_of_a_case(uow: UnitOfWork) -> None:
    await write(uow, lane="c:3", chat_id=-5)
    await write(uow, lane="c:3", chat_id=-5)
    (head,) = await claim(uow)
    await letters.put_back(uow.session, head, delay=3600)
    await write(uow, lane="c:4", chat_id=-5, not_before=NOW + timedelta(days=1))
    await write(uow, lane="c:5", chat_id=-5, priority=3)
    await write(uow, lane="c:6", chat_id=-6)
    await want(uow)
    await set_shown(uow, 3600)
    assert [each.lane for each in await claim(uow)] == ["c:1", "c:6", "c:5"]


async def test_the_backlog_counts_what_is_due(uow: UnitOfWork) -> None:
    await write(uow, not_before=NOW + timedelta(days=1))
    assert (await letters.backlog(uow.session, NOW)).due == 0
    await write(uow)
    assert (await letters.backlog(uow.session, NOW)).due == 1
    (head,) = await claim(uow)
    await letters.put_back(uow.session, head, delay=30)
    assert 25 < (await letters.backlog(uow.session, NOW)).next_in <= 30


async def test_the_budget_learns_what_was_sent_and_what_may_be_under_way(uow: UnitOfWork) -> None:
    for lane, chat_id in (("p:1", 1), ("p:2", 2), ("p:3", 3)):
        await write(uow, lane=lane, chat_id=chat_id)
    first, second, _ = await claim(uow)
    await set_sent(uow, first)
    await uow.session.execute(
        text("UPDATE letters SET sent_at = clock_timestamp() - interval '1 hour' WHERE id = :id"), {"id": second.id}
    )
    spent = await budget.recently_spent(uow.session, 60)
    assert sorted(each.chat_id for each in spent) == [1, 3]


async def test_chats_that_were_paused_are_remembered(uow: UnitOfWork) -> None:
    await write(uow)
    (head,) = await claim(uow)
    await letters.put_back(uow.session, head, delay=100)
    ((chat_id, left),) = await budget.paused_chats(uow.session)
    assert chat_id == 1
    assert 95 < left <= 100


async def test_a_slot_shown_again_waits_once_with_the_state_it_wants_now(uow: UnitOfWork) -> None:
    await want(uow)
    (head,) = await claim(uow)
    await set_sent(uow, head)
    slot = await slots.lock_by_key(uow.session, -5, "screen")
    assert slot is not None
    await slots.show_again(uow.session, slot)
    await slots.show_again(uow.session, slot)
    (again,) = await claim(uow)
    assert again.slot_id == slot.id
    assert (again.lane, again.priority) == (head.lane, head.priority)
    assert slot.wanted_rev == 3


async def test_several_deliverers_at_once_never_have_two_letters_of_a_lane(database: Database) -> None:
    async with database.uow() as uow:
        for number in range(60):
            await write(uow, lane=f"p:{number % 6}", chat_id=number % 6 + 1, priority=number % 3)
    flying: set[str] = set()
    sent: list[ClaimedLetter] = []

    async def work() -> None:
        while len(sent) < 60:
            async with database.uow() as uow:
                claimed = await claim(uow, limit=4)
            for each in claimed:
                assert each.lane not in flying
                flying.add(each.lane)
            await asyncio.sleep(0)
            for each in claimed:
                async with database.uow() as uow:
                    assert await letters.lock_claimed(uow.session, each) is not None
                    flying.discard(each.lane)
                    await set_sent(uow, each)
                    sent.append(each)

    async with asyncio.timeout(30):
        await asyncio.gather(*(work() for _ in range(4)))
    for lane in {each.lane for each in sent}:
        order = [(each.priority, each.id) for each in sent if each.lane == lane]
        assert order == sorted(order)


async def test_a_new_letter_is_seen_as_the_row_it_is(uow: UnitOfWork) -> None:
    await write(uow, person_id=None)
    (claimed,) = await claim(uow)
    letter = await letters.lock_claimed(uow.session, claimed)
    assert isinstance(letter, Letter)
    assert (letter.kind, letter.lane) == (claimed.kind, claimed.lane) == ("welcome", "p:1")
    assert letter.facts == claimed.facts == {}


async def test_a_finished_letter_keeps_what_stands_at_telegram(uow: UnitOfWork) -> None:
    await write(uow)
    (claimed,) = await claim(uow)
    assert await finishing.finish(uow.session, claimed, Stands(7, "слова"))
    (letter,) = await uow.session.scalars(select(Letter))
    assert (letter.telegram_message_id, letter.rendered, letter.lease_until) == (7, "слова", None)
    assert letter.sent_at is not None
    assert not await finishing.finish(uow.session, claimed, Stands(7, "слова")), "only once"


async def test_a_slot_that_is_wanted_otherwise_by_now_is_shown_once_more(uow: UnitOfWork) -> None:
    await want(uow)
    (claimed,) = await claim(uow)
    await want(uow)
    assert not await finishing.finish(uow.session, claimed, Stands(7, "слова", fresh=True, revision=1, digest="d"))
    (again,) = await claim(uow)
    assert (again.id, again.claims) == (claimed.id, 1), "it was no fault of the letter's"
    assert await finishing.finish(uow.session, again, Stands(7, "слова", revision=2, digest="d"))
    (slot,) = await uow.session.scalars(select(Slot))
    assert (slot.message_id, slot.shown_rev, slot.wanted_rev, slot.shown_digest) == (7, 2, 2, "d")


async def test_a_more_urgent_letter_does_not_overtake_a_claim_that_is_being_made(database: Database) -> None:
    async with database.uow() as uow:
        await write(uow, priority=2)

    async def other_claims() -> list[ClaimedLetter]:
        async with database.uow() as uow:
            return await claim(uow)

    async with database.uow() as uow:
        assert len(await claim(uow)) == 1
        async with database.uow() as writing:
            await write(writing, priority=0)
        other = asyncio.create_task(other_claims())
        done, _ = await asyncio.wait({other}, timeout=0.5)
        assert not done
    assert await other == []
