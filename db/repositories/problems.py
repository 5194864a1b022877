"""What was parked and waits for a human: updates that our code failed on, letters that Telegram refused.

What is a problem, and whose, stands here once: what is not listed can't be acted on either. `parked_at` is
PostgreSQL's time.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.cipher import SealBroken, unseal
from db.models import InboxUpdate, Letter
from db.models.outbox import WAITING_LETTER
from db.repositories.inbox import BODY
from rules.problems import Way


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose problems are meant: those of an organisation, and with `unowned` those that belong to none.

    `silent`: reasons for which a letter to a person, or of a kind in `automatic`, is no problem to look at here.
    `about`: the kind of letter that tells of problems, which is never one itself: it would be told of for ever.
    """

    organisation_id: int
    unowned: bool
    silent: Collection[str]
    automatic: Collection[str]
    about: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One parked row. `kind`, `chat_id`, `case_id` are those of a letter; `sealed` is the body of an update."""

    way: Way
    id: int
    parked_at: datetime
    reason: str
    lane: str
    retried: int
    kind: str | None
    chat_id: int | None
    case_id: int | None
    sealed: bytes | None

    @property
    def body(self) -> str | None:
        """The update's JSON; None where it does not open, which may be why it was parked."""
        try:
            return unseal(BODY, self.sealed) if self.sealed else None
        except SealBroken:
            return None


_UPDATES = """
    SELECT 'in' AS way, id, parked_at, parked_reason AS reason, lane, retried,
           CAST(NULL AS text) AS kind, CAST(NULL AS bigint) AS chat_id, CAST(NULL AS bigint) AS case_id, body AS sealed
    FROM inbox
    WHERE parked_at IS NOT NULL AND done_at IS NULL AND CAST(:unowned AS boolean)
"""

# A slot shows the latest only: it is one problem, and none once something newer was shown.
_LETTERS = """
    SELECT 'out' AS way, letter.id, letter.parked_at, letter.reason, letter.lane, letter.retried,
           CAST(letter.kind AS text) AS kind, letter.chat_id, letter.case_id, CAST(NULL AS bytea) AS sealed
    FROM letters AS letter
         LEFT JOIN cases AS owned ON owned.id = letter.case_id
         LEFT JOIN staff_groups AS bound ON bound.chat_id = letter.chat_id
         LEFT JOIN slots AS slot ON slot.id = letter.slot_id
    WHERE letter.parked_at IS NOT NULL AND letter.dropped_at IS NULL
      AND letter.kind <> :about
      -- Its author is told of these all together, with the reasons, and sends it again to all of them.
      AND letter.kind <> 'broadcast'
      AND NOT (
          letter.reason = ANY (CAST(:silent AS text[]))
          AND (letter.person_id IS NOT NULL OR letter.kind = ANY (CAST(:automatic AS text[])))
      )
      AND (letter.slot_id IS NULL OR (
          slot.shown_rev < slot.wanted_rev
          AND NOT EXISTS (
              SELECT FROM letters AS newer
              WHERE newer.parked_at IS NOT NULL AND newer.dropped_at IS NULL
                AND newer.slot_id = letter.slot_id AND newer.id > letter.id
          )
      ))
      AND coalesce(owned.organisation_id, bound.organisation_id,
                   CASE WHEN CAST(:unowned AS boolean) THEN CAST(:organisation AS bigint) END)
          = CAST(:organisation AS bigint)
"""
_ALL = f"{_UPDATES} UNION ALL {_LETTERS}"
_PAGE = text(f"SELECT * FROM ({_ALL}) AS problem ORDER BY parked_at DESC, way, id DESC LIMIT :limit OFFSET :offset")
_EXTENT = text(f"SELECT count(*), max(parked_at) FROM ({_ALL}) AS problem")
_ONE = text(f"SELECT * FROM ({_ALL}) AS problem WHERE way = CAST(:way AS text) AND id = CAST(:id AS bigint)")

_RUN_AGAIN = text(
    """
    UPDATE inbox
    SET parked_at = NULL, parked_reason = NULL, tries = 0, claims = 0, retry_at = NULL, lease_until = NULL,
        retried = retried + 1
    WHERE id = :id AND parked_at IS NOT NULL AND done_at IS NULL
    RETURNING id
    """
)
_DROP_UPDATE = text(
    """
    UPDATE inbox SET done_at = clock_timestamp(), body = NULL
    WHERE id = :id AND parked_at IS NOT NULL AND done_at IS NULL
    RETURNING id
    """
)
_PARKED = "parked_at IS NOT NULL AND dropped_at IS NULL"
_DROP_SLOT = text(
    f"UPDATE letters SET dropped_at = clock_timestamp() WHERE slot_id = :slot_id AND {_PARKED} AND id <> :id"
)
_WAIT_FOR_CHAT = text(f"SELECT count(*) FROM letters WHERE chat_id = :chat_id AND {WAITING_LETTER}")
_END_BACK_OFF = text(
    f"UPDATE letters SET retry_at = NULL WHERE chat_id = :chat_id AND retry_at IS NOT NULL AND {WAITING_LETTER}"
)
_SLOT_WAITS = text(f"SELECT id FROM letters WHERE slot_id = :slot_id AND {WAITING_LETTER}")

# What a case's people were told or answered is sent when they come back; what only answered the moment is over.
_AFTER_RETURN = text(
    f"""
    UPDATE letters
    SET parked_at = CASE WHEN {{goes}} THEN NULL ELSE parked_at END,
        reason = CASE WHEN {{goes}} THEN NULL ELSE reason END,
        claims = CASE WHEN {{goes}} THEN 0 ELSE claims END,
        not_before = CASE WHEN {{goes}} THEN CAST(:not_before AS timestamptz) ELSE not_before END,
        dropped_at = CASE WHEN {{goes}} THEN NULL ELSE clock_timestamp() END
    WHERE person_id = :person_id AND {_PARKED} AND reason = ANY (CAST(:silent AS text[]))
    RETURNING parked_at IS NULL
    """.format(goes="case_id IS NOT NULL AND slot_id IS NULL AND kind <> ALL (CAST(:never AS text[]))")
)


async def page(session: AsyncSession, reach: Reach, limit: int, offset: int) -> list[Problem]:
    """A page of problems, the newest first."""
    rows = await session.execute(_PAGE, {**_values(reach), "limit": limit, "offset": offset})
    return [_problem(row) for row in rows.mappings()]


async def extent(session: AsyncSession, reach: Reach) -> tuple[int, datetime | None]:
    """How many problems there are, and when the newest was parked."""
    count, newest = (await session.execute(_EXTENT, _values(reach))).one()
    return count, newest


async def find(session: AsyncSession, reach: Reach, way: Way, row_id: int) -> Problem | None:
    """One problem, unlocked; None where there is no such problem (any more) within reach."""
    found = (await session.execute(_ONE, {**_values(reach), "way": way.value, "id": row_id})).mappings().first()
    return _problem(found) if found else None


async def run_again(session: AsyncSession, inbox_id: int) -> bool:
    """Put a parked update back at its place in its lane; False where somebody was faster."""
    return (await session.execute(_RUN_AGAIN, {"id": inbox_id})).first() is not None


async def drop_update(session: AsyncSession, inbox_id: int) -> bool:
    """End a parked update and empty its body; the reason stays. False where somebody was faster."""
    return (await session.execute(_DROP_UPDATE, {"id": inbox_id})).first() is not None


async def retried(session: AsyncSession, inbox_id: int) -> int:
    """How often a human had this update run again."""
    return await session.scalar(select(InboxUpdate.retried).where(InboxUpdate.id == inbox_id)) or 0


async def waiting_for(session: AsyncSession, chat_id: int) -> int:
    """How many letters wait to leave for a chat."""
    count: int = (await session.execute(_WAIT_FOR_CHAT, {"chat_id": chat_id})).scalar_one()
    return count


async def end_back_off(session: AsyncSession, chat_id: int) -> None:
    """Let the letters of a chat leave at once that were to be tried later."""
    await session.execute(_END_BACK_OFF, {"chat_id": chat_id})


async def letter_waits(session: AsyncSession, kind: str, chat_id: int) -> bool:
    """Whether a letter of this kind has not left yet for a chat."""
    waiting = select(Letter.id).where(text(WAITING_LETTER), Letter.chat_id == chat_id, Letter.kind == kind)
    return (await session.scalars(waiting.limit(1))).first() is not None


async def slot_of(session: AsyncSession, letter_id: int) -> int | None:
    """The slot that a letter shows, which is to be locked before the letter."""
    return await session.scalar(select(Letter.slot_id).where(Letter.id == letter_id))


async def lock_letter(session: AsyncSession, letter_id: int) -> Letter | None:
    """A parked letter, locked; None where somebody was faster. Whoever asks has locked its case and its slot."""
    return await session.scalar(
        select(Letter)
        .where(Letter.id == letter_id, text(_PARKED))
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def slot_waits(session: AsyncSession, slot_id: int) -> bool:
    """Whether a newer letter of the slot waits already. The slot is locked by the caller."""
    return (await session.execute(_SLOT_WAITS, {"slot_id": slot_id})).first() is not None


async def drop_others_of_slot(session: AsyncSession, slot_id: int, letter_id: int) -> None:
    """End all other parked letters of a slot: it shows the latest only."""
    await session.execute(_DROP_SLOT, {"slot_id": slot_id, "id": letter_id})


async def release_undelivered(
    session: AsyncSession,
    person_id: int,
    *,
    silent: Collection[str],
    never: Collection[str],
    not_before: datetime | None,
) -> bool:
    """Let go what could not reach a person while they were out of reach; returns whether anything goes.

    Letters of a case leave again, not before `not_before`; screens, passing answers and the kinds in `never` end.
    """
    values = {"person_id": person_id, "silent": list(silent), "never": list(never), "not_before": not_before}
    return any((await session.execute(_AFTER_RETURN, values)).scalars().all())


def _values(reach: Reach) -> dict[str, Any]:
    return {
        "organisation": reach.organisation_id,
        "unowned": reach.unowned,
        "silent": list(reach.silent),
        "automatic": list(reach.automatic),
        "about": reach.about,
    }


def _problem(row: RowMapping) -> Problem:
    return Problem(**{**row, "way": Way(row["way"])})
