"""Slots as the deliverer sees them: what is shown, and what has to be shown anew.

Whoever changes a slot and its letter locks the slot first.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Slot
from db.models.outbox import WAITING_LETTER
from db.session import one_row

TOPIC_OPEN, TOPIC_CLOSED = "open", "closed"
"""What the digest of a topic's head ends with, after a colon."""

# A copy of the last letter of the slot; where one waits already, that one will do.
_AGAIN = text(
    f"""
    INSERT INTO letters (lane, priority, kind, facts, slot_id, person_id, case_id, chat_id, written_at)
    SELECT letter.lane, letter.priority, slot.kind, slot.facts, slot.id, letter.person_id, letter.case_id,
           slot.chat_id, letter.written_at
    FROM slots AS slot JOIN letters AS letter ON letter.slot_id = slot.id
    WHERE slot.id = :slot_id
    ORDER BY letter.id DESC
    LIMIT 1
    ON CONFLICT (slot_id) WHERE {WAITING_LETTER} DO NOTHING
    """
)


async def read(session: AsyncSession, slot_id: int) -> Slot:
    """The slot of a letter."""
    return await one_row(session, Slot, slot_id)


async def lock(session: AsyncSession, slot_id: int) -> Slot:
    """The same, locked until the transaction ends."""
    return await session.get_one(Slot, slot_id, with_for_update=True, populate_existing=True)


async def lock_by_key(session: AsyncSession, chat_id: int, key: str) -> Slot | None:
    """The slot of this name in a chat, locked, if there is one."""
    return await session.scalar(
        select(Slot)
        .where(Slot.chat_id == chat_id, Slot.key == key)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def facts(session: AsyncSession, chat_id: int, key: str) -> dict[str, Any] | None:
    """What the slot of this name in a chat was last asked to show; None where there is no such slot."""
    return await session.scalar(select(Slot.facts).where(Slot.chat_id == chat_id, Slot.key == key))


async def lose_message(session: AsyncSession, slot_id: int) -> None:
    """The message that showed the slot is gone: the next showing is a new one."""
    await session.execute(update(Slot).where(Slot.id == slot_id).values(message_id=None, shown_digest=None))


async def show_again(session: AsyncSession, slot: Slot) -> None:
    """What Telegram shows is no longer what we showed: show the slot once more. The slot is locked by the caller."""
    slot.shown_digest = None
    await _want_again(session, slot)


async def topic_closed(session: AsyncSession, slot: Slot) -> None:
    """The same for the head of a topic that somebody closed: its title and icon are as they were."""
    head, _, _ = (slot.shown_digest or "").partition(":")
    slot.shown_digest = f"{head}:{TOPIC_CLOSED}"
    await _want_again(session, slot)


async def _want_again(session: AsyncSession, slot: Slot) -> None:
    slot.wanted_rev += 1
    await session.flush()
    await session.execute(_AGAIN, {"slot_id": slot.id})
