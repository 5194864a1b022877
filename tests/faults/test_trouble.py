"""Telegram in trouble, and two bots with one token: everything arrives all the same."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import make_url

from rules.roles import Role
from tests.conftest import TestServer
from tests.faults.chaos import on_killable_postgres
from tests.faults.world import World

KINDS = ("429", "500", "drop", "delay")
METHODS = ("sendMessage", "editMessageText", "getUpdates", "createForumTopic", "answerCallbackQuery")


async def test_whatever_fails_on_the_way_everything_arrives(world: World) -> None:
    world.start_bot()
    svitlana = await world.worker("Світлана", Role.SUPERVISOR)
    await world.bind(svitlana)
    olena = await world.with_case("Олена", "початок")
    thread = await world.thread_of("початок")
    lost_answers = 0
    for kind in KINDS:
        for after in (False, True):
            for method in METHODS:
                await world.people.fault(kind, method=method, after_accepting=after, retry_after=1, seconds=0.2)
                lost_answers += after and method == "sendMessage"
        await olena.send(f"рядок {kind}")
        await svitlana.says(thread, f"/a відповідь {kind}")
    await world.people.clear_faults()
    await world.settled()

    topic = Counter(each.text.split("\n", 1)[-1] for each in await svitlana.seen_in(thread))
    phone = Counter(each.split("\n\n", 1)[0] for each in await olena.got())
    extra = 0
    for kind in KINDS:
        assert topic[f"рядок {kind}"] >= 1, kind
        assert phone[f"відповідь {kind}"] >= 1, kind
        extra += topic[f"рядок {kind}"] + phone[f"відповідь {kind}"] - 2
    assert extra <= lost_answers
    assert await world.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0
    assert await world.count("SELECT count(*) FROM messages") == 1 + 2 * len(KINDS)


@pytest.fixture
async def other_url(server: TestServer, template: str) -> AsyncIterator[str]:
    """Another database than the world's: two bots that share one would take turns."""
    name = await server.create(template)
    yield make_url(server.url(name)).set(drivername="postgresql").render_as_string(hide_password=False)
    await server.drop(name)


async def test_two_bots_with_one_token_give_way_and_lose_nothing(world: World, other_url: str) -> None:
    world.start_bot()
    await world.worker("Світлана", Role.SUPERVISOR)
    second = world.start_bot(DATA_DIR=str(world.folder / "other"), DATABASE_URL=other_url)
    await world.logged("another_process_takes_the_updates")
    await world.end(second, signal.SIGTERM)
    olena = await world.with_case("Олена", "початок")
    await world.settled()
    assert await world.count("SELECT count(*) FROM cases") == 1
    assert await world.count("SELECT count(*) FROM messages") == 1
    assert "початок" in await olena.phone()


async def test_a_bot_told_to_stop_finishes_and_the_next_one_goes_on(world: World) -> None:
    pid = world.start_bot()
    svitlana = await world.worker("Світлана", Role.SUPERVISOR)
    await world.bind(svitlana)
    olena = await world.with_case("Олена", "початок")
    for n in range(10):
        await olena.send(f"рядок {n}")
    await world.end(pid, signal.SIGTERM)
    said = world.log.read_text(encoding="utf-8")
    assert '"stopped"' in said
    assert "cut_short" not in said
    assert await world.count("SELECT count(*) FROM inbox WHERE lease_until IS NOT NULL AND done_at IS NULL") == 0
    world.start_bot()
    await world.settled()
    topic = Counter(each.text.split("\n", 1)[-1] for each in await svitlana.seen_in(await world.thread_of("початок")))
    assert [topic[f"рядок {n}"] for n in range(10)] == [1] * 10


async def test_a_start_goes_on_when_the_database_goes_away_meanwhile(world: World) -> None:
    world.start_bot(plants=["database-away-while-warming"])
    await world.logged("database_away_at_start")
    olena = await world.with_case("Олена", "початок")
    assert "початок" in await olena.phone()


@pytest.mark.parametrize("comes_back", [True, False])
async def test_a_start_waits_for_a_database_that_is_away(world: World, comes_back: bool) -> None:
    async with on_killable_postgres(world) as (moved, postgres):
        await postgres.kill()
        pid = moved.start_bot()
        await moved.logged("waiting_for_database")
        if comes_back:
            await postgres.start()
            olena = await moved.with_case("Олена", "початок")
            assert "початок" in await olena.phone()
        await moved.end(pid, signal.SIGTERM)
