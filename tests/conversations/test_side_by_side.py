"""Several processes share the work: each does its part, and what one at a time may do one does."""

from __future__ import annotations

import asyncio
import re

from sqlalchemy import text

from bot.app import App
from bot.roles import ProcessRole
from tests.bot.telegram.post import until_seen
from tests.conversations.stage import Stage
from tests.conversations.words import RECEIVED

UPDATES, LETTERS, CLOCK = ProcessRole.UPDATES, ProcessRole.LETTERS, ProcessRole.CLOCK


async def test_one_process_takes_updates_and_another_delivers_letters(stage: Stage) -> None:
    await stage.app.stop()
    async with stage.beside({UPDATES}) as taking, stage.beside({LETTERS, CLOCK}) as delivering:
        assert set(taking._parts) == {"gateway", "inbox", "fetcher"}
        assert set(delivering._parts) == {"deliverer", "menus"}
        olena = await stage.person("Олена")
        await olena.send("/start")
        await olena.sees("Добрий день")


async def test_without_anybody_who_delivers_letters_wait_and_are_not_lost(stage: Stage) -> None:
    await stage.app.stop()
    olena = await stage.person("Олена")
    async with stage.beside({UPDATES}) as taking:
        await olena.send("/start")
        await until_seen(lambda: at_least(taking, 1, "SELECT count(*) FROM letters"))
        assert await olena.got() == []
    async with stage.beside({LETTERS}):
        await olena.sees("Добрий день")


async def test_the_second_process_delivers_beside_the_first_and_polls_when_that_leaves(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    async with stage.beside() as second:
        assert second._presence.standing() == {"poller": "standby", "letters": "held"}
        assert stage.app._presence.standing() == {"poller": "held", "letters": "held"}
        await stage.opens(olena, "Немає дров")
        await stage.app.stop()
        async with asyncio.timeout(10):
            await second._presence.tenure("poller").gained()
        await olena.send("і ще одне")
        await until_seen(lambda: at_least(second, 2, "SELECT count(*) FROM messages"))
        await second.settled(30)
        assert sum(RECEIVED in each for each in await olena.got()) == 1
        assert not await at_least(second, 2, "SELECT count(*) FROM workers")


async def test_three_processes_handle_each_word_once_and_in_order(stage: Stage) -> None:
    people = [await stage.agreed(f"Людина{n}") for n in range(4)]
    async with stage.beside(), stage.beside({UPDATES}):
        for person in people:
            await stage.opens(person, "початок")
        for number in range(10):
            for person in people:
                await person.send(f"рядок {number}")
        await until_seen(lambda: at_least(stage.app, 44, "SELECT count(*) FROM messages"))
        await stage.settled()
    assert len(await stage.topics()) == len(people)
    for topic in await stage.topics():
        shown = [each.text for each in await stage.iryna.seen_in(int(topic["message_thread_id"]))]
        # Time passes so fast here that lines may be late, and leave together.
        lines = re.findall(r"рядок \d", "\n".join(shown))
        assert lines == [f"рядок {number}" for number in range(10)]


async def at_least(app: App, count: int, query: str) -> bool:
    """Whether a query of one number has come so far."""
    async with app.database.uow() as uow:
        return int((await uow.session.execute(text(query))).scalar_one()) >= count
