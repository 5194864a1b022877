"""A stage for conversations: the simulator and the bot in one loop, people and staff who act over HTTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text as sql

from bot.app import App
from bot.catalogue import load_catalogue
from bot.clock import Clock, real_now
from bot.ground import Ground, rules_of
from bot.roles import ALL_ROLES, ProcessRole
from bot.settings import Settings, load_settings
from casework.context import OPERATOR
from casework.staff.invite import JOIN_PREFIX, Invite, NewBindCode, invite, new_bind_code
from rules.local_time import KYIV
from rules.roles import Role
from simulator.client import PeopleClient
from simulator.server import Simulator
from simulator.world.clock import SimClock
from tests.conversations.talkers import GENERAL, PATIENCE, Talker, Worker, offers
from tests.conversations.words import AGREE, OPEN_CASE, RECEIVED, WORDING, piece

TOKEN = "4242:TEST-conversations"
CATALOGUE = load_catalogue()
SETTLE = 30.0
STARTS = datetime(2026, 9, 15, 10, tzinfo=KYIV)
"""A Tuesday morning: what is sent at once and what waits for working hours must not depend on when the tests run."""
NO_WAITING = 1000.0
"""The bot's own pace, divided: where the simulator sets no limits, the bot need not wait for them."""


@dataclass(frozen=True)
class Department:
    """A database in which a department is at work, and the accounts that belong to it."""

    database: str
    workers: dict[str, int]
    group: int


@dataclass
class Stage:
    """The world of one conversation."""

    simulator: Simulator
    people: PeopleClient
    app: App
    clock: Clock
    settings: Settings
    group: int = 0
    staff: dict[str, Worker] = field(default_factory=dict)

    @property
    def iryna(self) -> Worker:
        """The caseworker who mostly acts."""
        return self.staff["Ірина"]

    @property
    def andriy(self) -> Worker:
        """Her colleague."""
        return self.staff["Андрій"]

    @property
    def svitlana(self) -> Worker:
        """Their supervisor."""
        return self.staff["Світлана"]

    async def person(self, name: str, *, language: str = "uk", **details: Any) -> Talker:
        """A new person who has never written to the bot."""
        return Talker(self, await self.people.user(name, language_code=language, **details), name)

    async def worker(self, name: str, role: Role = Role.CASEWORKER) -> Worker:
        """A new staff member, joined by a one-time link and a member of the group."""
        worker = Worker(self, await self.people.user(name, language_code="uk"), name)
        await worker.send(f"/start {JOIN_PREFIX}{await self.invitation(name, role)}")
        await worker.sees(piece("screen-desk-home-empty"))
        if self.group:
            await self.people.set_member(self.group, worker.id, "member")
        self.staff[name] = worker
        return worker

    async def outsider(self, name: str, status: str = "member") -> Worker:
        """Somebody in the group who does not work here."""
        outsider = Worker(self, await self.people.user(name, language_code="uk"), name)
        await self.people.set_member(self.group, outsider.id, status)
        return outsider

    async def invitation(self, name: str, role: Role = Role.CASEWORKER) -> str:
        """The code of a one-time link."""
        async with self.app.database.uow() as uow:
            return await invite(self.app.context(uow, OPERATOR), Invite(role, name))

    async def bind_code(self) -> str:
        """A code that binds a group."""
        async with self.app.database.uow() as uow:
            return await new_bind_code(self.app.context(uow, OPERATOR), NewBindCode())

    async def gather(self, **how: Any) -> None:
        """Makes a group of all staff and the bot."""
        members = dict.fromkeys([worker.id for worker in self.staff.values()], "administrator")
        self.group = await self.people.group("Звернення", members, **how)

    async def bind(self, by: Worker | None = None) -> None:
        """A supervisor binds the group."""
        who = by or self.svitlana
        await who.says(GENERAL, f"/bind {await self.bind_code()}")
        await who.reads(GENERAL, piece("letter-group-bound"))

    @asynccontextmanager
    async def beside(self, roles: Collection[ProcessRole] = ALL_ROLES, **changes: Any) -> AsyncIterator[App]:
        """Another bot on the same database and Telegram; `changes`: of the settings."""
        settings = self.settings.model_copy(update=changes)
        url = self.app.database.engine.url.render_as_string(hide_password=False)
        ground = Ground(settings, CATALOGUE, rules_of(settings), url, None)
        other = App(ground, self.clock, roles=roles, listens=False, wording=WORDING)
        try:
            await other.start()
            yield other
        finally:
            await other.stop()

    async def move_in(self, department: Department) -> None:
        """The department's people and group come to this stage's Telegram; its database knows them already."""
        for name, account in department.workers.items():
            await self.people.user(name, id=account, language_code="uk")
            self.simulator.world.people[account].wrote = True
            self.staff[name] = Worker(self, account, name)
        await self.gather(id=department.group)

    async def settled(self) -> None:
        """Waits until everything that was begun has ended: only then "nobody got it" may be said."""
        async with asyncio.timeout(SETTLE):
            while self.simulator.world.updates.has_pending():
                await asyncio.sleep(0.01)
        await self.app.settled(SETTLE)

    async def later(self, **span: float) -> None:
        """Business time goes on; jobs that are due in between run."""
        await self.people.advance(timedelta(**span).total_seconds())

    async def agreed(self, name: str, **details: Any) -> Talker:
        """A person who began and gave their consent."""
        person = await self.person(name, **details)
        await person.send("/start")
        await person.press(AGREE)
        await person.sees(piece("screen-consent-given"))
        return person

    async def with_case(self, name: str, words: str, **details: Any) -> tuple[Talker, int]:
        """A person with one open case made of these words, and the thread of its topic."""
        person = await self.agreed(name, **details)
        return person, await self.thread(await self.opens(person, words))

    async def the_number(self) -> str:
        """The number of the only case."""
        [(number,)] = await self.rows("SELECT number FROM cases")
        return str(number)

    async def the_thread(self) -> int:
        """The only topic, once everything stands there."""
        await self.settled()
        [topic] = await self.topics()
        return int(topic["message_thread_id"])

    async def opens(self, person: Talker, words: str) -> str:
        """A person without an open case sends words and opens one; its number."""
        at = await person.send(words)
        offer = await person.waits(lambda each: each.id > at and offers(each, OPEN_CASE), OPEN_CASE)
        await self.people.press(person.id, offer, person.id, OPEN_CASE)
        return number_in((await person.sees_new(RECEIVED, at)).text)

    async def thread(self, number: str) -> int:
        """The topic of a case by its number, once everything of it stands there."""
        await self.people.wait_for(self.group, lambda shown: number in shown.text, timeout=PATIENCE)
        await self.settled()
        return [int(topic["message_thread_id"]) for topic in await self.topics() if number in str(topic["name"])][-1]

    async def topics(self) -> list[dict[str, Any]]:
        """The topics of the group."""
        return await self.people.topics(self.group)

    async def head(self, thread: int) -> dict[str, Any]:
        """Name, icon and state of a topic."""
        return next(topic for topic in await self.topics() if topic["message_thread_id"] == thread)

    async def rows(self, query: str, **values: Any) -> list[Any]:
        """What stands in the database."""
        async with self.app.database.engine.connect() as connection:
            return list((await connection.execute(sql(query), values)).all())

    async def count(self, query: str, **values: Any) -> int:
        """The single number that a query returns."""
        return int((await self.rows(query, **values))[0][0])

    async def until(self, query: str, wanted: object) -> None:
        """Waits until a query returns this."""
        async with asyncio.timeout(SETTLE):
            while (await self.rows(query))[0][0] != wanted:
                await asyncio.sleep(0.02)


def number_in(words: str) -> str:
    """The case number in a text."""
    return next(word for word in words.replace(":", " ").replace(".", " ").split() if word.startswith("LUH-"))


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def open_stage(
    database_url: str,
    folder: Path,
    *,
    limits: bool = False,
    speed: float = 1.0,
    webhook: bool = False,
    local: Path | None = None,
    minimal: bool = False,
    private_topics: bool = True,
) -> AsyncIterator[Stage]:
    """The simulator and the bot on a database of their own; nobody is there yet.

    `limits`: those of Telegram hold, with all windows `speed` times shorter. `webhook`: updates come by webhook.
    `local`: the folder of a Bot API server in its local mode. `minimal`: no word of a person may stand in the group;
    `private_topics`: whether desks have topics then.
    """
    shift = STARTS - real_now()
    clock = Clock(lambda: real_now() + shift)

    async def follow(offset: float) -> None:
        await clock.advance(timedelta(seconds=offset) - clock.offset)

    simulated = SimClock(lambda: clock.now().timestamp() - clock.offset.total_seconds())
    simulator = Simulator(
        TOKEN,
        limits=limits,
        speed=speed,
        on_clock=follow,
        clock=simulated,
        local=local,
        private_topics=minimal and private_topics,
    )
    await simulator.start()
    settings = load_settings(
        bot_token=TOKEN,
        telegram_api_url=simulator.url,
        telegram_local=local is not None,
        staff_chat_disclosure="minimal" if minimal else "conversation",
        data_dir=folder / "data",
        keys_dir=folder / "keys",
        sim_speed=speed if limits else NO_WAITING,
        **({"webhook_url": f"http://127.0.0.1:{(port := free_port())}/hook", "http_port": port} if webhook else {}),
    )
    app = App(
        Ground(settings, CATALOGUE, rules_of(settings), database_url, None), clock, listens=webhook, wording=WORDING
    )
    try:
        await app.start()
        async with PeopleClient(simulator.url) as people:
            yield Stage(simulator, people, app, clock, settings)
    finally:
        await app.stop()
        await simulator.stop()
