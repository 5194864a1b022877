"""The one place that calls the Bot API: at our pace, and with failures in our own words."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TypeVar

from aiogram import Bot
from aiogram.methods import Response, TelegramMethod

from bot.telegram import metrics
from bot.telegram.company import Company
from bot.telegram.costs import cost_of
from bot.telegram.failures import CallFailed, TooFast, failure_of
from bot.telegram.pace import Pace
from casework.letters.policies import Priority
from db.trouble import is_passing

Result = TypeVar("Result")

REQUEST_SECONDS = 20
PATIENCE_SECONDS = 25.0
"""How long a call waits for its turn before it gives up."""
READY_PATIENCE_SECONDS = 2.0
"""The same for one that was made ready a moment before its place: it goes back to the others then."""
CHATS_THAT_MEAN_THE_BOT = 3
"""A 429 does not say whose budget is spent: so many private chats refused within a moment mean the bot's, if none was
accepted in between. Else it is each chat's own, and all others go on.
"""
MOMENT_SECONDS = 1.0
KEPT: dict[type, object] = {}
"""The model of each method's answer: aiogram asks pydantic for it at every call, pydantic forgets models that nobody
holds, and making one anew costs milliseconds.
"""


class NoTurn(CallFailed):
    """The budget left no room for the call in time; it was not made."""

    word = "no-turn"


class Calls:
    """Calls of one bot. What fails raises a `CallFailed`; what the client raised itself goes no further."""

    def __init__(self, bot: Bot, pace: Pace, company: Company | None = None) -> None:
        """`company`: the other processes with which the budget is shared, where there may be any."""
        self.bot = bot
        self.pace = pace
        self.company = company
        self._refused: deque[tuple[float, int]] = deque(maxlen=32)

    async def make(
        self,
        method: TelegramMethod[Result],
        *,
        chat_id: int | None = None,
        priority: int = Priority.SCREEN,
        reserved: bool = False,
        patience: float = PATIENCE_SECONDS,
        timeout: int = REQUEST_SECONDS,
    ) -> Result:
        """Make a call when its turn has come and return its result.

        `chat_id`: whose budget it spends beside the bot's. `reserved`: its place in the budget is kept already, or
        it was made ready for the next one.
        `patience`, `timeout`: seconds to wait for the turn and for the answer.
        """
        name = method.__api_method__
        if type(method) not in KEPT:
            KEPT[type(method)] = Response[method.__returning__]  # type: ignore[name-defined]  # the class tells its own type
        costs = cost_of(name) > 0
        if reserved and chat_id is not None and not self._start_reserved(chat_id, priority):
            reserved = await self._ready_turn(chat_id, priority)
            patience = READY_PATIENCE_SECONDS
        if costs and not reserved:
            await self._turn(chat_id, priority, patience)
        company = self._company() if costs and not reserved else None
        started = time.monotonic()
        try:
            result = await self.bot(method, request_timeout=timeout)
        except Exception as error:  # noqa: BLE001 - whatever it is, its text holds content or the token
            failure = failure_of(error)
            metrics.calls.labels(name, failure.word).inc()
            if isinstance(failure, TooFast) and costs:
                await self._slow_down(chat_id, failure.seconds)
            raise failure from None
        finally:
            if reserved or costs:
                self.pace.ended(chat_id)
            if company is not None:
                await company.settle()
        if costs and chat_id is not None and chat_id > 0:
            self._refused.clear()
        metrics.calls.labels(name, "ok").inc()
        metrics.call_time.labels(name).observe(time.monotonic() - started)
        return result

    def _start_reserved(self, chat_id: int, priority: int) -> bool:
        """Use the place that was kept, unless Telegram asked meanwhile to be left alone. False: it was only made ready,
        and has no place yet.
        """
        if (held := self.pace.paused(chat_id)) > 0:
            self.pace.give_back(chat_id, priority)
            raise TooFast(held)
        if self.pace.is_ready(chat_id, priority):
            return False
        if self.pace.is_late(chat_id, priority):
            self.pace.give_back(chat_id, priority)
            raise NoTurn
        self.pace.start_reserved(chat_id, priority)
        return True

    async def _turn(self, chat_id: int | None, priority: int, patience: float) -> None:
        """Take a place in the budget, waiting for it if need be; NoTurn if that would take too long."""
        deadline = time.monotonic() + patience
        while (wait := await self._take(chat_id, priority)) > 0:
            if time.monotonic() + wait > deadline:
                raise NoTurn
            await asyncio.sleep(wait)

    async def _ready_turn(self, chat_id: int, priority: int) -> bool:
        """Wait for the place of a call that was made ready; others know of it since its claim. False: somebody joined
        since, who has to be told before it starts. NoTurn if its time is over.
        """
        pace, deadline = self.pace, time.monotonic() + READY_PATIENCE_SECONDS
        told, taken = pace.notes.told(chat_id, priority), False
        try:
            while told or self._company() is None:
                if pace.is_late(chat_id, priority):
                    raise NoTurn
                if (wait := pace.take_ready(chat_id, priority)) == 0:
                    taken = True
                    pace.notes.started(chat_id, priority, time.monotonic())
                    return True
                if time.monotonic() + wait > deadline:
                    raise NoTurn
                await asyncio.sleep(wait)
            return False
        finally:
            if not taken:
                pace.give_back(chat_id, priority)

    async def _take(self, chat_id: int | None, priority: int) -> float:
        if (company := self._company()) is None:
            return self.pace.take(chat_id, priority)
        try:
            return await company.take(chat_id, priority)
        except Exception as error:
            if not is_passing(error):
                raise
            raise NoTurn from None

    def _company(self) -> Company | None:
        """The others, if there are any now."""
        return self.company if self.company is not None and self.company.there else None

    async def _slow_down(self, chat_id: int | None, seconds: float) -> None:
        """Telegram asked for it: this chat's calls wait, or all where it means the bot. Others are told."""
        for paused in self._meant(chat_id):
            self.pace.pause(paused, seconds)
            if (company := self._company()) is not None:
                await company.tell_pause(paused, seconds)

    def _meant(self, chat_id: int | None) -> list[int | None]:
        """Whose budget a 429 is about: the chat's (None: the bot's), or both."""
        if chat_id is None:
            return [None]
        now = time.monotonic()
        self._refused.append((now, chat_id))
        lately = {chat for at, chat in self._refused if chat > 0 and at > now - MOMENT_SECONDS}
        return [chat_id, None] if len(lately) >= CHATS_THAT_MEAN_THE_BOT else [chat_id]
