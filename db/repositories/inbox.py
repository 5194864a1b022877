"""The inbox: updates as they came, claimed lane by lane. Hand-written SQL: every update passes here.

All times are PostgreSQL's own. A lane is handled strictly in the order of ids; its head is its oldest update that is
neither done nor parked. The moment a lease ends is also its token: who holds an older one has lost the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, Where, ask
from db.cipher import seal, search_hash, unseal
from db.models.inbox import WAITING_UPDATE

BODY = "inbox.body"
CONVERSATION = "conversations.data"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it came: Telegram's id, its lane, its JSON."""

    update_id: int
    lane: str
    body: str


@dataclass(frozen=True, slots=True)
class ClaimedUpdate:
    """An update that this process may handle until `lease` (PostgreSQL's time), which is the claim's token too."""

    id: int
    lane: str
    lease: datetime
    claims: int
    """How often it was claimed without anything being known of the outcome, this time included."""
    tries: int
    """How often our own code failed on it."""
    waited: float
    """Seconds from its arrival to this claim."""
    more: bool
    """Whether others of its lane wait behind it."""
    sealed: bytes

    @property
    def body(self) -> str:
        """The update's JSON; SealBroken if the key is missing."""
        return unseal(BODY, self.sealed)


class Claims(list[ClaimedUpdate]):
    """What was claimed. `others_wait`: something else waits that is not in hand in a lane that was left out."""

    def __init__(self, claimed: Iterable[ClaimedUpdate], *, others_wait: bool) -> None:
        super().__init__(claimed)
        self.others_wait = others_wait


@dataclass(frozen=True, slots=True)
class Begun:
    """What the handling of an update begins with: state and data (JSON) of the conversation, and who wrote."""

    state: str | None
    data: str | None
    is_staff: bool
    """Whether the one who wrote works here."""
    following: ClaimedUpdate | None
    """The next one of its lane: claimed once this transaction has committed."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits: how many, the age of the oldest, and when the next one can be claimed (both in seconds)."""

    waiting: int
    oldest: float
    next_in: float


# ORDINALITY keeps Telegram's order in the ids. The same id with another body is a new update: Telegram starts its ids
# anew after a quiet week or with a new token, so the digest of the body is part of the key.
_ADD = Statement(
    """
    INSERT INTO inbox (bot_id, update_id, digest, lane, body)
    SELECT :bot_id, new.update_id, new.digest, new.lane, new.body
    FROM unnest(CAST(:ids AS bigint[]), CAST(:digests AS bytea[]), CAST(:lanes AS text[]), CAST(:bodies AS bytea[]))
         WITH ORDINALITY AS new (update_id, digest, lane, body, place)
    ORDER BY new.place
    ON CONFLICT (bot_id, update_id, digest) DO NOTHING
    RETURNING id
    """
)

# The columns of a ClaimedUpdate.
_CLAIMED = """
    inbox.id, inbox.lane, inbox.lease_until, inbox.claims, inbox.tries,
    CAST(extract(epoch FROM clock_timestamp() - inbox.received_at) AS double precision),
    EXISTS (
        SELECT FROM inbox AS next
        WHERE next.done_at IS NULL AND next.parked_at IS NULL AND next.lane = inbox.lane AND next.id > inbox.id
    ),
    inbox.body
"""

# A head: waiting, not leased, not backing off, and no other waiting update of its lane that is older or in flight. A
# head that backs off holds its lane, since those behind it are not heads. SKIP LOCKED: what is being handled is locked
# by the transaction that handles it, even when its lease has run out. One row comes back in any case: it says whether
# anything waits that is neither claimed here nor in hand in one of the lanes in `busy`.
_CLAIM = Statement(
    f"""
    WITH heads AS (
        SELECT head.id
        FROM inbox AS head
        WHERE head.done_at IS NULL AND head.parked_at IS NULL
          AND (head.lease_until IS NULL OR head.lease_until <= clock_timestamp())
          AND (head.retry_at IS NULL OR head.retry_at <= clock_timestamp())
          AND head.lane <> ALL (CAST(:busy AS text[]))
          AND NOT EXISTS (
              SELECT FROM inbox AS other
              WHERE other.done_at IS NULL AND other.parked_at IS NULL AND other.lane = head.lane AND other.id <> head.id
                AND (other.id < head.id OR other.lease_until > clock_timestamp())
          )
        ORDER BY head.id
        LIMIT :limit
        FOR UPDATE OF head SKIP LOCKED
    ), claimed AS (
        UPDATE inbox
        SET claims = inbox.claims + 1, worker_id = CAST(:worker AS bigint),
            lease_until = clock_timestamp() + CAST(:lease AS double precision) * interval '1 second'
        FROM heads
        WHERE inbox.id = heads.id
        RETURNING {_CLAIMED}
    )
    SELECT EXISTS (
               SELECT FROM inbox AS rest
               WHERE rest.done_at IS NULL AND rest.parked_at IS NULL AND rest.id NOT IN (SELECT id FROM heads)
                 AND (rest.lane <> ALL (CAST(:busy AS text[]))
                      OR rest.lease_until IS NULL OR rest.lease_until <= clock_timestamp())
           ),
           claimed.*
    FROM (VALUES (0)) AS always LEFT JOIN claimed ON true
    """
)

_OURS = f"id = :id AND lease_until = :lease AND {WAITING_UPDATE}"

# Everything that every update needs is asked for in the statement that locks its row. The next one of its lane is
# claimed with it: nobody else could take that while this one waits, and both commit together or not at all. Where the
# claim was lost nothing is changed.
_BEGIN = Statement(
    f"""
    WITH done AS (
        UPDATE inbox SET done_at = clock_timestamp(), body = NULL, lease_until = NULL WHERE {_OURS} RETURNING id
    ), newest AS (
        INSERT INTO chat_cursors AS known (chat_id, last_message_id)
        SELECT CAST(:chat_id AS bigint), CAST(:message_id AS bigint) FROM done
        WHERE CAST(:chat_id AS bigint) IS NOT NULL
        ON CONFLICT (chat_id) DO UPDATE SET last_message_id = greatest(known.last_message_id, EXCLUDED.last_message_id)
    ), following AS (
        UPDATE inbox
        SET claims = claims + 1, worker_id = CAST(:worker AS bigint),
            lease_until = clock_timestamp() + CAST(:seconds AS double precision) * interval '1 second'
        WHERE id = (
                SELECT id FROM inbox AS behind
                WHERE behind.done_at IS NULL AND behind.parked_at IS NULL
                  AND behind.lane = CAST(:lane AS text) AND behind.id > :id
                ORDER BY behind.id LIMIT 1
            )
          AND (retry_at IS NULL OR retry_at <= clock_timestamp())
          AND EXISTS (SELECT FROM done)
        RETURNING {_CLAIMED}
    )
    SELECT conversations.state, conversations.data,
           EXISTS (SELECT FROM staff WHERE telegram_id = CAST(:user_id AS bigint) AND removed_at IS NULL),
           following.*
    FROM done
    LEFT JOIN conversations ON conversations.key = CAST(:conversation AS text)
    LEFT JOIN following ON true
    """
)
_LET_GO = Statement(
    f"""
    UPDATE inbox SET lease_until = NULL, claims = claims - 1, tries = tries + :tries,
        retry_at = clock_timestamp() + CAST(:delay AS double precision) * interval '1 second'
    WHERE {_OURS} RETURNING tries
    """
)
_PARK = Statement(
    f"""
    UPDATE inbox SET parked_at = clock_timestamp(), parked_reason = :reason, lease_until = NULL
    WHERE {_OURS} RETURNING id
    """
)
_BACKLOG = Statement(
    f"""
    SELECT count(*),
           coalesce(extract(epoch FROM clock_timestamp() - min(received_at)), 0),
           coalesce(extract(epoch FROM
               min(coalesce(greatest(lease_until, retry_at), clock_timestamp())) - clock_timestamp()), 0)
    FROM inbox WHERE {WAITING_UPDATE}
    """
)
_DROP_PARKED = Statement("DELETE FROM inbox WHERE lane = :lane AND parked_at IS NOT NULL RETURNING id")
_FORGET = Statement("DELETE FROM inbox WHERE done_at < clock_timestamp() - CAST(:keep AS interval) RETURNING id")


async def add(where: Where, bot_id: int, arrivals: Sequence[Arrival]) -> int:
    """Write down a batch in its order; what is known already is left out. Returns how many were new."""
    values = {
        "bot_id": bot_id,
        "ids": [each.update_id for each in arrivals],
        "digests": [search_hash(BODY, each.body) for each in arrivals],
        "lanes": [each.lane for each in arrivals],
        "bodies": [seal(BODY, each.body) for each in arrivals],
    }
    return len(await ask(where, _ADD, values))


async def claim(where: Where, *, limit: int, lease: float, busy: Sequence[str], worker: int | None = None) -> Claims:
    """Claim up to `limit` heads, oldest first, for `lease` seconds, leaving out the lanes in `busy`.

    `worker`: whose claims these are; they are free again when that worker is gone.
    """
    values = {"limit": limit, "lease": lease, "worker": worker, "busy": list(busy)}
    rows = await ask(where, _CLAIM, values)
    claimed = sorted((ClaimedUpdate(*row[1:]) for row in rows if row[1] is not None), key=lambda each: each.id)
    return Claims(claimed, others_wait=rows[0][0])


async def begin(
    session: AsyncSession,
    claimed: ClaimedUpdate,
    *,
    user_id: int | None = None,
    conversation: str | None = None,
    private_message: tuple[int, int] | None = None,
    seconds: float = 60.0,
    worker: int | None = None,
) -> Begun | None:
    """Mark it handled, empty its body, and look up what its handling begins with; None if the claim was lost.

    Locks the row until the transaction ends. `private_message`: chat and id of a message that now stands in a private
    chat, noted as the newest one known there. `seconds`, `worker`: as for `claim`, for the next one of its lane.
    """
    chat_id, message_id = private_message or (None, None)
    values = {
        "id": claimed.id,
        "lease": claimed.lease,
        "user_id": user_id,
        "conversation": conversation,
        "lane": claimed.lane if claimed.more else None,
        "seconds": seconds,
        "worker": worker,
        "chat_id": chat_id,
        "message_id": message_id,
    }
    rows = await ask(session, _BEGIN, values)
    if not rows:
        return None
    state, data, is_staff, *following = rows[0]
    return Begun(
        state,
        None if data is None else unseal(CONVERSATION, data),
        is_staff,
        ClaimedUpdate(*following) if following[0] is not None else None,
    )


async def let_go(where: Where, claimed: ClaimedUpdate, *, delay: float, failed: bool) -> int | None:
    """Give the claim back, to be tried again in `delay` seconds; `failed` counts a try of our own code.

    Returns the tries so far, None if the claim was lost.
    """
    values = {"id": claimed.id, "lease": claimed.lease, "delay": delay, "tries": int(failed)}
    rows = await ask(where, _LET_GO, values)
    return int(rows[0][0]) if rows else None


async def park(session: AsyncSession, claimed: ClaimedUpdate, reason: str) -> bool:
    """Put it aside for a human to look at; its lane goes on. False if the claim was lost."""
    values = {"id": claimed.id, "lease": claimed.lease, "reason": reason}
    return bool(await ask(session, _PARK, values))


async def backlog(where: Where) -> Backlog:
    """What waits to be handled."""
    [(waiting, oldest, next_in)] = await ask(where, _BACKLOG, {})
    return Backlog(waiting, max(0.0, float(oldest)), max(0.0, float(next_in)))


async def drop_parked(session: AsyncSession, lane: str) -> int:
    """Delete what was put aside in a lane, words and all; returns how many."""
    return len(await ask(session, _DROP_PARKED, {"lane": lane}))


async def forget_done(session: AsyncSession, keep: timedelta) -> int:
    """Delete rows handled longer than `keep` ago; returns how many."""
    return len(await ask(session, _FORGET, {"keep": keep}))
