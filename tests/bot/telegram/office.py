"""The post office with an inbox worker whose handlers a test writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiogram import Dispatcher, Router
from sqlalchemy import text

from bot.middlewares.unit_of_work import UnitOfWorkMiddleware
from bot.telegram.gateway import Gateway
from bot.telegram.inbox import InboxWorker
from bot.telegram.intake import Intake
from bot.telegram.tenure import Tenure
from casework.context import Rules
from db.repositories import inbox as rows
from db.repositories.inbox import Arrival
from tests.bot.telegram.post import Post, until


@dataclass
class Office:
    """The post office with an inbox worker whose handlers a test writes."""

    post: Post
    router: Router
    worker: InboxWorker
    gateway: Gateway

    async def put(self, *messages: tuple[int, int, str]) -> None:
        """Updates of messages: update id, person, text; in the inbox directly."""
        arrivals = [
            Arrival(number, f"p:{person}", message_json(number, person, words)) for number, person, words in messages
        ]
        async with self.post.database.uow() as uow:
            await rows.add(uow.session, self.post.calls.bot.id, arrivals)
            uow.nudge("inbox")

    async def rows(self) -> list[Any]:
        async with self.post.database.uow() as uow:
            query = text("SELECT id, done_at, parked_at, parked_reason, body, tries, claims FROM inbox ORDER BY id")
            return list(await uow.session.execute(query))

    async def handled(self) -> None:
        """Wait until nothing waits."""
        await until(self.worker.idle)


def message_json(number: int, person: int, words: str) -> str:
    chat = f'{{"id":{person},"type":"private","first_name":"О"}}'
    sender = f'{{"id":{person},"is_bot":false,"first_name":"О"}}'
    body = f'"message_id":{number},"date":1800000000,"chat":{chat},"from":{sender},"text":"{words}"'
    return f'{{"update_id":{number},"message":{{{body}}}}}'


@asynccontextmanager
async def open_office(post: Post, *, polls: bool = False, **options: Any) -> AsyncIterator[Office]:
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(UnitOfWorkMiddleware(post.database, lambda: post.now))
    router = Router()
    dispatcher.include_router(router)
    worker = InboxWorker(dispatcher, post.calls, post.database, lambda: post.now, post.catalogue, Rules(), **options)
    gateway = Gateway(post.calls, Intake(post.database, post.calls.bot.id), Tenure.for_ever("poller"))
    running = [asyncio.create_task(worker.run())]
    if polls:
        running.append(asyncio.create_task(gateway.run()))
    try:
        yield Office(post, router, worker, gateway)
    finally:
        await gateway.stop()
        await worker.stop()
        await asyncio.gather(*running)
