"""What is due in the outbox, and what may be claimed of it: the words that claims and ends of letters share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models import Letter

LONGEST_MERGES = 5
"""So many times what a slot of a thrifty group waits for more changes, a slot gives way to words at most."""


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

    def saying(self, kind: str, facts: dict[str, Any]) -> Letter:
        """A letter of the same place and person with this content, for looking only: it belongs to no session."""
        return Letter(
            kind=kind,
            facts=facts,
            lane=self.lane,
            chat_id=self.chat_id,
            person_id=self.person_id,
            case_id=self.case_id,
            written_at=self.written_at,
        )


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


WAITING = "{row}.sent_at IS NULL AND {row}.parked_at IS NULL AND {row}.dropped_at IS NULL"

# The groups in which words could leave, had they a place: a lane that backs off is no reason for others to wait.
# Nothing of the outer row stands in here, so that it is asked once for all slots, and only if there are any.
_WORDS_WAIT = f"""
    SELECT words.chat_id
    FROM letters AS words
    WHERE {WAITING.format(row="words")} AND words.slot_id IS NULL AND words.chat_id < 0 {{but}}
      AND words.priority <= :words
      AND (words.not_before IS NULL OR words.not_before <= :now)
      AND NOT EXISTS (
          SELECT FROM letters AS held
          WHERE {WAITING.format(row="held")} AND held.lane = words.lane AND held.retry_at > clock_timestamp()
      )
"""

# Due: its business time has come, and it is no slot of a group that waits: it was shown a moment ago and the group is
# thrifty, or it stands there as it was shown last and words wait, which go first. What is not due does not hold its
# lane.
TIME_HAS_COME = "({row}.not_before IS NULL OR {row}.not_before <= :now)"
DUE = f"""
    {TIME_HAS_COME}
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

# The columns of a ClaimedLetter.
CLAIMED = """
    id, lane, chat_id, priority, slot_id, lease_until, claims, tries,
    CAST(extract(epoch FROM clock_timestamp() - queued_at) AS double precision),
    kind, CAST(facts AS text), person_id, case_id, written_at, expires_at
"""
FACTS = 10
"""The place of the facts among them."""


def claimed_from(row: Sequence[Any]) -> ClaimedLetter:
    """A row of these columns as the driver makes it."""
    values = list(row)
    values[FACTS] = json.loads(values[FACTS])
    return ClaimedLetter(*values)


def due_in(window: Window) -> dict[str, Any]:
    """The values that say what is due in this window."""
    return {
        "now": window.now,
        "least": window.least,
        "thrifty": list(window.thrifty),
        "merge": window.merge,
        "words": window.words,
        "longest": LONGEST_MERGES * window.merge,
    }
