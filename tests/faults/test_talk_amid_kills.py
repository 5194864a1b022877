"""The bot is killed again and again while ten people write and staff answer: nothing is lost, nothing is doubled."""

from __future__ import annotations

import asyncio
import random
import signal
from collections import Counter

from db.repositories import cases
from rules.permissions import Role
from tests.conversations.talkers import Talker, Worker
from tests.faults.world import World

SEED = 20261121
PEOPLE = 10
EACH = 6
ANSWERS = 3
KILLS = 3
CALLS_BETWEEN = (15, 60)


async def test_nothing_is_lost_or_doubled_when_the_bot_is_killed_at_any_moment(world: World) -> None:
    chance = random.Random(SEED)
    pid = world.start_bot()
    iryna, svitlana = await world.worker("Ірина"), await world.worker("Світлана", Role.SUPERVISOR)
    await world.bind(svitlana, iryna)
    people = await asyncio.gather(*(world.with_case(f"Людина{n}", f"початок {n}") for n in range(PEOPLE)))
    threads = [await world.thread_of(f"початок {n}") for n in range(PEOPLE)]
    await world.people.latency(2, 12, seed=SEED)

    talk = asyncio.gather(
        *(_writes(world, person, n) for n, person in enumerate(people)), _answers(world, iryna, threads)
    )
    unseen = 0
    for _ in range(KILLS):
        await world.calls_made(world.simulator.api.calls.count + chance.randint(*CALLS_BETWEEN))
        await world.end(pid, signal.SIGKILL)
        unseen += await _unseen(world)
        pid = world.start_bot()
    await talk
    await world.settled()

    assert await world.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0
    assert await world.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0
    assert await world.count("SELECT count(*) FROM cases") == PEOPLE
    async with world.database.uow() as uow:
        kept = [[said.text for said in await cases.messages(uow.session, n + 1)] for n in range(PEOPLE)]
    for n, said in enumerate(sorted(kept, key=lambda each: each[0])):
        assert [words for words in said if "відповідь" not in words] == _words(n), f"person {n}"
        assert sorted(words for words in said if "відповідь" in words) == sorted(_replies(n)), f"person {n}"
    repeats = await _repeats(world, people, threads, iryna)
    assert repeats <= unseen, f"{repeats} repeats, though only {unseen} answers were never seen"
    assert len(await world.people.topics(world.group)) <= PEOPLE + unseen


def _words(n: int) -> list[str]:
    return [f"початок {n}", *(f"людина {n} рядок {line:02}" for line in range(EACH))]


def _replies(n: int) -> list[str]:
    return [f"відповідь {k} для {n}" for k in range(ANSWERS)]


async def _writes(world: World, person: Talker, n: int) -> None:
    for words in _words(n)[1:]:
        await person.send(words)
        # The next line comes once the bot did something: so the talk goes on while bots are killed.
        await world.calls_made(world.simulator.api.calls.count + 1)


async def _answers(world: World, iryna: Worker, threads: list[int]) -> None:
    for k in range(ANSWERS):
        for n, thread in enumerate(threads):
            await iryna.says(thread, f"/a {_replies(n)[k]}")
            await world.calls_made(world.simulator.api.calls.count + 1)


async def _unseen(world: World) -> int:
    """Messages of the bot that stand at Telegram and that its database knows nothing of: their answers were lost."""
    known = {
        (row[0], row[1])
        for row in await world.rows(
            "SELECT chat_id, telegram_message_id FROM letters WHERE telegram_message_id IS NOT NULL"
            " UNION SELECT chat_id, message_id FROM slots WHERE message_id IS NOT NULL"
            " UNION SELECT chat_id, topic FROM (SELECT topic_chat_id AS chat_id, topic_thread_id AS topic FROM cases) t"
        )
    }
    standing = {
        (chat.id, message.message_id)
        for chat in world.simulator.world.chats.values()
        for message in chat.messages
        if message.sender_id == world.simulator.world.bot.id and message.ephemeral_to is None and not message.is_service
    }
    return len(standing - known)


async def _repeats(world: World, people: list[Talker], threads: list[int], iryna: Worker) -> int:
    """How often the same words stand once more than they should; every one of them must stand at least once."""
    extra = 0
    for n, (person, thread) in enumerate(zip(people, threads, strict=True)):
        topic = Counter(each.text.split("\n", 1)[-1] for each in await iryna.seen_in(thread) if each.sender != iryna.id)
        phone = Counter(each.split("\n\n", 1)[0] for each in await person.got())
        for words, where in [(words, topic) for words in _words(n)] + [(words, phone) for words in _replies(n)]:
            assert where[words] >= 1, f"{words!r} never arrived"
            extra += where[words] - 1
    return extra
