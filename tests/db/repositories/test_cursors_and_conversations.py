"""The newest message of a chat only rises; a conversation is one sealed row."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text

from db.repositories import conversations, cursors
from db.uow import UnitOfWork

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


async def test_a_cursor_only_rises(uow: UnitOfWork) -> None:
    assert await cursors.newest(uow.session, 1) is None
    for message_id in (5, 3, 9, 7):
        await cursors.raise_to(uow.session, 1, message_id)
    assert await cursors.newest(uow.session, 1) == 9


async def test_a_conversation_is_kept_sealed_and_read_back(uow: UnitOfWork) -> None:
    await conversations.save(uow.session, "1:2:0:3", "asking", '{"a":"таємниця"}', NOW)
    (sealed,) = (await uow.session.execute(text("SELECT data FROM conversations"))).one()
    assert "таємниця".encode() not in sealed
    assert await conversations.load(uow.session, "1:2:0:3") == ("asking", '{"a":"таємниця"}')


async def test_a_later_saving_replaces_the_earlier(uow: UnitOfWork) -> None:
    await conversations.save(uow.session, "1:2:0:3", "asking", '{"a":1}', NOW)
    await conversations.save(uow.session, "1:2:0:3", "done", None, NOW)
    assert await conversations.load(uow.session, "1:2:0:3") == ("done", None)


async def test_an_ended_conversation_leaves_no_row(uow: UnitOfWork) -> None:
    await conversations.save(uow.session, "1:2:0:3", "asking", None, NOW)
    await conversations.save(uow.session, "1:2:0:3", None, None, NOW)
    assert (await uow.session.execute(text("SELECT count(*) FROM conversations"))).scalar_one() == 0
