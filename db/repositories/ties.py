"""Cases that may be the same: what they share, what staff said of them, and which of them go on for others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Alarm,
    Appointment,
    Call,
    Case,
    CaseDeadline,
    CaseMerge,
    CaseNote,
    CaseTie,
    FormDraft,
    Message,
    OnBehalf,
    Return,
    Telling,
    WantedDocument,
)
from db.models.base import Base
from db.session import get_row
from rules.duplicates import LOOK_BACK, MOST
from rules.returning import UNDECIDED

GOES_OVER: dict[str, type[Base]] = {
    "appointments": Appointment,
    "case_notes": CaseNote,
    "form_drafts": FormDraft,
    "wanted_documents": WantedDocument,
    "on_behalf": OnBehalf,
    "calls": Call,
    "tellings": Telling,
    "case_deadlines": CaseDeadline,
}
"""Rows that go over with a case that ends because another one goes on."""

# Whoever reports and stays hidden is recognised by nothing of theirs. Each branch is read off an index.
_WRITER_SHOWN = "NOT EXISTS (SELECT FROM on_behalf AS told WHERE told.case_id = {0}.id AND NOT told.reporter_shown)"
_CAREFUL = (
    "({0}.crisis OR EXISTS (SELECT FROM people AS writer WHERE writer.id = {0}.person_id AND (writer.watched"
    " OR writer.covered OR writer.human_only OR writer.frozen_at IS NOT NULL)))"
)
_SHARED = f"""
    WITH mine AS (
        SELECT one.id, one.organisation_id, one.person_id, one.opened_at, told.beneficiary_id, told.human_hash,
               told.relation, told.phone_hash AS told_phone, coalesce(NOT told.reporter_shown, false) AS hidden
        FROM cases AS one LEFT JOIN on_behalf AS told ON told.case_id = one.id
        WHERE one.id = {{case}} AND one.closed_at IS NULL
    ), humans AS (
        SELECT person_id AS id FROM mine WHERE NOT hidden
        UNION SELECT beneficiary_id FROM mine WHERE beneficiary_id IS NOT NULL
    ), numbers AS (
        SELECT phone_hash FROM people WHERE id IN (SELECT id FROM humans) AND phone_hash IS NOT NULL
        UNION SELECT told_phone FROM mine WHERE told_phone IS NOT NULL
        UNION
        SELECT calls.phone_hash FROM calls JOIN mine ON mine.id = calls.case_id
        WHERE calls.phone_hash IS NOT NULL AND NOT (mine.hidden AND calls.person_id = mine.person_id)
    ), shared AS (
        SELECT 'person' AS what, other.id FROM cases AS other
        WHERE other.person_id IN (SELECT id FROM humans) AND {_WRITER_SHOWN.format("other")}
        UNION ALL
        SELECT 'person', case_id FROM on_behalf WHERE beneficiary_id IN (SELECT id FROM humans)
        UNION ALL
        SELECT CASE WHEN 'child' IN (told.relation, mine.relation) THEN 'child' ELSE 'person' END, told.case_id
        FROM mine JOIN on_behalf AS told ON told.human_hash = mine.human_hash
        WHERE length(mine.human_hash) > 0
        UNION ALL
        SELECT 'phone', other.id FROM people JOIN cases AS other ON other.person_id = people.id
        WHERE people.phone_hash IN (SELECT phone_hash FROM numbers) AND {_WRITER_SHOWN.format("other")}
        UNION ALL
        SELECT 'phone', other.id FROM calls JOIN cases AS other ON other.id = calls.case_id
        WHERE calls.phone_hash IN (SELECT phone_hash FROM numbers)
          AND (calls.person_id <> other.person_id OR {_WRITER_SHOWN.format("other")})
        UNION ALL
        SELECT 'phone', case_id FROM on_behalf WHERE phone_hash IN (SELECT phone_hash FROM numbers)
        UNION ALL
        SELECT 'phone', told.case_id FROM people JOIN on_behalf AS told ON told.beneficiary_id = people.id
        WHERE people.phone_hash IN (SELECT phone_hash FROM numbers)
    )
    SELECT found.id, array_agg(DISTINCT shared.what) AS what
    FROM mine, shared JOIN cases AS found ON found.id = shared.id
    WHERE found.id <> mine.id AND found.organisation_id = mine.organisation_id
      AND found.erased_at IS NULL AND found.merged_into IS NULL AND found.result IS DISTINCT FROM 'spam'
      AND (found.closed_at IS NULL OR found.closed_at >= mine.opened_at - interval '{LOOK_BACK.days} days')
      AND NOT EXISTS (SELECT FROM case_ties WHERE first_id = least(found.id, mine.id)
                      AND second_id = greatest(found.id, mine.id))
      {{further}}
    GROUP BY found.id
"""
_SUGGESTED = text(_SHARED.format(case=":case_id", further="") + f" ORDER BY found.id DESC LIMIT {MOST}")

# What a card shows, where the group reads it: nothing of cases of which not everybody may know.
_NOT_CAREFUL = f"AND NOT {_CAREFUL.format('found')}"
COUNT_FOR_CARD = (
    f"CASE WHEN {_CAREFUL.format('cases')} THEN 0 ELSE (SELECT count(*) FROM"
    f" ({_SHARED.format(case='cases.id', further=_NOT_CAREFUL)} LIMIT {MOST}) AS suggested) END"
)
TIED_FOR_CARD = f"""
    CASE WHEN {_CAREFUL.format("cases")} THEN NULL ELSE ARRAY (
        SELECT found.number FROM case_ties JOIN cases AS found ON found.id IN (first_id, second_id)
        WHERE cases.id IN (first_id, second_id) AND found.id <> cases.id AND case_ties.state = 'linked'
          AND NOT {_CAREFUL.format("found")}
        ORDER BY found.id) END
"""
TAKEN_IN_FOR_CARD = "ARRAY (SELECT number FROM cases AS ended WHERE ended.merged_into = cases.id ORDER BY id)"
GOES_ON_FOR_CARD = "(SELECT number FROM cases AS further WHERE further.id = cases.merged_into)"
_FAMILY = """
    WITH RECURSIVE family AS (
        SELECT {case} AS id UNION SELECT ended.id FROM cases AS ended JOIN family ON ended.merged_into = family.id
    )
"""
FILES_FOR_CARD = (
    f"({_FAMILY.format(case='cases.id')} SELECT count(*) FROM files JOIN messages ON messages.id = files.message_id"
    " WHERE messages.case_id IN (SELECT id FROM family) AND messages.author_kind = 'person'"
    " AND files.state <> 'refused')"
)

_ALL_OF_FAMILY = text(_FAMILY.format(case="CAST(:case_id AS bigint)") + " SELECT id FROM family ORDER BY id")
_ONWARD = text(
    """
    WITH RECURSIVE further AS (
        SELECT id, merged_into FROM cases WHERE id = :case_id
        UNION SELECT cases.id, cases.merged_into FROM cases JOIN further ON further.merged_into = cases.id
    )
    SELECT id FROM further WHERE merged_into IS NULL
    """
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A case that may be the same, and what the two share: values of `rules.duplicates.Shared`."""

    case_id: int
    what: tuple[str, ...]


async def suggested(session: AsyncSession, case_id: int) -> list[Suggested]:
    """Cases of the same organisation that share something with an open one and of which staff said nothing yet; the
    newest first, whoever may know of them.
    """
    return [Suggested(row[0], tuple(row[1])) for row in await session.execute(_SUGGESTED, {"case_id": case_id})]


async def between(session: AsyncSession, one: int, other: int) -> CaseTie | None:
    """What staff said of two cases; whoever changes it has locked both."""
    first, second = sorted((one, other))
    return await session.scalar(select(CaseTie).where(CaseTie.first_id == first, CaseTie.second_id == second))


async def of_case(session: AsyncSession, case_id: int, state: str) -> list[int]:
    """The cases of which staff said this beside the case, the newest first."""
    either = (CaseTie.first_id == case_id) | (CaseTie.second_id == case_id)
    found = await session.scalars(select(CaseTie).where(either, CaseTie.state == state).order_by(CaseTie.id.desc()))
    return [each.second_id if each.first_id == case_id else each.first_id for each in found]


async def family(session: AsyncSession, case_id: int) -> list[int]:
    """The case and all those for which it goes on, and for which they did."""
    return list(await session.scalars(_ALL_OF_FAMILY, {"case_id": case_id}))


async def onward(session: AsyncSession, case_id: int) -> int:
    """The case that goes on for this one; itself where it is merged into none."""
    found: int | None = await session.scalar(_ONWARD, {"case_id": case_id})
    return case_id if found is None else found


async def standing_merge(session: AsyncSession, case_id: int) -> CaseMerge | None:
    """How a case was merged into another, as long as it is. Whoever changes it has locked the case."""
    return await session.scalar(select(CaseMerge).where(CaseMerge.case_id == case_id, CaseMerge.undone_at.is_(None)))


async def merge_by_id(session: AsyncSession, merge_id: int) -> CaseMerge | None:
    """A merge, undone or not."""
    return await get_row(session, CaseMerge, merge_id)


async def taken_in(session: AsyncSession, case_id: int) -> Sequence[Case]:
    """The cases that were merged into this one, the oldest first."""
    return (await session.scalars(select(Case).where(Case.merged_into == case_id).order_by(Case.id))).all()


async def is_being_checked(session: AsyncSession, case_id: int) -> bool:
    """Whether nobody has decided yet who the person of the case is."""
    waits = select(Return.id).where(Return.case_id == case_id, Return.state.in_(UNDECIDED))
    return await session.scalar(waits) is not None


async def has_alarm(session: AsyncSession, case_id: int) -> bool:
    """Whether an alarm of the case stands."""
    return await session.scalar(select(Alarm.id).where(Alarm.case_id == case_id, Alarm.ended_at.is_(None))) is not None


async def answer_waits(session: AsyncSession, case_id: int) -> bool:
    """Whether an answer of the case has not left yet."""
    waits = select(Message.id).where(Message.case_id == case_id, Message.waits_for.is_not(None)).limit(1)
    return await session.scalar(waits) is not None


async def ids_of(session: AsyncSession, table: str, case_id: int) -> list[int]:
    """The rows of one of `GOES_OVER` that hang on a case."""
    model = GOES_OVER[table]
    rows = model.__table__
    return list(await session.scalars(select(rows.c.id).where(rows.c.case_id == case_id).order_by(rows.c.id)))


async def hang(session: AsyncSession, table: str, ids: Collection[int], *, source: Collection[int], to: int) -> int:
    """Hangs these rows of one of `GOES_OVER` on another case, as far as they still hang on `source`; how many."""
    model = GOES_OVER[table]
    rows = model.__table__
    moved = await session.execute(
        update(model)
        .where(rows.c.id.in_(list(ids)), rows.c.case_id.in_(list(source)))
        .values(case_id=to)
        .returning(rows.c.id)
        .execution_options(synchronize_session="fetch")
    )
    return len(moved.all())
