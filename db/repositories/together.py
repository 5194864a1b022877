"""Letters of one lane that leave as one message, when a group takes less than it is told; and whose words one carries.

Whoever is in flight holds its lane, so nobody else can claim what waits behind it: that needs no lease of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Letter, Message, Pair
from db.models.outbox import WAITING_LETTER
from db.repositories.due import ClaimedLetter, Window

TOGETHER = "together"
"""The reason of a letter that left inside of another one: Telegram saw one call for both."""

# The one in flight is locked first: what it carries is sent if it is still ours, and else is not.
_FINISH = text(
    f"""
    WITH head AS (
        SELECT id FROM letters WHERE id = :id AND lease_until = :lease AND {WAITING_LETTER} FOR UPDATE
    )
    UPDATE letters
    SET sent_at = clock_timestamp(), telegram_message_id = CAST(:message_id AS bigint), reason = '{TOGETHER}'
    WHERE id = ANY (CAST(:ids AS bigint[])) AND {WAITING_LETTER} AND EXISTS (SELECT FROM head)
    RETURNING id, kind, facts
    """
).columns(facts=JSONB)


async def behind(session: AsyncSession, claimed: ClaimedLetter, window: Window) -> Sequence[Letter]:
    """What waits in the lane behind a letter in flight and is due, as urgent as it is, in the order of the lane."""
    due = or_(Letter.not_before.is_(None), Letter.not_before <= window.now)
    behind_it = (Letter.lane == claimed.lane, Letter.priority == claimed.priority, Letter.id > claimed.id)
    return (
        await session.scalars(
            select(Letter).where(*behind_it, due, text(WAITING_LETTER)).order_by(Letter.id).limit(window.limit)
        )
    ).all()


async def finish(
    session: AsyncSession, claimed: ClaimedLetter, ids: Sequence[int], message_id: int | None
) -> list[tuple[str, dict[str, Any]]]:
    """Telegram has these letters, too, inside of the claimed one: kind and facts of each, in order.

    Nothing where the claim was lost meanwhile. Before the claimed one is finished itself, in the same transaction.
    """
    values = {"id": claimed.id, "lease": claimed.lease, "ids": list(ids), "message_id": message_id}
    return [(row.kind, row.facts) for row in sorted(await session.execute(_FINISH, values), key=lambda row: row.id)]


async def carried_by(session: AsyncSession, chat_id: int, telegram_message_id: int) -> Sequence[Message]:
    """The messages that a letter in this chat carries, in the order in which they were said."""
    return (
        await session.scalars(
            select(Message)
            .join(Pair, Pair.message_id == Message.id)
            .where(Pair.side == "copy", Pair.chat_id == chat_id, Pair.telegram_message_id == telegram_message_id)
            .order_by(Message.id)
        )
    ).all()
