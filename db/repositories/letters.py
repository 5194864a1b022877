"""The outbox as the deliverer sees it: claims by lane, leases, what became of a letter. Hot paths are SQL by hand.

Business time comes as `now`; leases, backing off and what was sent when are PostgreSQL's own time. The moment a lease
ends is also its token: who holds an older one has lost the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from db.cipher import seal
from db.models import Case, Letter, Message, Organisation, Person, Slot
from db.models.outbox import WAITING_LETTER

Row = TypeVar("Row", Case, Message, Organisation, Person, Slot)

RENDERED = "letters.rendered"
CLAIMS_LOCK = 0x5355_5056
"""Claims are taken one at a time, in whatever process: a lane must not get two letters in flight."""

LONGEST_MERGES = 5
"""So many times what a slot of a thrifty group waits for more changes, a slot gives way to words at most."""


@dataclass(frozen=True, slots=True)
class Head:
    """A letter that could leave now: the first of its lane."""

    id: int
    lane: str
    chat_id: int
    priority: int


@dataclass(frozen=True, slots=True)
class ClaimedLetter:
    """A letter that this process may deliver until `lease` (PostgreSQL's time), which is the claim's token too."""

    id: int
    lane: str
    chat_id: int
    priority: int
    slot_id: int | None
    lease: datetime
    claims: int
    tries: int
    waited: float
    """Seconds from its writing to this claim."""
    kind: str
    facts: dict[str, Any]
    person_id: int | None
    case_id: int | None
    written_at: datetime
    """Business time of the act."""
    expires_at: datetime | None
    """Business time after which it is not sent."""


@dataclass(frozen=True, slots=True)
class Window:
    """What may be claimed now.

    Nothing less urgent than `least` (a greater number); not to the chats in `full`, and to those in `kept` only what is
    more urgent than the priority `keep_for`; not from the lanes in `busy`. In the groups in `thrifty` a slot shown less
    than `merge` seconds ago waits for more changes to show at once. In every group a slot that is shown already gives
    way to letters without one that are at least as urgent as `words`, for five times `merge` at most.
    """

    now: datetime
    limit: int
    least: int = 9
    full: Sequence[int] = ()
    kept: Sequence[int] = ()
    keep_for: int = 0
    busy: Sequence[str] = ()
    thrifty: Sequence[int] = ()
    merge: float = 60.0
    words: int = 2


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is due: how many, the age of the oldest, and when the next can be claimed (both in seconds)."""

    due: int
    oldest: float
    next_in: float


_WAITING = "{row}.sent_at IS NULL AND {row}.parked_at IS NULL AND {row}.dropped_at IS NULL"

# The groups in which words could leave, had they a place: a lane that backs off is no reason for others to wait.
# Nothing of the outer row stands in here, so that it is asked once for all slots, and only if there are any.
_WORDS_WAIT = f"""
    SELECT words.chat_id
    FROM letters AS words
    WHERE {_WAITING.format(row="words")} AND words.slot_id IS NULL AND words.chat_id < 0
      AND words.priority <= :words
      AND (words.not_before IS NULL OR words.not_before <= :now)
      AND NOT EXISTS (
          SELECT FROM letters AS held
          WHERE {_WAITING.format(row="held")} AND held.lane = words.lane AND held.retry_at > clock_timestamp()
      )
"""

# Due: its business time has come, and it is no slot of a group that waits: it was shown a moment ago and the group is
# thrifty, or it stands there as it was shown last and words wait, which go first. What is not due does not hold its
# lane.
_DUE = f"""
    ({{row}}.not_before IS NULL OR {{row}}.not_before <= :now)
    AND NOT (
        {{row}}.slot_id IS NOT NULL AND {{row}}.chat_id = ANY (CAST(:thrifty AS bigint[]))
        AND EXISTS (
            SELECT FROM slots
            WHERE slots.id = {{row}}.slot_id
              AND slots.shown_at > clock_timestamp() - CAST(:merge AS double precision) * interval '1 second'
        )
    )
    AND NOT (
        {{row}}.slot_id IS NOT NULL AND {{row}}.chat_id < 0
        AND EXISTS (
            SELECT FROM slots
            WHERE slots.id = {{row}}.slot_id AND slots.shown_digest IS NOT NULL
              AND greatest({{row}}.queued_at, slots.shown_at)
                  > clock_timestamp() - CAST(:longest AS double precision) * interval '1 second'
        )
        AND {{row}}.chat_id IN ({_WORDS_WAIT})
    )
"""

# A head: due, not leased, not backing off, and in its lane no other letter that is in flight, or due and before it by
# priority and id. A head that backs off holds its lane, since those behind it are not heads.
_HEADS = text(
    f"""
    SELECT head.id, head.lane, head.chat_id, head.priority
    FROM letters AS head
    WHERE {_WAITING.format(row="head")} AND {_DUE.format(row="head")}
      AND (head.lease_until IS NULL OR head.lease_until <= clock_timestamp())
      AND (head.retry_at IS NULL OR head.retry_at <= clock_timestamp())
      AND head.priority <= :least
      AND head.chat_id <> ALL (CAST(:full AS bigint[]))
      AND (head.priority < :keep_for OR head.chat_id <> ALL (CAST(:kept AS bigint[])))
      AND head.lane <> ALL (CAST(:busy AS text[]))
      AND NOT EXISTS (
          SELECT FROM letters AS other
          WHERE {_WAITING.format(row="other")} AND other.lane = head.lane AND other.id <> head.id
            AND (
                other.lease_until > clock_timestamp()
                OR ((other.priority, other.id) < (head.priority, head.id) AND {_DUE.format(row="other")})
            )
      )
    ORDER BY head.priority, head.id
    LIMIT :limit
    FOR UPDATE OF head SKIP LOCKED
    """
)
_LOCK_CLAIMS = text("SELECT pg_advisory_xact_lock(:lock)")
_LEASE = text(
    """
    UPDATE letters
    SET claims = claims + 1, worker_id = CAST(:worker AS bigint),
        lease_until = clock_timestamp() + CAST(:lease AS double precision) * interval '1 second'
    WHERE id = ANY (CAST(:ids AS bigint[]))
    RETURNING id, lane, chat_id, priority, slot_id, lease_until, claims, tries,
              CAST(extract(epoch FROM clock_timestamp() - queued_at) AS double precision),
              kind, facts, person_id, case_id, written_at, expires_at
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
_FINISH = text(
    f"""
    UPDATE letters
    SET lease_until = NULL, sent_at = clock_timestamp(), telegram_message_id = :message_id,
        rendered = {_KEPT}
    WHERE {_OURS} RETURNING id
    """
)
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
    )
    UPDATE letters
    SET lease_until = NULL, telegram_message_id = CAST(:message_id AS bigint),
        rendered = {_KEPT},
        sent_at = CASE WHEN shown.changed THEN NULL ELSE clock_timestamp() END,
        claims = claims - CAST(shown.changed AS integer)
    FROM shown
    WHERE letters.{_OURS}
    RETURNING sent_at
    """
)
_BACKLOG = text(
    f"""
    SELECT count(*),
           coalesce(extract(epoch FROM clock_timestamp() - min(letter.queued_at)), 0),
           coalesce(extract(epoch FROM
               min(coalesce(greatest(letter.lease_until, letter.retry_at), clock_timestamp())) - clock_timestamp()), 0)
    FROM letters AS letter
    WHERE {_WAITING.format(row="letter")} AND (letter.not_before IS NULL OR letter.not_before <= :now)
    """
)

_CLOCK = text("SELECT clock_timestamp()")


async def lock_heads(session: AsyncSession, window: Window) -> list[Head]:
    """The letters that could leave now, most urgent first, locked until the transaction ends."""
    await session.execute(_LOCK_CLAIMS, {"lock": CLAIMS_LOCK})
    values = {
        "now": window.now,
        "limit": window.limit,
        "least": window.least,
        "full": list(window.full),
        "kept": list(window.kept),
        "keep_for": window.keep_for,
        "busy": list(window.busy),
        "thrifty": list(window.thrifty),
        "merge": window.merge,
        "words": window.words,
        "longest": LONGEST_MERGES * window.merge,
    }
    return [Head(*row) for row in await session.execute(_HEADS, values)]


async def lease(
    session: AsyncSession, heads: Sequence[Head], seconds: float, worker: int | None = None
) -> list[ClaimedLetter]:
    """Claim these heads for so many seconds, in their order. `worker`: whose claims these are, until it is gone."""
    rows = await session.execute(_LEASE, {"ids": [head.id for head in heads], "lease": seconds, "worker": worker})
    return sorted((ClaimedLetter(*row) for row in rows), key=lambda each: (each.priority, each.id))


async def look_ahead(session: AsyncSession, claimed: Sequence[ClaimedLetter]) -> list[object]:
    """Load at once what making these letters ready will ask for one by one: slots, messages, cases with their people
    and organisations. A session forgets what nobody holds: hold what is returned as long as it is to be found there.
    """

    async def rows(model: type[Row], ids: set[Any]) -> Sequence[Row]:
        wanted = ids - {None}
        return (await session.scalars(select(model).where(model.id.in_(wanted)))).all() if wanted else ()

    about = await rows(Case, {each.case_id for each in claimed} | {each.facts.get("case_id") for each in claimed})
    return [
        *about,
        *await rows(Slot, {each.slot_id for each in claimed}),
        *await rows(Person, {each.person_id for each in claimed} | {case.person_id for case in about}),
        *await rows(Organisation, {case.organisation_id for case in about}),
        *await rows(Message, {each.facts.get("message_id") for each in claimed}),
    ]


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


async def finish(session: AsyncSession, claimed: ClaimedLetter, stands: Stands) -> bool:
    """Telegram has it. False if the claim was lost meanwhile.

    A letter that shows a slot waits on if its slot is wanted otherwise by now: then it is False, too.
    """
    values = {
        "id": claimed.id,
        "lease": claimed.lease,
        "message_id": stands.message_id,
        "rendered": seal(RENDERED, stands.rendered),
    }
    if claimed.slot_id is None:
        return (await session.execute(_FINISH, values)).first() is not None
    values |= {
        "slot_id": claimed.slot_id,
        "fresh": stands.fresh,
        "thread_id": stands.thread_id,
        "revision": stands.revision,
        "digest": stands.digest,
    }
    row = (await session.execute(_FINISH_SLOT, values)).first()
    return row is not None and row.sent_at is not None


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
