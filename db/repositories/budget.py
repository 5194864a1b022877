"""The bot's budget of calls, which all its processes share: what each tells the others, and what a newcomer must know.

Before a process calls, it notes the call under the lock of claims: whoever holds that lock has seen every note of
others. Notes get their ids under it, too, so "newer than the last one seen" leaves none out. When a call started and
ended is added a moment later, without the lock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.outbox import WAITING_LETTER
from db.repositories.together import TOGETHER

KEPT_SECONDS = 120.0
"""Longer than any window and any call."""


@dataclass(frozen=True, slots=True)
class Spent:
    """A call of the recent past as the budget has to know it."""

    chat_id: int
    ago: float
    """Seconds since then; 0 for one that may be under way."""


@dataclass(frozen=True, slots=True)
class ToCall:
    """A call that is about to be made. `chat_id`: None for one to no chat. `letter_id`: the letter it is for."""

    chat_id: int | None
    priority: int
    letter_id: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A note as it stands now; all times in seconds before now."""

    id: int
    worker_id: int
    chat_id: int | None
    priority: int
    pause: float | None
    """No call, but a pause of so many seconds from `noted` on."""
    noted: float
    started: float | None
    ended: float | None


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a call of ours; times as in `Heard`."""

    id: int
    started: float | None
    ended: float | None


_AGO = "CAST(extract(epoch FROM clock_timestamp() - {}) AS double precision)"
_SPENT = text(
    f"""
    SELECT chat_id, {_AGO.format("sent_at")}
    FROM letters WHERE sent_at > clock_timestamp() - CAST(:seconds AS double precision) * interval '1 second'
      AND reason IS DISTINCT FROM '{TOGETHER}' AND id NOT IN (SELECT letter_id FROM budget_notes WHERE letter_id > 0)
    UNION ALL
    SELECT chat_id, 0.0 FROM letters WHERE {WAITING_LETTER} AND lease_until > clock_timestamp()
      AND id NOT IN (SELECT letter_id FROM budget_notes WHERE letter_id > 0)
    """
)
_PAUSED = text(
    f"""
    SELECT chat_id, CAST(extract(epoch FROM max(retry_at) - clock_timestamp()) AS double precision)
    FROM letters WHERE {WAITING_LETTER} AND retry_at > clock_timestamp() GROUP BY chat_id
    """
)
_HEAR = text(
    f"""
    SELECT id, worker_id, chat_id, priority, pause,
           {_AGO.format("noted_at")}, {_AGO.format("started_at")}, {_AGO.format("ended_at")}
    FROM budget_notes WHERE id > :seen OR id = ANY (CAST(:open AS bigint[])) ORDER BY id
    """
)
_TELL = text(
    """
    INSERT INTO budget_notes (worker_id, chat_id, priority, letter_id)
    SELECT CAST(:worker AS bigint), new.chat_id, new.priority, new.letter_id
    FROM unnest(CAST(:chats AS bigint[]), CAST(:priorities AS smallint[]), CAST(:letters AS bigint[]))
         WITH ORDINALITY AS new (chat_id, priority, letter_id, place)
    ORDER BY new.place
    RETURNING id
    """
)
_TELL_PAUSE = text(
    "INSERT INTO budget_notes (worker_id, chat_id, priority, pause) VALUES (:worker, :chat_id, 0, :seconds)"
)
_BECAME = text(
    """
    UPDATE budget_notes
    SET started_at = clock_timestamp() - new.started * interval '1 second',
        ended_at = clock_timestamp() - new.ended * interval '1 second'
    FROM unnest(CAST(:ids AS bigint[]), CAST(:started AS double precision[]), CAST(:ended AS double precision[]))
         AS new (id, started, ended)
    WHERE budget_notes.id = new.id
    """
)
_TAKE_BACK = text("DELETE FROM budget_notes WHERE id = ANY (CAST(:ids AS bigint[]))")
_FORGET = text(
    """
    DELETE FROM budget_notes
    WHERE noted_at < clock_timestamp() - (CAST(:seconds AS double precision) + coalesce(pause, 0)) * interval '1 second'
    RETURNING id
    """
)


async def recently_spent(session: AsyncSession, seconds: float) -> list[Spent]:
    """The letters sent within the last so many seconds, and those in flight, of which there is no note."""
    return [Spent(chat_id, float(ago)) for chat_id, ago in await session.execute(_SPENT, {"seconds": seconds})]


async def paused_chats(session: AsyncSession) -> list[tuple[int, float]]:
    """Chats to which a letter backs off, with the seconds that are left."""
    return [(chat_id, float(left)) for chat_id, left in await session.execute(_PAUSED)]


async def hear(session: AsyncSession, seen: int, still_open: Sequence[int]) -> list[Heard]:
    """All notes after the one that was seen last, and those still open as they stand now; in order."""
    rows = await session.execute(_HEAR, {"seen": seen, "open": list(still_open)})
    return [Heard(*row) for row in rows]


async def tell(session: AsyncSession, worker_id: int, calls: Sequence[ToCall]) -> list[int]:
    """Note calls that are about to be made; the ids, in their order. The lock of claims must be held."""
    values = {
        "worker": worker_id,
        "chats": [each.chat_id for each in calls],
        "priorities": [each.priority for each in calls],
        "letters": [each.letter_id for each in calls],
    }
    return sorted((await session.scalars(_TELL, values)).all())


async def tell_pause(session: AsyncSession, worker_id: int, chat_id: int | None, seconds: float) -> None:
    """Note that Telegram asked not to be called. The lock of claims must be held."""
    await session.execute(_TELL_PAUSE, {"worker": worker_id, "chat_id": chat_id, "seconds": seconds})


async def became(session: AsyncSession, told: Sequence[Told]) -> None:
    """Add when calls started and ended."""
    values = {
        "ids": [each.id for each in told],
        "started": [each.started for each in told],
        "ended": [each.ended for each in told],
    }
    await session.execute(_BECAME, values)


async def take_back(session: AsyncSession, ids: Sequence[int]) -> None:
    """These calls are not made after all."""
    await session.execute(_TAKE_BACK, {"ids": list(ids)})


async def forget(session: AsyncSession) -> int:
    """Remove notes that no window remembers; returns how many."""
    return len((await session.execute(_FORGET, {"seconds": KEPT_SECONDS})).all())
