"""What stands in a private chat: which messages a bot could still take away."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.outbox import WAITING_LETTER

REACH_HOURS = 47
"""Telegram lets bots delete what is younger than 48 hours; an hour is left for the letter to get there."""

# A screen that stands is excluded when the letter leaves, not before: it may be sent anew in between.
_BY_US = text(
    """
    SELECT telegram_message_id FROM letters
    WHERE chat_id = :chat_id AND telegram_message_id IS NOT NULL
      AND sent_at > clock_timestamp() - CAST(:hours AS integer) * interval '1 hour'
      AND telegram_message_id NOT IN (
          SELECT message_id FROM slots WHERE chat_id = :chat_id AND key = 'screen' AND message_id IS NOT NULL
      )
    ORDER BY telegram_message_id
    """
)
_TO_DESK = text(
    """
    SELECT DISTINCT telegram_message_id,
           sent_at > clock_timestamp() - CAST(:hours AS integer) * interval '1 hour' AS reached
    FROM letters
    WHERE chat_id = :chat_id AND person_id IS NULL AND telegram_message_id IS NOT NULL AND sent_at IS NOT NULL
    ORDER BY telegram_message_id
    """
)
_DROP_TO_DESK = text(
    f"""
    UPDATE letters SET dropped_at = clock_timestamp(), reason = :reason
    WHERE chat_id = :chat_id AND person_id IS NULL AND {WAITING_LETTER}
      AND kind NOT IN ('hide-text', 'hide-files', 'topic-left', 'place-left')
      AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    """
)

# What takes somebody's data out of sight leaves all the same, and at once.
_HIDE_NOW = text(
    f"""
    UPDATE letters SET not_before = NULL
    WHERE kind IN ('hide-whisper', 'hide-text', 'hide-files')
      AND (chat_id = :account OR CAST(facts ->> 'receiver_id' AS bigint) = :account) AND {WAITING_LETTER}
    """
)

# Sources only: a copy of theirs stands in the staff group and goes with its topic.
_BY_THEM = text(
    """
    SELECT pair.telegram_message_id FROM pairs AS pair
    JOIN messages AS message ON message.id = pair.message_id
    JOIN people AS person ON person.id = :person_id
    WHERE pair.side = 'source' AND message.author_kind = 'person' AND message.author_id = person.id
      AND pair.chat_id = person.telegram_id
    UNION
    SELECT draft.telegram_message_id FROM drafts AS draft
    JOIN people AS person ON person.id = draft.person_id
    WHERE person.id = :person_id AND draft.chat_id = person.telegram_id
    ORDER BY 1 DESC
    LIMIT :limit
    """
)
MOST_OF_THEIRS = 500
"""More than anybody writes in two days; older ones are passed over by Telegram."""


async def sent_lately(session: AsyncSession, chat_id: int) -> list[int]:
    """Our messages of the last two days in a chat but for the screen that stands, oldest first, each once."""
    found = await session.scalars(_BY_US, {"chat_id": chat_id, "hours": REACH_HOURS})
    return list(dict.fromkeys(found))


async def written_by(session: AsyncSession, person_id: int) -> list[int]:
    """The newest messages of a person in their private chat that we know of; to be asked before they are erased."""
    return list(await session.scalars(_BY_THEM, {"person_id": person_id, "limit": MOST_OF_THEIRS}))


@dataclass(frozen=True, slots=True)
class OnDesk:
    """Our messages on a staff member's desk: those that a bot can still take away, and how many it can't."""

    reached: tuple[int, ...]
    older: int


async def on_desk(session: AsyncSession, chat_id: int) -> OnDesk:
    """What was sent to an account as staff, its screen too; not what it got as a person who asks for help."""
    rows = (await session.execute(_TO_DESK, {"chat_id": chat_id, "hours": REACH_HOURS})).all()
    reached = {row.telegram_message_id for row in rows if row.reached}
    older = {row.telegram_message_id for row in rows} - reached
    return OnDesk(tuple(sorted(reached)), len(older))


async def drop_waiting_to_desk(session: AsyncSession, chat_id: int, reason: str) -> None:
    """Nothing that waits for a desk leaves any more; what is on its way at this moment can't be held."""
    await session.execute(_DROP_TO_DESK, {"chat_id": chat_id, "reason": reason})


async def hide_now(session: AsyncSession, account: int) -> None:
    """What was shown to this account for a while is hidden at once."""
    await session.execute(_HIDE_NOW, {"account": account})
