"""The recipients of a run, and their letters in the outbox. The hot statements are written by hand.

A letter and its recipient know each other by the letter's key, `broadcast:<recipient>:<turn>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.outbox import WAITING_LETTER
from rules.broadcasts import Reason, RecipientState

WAITING, QUEUED, SENT = RecipientState.WAITING.value, RecipientState.QUEUED.value, RecipientState.SENT.value

# Whoever comes second passes over what the first one holds. A claim commits together with the letters.
CLAIM = f"""
    UPDATE broadcast_recipients SET state = '{QUEUED}', turn = turn + 1
    WHERE id = ANY (ARRAY (
        SELECT id FROM broadcast_recipients
        WHERE run_id = :run_id AND state = '{WAITING}'
        ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
    ))
    RETURNING id, person_id, turn
"""
_CLAIM = text(CLAIM)
_SETTLE = text(
    f"""
    UPDATE broadcast_recipients SET state = :state, reason = :reason, settled_at = :now
    WHERE id = :id AND state = '{QUEUED}'
    """
)
_SETTLE_MANY = text(
    """
    UPDATE broadcast_recipients AS recipient
    SET state = settled.state, reason = settled.reason, settled_at = :now
    FROM unnest(CAST(:ids AS bigint[]), CAST(:states AS text[]), CAST(:reasons AS text[]))
         AS settled (id, state, reason)
    WHERE recipient.id = settled.id
    """
)
_BACK = text(f"UPDATE broadcast_recipients SET state = '{WAITING}' WHERE id = :id AND state = '{QUEUED}'")
_OF_RUN = "kind = 'broadcast' AND priority >= :priority AND CAST(facts ->> 'run_id' AS bigint) = :run_id"
# What no process has in its hands: it is not in flight.
_TAKE_BACK = text(
    f"""
    WITH back AS (
        SELECT id, CAST(facts ->> 'recipient_id' AS bigint) AS recipient_id FROM letters
        WHERE {WAITING_LETTER} AND {_OF_RUN} AND (lease_until IS NULL OR lease_until <= clock_timestamp())
        FOR UPDATE SKIP LOCKED
    ), gone AS (
        DELETE FROM letters USING back WHERE letters.id = back.id
    )
    UPDATE broadcast_recipients AS recipient SET state = '{WAITING}'
    FROM back WHERE recipient.id = back.recipient_id AND recipient.state = '{QUEUED}'
    RETURNING recipient.id
    """
)
# What backs off does not count: others go on meanwhile.
_READY = text(
    f"""
    SELECT count(*) FROM letters
    WHERE {WAITING_LETTER} AND {_OF_RUN} AND (retry_at IS NULL OR retry_at <= clock_timestamp())
    """
)
_COUNTS = text("SELECT state, count(*) FROM broadcast_recipients WHERE run_id = :run_id GROUP BY state")
_REASONS = text(
    """
    SELECT state, reason, count(*) FROM broadcast_recipients
    WHERE run_id = :run_id AND reason IS NOT NULL GROUP BY state, reason ORDER BY state, count(*) DESC, reason
    """
)
_LATELY = text(
    f"SELECT count(*) FROM broadcast_recipients WHERE run_id = :run_id AND state = '{SENT}' AND settled_at > :since"
)
# Whose letter is held for good, or went with everything else that was held of them, will not hear of it any more. What
# became of a letter is written down with it; where only that failed, it is made up for here.
_STRAYS = text(
    f"""
    WITH strays AS (
        SELECT recipient.id AS recipient_id, letter.id AS letter_id,
               CASE WHEN letter.sent_at IS NOT NULL THEN '{SENT}'
                    WHEN letter.parked_at IS NOT NULL THEN 'failed' ELSE 'left' END AS became,
               CASE WHEN letter.sent_at IS NULL THEN coalesce(letter.reason, :reason) END AS why
        FROM broadcast_recipients AS recipient
        LEFT JOIN letters AS letter
            ON letter.unique_key = 'broadcast:' || recipient.id || ':' || recipient.turn
        WHERE recipient.run_id = :run_id AND recipient.state = '{QUEUED}'
          AND (letter.id IS NULL OR letter.sent_at IS NOT NULL OR letter.parked_at IS NOT NULL
               OR letter.dropped_at IS NOT NULL OR letter.not_before >= :far)
    ), dropped AS (
        UPDATE letters SET dropped_at = clock_timestamp(), reason = :reason
        FROM strays WHERE letters.id = strays.letter_id AND {WAITING_LETTER}
    )
    UPDATE broadcast_recipients AS recipient SET state = strays.became, reason = strays.why, settled_at = :now
    FROM strays WHERE recipient.id = strays.recipient_id
    RETURNING recipient.id
    """
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A recipient for whom a letter is to be written in this transaction."""

    id: int
    person_id: int
    turn: int


async def claim(session: AsyncSession, run_id: int, limit: int) -> list[Claimed]:
    """The next recipients of a run, in the order in which they were fixed."""
    rows = await session.execute(_CLAIM, {"run_id": run_id, "limit": limit})
    return sorted((Claimed(*row) for row in rows), key=lambda each: each.id)


async def settle(
    session: AsyncSession, recipient_id: int, state: RecipientState, now: datetime, reason: str | None = None
) -> None:
    """What became of a letter that was written; said of one that is settled already it changes nothing."""
    values = {"id": recipient_id, "state": state.value, "reason": reason, "now": now}
    await session.execute(_SETTLE, values)


async def settle_many(session: AsyncSession, those: list[tuple[int, RecipientState, Reason]], now: datetime) -> None:
    """The same for recipients to whom nothing was written."""
    if not those:
        return
    values = {
        "ids": [each[0] for each in those],
        "states": [each[1].value for each in those],
        "reasons": [each[2].value for each in those],
        "now": now,
    }
    await session.execute(_SETTLE_MANY, values)


async def wait_again(session: AsyncSession, recipient_id: int) -> None:
    """The letter did not leave, and another one will."""
    await session.execute(_BACK, {"id": recipient_id})


async def take_back(session: AsyncSession, run_id: int, priority: int) -> int:
    """Takes back every letter of a run that is not in flight; its recipients wait again. How many."""
    return len((await session.execute(_TAKE_BACK, {"run_id": run_id, "priority": priority})).all())


async def ready(session: AsyncSession, run_id: int, priority: int) -> int:
    """How many letters of a run could leave now, or are leaving."""
    return int((await session.execute(_READY, {"run_id": run_id, "priority": priority})).scalar_one())


async def counts(session: AsyncSession, run_id: int) -> dict[RecipientState, int]:
    """How many recipients of a run are how far."""
    rows = await session.execute(_COUNTS, {"run_id": run_id})
    return {RecipientState(state): count for state, count in rows}


async def reasons(session: AsyncSession, run_id: int) -> list[tuple[RecipientState, str, int]]:
    """Why recipients did not get it, and how many for each reason."""
    rows = await session.execute(_REASONS, {"run_id": run_id})
    return [(RecipientState(state), reason, count) for state, reason, count in rows]


async def sent_since(session: AsyncSession, run_id: int, since: datetime) -> int:
    """To how many it was sent after a moment (business time)."""
    return int((await session.execute(_LATELY, {"run_id": run_id, "since": since})).scalar_one())


async def settle_strays(session: AsyncSession, run_id: int, far: datetime, now: datetime) -> int:
    """Settles those whose letter will not leave any more: taken away, or held until `far` or longer. How many."""
    values = {"run_id": run_id, "far": far, "now": now, "reason": Reason.CHANGED.value}
    return len((await session.execute(_STRAYS, values)).all())
