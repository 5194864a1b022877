"""Bots as processes of their own, and the world around them: people and staff at the simulator, the database."""

from __future__ import annotations

import asyncio
import json
import os
import select
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import text as sql

from bot.catalogue import load_catalogue
from bot.clock import real_now
from casework.context import OPERATOR, Actor, Context
from casework.staff.invite import JOIN_PREFIX, Invite, NewBindCode, invite, new_bind_code
from db.engine import Database
from db.uow import UnitOfWork
from rules.roles import Role
from simulator.client import PeopleClient
from simulator.server import Simulator
from tests.conversations.talkers import GENERAL, Talker, Worker, offers
from tests.conversations.words import AGREE, OPEN_CASE, RECEIVED, piece
from tests.house.source_tree import ROOT

TOKEN = "777000:TEST-of-faults-never-real"
CATALOGUE = load_catalogue()
LOADING_SECONDS = 400
SETTLE_SECONDS = 120.0
LOOKS = 5
WAITING = """
SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL AND parked_at IS NULL)
     + (SELECT count(*) FROM letters WHERE sent_at IS NULL AND dropped_at IS NULL AND parked_at IS NULL
                                       AND (not_before IS NULL OR not_before <= now()))
"""


class Nursery:
    """The process that forks bots; see `nursery.py`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-B", str(Path(__file__).with_name("nursery.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={"PATH": os.defpath, "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}"},
        )
        self._hear()

    def fork(
        self, arguments: Sequence[str], env: dict[str, str], log: Path, folder: Path, plants: Sequence[str] = ()
    ) -> int:
        """A new bot, `python -m bot` with these arguments; its process id. `plants`: see `plants.py`."""
        wish = {"arguments": arguments, "env": env, "log": str(log), "folder": str(folder), "plants": plants}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        return int(self._hear())

    def close(self) -> None:
        """End it and whatever it forked."""
        self._process.communicate()

    def _hear(self) -> str:
        assert self._process.stdout is not None
        assert select.select([self._process.stdout], [], [], LOADING_SECONDS)[0], "the nursery said nothing"
        said = self._process.stdout.readline().strip()
        assert said, "the nursery has ended"
        return said


@dataclass
class World:
    """The simulator in this process; the database and the bots outside of it."""

    simulator: Simulator
    people: PeopleClient
    database: Database
    nursery: Nursery
    folder: Path
    env: dict[str, str]
    """What every bot is told."""
    group: int = 0
    bots: dict[int, str] = field(default_factory=dict)
    """Process → the door by which it calls Telegram, which the simulator's log tells as `via`."""
    killed: set[str] = field(default_factory=set)
    """The doors of those that were killed."""
    doors: Iterator[int] = field(default_factory=partial(count, 1))

    @property
    def log(self) -> Path:
        """What the bots logged."""
        return self.folder / "bot.log"

    def start_bot(self, *, roles: str | None = None, plants: Sequence[str] = (), **env: str) -> int:
        """Another process of the bot; its id."""
        door = f"bot{next(self.doors)}"
        env = {"TELEGRAM_API_URL": f"{self.simulator.url}/via/{door}"} | env
        arguments = ["run", *(["--roles", roles] if roles else [])]
        pid = self.nursery.fork(arguments, self.env | env, self.log, self.folder, plants)
        self.bots[pid] = door
        return pid

    async def end(self, pid: int, how: signal.Signals) -> None:
        """Ends a bot and waits until it is gone. AssertionError, with what it said last, if it had ended by itself."""
        try:
            os.kill(pid, how)
        except ProcessLookupError:
            door = self.bots.pop(pid)
            said = "\n".join(self.log.read_text(encoding="utf-8").splitlines()[-30:])
            raise AssertionError(f"{door} ended by itself:\n{said}") from None
        async with asyncio.timeout(SETTLE_SECONDS):
            while lives(pid):
                await asyncio.sleep(0.01)
        door = self.bots.pop(pid)
        if how is signal.SIGKILL:
            self.killed.add(door)

    async def calls_made(self, count: int) -> None:
        """Waits until the bot has made so many calls."""
        calls = self.simulator.api.calls
        if not await calls.changed.until(lambda: calls.count >= count, SETTLE_SECONDS):
            raise TimeoutError(f"only {calls.count} calls of {count}")

    async def logged(self, event: str) -> None:
        """Waits until a bot has logged this."""
        async with asyncio.timeout(SETTLE_SECONDS):
            while not self.log.exists() or event not in self.log.read_text(encoding="utf-8"):
                await asyncio.sleep(0.02)

    async def settled(self, seconds: float = SETTLE_SECONDS) -> None:
        """Waits until nothing waits: at Telegram, in the inbox, in the outbox. TimeoutError after so many seconds."""
        async with asyncio.timeout(seconds):
            quiet = 0
            while quiet < LOOKS:
                await asyncio.sleep(0.05)
                assert all(map(lives, self.bots)), "a bot ended by itself"
                busy = self.simulator.world.updates.has_pending() or await self.count(WAITING)
                quiet = 0 if busy else quiet + 1

    async def rows(self, query: str) -> list[Any]:
        """What stands in the database."""
        async with self.database.engine.connect() as connection:
            return list((await connection.execute(sql(query))).all())

    async def count(self, query: str) -> int:
        """The single number that a query returns."""
        return int((await self.rows(query))[0][0])

    async def worker(self, name: str, role: Role = Role.CASEWORKER) -> Worker:
        """A staff member who followed a one-time link."""
        worker = Worker(self, await self.people.user(name, language_code="uk"), name, SETTLE_SECONDS)
        async with self.database.uow() as uow:
            code = await invite(self.context(uow, OPERATOR), Invite(role, name))
        await worker.send(f"/start {JOIN_PREFIX}{code}")
        await worker.sees(piece("letter-staff-joined"))
        return worker

    async def bind(self, supervisor: Worker, *others: Worker) -> None:
        """A bound group of these."""
        members = dict.fromkeys([supervisor.id, *(other.id for other in others)], "administrator")
        self.group = await self.people.group("Звернення", members)
        async with self.database.uow() as uow:
            code = await new_bind_code(self.context(uow, OPERATOR), NewBindCode())
        await supervisor.says(GENERAL, f"/bind {code}")
        await supervisor.reads(GENERAL, piece("letter-group-bound"))

    async def with_case(self, name: str, words: str, **details: Any) -> Talker:
        """A person with an open case of these words."""
        person = Talker(self, await self.people.user(name, language_code="uk", **details), name, SETTLE_SECONDS)
        await person.send("/start")
        await person.press(AGREE)
        await person.sees(piece("screen-consent-given"))
        at = await person.send(words)
        offer = await person.waits(lambda each: each.id > at and offers(each, OPEN_CASE), OPEN_CASE)
        await self.people.press(person.id, offer, person.id, OPEN_CASE)
        await person.sees(RECEIVED)
        return person

    async def thread_of(self, words: str) -> int:
        """The topic in which these words stand."""
        shown = await self.people.wait_for(self.group, lambda each: words in each.text, timeout=SETTLE_SECONDS)
        assert shown.thread is not None
        return shown.thread

    def context(self, uow: UnitOfWork, actor: Actor) -> Context:
        """The context of an act in this process."""
        return Context(uow=uow, actor=actor, now=real_now(), catalogue=CATALOGUE)


def lives(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
