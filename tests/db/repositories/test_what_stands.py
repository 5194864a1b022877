"""Each message that stands in a chat has a letter that tells of it, also where a slot changed on the way."""

from __future__ import annotations

from sqlalchemy import select, text

from db.models import Letter
from db.repositories import finishing
from db.repositories.finishing import Stands
from db.uow import UnitOfWork
from tests.db.repositories.test_letters import claim, want


async def test_two_messages_of_a_slot_that_changed_meanwhile_are_both_told_of_once(uow: UnitOfWork) -> None:
    await want(uow)
    (claimed,) = await claim(uow)
    await want(uow)
    assert not await finishing.finish(uow.session, claimed, Stands(7, "слова", fresh=True, revision=1, digest="d"))
    (again,) = await claim(uow)
    other = Stands(8, "інші", fresh=True, revision=2, digest="d")
    assert await finishing.finish(uow.session, again, other)
    stood = await uow.session.scalars(select(Letter).where(Letter.sent_at.is_not(None)).order_by(Letter.id.desc()))
    assert [(each.telegram_message_id, each.rendered) for each in stood] == [(7, "слова"), (8, "інші")]
    assert not await finishing.finish(uow.session, again, other)
    assert await uow.session.scalar(text("SELECT count(*) FROM letters")) == 2
