"""The outbox as the deliverer sees it: claims by lane, leases, what became of a letter. Hot paths are SQL by hand.

Business time comes as `now`; leases, backing off and what was sent when are PostgreSQL's own time. The moment a lease
ends is also its token: who holds an older one has lost the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from db.cipher import seal
from db.models import Letter
from db.models.outbox import WAITING_LETTER
from db.repositories.due import CLAIMED, DUE, TIME_HAS_COME, WAITING, due_in
from db.repositories.due import ClaimedLetter as ClaimedLetter
from db.repositories.due import Window as Window

RENDERED = "letters.rendered"
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


@dataclass(slots=True)
class Behind:
    """Asked for with the end of a letter: the next one of its lane, which is claimed in the same statement.

    `now`, `thrifty`, `merge` and `words` of the window say what is due; nothing less urgent than its `least` is taken.
    """

    window: Window
    seconds: float
    worker: int | None = None
    following: ClaimedLetter | None = None
    """Claimed once the transaction has committed."""
    others_wait: bool = True
    """Whether something is due in the lane behind the letter that ended, claimed now or not."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is due: how many, the age of the oldest, and when the next can be claimed (both in seconds)."""

    due: int
    oldest: float
    next_in: float


# A head: due, not leased, not backing off, and in its lane no other letter that is in flight, or due and before it by
# priority and id. A head that backs off holds its lane, since those behind it are not heads. One row comes back in any
# case: it says what else is due, so that nobody has to look again without a reason.
_HEADS = text(
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
_LOCK_CLAIMS = text("SELECT pg_advisory_xact_lock(:lock)")
_LEASE = text(
    f"""
    UPDATE letters
    SET claims = claims + 1, worker_id = CAST(:worker AS bigint),
        lease_until = clock_timestamp() + CAST(:lease AS double precision) * interval '1 second'
    WHERE id = ANY (CAST(:ids AS bigint[]))
    RETURNING {CLAIMED}
    """
).columns(facts=JSONB)

_OURS = f"id = :id AND lease_until = :lease AND {WAITING_LETTER}"
_PUT_BACK = text(
    f"""
    UPDATE letters SET lease_until = NULL, claims = claims - 1, tries = tries + :tries,
        retry_at = clock_timestamp() + CAST(:delay AS double precision) * interval '1 second'
    WHERE {_OURS} RETURNING tries
    """
)
# What was rendered is not kept where the words of its case were erased while it was on its way.
_KEPT = """
    CASE WHEN EXISTS (SELECT FROM cases WHERE cases.id = letters.case_id AND erased_at IS NOT NULL) THEN NULL
         ELSE CAST(:rendered AS bytea) END
"""
# The next of the lane, claimed as the letter before it ends: that one holds the lane until both commit, so nobody else
# can take any of it meanwhile. The slot that has to wait or the letter that backs off holds it up as it would a head.
# Not where others work, too: they are told of each call with its claim.
_FOLLOWING = f"""
    following AS (
        UPDATE letters
        SET claims = claims + 1, worker_id = CAST(:worker AS bigint),
            lease_until = clock_timestamp() + CAST(:seconds AS double precision) * interval '1 second'
        WHERE CAST(:follow AS boolean) AND EXISTS (SELECT FROM done WHERE sent_at IS NOT NULL)
          AND (retry_at IS NULL OR retry_at <= clock_timestamp())
          AND id = (
              SELECT id FROM letters
              WHERE id = (
                  SELECT head.id FROM letters AS head
                  WHERE {WAITING.format(row="head")} AND {DUE.format(row="head", but="AND words.id <> :id")}
                    AND head.lane = CAST(:lane AS text) AND head.id <> :id
                  ORDER BY head.priority, head.id LIMIT 1
              )
              FOR UPDATE SKIP LOCKED
          )
          AND priority <= CAST(:least AS smallint)
          AND NOT EXISTS (SELECT FROM workers WHERE workers.id <> CAST(:worker AS bigint))
          AND NOT EXISTS (
              SELECT FROM letters AS other
              WHERE {WAITING.format(row="other")} AND other.lane = CAST(:lane AS text)
                AND other.id <> :id AND other.lease_until > clock_timestamp()
          )
        RETURNING {CLAIMED}
    )
    SELECT done.sent_at,
           EXISTS (
               SELECT FROM letters AS rest
               WHERE {WAITING.format(row="rest")} AND {TIME_HAS_COME.format(row="rest")}
                 AND rest.lane = CAST(:lane AS text) AND rest.id <> :id
           ),
           following.*
    FROM done LEFT JOIN following ON true
"""
_FINISH = text(
    f"""
    WITH done AS (
        UPDATE letters
        SET lease_until = NULL, sent_at = clock_timestamp(), telegram_message_id = :message_id,
            rendered = {_KEPT}
        WHERE {_OURS} RETURNING sent_at
    ),
    {_FOLLOWING}
    """
).columns(facts=JSONB)
# The slot first, as whoever changes a slot and its letter. What stands at Telegram is written down in any case; where
# the slot is wanted otherwise by now, its letter waits on to show that.
_FINISH_SLOT = text(
    f"""
    WITH shown AS (
        UPDATE slots
        SET shown_at = CASE WHEN CAST(:fresh AS boolean) OR shown_digest IS DISTINCT FROM CAST(:digest AS text)
                            THEN clock_timestamp() ELSE shown_at END,
            message_id = coalesce(CAST(:message_id AS bigint), message_id), thread_id = :thread_id,
            shown_rev = :revision, shown_digest = :digest
        WHERE id = :slot_id
        RETURNING wanted_rev > :revision AS changed
    ), done AS (
        UPDATE letters
        SET lease_until = NULL, telegram_message_id = CAST(:message_id AS bigint),
            rendered = {_KEPT},
            sent_at = CASE WHEN shown.changed THEN NULL ELSE clock_timestamp() END,
            claims = claims - CAST(shown.changed AS integer)
        FROM shown
        WHERE letters.{_OURS}
        RETURNING sent_at
    ),
    {_FOLLOWING}
    """
).columns(facts=JSONB)
_BACKLOG = text(
    f"""
    SELECT count(*),
           coalesce(extract(epoch FROM clock_timestamp() - min(letter.queued_at)), 0),
           coalesce(extract(epoch FROM
               min(coalesce(greatest(letter.lease_until, letter.retry_at), clock_timestamp())) - clock_timestamp()), 0)
    FROM letters AS letter
    WHERE {WAITING.format(row="letter")} AND (letter.not_before IS NULL OR letter.not_before <= :now)
    """
)

_CLOCK = text("SELECT clock_timestamp()")


async def lock_claims(session: AsyncSession) -> None:
    """Wait until no other process claims letters or tells of calls, and keep them from it until the transaction ends.

    A statement of its own: what is read after it sees all that was committed under the lock.
    """
    await session.execute(_LOCK_CLAIMS, {"lock": CLAIMS_LOCK})


async def lock_heads(session: AsyncSession, window: Window, worker: int | None = None) -> Heads:
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
    rows = (await session.execute(_HEADS, values)).all()
    heads = (Head(*row[3:]) for row in rows if row[3] is not None)
    return Heads(heads, elsewhere=rows[0][0], behind=rows[0][1], others=rows[0][2])


async def lease(
    session: AsyncSession, heads: Sequence[Head], seconds: float, worker: int | None = None
) -> list[ClaimedLetter]:
    """Claim these heads for so many seconds, in their order. `worker`: whose claims these are, until it is gone."""
    rows = await session.execute(_LEASE, {"ids": [head.id for head in heads], "lease": seconds, "worker": worker})
    return sorted((ClaimedLetter(*row) for row in rows), key=lambda each: (each.priority, each.id))


async def lock_claimed(session: AsyncSession, claimed: ClaimedLetter) -> Letter | None:
    """The letter, locked until the transaction ends; None if the claim was lost."""
    return await session.scalar(
        select(Letter)
        .where(Letter.id == claimed.id, Letter.lease_until == claimed.lease, text(WAITING_LETTER))
        .with_for_update()
        .execution_options(populate_existing=True)
    )


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands at Telegram now for a letter; `slot` and the rest only where the letter shows one."""

    message_id: int | None
    rendered: str
    fresh: bool = False
    thread_id: int | None = None
    revision: int = 0
    digest: str | None = None


async def finish(session: AsyncSession, claimed: ClaimedLetter, stands: Stands, behind: Behind | None = None) -> bool:
    """Telegram has it. False if the claim was lost meanwhile.

    A letter that shows a slot waits on if its slot is wanted otherwise by now: then it is False, too. `behind`: claim
    the next of the lane as well, where the letter has ended.
    """
    before, asked = behind.following if behind else None, behind or Behind(Window(claimed.written_at, 1), 0)
    values = due_in(asked.window) | {
        "id": claimed.id,
        "lease": claimed.lease,
        "message_id": stands.message_id,
        "rendered": seal(RENDERED, stands.rendered),
        "follow": behind is not None,
        "lane": claimed.lane,
        "seconds": asked.seconds,
        "worker": asked.worker,
    }
    if claimed.slot_id is not None:
        values |= {
            "slot_id": claimed.slot_id,
            "fresh": stands.fresh,
            "thread_id": stands.thread_id,
            "revision": stands.revision,
            "digest": stands.digest,
        }
    row = (await session.execute(_FINISH if claimed.slot_id is None else _FINISH_SLOT, values)).first()
    finished = row is not None and row[0] is not None
    if row is not None and finished:
        asked.others_wait, asked.following = row[1], ClaimedLetter(*row[2:]) if row[2] is not None else None
    elif before is not None:
        # Tried before, and not known whether that was committed: if it was, the next one is to be claimed anew.
        asked.following, asked.others_wait = None, True
        await put_back(session, before, delay=0.0)
    return finished


async def put_back(session: AsyncSession, claimed: ClaimedLetter, *, delay: float, failed: bool = False) -> int | None:
    """Give the claim back, to be tried again in `delay` seconds; `failed` counts a try of our own code.

    Returns the tries so far, None if the claim was lost.
    """
    values = {"id": claimed.id, "lease": claimed.lease, "delay": delay, "tries": int(failed)}
    return (await session.execute(_PUT_BACK, values)).scalar_one_or_none()


async def clock(session: AsyncSession) -> datetime:
    """PostgreSQL's time now."""
    now: datetime = (await session.execute(_CLOCK)).scalar_one()
    return now


async def backlog(session: AsyncSession, now: datetime) -> Backlog:
    """What is due at `now`, whether it may leave at once or waits for its turn."""
    due, oldest, next_in = (await session.execute(_BACKLOG, {"now": now})).one()
    return Backlog(due, max(0.0, float(oldest)), max(0.0, float(next_in)))
