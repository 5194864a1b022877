"""Messages of one person are handled in the order in which they were written, however long each takes."""

from __future__ import annotations

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from bot.clock import real_now
from bot.middlewares.unit_of_work import UnitOfWorkMiddleware
from bot.telegram.calls import Calls
from bot.telegram.gateway import Gateway
from bot.telegram.inbox import InboxWorker
from bot.telegram.intake import Intake
from bot.telegram.pace import Pace
from bot.telegram.tenure import Tenure
from casework.context import Rules
from tests.bench.results import Result
from tests.bench.scene import CATALOGUE, NO_WAITING, TOKEN, House, Scene, open_scene

PEOPLE, MESSAGES = 20, 1_000
LONGEST = 0.1
PATIENCE = 120.0

Ended = list[tuple[int, int]]
"""Person and number of each message, as their handling ended."""


async def measure(house: House) -> list[Result]:
    """Messages that were handled after a later one of the same person; beside aiogram's own polling."""
    async with open_scene(house) as scene:
        people = scene.newcomers(PEOPLE)
        plain = inversions(await handled(scene, people, MESSAGES, plainly))
        ours = inversions(await handled(scene, people, MESSAGES, durably))
    settings = {
        "people": PEOPLE,
        "messages": MESSAGES,
        "handling ms": [0, 1000 * LONGEST],
        "% of the baseline": round(100 * plain / MESSAGES, 1),
    }
    return [Result("order: inversions", ours, "messages", plain, bar="0", holds=ours == 0, settings=settings)]


async def handled(scene: Scene, people: list[int], count: int, way: Way) -> Ended:
    """So many messages of these people in turn, each handled once for a time of chance; as they ended."""
    ended: Ended = []
    chance, whole = random.Random(7), asyncio.Event()

    async def handle(message: Message) -> None:
        await asyncio.sleep(chance.uniform(0.0, LONGEST))
        ended.append((message.chat.id, int(message.text or "")))
        if len(ended) >= count:
            whole.set()

    for number in range(count):
        scene.write(people[number % len(people)], str(number))
    session = AiohttpSession(api=TelegramAPIServer.from_base(scene.simulator.url))
    async with Bot(TOKEN, session=session) as bot, way(scene, bot, handle), asyncio.timeout(PATIENCE):
        await whole.wait()
    assert sorted(number for _, number in ended) == list(range(count)), "each is handled, and once"
    return ended


def inversions(ended: Ended) -> int:
    """How many ended after a later one of the same person."""
    latest: dict[int, int] = defaultdict(lambda: -1)
    found = 0
    for person, number in ended:
        found += number < latest[person]
        latest[person] = max(latest[person], number)
    return found


Handle = Callable[[Message], Coroutine[Any, Any, None]]


@asynccontextmanager
async def durably(scene: Scene, bot: Bot, handle: Handle) -> AsyncIterator[None]:
    """As the bot does it: kept in the inbox, then handled lane by lane."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(UnitOfWorkMiddleware(scene.database, real_now))
    dispatcher.include_router(_routes(handle))
    calls = Calls(bot, Pace(time.monotonic, speed=NO_WAITING))
    worker = InboxWorker(dispatcher, calls, scene.database, real_now, CATALOGUE, Rules())
    gateway = Gateway(calls, Intake(scene.database, bot.id), Tenure.for_ever("poller"))
    running = [asyncio.create_task(part.run()) for part in (worker, gateway)]
    try:
        yield
    finally:
        await gateway.stop()
        await worker.stop()
        await asyncio.gather(*running)


@asynccontextmanager
async def plainly(scene: Scene, bot: Bot, handle: Handle) -> AsyncIterator[None]:
    """As aiogram does it."""
    dispatcher = Dispatcher()
    dispatcher.include_router(_routes(handle))
    running = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
    try:
        yield
    finally:
        await dispatcher.stop_polling()
        await running


Way = Callable[[Scene, Bot, Handle], Any]


def _routes(handle: Handle) -> Router:
    routes = Router()
    routes.message.register(handle, F.text)
    return routes
