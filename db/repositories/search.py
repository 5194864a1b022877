"""By what cases are found: the keys as they are kept, and the newest cases that fit.

What names or words belong to a case, and who may be found by theirs, `casework.search` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from sqlalchemy import delete, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, Call, Case, Message, OnBehalf, Person, SearchKey
from db.models.search import human_hash, phone_hash

Numbered = TypeVar("Numbered", Person, Call, OnBehalf, Application)
COMMON = 20_000
"""A word in fewer cases than this is rare: its cases can all be read, and compared with those of another one."""


async def by_numbers(session: AsyncSession, organisation_id: int, numbers: Sequence[str]) -> list[int]:
    """The cases of an organisation with these numbers, newest first."""
    query = select(Case.id).where(Case.number.in_(numbers), Case.organisation_id == organisation_id)
    return list(await session.scalars(query.order_by(Case.id.desc())))


async def years(session: AsyncSession, organisation_id: int) -> list[int]:
    """In which years (Kyiv) an organisation gave numbers, the latest first."""
    query = text("SELECT year FROM case_numbers WHERE organisation_id = :organisation_id ORDER BY year DESC")
    return list(await session.scalars(query, {"organisation_id": organisation_id}))


# Whoever reports and stays hidden is not found: not by a number of their own, nor by one that they left for a call.
_BY_PHONE = text(
    """
    SELECT cases.id FROM cases
    WHERE organisation_id = :organisation_id AND erased_at IS NULL AND id < :before
      AND id IN (
          SELECT found.id FROM cases AS found JOIN people ON people.id = found.person_id
          WHERE people.phone_hash = :phone
            AND NOT EXISTS (SELECT FROM on_behalf WHERE case_id = found.id AND NOT reporter_shown)
          UNION
          SELECT calls.case_id FROM calls JOIN cases AS found ON found.id = calls.case_id
          WHERE calls.phone_hash = :phone
            AND NOT EXISTS (
                SELECT FROM on_behalf
                WHERE on_behalf.case_id = calls.case_id AND NOT reporter_shown AND found.person_id = calls.person_id
            )
          UNION
          SELECT case_id FROM on_behalf WHERE phone_hash = :phone
          UNION
          SELECT case_id FROM applications WHERE phone_hash = :phone AND case_id IS NOT NULL
          UNION
          SELECT case_id FROM on_behalf JOIN people ON people.id = beneficiary_id WHERE people.phone_hash = :phone
      )
    ORDER BY id DESC
    LIMIT :limit
    """
)


async def by_phone(session: AsyncSession, organisation_id: int, phone: str, before: int, limit: int) -> list[int]:
    """The cases of an organisation that a number (as `rules.phones.read_phone` writes it) belongs to, newest first."""
    values = {"organisation_id": organisation_id, "phone": phone_hash(phone), "before": before, "limit": limit}
    return list(await session.scalars(_BY_PHONE, values))


# One key a branch: each is read off the index from its newest case on, and only as far as the page reaches.
_BRANCH = """
    (SELECT first.case_id FROM search_keys AS first JOIN cases ON cases.id = first.case_id
     WHERE first.key = :{key} AND first.case_id < :before
       AND cases.organisation_id = :organisation_id AND cases.erased_at IS NULL {others}
     ORDER BY first.case_id DESC LIMIT :limit)
"""
# Words that are rare each, and may never stand together: walking along one of them, asking for the other case by case,
# could go through all that it has.
_RARE = "SELECT case_id FROM search_keys WHERE key IN ({keys}) AND case_id < :before"
_TOGETHER = """
    SELECT first.case_id FROM ({rare} ORDER BY case_id DESC OFFSET 0) AS first
    WHERE EXISTS (
        SELECT FROM cases
        WHERE id = first.case_id AND organisation_id = :organisation_id AND erased_at IS NULL
    ) {others}
"""
_OTHER = " AND EXISTS (SELECT FROM search_keys WHERE key IN ({keys}) AND case_id = first.case_id)"
_HOW_MANY = text(
    "SELECT count(*) FROM (SELECT FROM search_keys WHERE key = ANY (CAST(:keys AS bigint[])) LIMIT :most) AS few"
)


async def by_words(
    session: AsyncSession, organisation_id: int, words: Sequence[Sequence[int]], before: int, limit: int
) -> list[int]:
    """The cases of an organisation that fit all words, newest first; of each word's keys one is enough."""
    named = {f"key{place}_{which}": key for place, keys in enumerate(words) for which, key in enumerate(keys)}
    of = [[f"key{place}_{which}" for which in range(len(keys))] for place, keys in enumerate(words)]
    counts = await _how_many(session, words)
    rare = [keys for keys, count in zip(of, counts, strict=True) if count < COMMON]
    begin = rare if len(rare) > 1 else [of[counts.index(min(counts))]]
    others = "".join(_OTHER.format(keys=_listed(keys)) for keys in of if keys not in begin)
    if len(begin) > 1:
        both = " INTERSECT ".join(_RARE.format(keys=_listed(keys)) for keys in begin)
        found = _TOGETHER.format(rare=both, others=others)
    else:
        found = " UNION ".join(_BRANCH.format(key=key, others=others) for key in begin[0])
    query = text(f"SELECT case_id FROM ({found}) AS found ORDER BY case_id DESC LIMIT :limit")
    values = {"organisation_id": organisation_id, "before": before, "limit": limit}
    return list(await session.scalars(query, named | values))


def _listed(keys: Sequence[str]) -> str:
    return ", ".join(f":{key}" for key in keys)


async def _how_many(session: AsyncSession, words: Sequence[Sequence[int]]) -> list[int]:
    """In how many cases each word is, counted up to `COMMON`; a single word is not counted."""
    if len(words) == 1:
        return [COMMON]
    return [await session.scalar(_HOW_MANY, {"keys": list(keys), "most": COMMON}) or 0 for keys in words]


async def forget(session: AsyncSession, case_id: int) -> None:
    """The case is found by nothing but its number until it is indexed again."""
    await session.execute(delete(SearchKey).where(SearchKey.case_id == case_id))


# --- keeping the keys ---------------------------------------------------------------------------------------------


async def spread_names(session: AsyncSession, limit: int) -> int:
    """The cases of people whose names changed are to be indexed again; of how many people."""
    some = select(Person.id).where(Person.indexed.is_(False)).order_by(Person.id).limit(limit)
    those = list(await session.scalars(some.with_for_update(key_share=True, skip_locked=True)))
    if those:
        told = select(OnBehalf.case_id).where(OnBehalf.beneficiary_id.in_(those))
        theirs = update(Case).where(or_(Case.person_id.in_(those), Case.id.in_(told)))
        await session.execute(theirs.values(indexed=False))
        await session.execute(update(Person).where(Person.id.in_(those)).values(indexed=True))
    return len(those)


async def unindexed(session: AsyncSession, limit: int) -> Sequence[Case]:
    """Cases that the search does not know as they are, locked; those in use wait."""
    query = select(Case).where(Case.indexed.is_(False)).order_by(Case.id).limit(limit)
    return (await session.scalars(query.with_for_update(key_share=True, skip_locked=True))).all()


async def requests(session: AsyncSession, case_ids: Sequence[int]) -> dict[int, list[str]]:
    """What people wrote in these cases, by case."""
    query = select(Message.case_id, Message.text).where(Message.case_id.in_(case_ids), Message.author_kind == "person")
    found: dict[int, list[str]] = {}
    for case_id, words in await session.execute(query):
        found.setdefault(case_id, []).append(words)
    return found


async def names(session: AsyncSession, person_ids: Sequence[int]) -> dict[int, str | None]:
    """What these people are called."""
    query = select(Person.id, Person.name).where(Person.id.in_(person_ids))
    return {row.id: row[1] for row in await session.execute(query)}


async def on_behalf_of(session: AsyncSession, case_ids: Sequence[int]) -> dict[int, tuple[int, bool]]:
    """For whom these cases are, where not for the one who writes, and whether staff may see who writes."""
    query = select(OnBehalf.case_id, OnBehalf.beneficiary_id, OnBehalf.reporter_shown)
    rows = await session.execute(query.where(OnBehalf.case_id.in_(case_ids)))
    return {case_id: (beneficiary_id, shown) for case_id, beneficiary_id, shown in rows}


_REPLACE = text(
    """
    WITH wanted AS (
        SELECT * FROM unnest(CAST(:keys AS bigint[]), CAST(:cases AS bigint[])) AS wanted (key, case_id)
    ), gone AS (
        DELETE FROM search_keys
        WHERE case_id = ANY (CAST(:case_ids AS bigint[])) AND (key, case_id) NOT IN (SELECT key, case_id FROM wanted)
    )
    INSERT INTO search_keys (key, case_id) SELECT key, case_id FROM wanted
    ON CONFLICT (key, case_id) DO NOTHING
    """
)


async def replace(session: AsyncSession, keys: Mapping[int, frozenset[int]]) -> None:
    """These cases (locked by the caller) are found by these keys from now on, and by no others."""
    pairs = [(key, case_id) for case_id, theirs in keys.items() for key in theirs]
    values = {
        "keys": [key for key, _ in pairs],
        "cases": [case_id for _, case_id in pairs],
        "case_ids": list(keys),
    }
    await session.execute(_REPLACE, values)


async def hash_phones(session: AsyncSession, limit: int) -> int:
    """Gives numbers that have no hash theirs; how many. Rows in use wait."""
    rows: list[Person | Call | OnBehalf | Application] = []
    rows += await _without_hash(session, Person, limit)
    rows += await _without_hash(session, Call, limit)
    rows += await _without_hash(session, OnBehalf, limit)
    rows += await _without_hash(session, Application, limit)
    for row in rows:
        row.phone_hash = phone_hash(row.phone)
    return len(rows)


async def hash_humans(session: AsyncSession, limit: int) -> int:
    """Gives those of whom others told, and children in applications, the hash that they are recognised by; how many.
    Rows in use wait.
    """
    query = select(OnBehalf, Person.name).join(Person, Person.id == OnBehalf.beneficiary_id)
    query = query.where(OnBehalf.human_hash.is_(None), OnBehalf.born.is_not(None)).limit(limit)
    locked = query.with_for_update(of=OnBehalf, key_share=True, skip_locked=True)
    rows = (await session.execute(locked)).all()
    for row, name in rows:
        row.human_hash = human_hash(name, row.born)
    return len(rows) + await _hash_children(session, limit)


async def _hash_children(session: AsyncSession, limit: int) -> int:
    query = select(ApplicationChild).where(ApplicationChild.child_hash.is_(None), ApplicationChild.name.is_not(None))
    rows = (await session.scalars(query.limit(limit).with_for_update(key_share=True, skip_locked=True))).all()
    for row in rows:
        row.child_hash = human_hash(row.name, row.born)
    return len(rows)


async def _without_hash(session: AsyncSession, model: type[Numbered], limit: int) -> Sequence[Numbered]:
    query = select(model).where(model.phone.is_not(None), model.phone_hash.is_(None))
    locked = query.limit(limit).with_for_update(key_share=True, skip_locked=True)
    return (await session.scalars(locked)).all()


# A table and what says there that a row is to be indexed again.
_STALE = {
    "cases": "indexed = false",
    **dict.fromkeys(("calls", "applications"), "phone_hash = NULL"),
    # The hromada's is made again by the broadcasts' own job.
    "people": "phone_hash = NULL, hromada_hash = NULL",
    "application_children": "child_hash = NULL",
    "on_behalf": "phone_hash = NULL, human_hash = NULL",
}
STALE_TABLES = tuple(_STALE)


async def make_stale(session: AsyncSession, table: str, behind: int, limit: int) -> int | None:
    """The next rows of one of `STALE_TABLES` are to be indexed again; the last one, None where there are no more."""
    statement = text(
        f"WITH next AS (SELECT id FROM {table} WHERE id > :behind ORDER BY id LIMIT :limit FOR NO KEY UPDATE)"
        f" UPDATE {table} SET {_STALE[table]} FROM next WHERE {table}.id = next.id RETURNING next.id"
    )
    done = list(await session.scalars(statement, {"behind": behind, "limit": limit}))
    return max(done) if done else None
