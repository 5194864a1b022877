"""Lists of cases for staff: a page at a time, read off an index, each page beginning behind a case that was shown.

No list shows what was erased. `list_rank` and `list_due` are reckoned by PostgreSQL, see `db.models.cases`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import TextClause

from db.repositories.together import TOGETHER
from rules.lists import Listing


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a page begins: behind this case, or with `back` before it; None: with the first."""

    case_id: int | None = None
    back: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """Whose cases are meant, and now (business time)."""

    organisation_id: int
    staff_id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Slice:
    """A page: its cases in the order of the list, and whether there are more on the side to which it was turned."""

    case_ids: tuple[int, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class _List:
    """Which cases, and the moment by which they stand within a rank."""

    where: str
    moment: str


_OPEN = "organisation_id = :organisation_id AND closed_at IS NULL"
_LISTS = {
    Listing.QUEUE: _List(f"{_OPEN} AND owner_id IS NULL", "opened_at"),
    Listing.MINE: _List(f"{_OPEN} AND owner_id = :staff_id", "opened_at"),
    Listing.OVERDUE: _List(f"{_OPEN} AND list_due < :now", "list_due"),
}


def _statement(each: _List, *, back: bool, behind: bool) -> TextClause:
    order, than = ("DESC", "<") if back else ("ASC", ">")
    # The sort of all lists stands here and nowhere else.
    line = ("list_rank", each.moment, "id")
    edge = (
        f" AND ({', '.join(line)}) {than} (SELECT {', '.join(line)} FROM cases WHERE id = :case_id)" if behind else ""
    )
    by = ", ".join(f"{column} {order}" for column in line)
    return text(f"SELECT id FROM cases WHERE {each.where}{edge} ORDER BY {by} LIMIT :limit")


_STATEMENTS = {
    (listing, back, behind): _statement(each, back=back, behind=behind)
    for listing, each in _LISTS.items()
    for back in (False, True)
    for behind in (False, True)
}


async def page(session: AsyncSession, listing: Listing, within: Within, edge: Edge, size: int) -> Slice:
    """One page of a list. A case that names the edge and has no place in the list any more leaves the page empty."""
    statement = _STATEMENTS[listing, edge.back, edge.case_id is not None]
    values = {
        "organisation_id": within.organisation_id,
        "staff_id": within.staff_id,
        "now": within.now,
        "case_id": edge.case_id,
        "limit": size + 1,
    }
    wanted = {name: values[name] for name in statement.compile().params}
    found = list(await session.scalars(statement, wanted))
    shown = found[:size]
    return Slice(tuple(reversed(shown) if edge.back else shown), len(found) > size)


@dataclass(frozen=True, slots=True)
class Board:
    """How the open cases of a group stand, and how many whole minutes the oldest letter to it has been waiting."""

    new: int
    unassigned: int
    overdue: int
    for_us: int
    for_people: int
    lag: int = 0


# What backs off or was never claimed has been waiting since it was written; what waits for its business time has not.
_BOARD = text(
    """
    SELECT count(*) FILTER (WHERE state = 'new' AND first_answered_at IS NULL),
           count(*) FILTER (WHERE owner_id IS NULL),
           count(*) FILTER (WHERE list_due < :now),
           count(*) FILTER (WHERE turn = 'staff'),
           count(*) FILTER (WHERE turn = 'person'),
           (SELECT CAST(coalesce(extract(epoch FROM clock_timestamp() - min(queued_at)), 0) AS integer) / 60
            FROM letters
            WHERE chat_id = :chat_id AND sent_at IS NULL AND parked_at IS NULL AND dropped_at IS NULL
              AND (not_before IS NULL OR not_before <= :now)
              AND kind NOT IN ('queue-board', 'hide-whisper'))
    FROM cases WHERE (topic_chat_id = :chat_id OR brief_chat_id = :chat_id) AND closed_at IS NULL
    """
)


async def board(session: AsyncSession, chat_id: int, now: datetime) -> Board:
    """The figures of one group at `now` (business time)."""
    return Board(*(await session.execute(_BOARD, {"chat_id": chat_id, "now": now})).one())


# Ten minutes of letters, since a busy minute is no busy group; those of a day, since nights are quiet.
_BUSIEST = text(
    f"""
    SELECT chat_id, max(sent) / 10.0
    FROM (
        SELECT chat_id, count(*) AS sent
        FROM letters
        WHERE chat_id = ANY (CAST(:chats AS bigint[])) AND sent_at > clock_timestamp() - interval '24 hours'
          AND reason IS DISTINCT FROM '{TOGETHER}'
        GROUP BY chat_id, date_bin('10 minutes', sent_at, TIMESTAMPTZ '2000-01-01')
    ) AS minutes
    GROUP BY chat_id
    """
)


async def busiest(session: AsyncSession, chats: Sequence[int]) -> dict[int, float]:
    """How many letters a minute left to these chats in the busiest ten minutes of the last 24 hours."""
    return {chat_id: float(rate) for chat_id, rate in await session.execute(_BUSIEST, {"chats": list(chats)})}
