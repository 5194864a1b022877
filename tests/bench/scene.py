"""The scene of a bench: a simulator without checks, a durable PostgreSQL, many people, the process that serves them.

Everything but the process under test lives on the other core. Runs begin from the same rows: the database is cloned,
the simulator's chats live on.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import text as sql

from bot.catalogue import load_catalogue
from bot.clock import real_now
from casework.context import OPERATOR, Context
from casework.staff.invite import JOIN_PREFIX, Invite, NewBindCode, invite, new_bind_code
from db import cipher
from db.engine import Database
from db.keys import KeyRing
from db.migrations.run import upgrade
from db.server import start_server
from db.uow import UnitOfWork
from rules.roles import Role
from simulator.client import PeopleClient
from simulator.limits import FloodLimits
from simulator.server import Simulator
from simulator.world import messages
from simulator.world.messages import Outgoing
from simulator.world.model import Person, StoredMessage
from tests.bench.machine import Cores, Watch, share_out
from tests.conftest import TestServer
from tests.conversations.talkers import GENERAL, Worker
from tests.conversations.words import AGREE, OPEN_CASE, piece
from tests.house.source_tree import ROOT

TOKEN = "515151:TEST-of-benches-never-real"
CATALOGUE = load_catalogue()
BOT = ("-m", "bot", "run")
BASELINE = ("-m", "tests.bench.baseline")
NO_WAITING = 1000.0
"""The bot's own pace, divided: where the simulator sets no limits, the bot need not wait for them."""
FIRST_PERSON = 10_000
START_SECONDS = 120.0
SETTLE_SECONDS = 280.0
LOOKS = 3
WAITING = """
SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL AND parked_at IS NULL)
     + (SELECT count(*) FROM letters WHERE sent_at IS NULL AND dropped_at IS NULL AND parked_at IS NULL)
"""


@dataclass(frozen=True)
class House:
    """Where scenes are set: a folder, a PostgreSQL with all its promises, and the cores."""

    folder: Path
    url: str
    postgres: int | None
    """The process id of the server; None where it is not ours to watch."""
    cores: Cores


@contextmanager
def open_house() -> Iterator[House]:
    """From the main thread, as an embedded server has to be started."""
    cores = share_out()
    folder = Path(tempfile.mkdtemp(prefix="suprovid-bench-"))
    try:
        server = start_server(folder / "data")
        try:
            yield House(folder, server.url(), server.pid, cores)
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def bare_env() -> dict[str, str]:
    """What a program of ours needs to be found; compiled files are read and written as usual."""
    return {"PATH": os.defpath, "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}"}


@dataclass
class Scene:
    """The simulator in this process; database and process under test outside of it."""

    simulator: Simulator
    people: PeopleClient
    server: TestServer
    house: House
    env: dict[str, str]
    """What the process under test is told."""
    database: Database
    template: str = ""
    """The name of the database that runs begin from."""
    group: int = 0
    spread: bool = False
    """Whether processes under test may use every core: several of them have no single one."""
    _running: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def log(self) -> Path:
        """What the processes said."""
        return self.house.folder / "bot.log"

    @property
    def running(self) -> list[int]:
        """The processes under test, the oldest first."""
        return list(self._running)

    def newcomers(self, count: int) -> list[int]:
        """So many people who may be written to; their ids."""
        world = self.simulator.world
        first = max([FIRST_PERSON, *(number + 1 for number in world.people)])
        for number in range(first, first + count):
            world.add_person(Person(number, f"Людина{number}", language_code="uk", wrote=True))
        return list(range(first, first + count))

    def write(self, person: int, words: str) -> None:
        """The person writes: what the simulator does with such a request, without the request."""
        world = self.simulator.world
        chat = world.chats[person]
        stored = messages.post(world, chat, messages.author_of(world, person), Outgoing({"text": words}))
        messages.tell_bot(world, chat, stored)

    async def press(self, person: int, label: str) -> None:
        """The person presses the newest button of this label, and does not wait for what comes of it."""
        for stored in reversed(self.chat(person)):
            rows = (stored.markup or {}).get("inline_keyboard", [])
            if any(button["text"] == label for row in rows for button in row):
                await self.people.press(person, stored.message_id, person, label, wait=0)
                return
        raise LookupError(f"nobody offered [{label}] to person {person}")

    def chat(self, number: int) -> list[StoredMessage]:
        """Every message of a chat, oldest first."""
        return self.simulator.world.chats[number].messages

    async def agreed(self, words: Sequence[str]) -> list[int]:
        """Newcomers who have agreed, and whose first words, one message each, wait to become a case."""
        people = self.newcomers(len(words))
        for person in people:
            self.write(person, "/start")
        await self.settled()
        for person in people:
            await self.press(person, AGREE)
        await self.settled()
        for person, first in zip(people, words, strict=True):
            self.write(person, first)
        await self.settled()
        return people

    async def with_cases(self, count: int) -> list[int]:
        """So many people with an open case each."""
        people = await self.agreed(["Добрий день, потрібна допомога з документами."] * count)
        for person in people:
            await self.press(person, OPEN_CASE)
        await self.settled()
        return people

    async def staffed(self) -> Worker:
        """A bound group; its supervisor."""
        supervisor = Worker(self, await self.people.user("Світлана", language_code="uk"), "Світлана")
        async with self.database.uow() as uow:
            code = await invite(_operator(uow), Invite(Role.SUPERVISOR, "Світлана"))
        await supervisor.send(f"/start {JOIN_PREFIX}{code}")
        await supervisor.sees(piece("letter-staff-joined"))
        self.group = await self.people.group("Звернення", {supervisor.id: "administrator"})
        async with self.database.uow() as uow:
            code = await new_bind_code(_operator(uow), NewBindCode())
        await supervisor.says(GENERAL, f"/bind {code}")
        await supervisor.reads(GENERAL, piece("letter-group-bound"))
        return supervisor

    async def furnished(self, count: int) -> list[int]:
        """A bound group and so many people with an open case each: what every run begins from. Their ids."""
        pid = await self.begin()
        await self.staffed()
        people = await self.with_cases(count)
        await self.end(pid)
        await self.keep()
        return people

    async def keep(self) -> None:
        """Runs begin from the rows as they are now; no process may run: nobody may be connected to a template."""
        await self.database.close()
        self.template = self.database.engine.url.database or ""

    @asynccontextmanager
    async def rows(self) -> AsyncIterator[None]:
        """The rows as they were kept, until the end; Telegram owes the bot nothing."""
        self.simulator.world.updates.clear()
        name = await self.server.create(self.template)
        self.use(name)
        try:
            yield
        finally:
            for pid in list(self._running):
                await self.end(pid)
            await self.database.close()
            await self.server.drop(name)

    @asynccontextmanager
    async def run(self, program: Sequence[str] = BOT, **env: str) -> AsyncIterator[int]:
        """A run on the rows as they were kept; the id of the process that serves it, which is stopped in the end."""
        async with self.rows():
            yield await self.begin(program, **env)

    async def begin(self, program: Sequence[str] = BOT, **env: str) -> int:
        """Starts a process and waits until it has asked who it is; its id."""
        began = time.time()
        pid = self.start(program, **env)
        await self.called("getMe", began)
        return pid

    async def called(self, method: str, since: float) -> float:
        """Waits for a call of this method that arrives after the moment `since`; when it arrived. Polls of processes
        that have ended are logged late.
        """
        calls = self.simulator.api.calls.calls
        async with asyncio.timeout(START_SECONDS):
            while True:
                for call in reversed(calls):
                    if call["method"] == method and call["time"] >= since:
                        return float(call["time"])
                await asyncio.sleep(0.01)

    def start(self, program: Sequence[str] = BOT, **env: str) -> int:
        """Starts a process of Python on the core of its own; its id."""
        with self.log.open("ab") as out:
            process = subprocess.Popen(
                [sys.executable, *program],
                env=bare_env() | self.env | env,
                cwd=self.house.folder,
                stdout=out,
                stderr=out,
            )
        cores = self.house.cores
        os.sched_setaffinity(process.pid, {cores.subject, cores.others} if self.spread else {cores.subject})
        self._running[process.pid] = process
        return process.pid

    async def end(self, pid: int, how: signal.Signals = signal.SIGTERM) -> None:
        """Ends a process and waits until it is gone."""
        self._running[pid].send_signal(how)
        await self.ended(pid)

    async def ended(self, pid: int) -> None:
        """Waits until a process is gone."""
        await asyncio.to_thread(self._running.pop(pid).wait, SETTLE_SECONDS)

    def limit(self, speed: float) -> None:
        """From now on flood limits hold, every window of theirs divided by `speed`; processes are told so."""
        self.simulator.api.limits = FloodLimits(self.simulator.world.clock.monotonic, speed)
        self.env["SIM_SPEED"] = str(speed)

    def watch(self, pid: int) -> Watch:
        """Watches what is used from now on."""
        return Watch(pid, self.house.postgres, {self.house.cores.subject, self.house.cores.others})

    async def settled(self) -> None:
        """Waits until nothing waits: at Telegram, in the inbox, in the outbox."""
        async with asyncio.timeout(SETTLE_SECONDS):
            quiet = 0
            while quiet < LOOKS:
                await asyncio.sleep(0.05)
                busy = self.simulator.world.updates.has_pending() or await self.count(WAITING)
                quiet = 0 if busy else quiet + 1

    async def count(self, query: str) -> int:
        """The single number that a query returns."""
        return int((await self.select(query))[0][0])

    async def select(self, query: str) -> list[Any]:
        """What stands in the database."""
        async with self.database.engine.connect() as connection:
            return list((await connection.execute(sql(query))).all())

    def use(self, name: str) -> None:
        """From now on this database is the bot's."""
        url = self.server.url(name)
        self.database = Database.open(url, pool_size=2)
        self.env["DATABASE_URL"] = url.replace("postgresql+asyncpg://", "postgresql://")

    async def close(self) -> None:
        """Ends what runs."""
        for pid in list(self._running):
            await self.end(pid, signal.SIGKILL)
        await self.database.close()


@asynccontextmanager
async def open_scene(house: House, *, keep: int | None = None) -> AsyncIterator[Scene]:
    """A scene without people and without flood limits, on an empty database. `keep`: so many messages of a chat are
    remembered; None: all.
    """
    cipher.install(KeyRing.load_or_make(house.folder / "keys" / "ring.json"))
    simulator = Simulator(TOKEN, limits=False, checks=False, keep=keep)
    await simulator.start()
    server = TestServer(house.url)
    env = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": simulator.url,
        "DATA_DIR": str(house.folder / "bot"),
        "KEYS_DIR": str(house.folder / "keys"),
        # A backup would hold a broadcast for its time.
        "BACKUP_DIR": "off",
        "HTTP_PORT": "0",
        "LOG_LEVEL": "WARNING",
        "SIM_SPEED": str(NO_WAITING),
    }
    async with PeopleClient(simulator.url) as people:
        scene = Scene(simulator, people, server, house, env, Database.open(house.url, pool_size=1))
        name = await server.create()
        try:
            await upgrade(server.url(name))
            scene.use(name)
            yield scene
        finally:
            await scene.close()
            await server.drop(name)
            await server.close()
            await simulator.stop()


def _operator(uow: UnitOfWork) -> Context:
    return Context(uow=uow, actor=OPERATOR, now=real_now(), catalogue=CATALOGUE)
