"""Writing into the outbox; claiming and finishing stand in `letters`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, ask
from db.models.outbox import WAITING_LETTER


@dataclass(frozen=True, slots=True)
class NewLetter:
    """One of many letters of the same words: whose it is."""

    lane: str
    chat_id: int
    person_id: int
    unique_key: str


# Every update passes here several times: written by hand, each is one short statement.
_WRITE = Statement(
    """
    INSERT INTO letters (lane, priority, kind, facts, unique_key, person_id, case_id, chat_id, written_at, not_before,
                         expires_at)
    VALUES (:lane, :priority, :kind, CAST(:facts AS jsonb), :unique_key, :person_id, :case_id, :chat_id, :written_at,
            :not_before, :expires_at)
    ON CONFLICT (unique_key) DO NOTHING
    RETURNING id
    """
)

# One waiting letter a slot: a further change is shown by the one that waits already. The slot is locked by the first
# half, so that nobody else can add a letter to it in between.
_SHOW = Statement(
    f"""
    WITH wanted AS (
        INSERT INTO slots (chat_id, key, kind, facts) VALUES (:chat_id, :key, :kind, CAST(:facts AS jsonb))
        ON CONFLICT (chat_id, key) DO UPDATE
            SET kind = EXCLUDED.kind, facts = EXCLUDED.facts, wanted_rev = slots.wanted_rev + 1
        RETURNING id, chat_id, kind, facts
    )
    INSERT INTO letters (lane, priority, kind, facts, slot_id, person_id, case_id, chat_id, written_at)
    SELECT CAST(:lane AS text), CAST(:priority AS smallint), wanted.kind, wanted.facts, wanted.id,
           CAST(:person_id AS bigint), CAST(:case_id AS bigint), wanted.chat_id, CAST(:written_at AS timestamptz)
    FROM wanted
    ON CONFLICT (slot_id) WHERE {WAITING_LETTER} DO UPDATE
        SET kind = EXCLUDED.kind, facts = EXCLUDED.facts, priority = least(letters.priority, EXCLUDED.priority),
            person_id = EXCLUDED.person_id, case_id = EXCLUDED.case_id
    """
)


async def write(
    session: AsyncSession,
    *,
    lane: str,
    priority: int,
    kind: str,
    facts: dict[str, Any],
    chat_id: int,
    written_at: datetime,
    person_id: int | None = None,
    case_id: int | None = None,
    unique_key: str | None = None,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """Adds a letter; False where one with the same unique key was written before."""
    values = {
        "lane": lane,
        "priority": priority,
        "kind": kind,
        "facts": json.dumps(facts),
        "unique_key": unique_key,
        "person_id": person_id,
        "case_id": case_id,
        "chat_id": chat_id,
        "written_at": written_at,
        "not_before": not_before,
        "expires_at": expires_at,
    }
    return bool(await ask(session, _WRITE, values))


_WRITE_MANY = Statement(
    """
    INSERT INTO letters
        (lane, chat_id, person_id, unique_key, priority, kind, facts, written_at, not_before, expires_at)
    SELECT new.lane, new.chat_id, new.person_id, new.unique_key,
           CAST(:priority AS smallint), CAST(:kind AS text), CAST(:facts AS jsonb), CAST(:written_at AS timestamptz),
           CAST(:not_before AS timestamptz), CAST(:expires_at AS timestamptz)
    FROM unnest(CAST(:lanes AS text[]), CAST(:chats AS bigint[]), CAST(:people AS bigint[]), CAST(:keys AS text[]))
         WITH ORDINALITY AS new (lane, chat_id, person_id, unique_key, place)
    ORDER BY new.place
    ON CONFLICT (unique_key) DO NOTHING
    RETURNING id
    """
)


async def write_many(
    session: AsyncSession,
    new: Sequence[NewLetter],
    *,
    priority: int,
    kind: str,
    facts: dict[str, Any],
    written_at: datetime,
    not_before: datetime | None,
    expires_at: datetime | None,
) -> int:
    """Adds the same letter for many in one statement; returns how many were not written before."""
    values = {
        "lanes": [each.lane for each in new],
        "chats": [each.chat_id for each in new],
        "people": [each.person_id for each in new],
        "keys": [each.unique_key for each in new],
        "priority": priority,
        "kind": kind,
        "facts": json.dumps(facts),
        "written_at": written_at,
        "not_before": not_before,
        "expires_at": expires_at,
    }
    return len(await ask(session, _WRITE_MANY, values))


@dataclass(frozen=True, slots=True)
class OneLetter:
    """One of many letters that differ."""

    lane: str
    chat_id: int
    person_id: int
    case_id: int | None
    unique_key: str
    priority: int
    kind: str
    facts: dict[str, Any]
    not_before: datetime | None
    expires_at: datetime | None = None


_WRITE_EACH = Statement(
    """
    INSERT INTO letters
        (lane, chat_id, person_id, case_id, unique_key, priority, kind, facts, not_before, expires_at, written_at)
    SELECT new.lane, new.chat_id, new.person_id, new.case_id, new.unique_key, new.priority, new.kind,
           CAST(new.facts AS jsonb), new.not_before, new.expires_at, CAST(:written_at AS timestamptz)
    FROM unnest(CAST(:lanes AS text[]), CAST(:chats AS bigint[]), CAST(:people AS bigint[]), CAST(:cases AS bigint[]),
                CAST(:keys AS text[]), CAST(:priorities AS smallint[]), CAST(:kinds AS text[]), CAST(:facts AS text[]),
                CAST(:befores AS timestamptz[]), CAST(:ends AS timestamptz[]))
         WITH ORDINALITY
         AS new (lane, chat_id, person_id, case_id, unique_key, priority, kind, facts, not_before, expires_at, place)
    ORDER BY new.place
    ON CONFLICT (unique_key) DO NOTHING
    RETURNING id
    """
)


async def write_each(session: AsyncSession, new: Sequence[OneLetter], *, written_at: datetime) -> int:
    """Adds letters that differ in one statement; returns how many were not written before."""
    if not new:
        return 0
    values = {
        "lanes": [each.lane for each in new],
        "chats": [each.chat_id for each in new],
        "people": [each.person_id for each in new],
        "cases": [each.case_id for each in new],
        "keys": [each.unique_key for each in new],
        "priorities": [each.priority for each in new],
        "kinds": [each.kind for each in new],
        "facts": [json.dumps(each.facts) for each in new],
        "befores": [each.not_before for each in new],
        "ends": [each.expires_at for each in new],
        "written_at": written_at,
    }
    return len(await ask(session, _WRITE_EACH, values))


async def show(
    session: AsyncSession,
    *,
    chat_id: int,
    key: str,
    lane: str,
    priority: int,
    kind: str,
    facts: dict[str, Any],
    written_at: datetime,
    person_id: int | None = None,
    case_id: int | None = None,
) -> None:
    """Sets what a slot is to show, and makes sure that exactly one letter waits to show it."""
    values = {
        "chat_id": chat_id,
        "key": key,
        "lane": lane,
        "priority": priority,
        "kind": kind,
        "facts": json.dumps(facts),
        "written_at": written_at,
        "person_id": person_id,
        "case_id": case_id,
    }
    await ask(session, _SHOW, values)
