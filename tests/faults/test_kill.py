"""The real process, killed without warning while people write: nothing is lost, nothing is handled twice."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.settings import load_settings
from db.cipher import install
from db.keys import KeyRing
from db.models import Consent, Letter, Message, Person
from rules.consent import CONSENT_VERSION
from tests.bot.telegram.conftest import catalogue, connection, make_post, wording
from tests.bot.telegram.post import NOW, TOKEN, MakePost, Post, until_seen

__all__ = ["catalogue", "connection", "make_post", "wording"]

PEOPLE = 8
WORDS_EACH = 8
KILLS = 2
SPEED = 200.0
PATIENCE = 60.0


@pytest.fixture
def keys_dir(tmp_path: Path, keys: KeyRing) -> Iterator[Path]:
    """A key ring that the test and the process share."""
    settings = load_settings(bot_token=TOKEN, keys_dir=tmp_path / "keys", data_dir=tmp_path / "data")
    install(KeyRing.load_or_make(settings.key_file))
    yield settings.keys_dir
    install(keys)


@asynccontextmanager
async def running_bot(post: Post, database_url: str, keys_dir: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m bot run` against the simulator."""
    environment = os.environ | {
        "BOT_TOKEN": TOKEN,
        "DATABASE_URL": database_url,
        "TELEGRAM_API_URL": post.sim.url,
        "KEYS_DIR": str(keys_dir),
        "DATA_DIR": str(keys_dir.parent / "data"),
        "HTTP_PORT": "0",
        "SIM_SPEED": str(SPEED),
        "LOG_LEVEL": "ERROR",
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environment)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def write_all(post: Post, persons: list[int], chance: random.Random) -> None:
    """Everybody writes their words in order, all of them mixed."""
    turns = persons * WORDS_EACH
    chance.shuffle(turns)
    said = dict.fromkeys(persons, 0)
    for person in turns:
        said[person] += 1
        await post.folk.write(person, person, f"слово {said[person]}")
        await asyncio.sleep(chance.uniform(0, 0.05))


async def handled(post: Post) -> int:
    """How many of the words are messages of a case by now."""
    async with post.database.uow() as uow:
        return int((await uow.session.execute(text("SELECT count(*) FROM messages"))).scalar_one()) - PEOPLE


@pytest.mark.parametrize("seed", [11])
async def test_a_bot_killed_while_people_write_loses_and_doubles_nothing(
    make_post: MakePost, database_url: str, keys_dir: Path, seed: int
) -> None:
    chance = random.Random(seed)
    async with make_post(speed=SPEED) as post:
        group = await post.group()
        persons = [await post.person() for _ in range(PEOPLE)]
        async with post.database.uow() as uow:
            for person in await uow.session.scalars(select(Person)):
                uow.session.add(Consent(person_id=person.id, version=CONSENT_VERSION, given_at=NOW))
        cases = {person: await post.case(person, "перше слово") for person in persons}
        writing = asyncio.create_task(write_all(post, persons, chance))
        for kill in range(1, KILLS + 1):
            async with running_bot(post, database_url, keys_dir) as bot:
                some = chance.randint(1, PEOPLE * WORDS_EACH // 2 * kill // KILLS)
                await until_seen(partial(_at_least, post, some), PATIENCE)
                bot.send_signal(signal.SIGKILL)
        await writing
        async with running_bot(post, database_url, keys_dir) as bot:
            await until_seen(lambda: _at_least(post, PEOPLE * WORDS_EACH), PATIENCE)
            await until_seen(lambda: _all_sent(post), PATIENCE)
            bot.send_signal(signal.SIGTERM)
            assert await bot.wait() == 0
        await assert_nothing_lost_or_doubled(post, cases)
        await assert_topics_are_complete(post, group, cases)


async def _at_least(post: Post, count: int) -> bool:
    return await handled(post) >= count


async def _all_sent(post: Post) -> bool:
    return all(letter.sent_at or letter.dropped_at for letter in await post.letters())


async def assert_nothing_lost_or_doubled(post: Post, cases: dict[int, int]) -> None:
    """Every word became exactly one message of the right case, in order; no update and no letter was put aside."""
    async with post.database.uow() as uow:
        for case_id in cases.values():
            found = await uow.session.scalars(select(Message).where(Message.case_id == case_id).order_by(Message.id))
            expected = ["перше слово", *(f"слово {number}" for number in range(1, WORDS_EACH + 1))]
            assert [message.text for message in found] == expected
        waiting = text("SELECT count(*) FROM inbox WHERE done_at IS NULL")
        assert (await uow.session.execute(waiting)).scalar_one() == 0
        parked = select(Letter).where(Letter.parked_at.is_not(None))
        assert (await uow.session.scalars(parked)).all() == []


async def assert_topics_are_complete(post: Post, group: int, cases: dict[int, int]) -> None:
    """Every word stands in the topic of its case, in order; repeated at most where an answer was never seen."""
    repeats = 0
    for case_id in cases.values():
        texts = await post.texts(group, thread=await post.topic_of(case_id))
        numbers = [number for each in texts for number in range(1, WORDS_EACH + 1) if f"слово {number}" in each]
        assert sorted(set(numbers)) == list(range(1, WORDS_EACH + 1))
        assert numbers == sorted(numbers)
        repeats += len(numbers) - WORDS_EACH
    assert repeats <= KILLS * len(cases)
