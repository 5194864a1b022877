"""Work that goes in rounds until it is told to stop: what the workers of this process share."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress

from bot.telegram.crew import Crew
from db.engine import Database

STOP_SECONDS = 10.0


class Rounds(ABC):
    """A loop that looks for work, a crew that does it, and a bell in between. `channel`: whose nudges ring it."""

    def __init__(self, database: Database, channel: str, at_once: int) -> None:
        self._database = database
        self._channel = channel
        self._crew = Crew(at_once)
        self._stopping = False
        self._ended = asyncio.Event()
        self._ended.set()
        self._quiet = False
        database.hear(self._heard)

    async def run(self) -> None:
        """Work until `stop`. Not to be run twice."""
        self._ended.clear()
        try:
            while not self._stopping:
                await self._crew.wait(await self._round())
        finally:
            self._ended.set()

    def nudge(self) -> None:
        """There may be work."""
        self._quiet = False
        self._crew.ring()

    def idle(self) -> bool:
        """Whether there is nothing to be done now and nothing in hand, as far as this process knows."""
        return self._quiet and not self._crew.lanes and not self._crew.rung

    @abstractmethod
    async def _round(self) -> float:
        """Start what can be done now; returns the seconds until it is worth looking again."""

    async def _finish(self) -> bool:
        """Take nothing new, and finish within ten seconds what is in flight; whether all of it ended by itself."""
        self._stopping = True
        self._crew.ring()
        # A round that is claiming now still starts what it gets.
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), STOP_SECONDS)
        return await self._crew.finish(STOP_SECONDS)

    def _heard(self, channel: str) -> None:
        if channel == self._channel:
            self.nudge()
