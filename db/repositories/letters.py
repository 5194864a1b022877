"""The outbox as the deliverer sees it: claims by lane and leases; `finishing` ends them. Hot paths are SQL by hand.

Business time comes as `now`; leases, backing off and what was sent when are PostgreSQL's own time. The moment a lease
ends is also its token: who holds an older one has lost the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, Where, ask
from db.models import Letter
from db.models.outbox import WAITING_LETTER
from db.repositories.due import CLAIMED, DUE, TIME_HAS_COME, WAITING, claimed_from, due_in
from db.repositories.due import ClaimedLetter as ClaimedLetter
from db.repositories.due import Window as Window

CLAIMS_LOCK = 0x5355_5056
"""Claims are taken one at a time, in whatever process: a lane must not get two letters in flight."""


@dataclass(frozen=True, slots=True)
class Head:
    """A letter that could leave now: the first of its lane."""

    id: int
    lane: str
    chat_id: int
    priority: int


class Heads(list[Head]):
    """The letters that could leave now, most urgent first.

    `elsewhere`: in another lane than theirs and those in hand something is due, too, whatever holds it up. `behind`:
    the lanes in hand in which something is due behind what is in flight. `others`: other processes are at work.
    """

    def __init__(self, heads: Iterable[Head], *, elsewhere: bool, behind: Iterable[str], others: bool = False) -> None:
        super().__init__(heads)
        self.elsewhere = elsewhere
        self.others = others
        self.behind = frozenset(behind)


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is due: how many, the age of the oldest, and when the next can be claimed (both in seconds)."""

    due: int
    oldest: float
    next_in: float


# A head: due, not leased, not backing off, and in its lane no other letter that is in flight, or due and before it by
# priority and id. A head that backs off holds its lane, since those behind it are not heads. One row comes back in any
# case: it says what else is due, so that nobody has to look again without a reason.
_HEADS = Statement(
    f"""
    WITH heads AS (
        SELECT head.id, head.lane, head.chat_id, head.priority
        FROM letters AS head
        WHERE {WAITING.format(row="head")} AND {DUE.format(row="head", but="")}
          AND (head.lease_until IS NULL OR head.lease_until <= clock_timestamp())
          AND (head.retry_at IS NULL OR head.retry_at <= clock_timestamp())
          AND head.priority <= :least
          AND head.chat_id <> ALL (CAST(:full AS bigint[]))
          AND (head.priority < :keep_for OR head.chat_id <> ALL (CAST(:kept AS bigint[])))
          AND head.lane <> ALL (CAST(:busy AS text[]))
          AND NOT EXISTS (
              SELECT FROM letters AS other
              WHERE {WAITING.format(row="other")} AND other.lane = head.lane AND other.id <> head.id
                AND (
                other.lease_until > clock_timestamp()
                OR ((other.priority, other.id) < (head.priority, head.id) AND {DUE.format(row="other", but="")})
                )
          )
        ORDER BY head.priority, head.id
        LIMIT :limit
        FOR UPDATE OF head SKIP LOCKED
    )
    SELECT EXISTS (
               SELECT FROM letters AS rest
               WHERE {WAITING.format(row="rest")} AND {TIME_HAS_COME.format(row="rest")}
                 AND rest.lane <> ALL (CAST(:busy AS text[])) AND rest.lane NOT IN (SELECT lane FROM heads)
           ),
           ARRAY (
               SELECT DISTINCT inside.lane FROM letters AS inside
               WHERE {WAITING.format(row="inside")} AND {TIME_HAS_COME.format(row="inside")}
                 AND inside.lane = ANY (CAST(:busy AS text[]))
                 AND (inside.lease_until IS NULL OR inside.lease_until <= clock_timestamp())
           ),
           EXISTS (SELECT FROM workers WHERE workers.id <> CAST(:worker AS bigint)),
           heads.*
    FROM (VALUES (0)) AS always LEFT JOIN heads ON true
    ORDER BY heads.priority, heads.id
    """
)
_LOCK_CLAIMS = Statement("SELECT pg_advisory_xact_lock(:lock)")
_LEASE = Statement(
    f"""
    UPDATE letters
    SET claims = claims + 1, worker_id = CAST(:worker AS bigint),
        lease_until = clock_timestamp() + CAST(:lease AS double precision) * interval '1 second'
    WHERE id = ANY (CAST(:ids AS bigint[]))
    RETURNING {CLAIMED}
    """
)

_OURS = f"id = :id AND lease_until = :lease AND {WAITING_LETTER}"
_PUT_BACK = Statement(
    f"""
    UPDATE letters SET lease_until = NULL, claims = claims - 1, tries = tries + :tries,
        retry_at = clock_timestamp() + CAST(:delay AS double precision) * interval '1 second'
    WHERE {_OURS} RETURNING tries
    """
)
_BACKLOG = Statement(
    f"""
    SELECT count(*),
           coalesce(extract(epoch FROM clock_timestamp() - min(letter.queued_at)), 0),
           coalesce(extract(epoch FROM
               min(coalesce(greatest(letter.lease_until, letter.retry_at), clock_timestamp())) - clock_timestamp()), 0)
    FROM letters AS letter
    WHERE {WAITING.format(row="letter")} AND (letter.not_before IS NULL OR letter.not_before <= :now)
    """
)
_AT_TELEGRAM = f"lease_until > clock_timestamp() AND {WAITING_LETTER}"
_LEAVING = Statement(f"SELECT EXISTS (SELECT FROM letters WHERE lane = :lane AND {_AT_TELEGRAM})")
_LEAVING_FOR = Statement(
    f"SELECT EXISTS (SELECT FROM letters WHERE chat_id = :chat_id AND priority < :before AND {_AT_TELEGRAM})"
)
_CLOCK = Statement("SELECT clock_timestamp()")


async def lock_claims(where: Where) -> None:
    """Wait until no other process claims letters or tells of calls, and keep them from it until the transaction ends.

    A statement of its own: what is read after it sees all that was committed under the lock.
    """
    await ask(where, _LOCK_CLAIMS, {"lock": CLAIMS_LOCK})


async def lock_heads(where: Where, window: Window, worker: int | None = None) -> Heads:
    """The letters that could leave now, most urgent first, locked until the transaction ends. `worker`: who asks.

    The lock of claims must be held.
    """
    values = due_in(window) | {
        "limit": window.limit,
        "full": list(window.full),
        "kept": list(window.kept),
        "keep_for": window.keep_for,
        "busy": list(window.busy),
        "worker": worker,
    }
    rows = await ask(where, _HEADS, values)
    heads = (Head(*row[3:]) for row in rows if row[3] is not None)
    return Heads(heads, elsewhere=rows[0][0], behind=rows[0][1], others=rows[0][2])


async def lease(where: Where, heads: Sequence[Head], seconds: float, worker: int | None = None) -> list[ClaimedLetter]:
    """Claim these heads for so many seconds, in their order. `worker`: whose claims these are, until it is gone."""
    rows = await ask(where, _LEASE, {"ids": [head.id for head in heads], "lease": seconds, "worker": worker})
    return sorted(map(claimed_from, rows), key=lambda each: (each.priority, each.id))


async def lock_claimed(session: AsyncSession, claimed: ClaimedLetter) -> Letter | None:
    """The letter, locked until the transaction ends; None if the claim was lost."""
    return await session.scalar(
        select(Letter)
        .where(Letter.id == claimed.id, Letter.lease_until == claimed.lease, text(WAITING_LETTER))
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def put_back(where: Where, claimed: ClaimedLetter, *, delay: float, failed: bool = False) -> int | None:
    """Give the claim back, to be tried again in `delay` seconds; `failed` counts a try of our own code.

    Returns the tries so far, None if the claim was lost.
    """
    values = {"id": claimed.id, "lease": claimed.lease, "delay": delay, "tries": int(failed)}
    rows = await ask(where, _PUT_BACK, values)
    return int(rows[0][0]) if rows else None


async def is_leaving(session: AsyncSession, lane: str) -> bool:
    """Whether a letter of the lane is at Telegram right now, or there already without anybody having written it down.

    Looked at before what it leaves behind: after a False that is there, or nothing will be.
    """
    return bool((await ask(session, _LEAVING, {"lane": lane}))[0][0])


async def is_leaving_for(session: AsyncSession, chat_id: int, before: int) -> bool:
    """The same of a whole chat, whatever the lane, for letters more urgent than the priority `before`: all that waits
    and is so urgent is read through.
    """
    return bool((await ask(session, _LEAVING_FOR, {"chat_id": chat_id, "before": before}))[0][0])


async def clock(session: AsyncSession) -> datetime:
    """PostgreSQL's time now."""
    now: datetime = (await ask(session, _CLOCK, {}))[0][0]
    return now


async def backlog(where: Where, now: datetime) -> Backlog:
    """What is due at `now`, whether it may leave at once or waits for its turn."""
    [(due, oldest, next_in)] = await ask(where, _BACKLOG, {"now": now})
    return Backlog(due, max(0.0, float(oldest)), max(0.0, float(next_in)))
