"""What became of a letter that Telegram has: written down in one statement, with all that goes with it.

The newest message of a chat, the case of a topic, slot, letter: in the order in which acts lock them. The statement is
a transaction by itself where nothing else follows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from db.by_hand import Statement, Where, ask
from db.cipher import seal
from db.models.outbox import WAITING_LETTER
from db.repositories.broadcast_recipients import QUEUED, SENT
from db.repositories.due import CLAIMED, DUE, TIME_HAS_COME, WAITING, ClaimedLetter, Window, claimed_from, due_in
from db.repositories.letters import put_back

RENDERED = "letters.rendered"


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


# What stands in the chat now, then the case whose topic it is: nothing else is locked before `_FIRST` was asked for. A
# case is seen as it is once the lock is ours, unlike what is read beside it.
_FIRST = """
    raised AS (
        INSERT INTO chat_cursors AS known (chat_id, last_message_id)
        SELECT CAST(:chat_id AS bigint), CAST(:newest AS bigint) WHERE CAST(:newest AS bigint) IS NOT NULL
        ON CONFLICT (chat_id) DO UPDATE SET last_message_id = greatest(known.last_message_id, EXCLUDED.last_message_id)
        RETURNING chat_id
    ), held AS (
        SELECT erased_at FROM cases
        WHERE id = CAST(:held AS bigint) AND (SELECT count(*) FROM raised) >= 0
        FOR NO KEY UPDATE
    )
"""
_AFTER_FIRST = "(SELECT count(*) FROM raised) + (SELECT count(*) FROM held) >= 0"
# What was rendered is not kept where the words of its case were erased while it was on its way.
_RENDERED = """
    CASE WHEN EXISTS (SELECT FROM held WHERE erased_at IS NOT NULL)
           OR EXISTS (SELECT FROM cases WHERE cases.id = {case} AND cases.erased_at IS NOT NULL) THEN NULL
         ELSE CAST(:rendered AS bytea) END
"""
_KEPT = _RENDERED.format(case="letters.case_id")
_OURS = f"id = :id AND lease_until = :lease AND {WAITING_LETTER}"
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
_FINISH = Statement(
    f"""
    WITH {_FIRST}, done AS (
        UPDATE letters
        SET lease_until = NULL, sent_at = clock_timestamp(), telegram_message_id = CAST(:message_id AS bigint),
            rendered = {_KEPT}
        WHERE {_OURS} AND {_AFTER_FIRST} RETURNING sent_at
    ), delivered AS (
        UPDATE messages SET delivered_at = CAST(:at AS timestamptz)
        WHERE id = CAST(:carried_id AS bigint) AND EXISTS (SELECT FROM done) RETURNING id
    ), carried AS (
        INSERT INTO pairs (message_id, side, part, chat_id, telegram_message_id)
        SELECT id, 'copy', CAST(:part AS integer), CAST(:chat_id AS bigint), CAST(:message_id AS bigint) FROM delivered
    ), received AS (
        UPDATE broadcast_recipients SET state = '{SENT}', reason = NULL, settled_at = CAST(:at AS timestamptz)
        WHERE id = CAST(:recipient_id AS bigint) AND state = '{QUEUED}' AND EXISTS (SELECT FROM done)
    ),
    {_FOLLOWING}
    """
)
# The slot first, as whoever changes a slot and its letter. What stands at Telegram is written down in any case; where
# the slot is wanted otherwise by now, its letter waits on to show that. If what stands there is a new message, a row of
# its own tells of it then: the letter may bring another one, and whoever empties the chat has to know both.
_FINISH_SLOT = Statement(
    f"""
    WITH {_FIRST}, shown AS (
        UPDATE slots
        SET shown_at = CASE WHEN CAST(:fresh AS boolean) OR shown_digest IS DISTINCT FROM CAST(:digest AS text)
                            THEN clock_timestamp() ELSE shown_at END,
            message_id = coalesce(CAST(:message_id AS bigint), message_id), thread_id = :thread_id,
            shown_rev = :revision, shown_digest = :digest, shown_kind = :kind
        WHERE id = :slot_id AND {_AFTER_FIRST}
        RETURNING chat_id, wanted_rev > :revision AS changed
    ), done AS (
        UPDATE letters
        SET lease_until = NULL, telegram_message_id = CAST(:message_id AS bigint),
            rendered = {_KEPT},
            sent_at = CASE WHEN shown.changed THEN NULL ELSE clock_timestamp() END,
            claims = claims - CAST(shown.changed AS integer)
        FROM shown
        WHERE letters.{_OURS}
        RETURNING sent_at
    ), stood AS (
        INSERT INTO letters (lane, priority, kind, facts, slot_id, person_id, case_id, chat_id, written_at, sent_at,
                             telegram_message_id, rendered)
        SELECT CAST(:lane AS text), CAST(:priority AS smallint), CAST(:said AS text), CAST(:facts AS jsonb), :slot_id,
               CAST(:person_id AS bigint), CAST(:case_id AS bigint), shown.chat_id,
               CAST(:written_at AS timestamptz), clock_timestamp(), CAST(:message_id AS bigint),
               {_RENDERED.format(case="CAST(:case_id AS bigint)")}
        FROM shown WHERE CAST(:fresh AS boolean) AND NOT EXISTS (SELECT FROM done WHERE sent_at IS NOT NULL)
          AND NOT EXISTS (
              SELECT FROM letters
              WHERE id = :id AND sent_at IS NOT NULL AND telegram_message_id = CAST(:message_id AS bigint)
          )
    ),
    {_FOLLOWING}
    """
)


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands at Telegram now for a letter; `thread_id` and the rest only where the letter shows a slot.

    `newest`: noted as the newest message of the chat, if it is. `case_id`: whose topic it stands in; locked before all
    else. Only where no slot is shown: `carries`, the message and its part that stands there now; `recipient_id`, who of
    a broadcast's recipients has got it; `at`, when that was (business time).
    """

    message_id: int | None
    rendered: str
    chat_id: int | None = None
    newest: int | None = None
    case_id: int | None = None
    carries: tuple[int, int] | None = None
    recipient_id: int | None = None
    at: datetime | None = None
    fresh: bool = False
    thread_id: int | None = None
    revision: int = 0
    digest: str | None = None
    kind: str | None = None


async def finish(where: Where, claimed: ClaimedLetter, stands: Stands, behind: Behind | None = None) -> bool:
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
        "chat_id": stands.chat_id,
        "newest": stands.newest,
        "held": stands.case_id,
    }
    if claimed.slot_id is not None:
        values |= {
            "slot_id": claimed.slot_id,
            "fresh": stands.fresh,
            "thread_id": stands.thread_id,
            "revision": stands.revision,
            "digest": stands.digest,
            "kind": stands.kind,
            "priority": claimed.priority,
            "said": claimed.kind,
            "facts": json.dumps(claimed.facts),
            "person_id": claimed.person_id,
            "case_id": claimed.case_id,
            "written_at": claimed.written_at,
        }
    else:
        values |= dict(zip(("carried_id", "part"), stands.carries or (None, None), strict=True))
        values |= {"recipient_id": stands.recipient_id, "at": stands.at}
    rows = await ask(where, _FINISH if claimed.slot_id is None else _FINISH_SLOT, values)
    finished = bool(rows) and rows[0][0] is not None
    if finished:
        _, asked.others_wait, *following = rows[0]
        asked.following = claimed_from(following) if following[0] is not None else None
    elif before is not None:
        # Tried before, and not known whether that was committed: if it was, the next one is to be claimed anew.
        asked.following, asked.others_wait = None, True
        await put_back(where, before, delay=0.0)
    return finished
