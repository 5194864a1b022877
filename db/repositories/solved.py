"""Solved cases on their way to closing by themselves: by the reminder that tells the person of it.

`subject` of such a reminder is the line of the history by which the case was solved, so that solved once more it begins
anew; `about_at` is the day on which it closes, if the person was told when they should have been.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_SOLVED_BY = """
    (SELECT max(solved.id) FROM case_events AS solved WHERE solved.case_id = cases.id AND solved.kind = 'resolved')
"""
# Solved, nobody in danger, and nothing that somebody waits for: no word of the person's without an answer, no answer
# that has not left yet, no call that is to be made.
_NOTHING_OPEN = """
    cases.closed_at IS NULL AND cases.erased_at IS NULL AND cases.state = 'resolved' AND cases.turn = 'person'
    AND NOT cases.crisis AND cases.waiting_since IS NULL AND cases.unread = 0
    AND NOT EXISTS (SELECT FROM messages WHERE messages.case_id = cases.id AND messages.waits_for IS NOT NULL)
    AND NOT EXISTS (SELECT FROM calls WHERE calls.case_id = cases.id AND calls.state = 'open')
"""
_UNPLANNED = text(
    f"""
    SELECT cases.id, solved.id
    FROM cases JOIN case_events AS solved ON solved.id = {_SOLVED_BY}
    WHERE cases.closed_at IS NULL AND cases.state = 'resolved' AND NOT cases.crisis
      AND NOT EXISTS (SELECT FROM reminders WHERE reminders.unique_key = 'closing:' || solved.id)
    ORDER BY cases.id LIMIT :limit
    """
)
_HOLDS = text(
    f"""
    SELECT reminders.id FROM reminders JOIN cases ON cases.id = reminders.case_id
    WHERE reminders.id = ANY (CAST(:ids AS bigint[])) AND {_NOTHING_OPEN} AND reminders.subject = {_SOLVED_BY}
    """
)
# Told late, it closes as much later. Only what reached Telegram counts as told.
_CLOSABLE = f"""
    SELECT cases.id
    FROM cases JOIN reminders ON reminders.case_id = cases.id AND reminders.unique_key = 'closing:' || {_SOLVED_BY}
    WHERE {_NOTHING_OPEN} AND reminders.state = 'written'
      AND greatest(reminders.about_at, reminders.settled_at + (reminders.about_at - reminders.due_at)) <= :now
      AND EXISTS (
          SELECT FROM letters
          WHERE letters.unique_key = 'closes-itself:' || reminders.id AND letters.sent_at IS NOT NULL
      )
"""
_CLOSABLE_NOW = text(f"{_CLOSABLE} ORDER BY cases.id LIMIT :limit")
_IS_CLOSABLE = text(f"{_CLOSABLE} AND cases.id = :case_id")


@dataclass(frozen=True, slots=True)
class Solved:
    """A case that was solved by the line `event_id` of its history."""

    case_id: int
    event_id: int


async def unplanned(session: AsyncSession, limit: int) -> list[Solved]:
    """Solved cases of which nobody has planned when they close."""
    return [Solved(*row) for row in await session.execute(_UNPLANNED, {"limit": limit})]


async def still_solved(session: AsyncSession, reminder_ids: Sequence[int]) -> set[int]:
    """For which of these reminders the case is solved as it was, and nothing in it is open."""
    return set(await session.scalars(_HOLDS, {"ids": list(reminder_ids)}))


async def closable(session: AsyncSession, now: datetime, limit: int) -> list[int]:
    """The cases that close at `now`: their people were told, had their time and did not object."""
    return list(await session.scalars(_CLOSABLE_NOW, {"now": now, "limit": limit}))


async def is_closable(session: AsyncSession, case_id: int, now: datetime) -> bool:
    """The same for one, which is locked: as it is now."""
    return (await session.execute(_IS_CLOSABLE, {"case_id": case_id, "now": now})).first() is not None
