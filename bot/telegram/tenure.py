"""A role that one process holds at a time, as seen by the part of the bot that works in it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

LOOK_AGAIN = 0.1


class Tenure:
    """Held or not held. `trusted`: whether what was last heard about it may still be relied on."""

    def __init__(self, role: str, trusted: Callable[[], bool] = lambda: True) -> None:
        self.role = role
        self.number = 0
        """How often it was gained: between two of the same number nobody else had it."""
        self._trusted = trusted
        self._gained = asyncio.Event()
        self._lost = asyncio.Event()
        self._lost.set()

    @classmethod
    def for_ever(cls, role: str) -> Tenure:
        """A role that nobody else wants."""
        tenure = cls(role)
        tenure.gain()
        return tenure

    @property
    def held(self) -> bool:
        """Whether this process may act in the role now."""
        return self._gained.is_set() and self._trusted()

    def gain(self) -> None:
        """The role is this process's."""
        if not self._gained.is_set():
            self.number += 1
            self._gained.set()
            self._lost.clear()

    def lose(self) -> None:
        """It is not, or no more."""
        self._gained.clear()
        self._lost.set()

    async def gained(self) -> None:
        """Wait until this process may act in the role."""
        while not self.held:
            await self._gained.wait()
            if not self.held:
                await asyncio.sleep(LOOK_AGAIN)

    async def gained_before(self, stopped: asyncio.Event) -> bool:
        """Wait until this process may act in the role; False if `stopped` comes first."""
        await first_of(self.gained(), stopped.wait())
        return not stopped.is_set()

    async def lost(self) -> None:
        """Wait until the role is not this process's any more."""
        await self._lost.wait()


async def first_of(*waits: Awaitable[Any]) -> None:
    """Wait until one of them is over, and leave the others."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
