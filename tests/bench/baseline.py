"""Run as a program: what a careful plain handler of aiogram does with a person's message, nothing of it durable.

aiogram's own polling; the same tables, models, pool, seals and words as the bot's; one transaction as a session
middleware holds it; the topic's message and the receipt sent directly from within. A crash loses what was in flight,
a slow Telegram holds the transaction: that is the difference that is paid for.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from aiogram import Bot, Dispatcher, F, Router
from aiogram.types import Message as TelegramMessage
from sqlalchemy import select

from bot.app import POOL, WARM, make_bot
from bot.settings import load_settings
from bot.telegram.render import render
from bot.texts.wording import Wording
from casework.cases.relay import for_staff
from casework.letters.sights import AddedSight, PersonMessageSight, Sight
from db import cipher
from db.engine import Database, warm
from db.keys import KeyRing
from db.models import Case, CaseEvent, Consent, Message, Pair, Person
from db.uow import UnitOfWork

AT_ONCE = 32
"""As many updates side by side as the bot's own crew handles."""


class Desk:
    """The handler with what it needs."""

    def __init__(self, database: Database, wording: Wording) -> None:
        self._database = database
        self._wording = wording

    def router(self) -> Router:
        """The only route."""
        routes = Router(name="baseline")
        routes.message.register(self.take, F.text)
        return routes

    async def take(self, message: TelegramMessage, bot: Bot) -> None:
        """A message goes into the person's open case, into its topic, and a receipt back."""
        async with self._database.uow() as uow:
            await self._take(uow, message, bot)

    async def _take(self, uow: UnitOfWork, message: TelegramMessage, bot: Bot) -> None:
        session, now, text = uow.session, datetime.now(UTC), message.text or ""
        person = (await session.scalars(select(Person).where(Person.telegram_id == message.chat.id))).one()
        consent = select(Consent).where(Consent.person_id == person.id, Consent.withdrawn_at.is_(None))
        assert await session.scalar(consent) is not None, "the people of the bench have agreed"
        open_case = select(Case).where(Case.person_id == person.id, Case.closed_at.is_(None)).with_for_update()
        case = (await session.scalars(open_case)).one()
        person.last_wrote_at = now
        case.unread += 1
        said = Message(case_id=case.id, author_kind="person", author_id=person.id, text=text, written_at=now)
        session.add(said)
        await session.flush()
        session.add(_pair(said, "source", message.chat.id, message.message_id))
        session.add(
            CaseEvent(
                case_id=case.id,
                at=now,
                kind="words-added",
                actor_kind="person",
                actor_id=person.id,
                facts={"messages": 1},
            )
        )
        assert case.topic_chat_id is not None, "the cases of the bench have topics"
        words = self._words("person-message", PersonMessageSight(for_staff(text)[0], 0, 1, edited=False))
        copy = await bot.send_message(case.topic_chat_id, words, message_thread_id=case.topic_thread_id)
        session.add(_pair(said, "copy", case.topic_chat_id, copy.message_id))
        said.delivered_at = now
        receipt = AddedSight(case.number, case.unread, None, case.reply_by, overdue=False)
        await bot.send_message(message.chat.id, self._words("words-added", receipt))

    def _words(self, kind: str, shows: object) -> str:
        return render(Sight(kind, "uk", shows), self._wording).text


def _pair(said: Message, side: str, chat_id: int, message_id: int) -> Pair:
    return Pair(message_id=said.id, side=side, part=0, chat_id=chat_id, telegram_message_id=message_id)


async def work() -> None:
    """Polls until told to stop."""
    settings = load_settings()
    cipher.install(KeyRing.load_or_make(settings.key_file, outside=settings.data_dir))
    assert settings.database_url is not None, "the bench names the database"
    database = Database.open(settings.database_url.get_secret_value(), pool_size=POOL)
    await warm(database.engine, WARM)
    dispatcher = Dispatcher()
    dispatcher.include_router(Desk(database, Wording()).router())
    try:
        await dispatcher.start_polling(make_bot(settings), tasks_concurrency_limit=AT_ONCE)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(work())
