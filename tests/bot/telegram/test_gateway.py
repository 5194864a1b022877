"""Telegram is told that updates arrived only once they are committed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram.methods import SetWebhook
from sqlalchemy import text

from bot.telegram import gateway as module
from bot.telegram.calls import Calls
from bot.telegram.failures import TokenRefused
from bot.telegram.gateway import Gateway
from bot.telegram.identity import who_am_i
from bot.telegram.intake import Intake
from bot.telegram.tenure import Tenure
from db.by_hand import Hand, Statement, ask
from db.repositories import inbox
from tests.bot.telegram.post import Post, until_seen

KILL = Statement("SELECT pg_terminate_backend(pg_backend_pid())")


@asynccontextmanager
async def polling(post: Post) -> AsyncIterator[Gateway]:
    gateway = Gateway(post.calls, Intake(post.database, post.calls.bot.id), Tenure.for_ever("poller"))
    running = asyncio.create_task(gateway.run())
    try:
        yield gateway
    finally:
        await gateway.stop()
        await running


async def kept(post: Post) -> list[tuple[str, str]]:
    """Lane and body of what is in the inbox, oldest first."""
    async with post.database.uow() as uow:
        found = await uow.session.execute(text("SELECT lane, update_id FROM inbox ORDER BY id"))
        return [(lane, update_id) for lane, update_id in found]


async def wrote(post: Post, count: int) -> int:
    person = await post.folk.user("Олена")
    for number in range(count):
        await post.folk.write(person, person, str(number))
    return person


async def until_kept(post: Post, count: int) -> None:
    async def enough() -> bool:
        return len(await kept(post)) >= count

    await until_seen(enough)


async def test_updates_are_kept_in_order_with_their_lane(post: Post) -> None:
    person = await wrote(post, 5)
    async with polling(post):
        await until_kept(post, 5)
    rows = await kept(post)
    assert [lane for lane, _ in rows] == [f"p:{person}"] * 5
    ids = [update_id for _, update_id in rows]
    assert ids == sorted(ids)


async def test_what_was_received_but_not_committed_is_asked_for_again(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_DELAY", 0.01)
    original, tries = inbox.add, 0

    async def add(session: Any, bot_id: int, arrivals: Sequence[inbox.Arrival]) -> int:
        nonlocal tries
        tries += 1
        if tries <= 2:
            raise KeyError("our own fault")
        return await original(session, bot_id, arrivals)

    monkeypatch.setattr(inbox, "add", add)
    await wrote(post, 3)
    async with polling(post):
        await until_kept(post, 3)
    assert tries == 3
    assert len(await kept(post)) == 3


async def test_a_lost_connection_to_the_database_loses_no_update(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    original, tries = inbox.add, 0

    async def add(hand: Hand, bot_id: int, arrivals: Sequence[inbox.Arrival]) -> int:
        nonlocal tries
        tries += 1
        new = await original(hand, bot_id, arrivals)
        if tries == 1:
            await ask(hand, KILL, {})
        return new

    monkeypatch.setattr(inbox, "add", add)
    await wrote(post, 3)
    async with polling(post):
        await until_kept(post, 3)
    assert tries == 2


async def test_after_a_restart_nothing_is_kept_twice(post: Post) -> None:
    await wrote(post, 3)
    async with polling(post):
        await until_kept(post, 3)
    again = Gateway(post.calls, Intake(post.database, post.calls.bot.id), Tenure.for_ever("poller"))
    assert again._offset is None
    async with polling(post):
        await wrote(post, 1)
        await until_kept(post, 4)
    assert len(await kept(post)) == 4


@pytest.mark.parametrize("kind", ["500", "drop", "429"])
async def test_trouble_of_telegram_is_waited_out(post: Post, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_DELAY", 0.01)
    await post.folk.fault(kind, method="getUpdates", times=3, retry_after=1)
    await wrote(post, 1)
    async with polling(post):
        await until_kept(post, 1)


async def test_a_webhook_left_behind_is_taken_away(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OTHER_POLLER_SECONDS", 0.01)
    await post.calls.make(SetWebhook(url="https://example.org/hook"))
    async with polling(post):
        await wrote(post, 1)
        await until_kept(post, 1)


async def test_a_second_poller_takes_over_when_the_first_stops(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OTHER_POLLER_SECONDS", 0.05)
    async with polling(post) as first, polling(post):
        await wrote(post, 1)
        await until_kept(post, 1)
        await first.stop()
        await wrote(post, 1)
        await until_kept(post, 2)


async def test_a_token_that_telegram_does_not_know_ends_it_at_once(post: Post) -> None:
    stranger = Calls(type(post.calls.bot)("100:OTHER", session=post.calls.bot.session), post.calls.pace)
    with pytest.raises(TokenRefused):
        await Gateway(stranger, Intake(post.database, 100), Tenure.for_ever("poller")).run()
    with pytest.raises(TokenRefused):
        await who_am_i(stranger)


async def test_the_bot_knows_who_it_is(post: Post) -> None:
    await post.folk.fault("500", method="getMe")
    me = await who_am_i(post.calls)
    assert (me.id, me.username) == (100, "suprovid_demo_bot")


async def test_stopping_ends_a_long_poll_at_once(post: Post) -> None:
    gateway = Gateway(post.calls, Intake(post.database, post.calls.bot.id), Tenure.for_ever("poller"))
    running = asyncio.create_task(gateway.run())

    async def asked() -> bool:
        return gateway.idle()

    await until_seen(asked)
    await gateway.stop()
    async with asyncio.timeout(2):
        await running


async def test_an_update_of_a_kind_nobody_knows_is_kept(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [
        [{"update_id": 9, "brand_new": {"x": 1}}, {"update_id": 10, "message": {"chat": {"id": 1, "type": "private"}}}]
    ]
    gateway = Gateway(post.calls, Intake(post.database, post.calls.bot.id), Tenure.for_ever("poller"))

    async def ask() -> list[dict[str, Any]]:
        if asked:
            return asked.pop()
        await gateway.stop()
        return []

    monkeypatch.setattr(gateway, "_ask", ask)
    await gateway.run()
    assert [lane for lane, _ in await kept(post)] == ["u:0", "p:1"]
    assert gateway._offset == 11
