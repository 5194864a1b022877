"""The composition: everything that makes one running bot, in the order in which it starts and stops."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer

from bot.clock import Clock
from bot.ground import Ground
from bot.log import log_failure
from bot.middlewares.actor import ActorMiddleware
from bot.middlewares.refusals import RefusalMiddleware
from bot.middlewares.unit_of_work import UnitOfWorkMiddleware
from bot.settings import ConfigurationError, Settings
from bot.telegram.calls import Calls
from bot.telegram.deliverer import Deliverer
from bot.telegram.failures import TokenRefused
from bot.telegram.gateway import Gateway
from bot.telegram.identity import who_am_i
from bot.telegram.inbox import InboxWorker
from bot.telegram.introduction import introduce
from bot.telegram.keyboards import menu
from bot.telegram.pace import Pace
from bot.telegram.render import render
from bot.texts.wording import Wording
from bot.web.health import Health
from casework.context import MACHINE, Actor, Context
from db.engine import Database, warm
from db.listen import listen
from db.uow import UnitOfWork
from handlers.routing import routers
from scheduler.runner import Scheduler

log = structlog.get_logger("bot")

POOL = 20
WARM = 4
SETTLE_LOOKS = 3
"""How many looks in a row must find nothing to do before everything counts as settled."""


def make_bot(settings: Settings) -> Bot:
    """The client of the Bot API that the settings name."""
    api = PRODUCTION if settings.telegram_api_url is None else TelegramAPIServer.from_base(settings.telegram_api_url)
    return Bot(
        settings.token.get_secret_value(),
        session=AiohttpSession(api=api, limit=100),
        default=DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True),
    )


class App:
    """One running bot. `start` returns once it works; `stop` finishes what is in flight."""

    def __init__(self, ground: Ground, clock: Clock, *, health: bool = True, wording: Wording | None = None) -> None:
        """`health`: whether to listen for health checks; `wording`: words that were read already."""
        settings = ground.settings
        self._ground = ground
        self._clock = clock
        self.database = Database.open(ground.url, pool_size=POOL)
        self._wording = wording or Wording()
        self._bot = make_bot(settings)
        self._calls = Calls(self._bot, Pace(time.monotonic, speed=settings.sim_speed))
        common = (self._calls, self.database, clock.now, ground.catalogue)
        self._deliverer = Deliverer(*common, partial(render, wording=self._wording))
        self._inbox = InboxWorker(self._dispatcher(), *common, ground.rules)
        self._gateway = Gateway(self._calls, self.database)
        self._scheduler = Scheduler(self.database, clock.now, self._machine_context)
        self._health = Health(self.database, clock.now, self._workers) if health else None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        clock.on_advance(self._scheduler.advance)

    async def start(self) -> None:
        """Begins to work. ConfigurationError when Telegram refuses the token or the port is taken."""
        try:
            await warm(self.database.engine, WARM)
            await who_am_i(self._calls)
        except TokenRefused:
            raise ConfigurationError("Telegram refuses BOT_TOKEN: copy it anew from @BotFather") from None
        if self._health is not None:
            await self._listen_for_health()
        self._begin("deliverer", self._deliverer.run())
        self._begin("inbox", self._inbox.run())
        self._begin("gateway", self._gateway.run())
        self._begin("hints", listen(self._ground.url, ("inbox", "outbox"), self._hint))
        self._begin("introduction", introduce(self._calls, self.database, self._wording))
        self._scheduler.start()

    async def stop(self) -> None:
        """Takes nothing new, finishes what is in flight, closes everything."""
        await self._scheduler.stop()
        await self._gateway.stop()
        await self._inbox.stop()
        await self._deliverer.stop()
        for name in ("hints", "introduction"):
            if name in self._tasks:
                self._tasks[name].cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        if self._health is not None:
            await self._health.stop()
        await self._bot.session.close()
        await self.database.close()

    async def failed(self) -> None:
        """Waits until a part of the bot ends by itself, then raises why; one that can go on never does."""
        lasting = [task for name, task in self._tasks.items() if name != "introduction"]
        done, _ = await asyncio.wait(lasting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            try:
                task.result()
            except TokenRefused:
                raise ConfigurationError("Telegram refuses BOT_TOKEN: copy it anew from @BotFather") from None

    @property
    def health_port(self) -> int | None:
        """Where `/healthz` listens; None without it."""
        return self._health.port if self._health else None

    @property
    def idle(self) -> bool:
        """Whether nothing waits and nothing is in flight, as far as this process knows."""
        return self._gateway.idle() and self._inbox.idle() and self._deliverer.idle()

    async def settled(self, seconds: float) -> None:
        """Waits until everything that was begun has ended, its consequences too. TimeoutError after so many seconds."""
        async with asyncio.timeout(seconds):
            quiet = 0
            while quiet < SETTLE_LOOKS:
                await asyncio.sleep(0.02)
                quiet = quiet + 1 if self.idle else 0

    def context(self, uow: UnitOfWork, actor: Actor, now: datetime | None = None) -> Context:
        """The context of an act in this bot, by default at the present business time."""
        moment = now if now is not None else self._clock.now()
        return Context(uow=uow, actor=actor, now=moment, catalogue=self._ground.catalogue, rules=self._ground.rules)

    def _machine_context(self, uow: UnitOfWork, now: datetime) -> Context:
        return self.context(uow, MACHINE, now)

    def _dispatcher(self) -> Dispatcher:
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.update.outer_middleware(UnitOfWorkMiddleware(self.database, self._clock.now))
        dispatcher.update.outer_middleware(ActorMiddleware(self._ground.catalogue, self._ground.rules, self._wording))
        for event in (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query):
            event.middleware(RefusalMiddleware())
        dispatcher.include_routers(*routers(menu(self._wording)))
        return dispatcher

    def _hint(self, channel: str) -> None:
        (self._inbox if channel == "inbox" else self._deliverer).nudge()

    def _begin(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(_log_end)
        self._tasks[name] = task

    def _workers(self) -> dict[str, bool]:
        return {name: not task.done() for name, task in self._tasks.items() if name != "introduction"}

    async def _listen_for_health(self) -> None:
        settings = self._ground.settings
        assert self._health is not None
        try:
            await self._health.start(settings.http_host, settings.http_port)
        except OSError:
            raise ConfigurationError(f"HTTP_PORT {settings.http_port} can't be used: set another port") from None


def _log_end(task: asyncio.Task[None]) -> None:
    with suppress(asyncio.CancelledError):
        if (error := task.exception()) is not None and not isinstance(error, TokenRefused):
            log_failure(log, "part_failed", error, part=task.get_name())
