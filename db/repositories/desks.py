"""Cases whose conversations go from one chat to another: what waits there, what stands there, and which have to go."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Case
from db.models.outbox import WAITING_LETTER

# Whoever has one in flight finds the claim lost, and pairs nothing.
_DROP_WAITING = text(
    f"""
    WITH dropped AS (
        UPDATE letters SET dropped_at = clock_timestamp(), reason = :reason, lease_until = NULL
        WHERE lane = :lane AND {WAITING_LETTER}
        RETURNING slot_id
    )
    UPDATE slots SET shown_rev = wanted_rev WHERE id IN (SELECT slot_id FROM dropped)
    """
)
_STANDING = text(
    """
    SELECT DISTINCT telegram_message_id FROM (
        SELECT telegram_message_id FROM letters
        WHERE case_id = :case_id AND lane = :lane AND chat_id = :chat_id AND sent_at IS NOT NULL
        UNION ALL
        SELECT pair.telegram_message_id FROM pairs AS pair JOIN messages AS message ON message.id = pair.message_id
        WHERE message.case_id = :case_id AND pair.chat_id = :chat_id
        UNION ALL
        SELECT message_id FROM slots WHERE chat_id = :chat_id AND facts @> CAST(:facts AS jsonb) AND kind = ANY(:kinds)
    ) AS stands
    WHERE telegram_message_id IS NOT NULL
    ORDER BY telegram_message_id
    """
)
_FORGET_SLOTS = text(
    """
    UPDATE slots SET message_id = NULL, thread_id = NULL, shown_digest = NULL, shown_rev = 0, shown_at = NULL
    WHERE chat_id = :chat_id AND facts @> CAST(:facts AS jsonb) AND kind = ANY(:kinds)
    """
)
OF_A_TOPIC = ["card", "topic-head", "person-files", "later-answer"]
"""The kinds of slots that stand in the topic of a case."""


def _of(case_id: int, chat_id: int) -> dict[str, object]:
    return {"chat_id": chat_id, "facts": f'{{"case_id": {case_id}}}', "kinds": OF_A_TOPIC}


async def drop_waiting(session: AsyncSession, case_id: int, reason: str) -> None:
    """Nothing that waits for the topic of a locked case leaves any more."""
    await session.execute(_DROP_WAITING, {"lane": f"c:{case_id}", "reason": reason})


async def standing(session: AsyncSession, case_id: int, chat_id: int) -> list[int]:
    """The messages of a chat that are of the case, ours and those of staff that we know of, oldest first."""
    values = _of(case_id, chat_id) | {"case_id": case_id, "lane": f"c:{case_id}"}
    return list(await session.scalars(_STANDING, values))


async def forget_slots(session: AsyncSession, case_id: int, chat_id: int) -> None:
    """What showed the case's state in a chat is gone: the next showing there is a new one."""
    await session.execute(_FORGET_SLOTS, _of(case_id, chat_id))


async def placed_otherwise(session: AsyncSession, *, minimal: bool, limit: int) -> Sequence[Case]:
    """Cases that stand in their groups as they may not (any more), locked; open ones first.

    `minimal`: no word of a person may stand there.
    """
    otherwise: tuple[ColumnElement[bool], ...]
    if minimal:
        otherwise = (Case.brief_chat_id.is_(None), Case.topic_chat_id < 0)
    else:
        otherwise = (Case.brief_chat_id.is_not(None),)
    return (
        await session.scalars(
            select(Case)
            .where(*otherwise)
            .order_by(Case.closed_at.is_not(None), Case.id)
            .limit(limit)
            .with_for_update(key_share=True, skip_locked=True)
        )
    ).all()
