"""A conversation is read once and written once, with the update that it belongs to."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import text

from bot.telegram.storage import RowStorage, row_key
from db.uow import UnitOfWork
from tests.bot.telegram.post import NOW

KEY = StorageKey(bot_id=1, chat_id=2, user_id=3)


class Asking(StatesGroup):
    name = State()


def context(storage: RowStorage) -> FSMContext:
    return FSMContext(storage=storage, key=KEY)


async def rows(uow: UnitOfWork) -> int:
    return int((await uow.session.execute(text("SELECT count(*) FROM conversations"))).scalar_one())


async def test_nothing_is_written_before_the_flush(uow: UnitOfWork) -> None:
    storage = RowStorage(uow.session, NOW)
    await context(storage).set_state(Asking.name)
    assert await rows(uow) == 0
    await storage.flush()
    assert await rows(uow) == 1


async def test_state_and_data_are_found_by_the_next_update(uow: UnitOfWork) -> None:
    first = RowStorage(uow.session, NOW)
    await context(first).set_state(Asking.name)
    await context(first).update_data(words=["так", "ні"])
    await first.flush()
    second = context(RowStorage(uow.session, NOW))
    assert await second.get_state() == Asking.name.state
    assert await second.get_data() == {"words": ["так", "ні"]}


async def test_clearing_takes_the_row_away(uow: UnitOfWork) -> None:
    storage = RowStorage(uow.session, NOW)
    await context(storage).set_state(Asking.name)
    await storage.flush()
    await context(storage).clear()
    await storage.flush()
    assert await rows(uow) == 0


async def test_what_was_only_read_is_not_written(uow: UnitOfWork) -> None:
    storage = RowStorage(uow.session, NOW)
    await context(storage).get_data()
    await storage.flush()
    assert await rows(uow) == 0


async def test_data_handed_out_is_a_copy(uow: UnitOfWork) -> None:
    storage = RowStorage(uow.session, NOW)
    (await context(storage).get_data())["words"] = 1
    assert await context(storage).get_data() == {}


def test_topics_and_destinies_are_conversations_of_their_own() -> None:
    assert row_key(KEY) == "1:2:0:3"
    assert row_key(StorageKey(bot_id=1, chat_id=2, user_id=3, thread_id=4)) == "1:2:4:3"
    assert row_key(StorageKey(bot_id=1, chat_id=2, user_id=3, destiny="form")) == "1:2:0:3:form"
