"""A post office: the simulator over HTTP, a real database, and the deliverer between them; no conversations."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.telegram.calls import Calls
from bot.telegram.deliverer import Deliverer
from bot.telegram.render import render
from bot.texts.wording import Wording
from casework.cases.opening import open_case
from casework.cases.words import Words
from casework.context import MACHINE, Context
from casework.letters import kinds
from casework.letters.write import show_person, tell_person, tell_topic
from db.engine import Database
from db.models import Case, Letter, Person, StaffGroup, StaffMember
from db.repositories import people, staff
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from simulator.client import PeopleClient
from simulator.seen import Shown
from simulator.server import Simulator

TOKEN = "100:TEST"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PATIENCE = 20.0


@dataclass
class Post:
    """A post office: simulator, database, and what is needed to write letters and to look what became of them."""

    sim: Simulator
    folk: PeopleClient
    calls: Calls
    database: Database
    catalogue: Catalogue
    wording: Wording
    now: datetime = NOW
    cases: int = 0
    deliverers: list[Deliverer] = field(default_factory=list)

    def deliverer(self, **options: Any) -> Deliverer:
        made = Deliverer(
            self.calls,
            self.database,
            lambda: self.now,
            self.catalogue,
            partial(render, wording=self.wording),
            **options,
        )
        self.deliverers.append(made)
        return made

    def context(self, uow: UnitOfWork) -> Context:
        return Context(uow, MACHINE, self.now, self.catalogue)

    async def person(self) -> int:
        """Somebody who may be written to; their Telegram id."""
        telegram_id = await self.folk.user("Олена")
        await self.folk.write(telegram_id, telegram_id, "/start")
        async with self.database.uow() as uow:
            uow.session.add(Person(telegram_id=telegram_id, language="uk", created_at=NOW))
        return telegram_id

    async def group(self, **options: Any) -> int:
        """A bound staff group with topics; its id."""
        chief = await self.folk.user("Ірина", side="staff")
        chat_id = await self.folk.group("Звернення", {chief: "creator"}, **options)
        async with self.database.uow() as uow:
            entry = self.catalogue.organisations["luhansk"]
            organisation = await staff.organisation(uow.session, entry.slug, entry.prefix)
            member = StaffMember(
                organisation_id=organisation.id,
                telegram_id=chief,
                work_name="Ірина",
                role="supervisor",
                language="uk",
                joined_at=NOW,
            )
            uow.session.add(member)
            await uow.session.flush()
            uow.session.add(
                StaffGroup(organisation_id=organisation.id, chat_id=chat_id, bound_by=member.id, bound_at=NOW)
            )
        return chat_id

    async def case(self, telegram_id: int, words: str = "Потрібна допомога") -> int:
        """A case of this person's, with everything that is written for a new one; its id."""
        self.cases += 1
        async with self.database.uow() as uow:
            person = await people.by_telegram(uow.session, telegram_id)
            assert person is not None
            source = Words(text=words, chat_id=telegram_id, telegram_message_id=10_000 + self.cases, written_at=NOW)
            return (await open_case(self.context(uow), person, [source])).id

    async def tell(self, telegram_id: int, letter: kinds.Letter, key: str | None = None) -> None:
        async with self.database.uow() as uow:
            person = await people.by_telegram(uow.session, telegram_id)
            assert person is not None
            await tell_person(self.context(uow), person, letter, key=key)

    async def screen(self, telegram_id: int, screen: kinds.Letter) -> None:
        async with self.database.uow() as uow:
            person = await people.by_telegram(uow.session, telegram_id)
            assert person is not None
            await show_person(self.context(uow), person, screen)

    async def news(self, case_id: int, event: str = "reopened") -> None:
        """A plain letter into the topic of a case."""
        async with self.database.uow() as uow:
            case = await uow.session.get_one(Case, case_id)
            await tell_topic(self.context(uow), case, kinds.CaseNews(case_id, event))

    async def topic_of(self, case_id: int) -> int | None:
        async with self.database.uow() as uow:
            return (await uow.session.get_one(Case, case_id)).topic_thread_id

    async def letters(self, **wanted: Any) -> list[Letter]:
        async with self.database.uow() as uow:
            return list(await uow.session.scalars(select(Letter).filter_by(**wanted).order_by(Letter.id)))

    async def texts(self, chat_id: int, **where: Any) -> list[str]:
        """What the bot wrote there, oldest first."""
        page = await self.folk.messages(chat_id, **where)
        return [message.text for message in page.messages if self._ours(message)]

    async def made(self, method: str, chat: int | None = None) -> int:
        """How often the bot called a method with success."""
        calls = await self.folk.calls(method=method, chat=chat)
        return sum(1 for call in calls if call["status"] == 200)

    @asynccontextmanager
    async def working(self, **options: Any) -> AsyncIterator[Deliverer]:
        """A deliverer at work."""
        deliverer = self.deliverer(**options)
        running = asyncio.create_task(deliverer.run())
        try:
            yield deliverer
        finally:
            await deliverer.stop()
            await running

    async def deliver(self, **options: Any) -> None:
        """Deliver until nothing is due and nothing in flight."""
        async with self.working(**options) as deliverer:
            await until(deliverer.idle)

    def _ours(self, message: Shown) -> bool:
        return message.sender == int(TOKEN.partition(":")[0]) and bool(message.text)


async def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until a condition holds."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


async def until_seen(condition: Callable[[], Awaitable[bool]], seconds: float = PATIENCE) -> None:
    """Wait until something asked for holds."""
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.02)


MakePost = Callable[..., AbstractAsyncContextManager[Post]]
