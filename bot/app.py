"""The composition: everything that makes one running bot, in the order in which it starts and stops."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Coroutine
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from urllib.parse import urlsplit

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiohttp import web

from bot.clock import Clock
from bot.ground import Ground
from bot.log import log_failure
from bot.middlewares.actor import ActorMiddleware
from bot.middlewares.refusals import RefusalMiddleware
from bot.middlewares.unit_of_work import UnitOfWorkMiddleware
from bot.presence import Presence
from bot.roles import ALL_ROLES, ProcessRole
from bot.settings import ConfigurationError, Settings
from bot.telegram.calls import Calls
from bot.telegram.company import Company
from bot.telegram.contact import Contact
from bot.telegram.deliverer import AT_ONCE, PAID_AT_ONCE, Deliverer
from bot.telegram.failures import TokenRefused
from bot.telegram.fetcher import Fetcher
from bot.telegram.gateway import Gateway
from bot.telegram.identity import who_am_i
from bot.telegram.inbox import InboxWorker
from bot.telegram.intake import Intake
from bot.telegram.introduction import introduce
from bot.telegram.keyboards import menu
from bot.telegram.menus import Menus
from bot.telegram.pace import Pace
from bot.telegram.render import render
from bot.telegram.webhook import Webhook, secret_of
from bot.texts.wording import Wording
from bot.web.health import Health
from bot.web.heartbeat import beat
from bot.web.server import WebServer
from bot.web.webhook import WebhookRoute
from casework.context import MACHINE, Actor, Context
from db.backup.take import BackupPlace
from db.engine import Database, warm
from db.listen import listen
from db.trouble import is_passing
from db.uow import UnitOfWork
from handlers.routing import routers
from scheduler.runner import Scheduler
from scheduler.runs import Storage

log = structlog.get_logger("bot")

POOL = 20
WARM = 4
HELD_BY = {ProcessRole.UPDATES: "poller"}
"""What one process at a time holds to do its part in a role; with a webhook the poller arranges it."""
SHARED = {ProcessRole.LETTERS: "letters"}
"""What processes hold beside each other."""
TOKEN_REFUSED = "Telegram refuses BOT_TOKEN: copy it anew from @BotFather"
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


class Part(Protocol):
    """Something that works until it is stopped, and then finishes what is in flight."""

    async def run(self) -> None:
        """Work."""

    async def stop(self) -> None:
        """Take nothing new."""

    def idle(self) -> bool:
        """Whether nothing waits and nothing is in flight, as far as this process knows."""


class App:
    """One running bot. `start` returns once it works; `stop` finishes what is in flight."""

    def __init__(
        self,
        ground: Ground,
        clock: Clock,
        *,
        roles: Collection[ProcessRole] = ALL_ROLES,
        listens: bool = True,
        wording: Wording | None = None,
    ) -> None:
        """`listens`: whether to serve health, metrics and the webhook; `wording`: words that were read already."""
        settings = ground.settings
        self._ground = ground
        self._clock = clock
        self.database = Database.open(ground.url, pool_size=POOL)
        self._wording = wording or Wording()
        self._bot = make_bot(settings)
        pace = Pace(time.monotonic, speed=settings.sim_speed, paid=settings.allow_paid_broadcast)
        self._intake = Intake(self.database, self._bot.id)
        self._contact = Contact(self.database, self._bot.id, self._machine_context, clock.now)
        self._apart = Database.open(ground.url, pool_size=1)
        alone, shared = ([held for role, held in each.items() if role in roles] for each in (HELD_BY, SHARED))
        self._presence = Presence(self._apart, alone, shared=shared)
        self.database.others_hear = self._presence.has_company
        company = Company(pace, self.database, self._worker_id, self._presence.has_company)
        self._calls = Calls(self._bot, pace, company)
        self._nudges: dict[str, Callable[[], None]] = {"workers": self._presence.nudge}
        self._talks: Dispatcher | None = None
        """What handles updates, where this process does; it is told the bot's name once that is known."""
        self._parts = self._make_parts(frozenset(roles))
        self._scheduler = Scheduler(self.database, clock.now, self._machine_context, storage=self._storage())
        self._keeps_time = ProcessRole.CLOCK in roles
        self._health = Health(self.database, self._bot.id, clock.now, self._workers, self._presence.standing)
        self._server = WebServer(self._routes(frozenset(roles))) if listens else None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        if self._keeps_time:
            clock.on_advance(self._scheduler.advance)

    async def start(self) -> None:
        """Begins to work. ConfigurationError when Telegram refuses the token or the port is taken."""
        await self._warm()
        try:
            me = await who_am_i(self._calls)
        except TokenRefused:
            raise ConfigurationError(TOKEN_REFUSED) from None
        if self._talks is not None:
            self._talks["username"] = me.username
        if self._server is not None:
            await self._listen(self._server)
        await self._presence.join()
        self._begin("presence", self._presence.run())
        for name, part in self._parts.items():
            self._begin(name, part.run())
        channels = ("inbox", "outbox", "files", "menus", "workers")
        self._begin("hints", listen(self._ground.url, channels, self._hint, deaf_to=self.database.sender))
        self._begin("introduction", introduce(self._calls, self.database, self._wording))
        if (url := self._ground.settings.heartbeat_url) is not None:
            self._begin("heartbeat", beat(url, self._health))
        if self._keeps_time:
            self._scheduler.start()

    async def _warm(self) -> None:
        """Open connections now; those that PostgreSQL's passing trouble prevents are opened when they are needed."""
        try:
            await warm(self.database.engine, WARM)
        except ExceptionGroup as failed:
            if not all(is_passing(each) for each in failed.exceptions):
                raise
            log.warning("database_away_at_start")

    async def stop(self) -> None:
        """Takes nothing new, finishes what is in flight, closes everything."""
        await self._scheduler.stop()
        if self._server is not None:
            await self._server.stop()
        for part in self._parts.values():
            await part.stop()
        for name in ("hints", "introduction", "heartbeat"):
            if name in self._tasks:
                self._tasks[name].cancel()
        await self._presence.leave()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        await self._bot.session.close()
        await self._apart.close()
        await self.database.close()

    async def failed(self) -> None:
        """Waits until a part of the bot ends by itself, then raises why; one that can go on never does."""
        lasting = [task for name, task in self._tasks.items() if name != "introduction"]
        done, _ = await asyncio.wait(lasting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            try:
                task.result()
            except TokenRefused:
                raise ConfigurationError(TOKEN_REFUSED) from None

    @property
    def port(self) -> int | None:
        """Where it listens; None where it does not."""
        return self._server.port if self._server else None

    @property
    def idle(self) -> bool:
        """Whether nothing waits and nothing is in flight, as far as this process knows."""
        return all(part.idle() for part in self._parts.values())

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

    def _make_parts(self, roles: frozenset[ProcessRole]) -> dict[str, Part]:
        """In the order in which they stop: what brings work first."""
        common = (self._calls, self.database, self._clock.now, self._ground.catalogue)
        parts: dict[str, Part] = {}
        if ProcessRole.UPDATES in roles:
            inbox = InboxWorker(self._dispatcher(), *common, self._ground.rules, worker_id=self._worker_id)
            fetcher = Fetcher(*common, worker_id=self._worker_id, local=self._ground.settings.telegram_local)
            parts |= {"gateway": self._gateway(), "inbox": inbox, "fetcher": fetcher}
            self._nudges |= {"inbox": inbox.nudge, "files": fetcher.nudge}
        if ProcessRole.LETTERS in roles:
            tenure = self._presence.tenure(SHARED[ProcessRole.LETTERS])
            worded = partial(render, wording=self._wording)
            hands = PAID_AT_ONCE if self._ground.settings.allow_paid_broadcast else AT_ONCE
            deliverer = Deliverer(*common, worded, tenure=tenure, worker_id=self._worker_id, at_once=hands)
            menus = Menus(self._calls, self.database, self._wording)
            parts |= {"deliverer": deliverer, "menus": menus}
            self._nudges |= {"outbox": deliverer.nudge, "menus": menus.nudge}
        return parts

    def _gateway(self) -> Part:
        tenure = self._presence.tenure(HELD_BY[ProcessRole.UPDATES])
        if (url := self._ground.settings.webhook_url) is not None:
            return Webhook(self._calls, url, tenure, self._contact.heard, self._clock.now)
        return Gateway(self._calls, self._intake, tenure, self._contact.heard)

    def _routes(self, roles: frozenset[ProcessRole]) -> list[web.RouteDef]:
        url = self._ground.settings.webhook_url
        if url is None or ProcessRole.UPDATES not in roles:
            return self._health.routes()
        hook = WebhookRoute(self._intake, urlsplit(url).path, secret_of(self._bot.token))
        return [*self._health.routes(), *hook.routes()]

    def _storage(self) -> Storage:
        settings = self._ground.settings
        folder = settings.backup_folder
        place = None if folder is None else BackupPlace(folder, settings.backup_keep)
        return Storage(self.database, self._ground.url, place)

    def _dispatcher(self) -> Dispatcher:
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.update.outer_middleware(UnitOfWorkMiddleware(self.database, self._clock.now))
        dispatcher.update.outer_middleware(ActorMiddleware(self._ground.catalogue, self._ground.rules, self._wording))
        answered = (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query)
        for event in (*answered, dispatcher.message_reaction):
            event.middleware(RefusalMiddleware())
        dispatcher.include_routers(*routers(menu(self._wording)))
        self._talks = dispatcher
        return dispatcher

    def _worker_id(self) -> int | None:
        return self._presence.id

    def _hint(self, channel: str) -> None:
        if (nudge := self._nudges.get(channel)) is not None:
            nudge()

    def _begin(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(_log_end)
        self._tasks[name] = task

    def _workers(self) -> dict[str, bool]:
        return {name: not task.done() for name, task in self._tasks.items() if name != "introduction"}

    async def _listen(self, server: WebServer) -> None:
        settings = self._ground.settings
        try:
            await server.start(settings.http_host, settings.http_port)
        except OSError:
            raise ConfigurationError(f"HTTP_PORT {settings.http_port} can't be used: set another port") from None


def _log_end(task: asyncio.Task[None]) -> None:
    with suppress(asyncio.CancelledError):
        if (error := task.exception()) is not None and not isinstance(error, TokenRefused):
            log_failure(log, "part_failed", error, part=task.get_name())
