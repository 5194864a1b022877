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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import text as sql

from bot.catalogue import load_catalogue
from bot.clock import real_now
from casework.context import OPERATOR, Context
from casework.staff.invite import JOIN_PREFIX, Invite, NewBindCode, invite, new_bind_code
from db.engine import Database
from rules.permissions import Role
from simulator.client import PeopleClient
from simulator.server import Simulator
from tests.conversations.talkers import GENERAL, Talker, Worker, offers
from tests.conversations.words import AGREE, OPEN_CASE, RECEIVED, piece
from tests.house.source_tree import ROOT

TOKEN = "777000:TEST-of-faults-never-real"
CATALOGUE = load_catalogue()
LOADING_SECONDS = 120
SETTLE_SECONDS = 120.0
LOOKS = 5
WAITING = """
SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL AND parked_at IS NULL)
     + (SELECT count(*) FROM letters WHERE sent_at IS NULL AND dropped_at IS NULL AND parked_at IS NULL
                                       AND (not_before IS NULL OR not_before < now() + interval '1 day'))
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

    def fork(self, env: dict[str, str], log: Path, folder: Path) -> int:
        """A new bot; its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"env": env, "log": str(log), "folder": str(folder)}) + "\n")
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
    group: int = 0
    bots: list[int] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """What the bots logged."""
        return self.folder / "bot.log"

    def start_bot(self, **env: str) -> int:
        """Another process of the bot; its id."""
        pid = self.nursery.fork(self.env | env, self.log, self.folder)
        self.bots.append(pid)
        return pid

    async def end(self, pid: int, how: signal.Signals) -> None:
        """Ends a bot and waits until it is gone."""
        os.kill(pid, how)
        async with asyncio.timeout(SETTLE_SECONDS):
            while _lives(pid):
                await asyncio.sleep(0.01)
        self.bots.remove(pid)

    async def calls_made(self, count: int) -> None:
        """Waits until the bot has made so many calls."""
        async with asyncio.timeout(SETTLE_SECONDS):
            while self.simulator.api.calls.count < count:
                await asyncio.sleep(0.005)

    async def settled(self) -> None:
        """Waits until nothing waits: at Telegram, in the inbox, in the outbox."""
        async with asyncio.timeout(SETTLE_SECONDS):
            quiet = 0
            while quiet < LOOKS:
                await asyncio.sleep(0.05)
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
        worker = Worker(self, await self.people.user(name, language_code="uk"), name)
        async with self.database.uow() as uow:
            code = await invite(self._operator(uow), Invite(role, name))
        await worker.send(f"/start {JOIN_PREFIX}{code}")
        await worker.sees(piece("letter-staff-joined"))
        return worker

    async def bind(self, supervisor: Worker, *others: Worker) -> None:
        """A bound group of these."""
        members = dict.fromkeys([supervisor.id, *(other.id for other in others)], "administrator")
        self.group = await self.people.group("Звернення", members)
        async with self.database.uow() as uow:
            code = await new_bind_code(self._operator(uow), NewBindCode())
        await supervisor.says(GENERAL, f"/bind {code}")
        await supervisor.reads(GENERAL, piece("letter-group-bound"))

    async def with_case(self, name: str, words: str, **details: Any) -> Talker:
        """A person with an open case of these words."""
        person = Talker(self, await self.people.user(name, language_code="uk", **details), name)
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

    def _operator(self, uow: Any) -> Context:
        return Context(uow=uow, actor=OPERATOR, now=real_now(), catalogue=CATALOGUE)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
