"""A department's cases by the million, written by PostgreSQL itself: rows as the bot leaves them, sealed beforehand.

A fifth of the cases is open, half of those are nobody's. Names and words are as uneven as in life: one word stands in
every third case, most in a few.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.cipher import seal
from db.engine import Database
from db.models import StaffMember
from db.models.search import name_key, phone_hash, word_key
from db.repositories import staff
from rules.identifiers import case_number
from rules.search import beginnings

LETTERS = "абвгдезиклмнопрстухч"
SURNAMES, FIRST_NAMES = 400, 60
RANGES = (3, 50, 300, 4000)
"""A request holds one word of each: of so few that all know them, of ever more."""
PHONES = 200
"""People whose real numbers are known to the bench; the others' hashes are as random as hashes are."""
PREFIX, YEAR = "LUH", 2026
TABLES = ("people", "cases", "search_keys")
NOW = "TIMESTAMPTZ '2026-03-11 09:00+00'"


def _made_up(count: int, begins: str) -> list[str]:
    """No two of them are the same, nor begin as those that begin with another letter."""
    chance = random.Random(begins)
    found: dict[str, None] = {}
    while len(found) < count:
        found[begins + "".join(chance.choice(LETTERS) for _ in range(chance.randrange(3, 7)))] = None
    return list(found)


SURNAME, FIRST_NAME, WORD = _made_up(SURNAMES, "ж"), _made_up(FIRST_NAMES, "ю"), _made_up(sum(RANGES), "щ")


@dataclass(frozen=True)
class Archive:
    """A filled database, and who asks in it."""

    database: Database
    cases: int
    organisation_id: int
    staff_id: int
    phones: tuple[str, ...]


def name_of(case: int) -> str:
    """Whose case it is: the same rule that PostgreSQL fills by."""
    return f"{FIRST_NAME[case % FIRST_NAMES]} {SURNAME[case % SURNAMES]}"


def words_of(case: int) -> list[str]:
    """What stands in its request: one very common word, the rest ever rarer."""
    return [WORD[sum(RANGES[:which]) + case % many] for which, many in enumerate(RANGES)]


async def fill(database: Database, cases: int) -> Archive:
    """So many cases in an empty, migrated database."""
    async with database.uow() as uow:
        organisation = await staff.organisation(uow.session, "luhansk", PREFIX)
        member = StaffMember(organisation_id=organisation.id, work_name="Ірина", role="caseworker", language="uk")
        member.joined_at = await uow.session.scalar(text(f"SELECT {NOW}"))
        uow.session.add(member)
        await uow.session.flush()
        ids = organisation.id, member.id
    async with database.engine.begin() as connection:
        await _speed_up(connection)
        indexes = await _drop_indexes(connection)
        await _vocabulary(connection, ids[0])
        for statement in (_PEOPLE, _CASES, _KEYS):
            values = {"cases": cases, "organisation": ids[0], "staff": ids[1], "names": await _sealed()}
            wanted = {name: values[name] for name in text(statement).compile().params}
            await connection.execute(text(statement), wanted)
        phones = await _phones(connection, cases)
        await connection.execute(
            text("INSERT INTO case_numbers (organisation_id, year, last) VALUES (:organisation, :year, :last)"),
            {"organisation": ids[0], "year": YEAR, "last": cases},
        )
        for made in indexes:
            await connection.execute(text(made))
    async with database.engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        # As PostgreSQL itself does in time: what is old is known to be there without a look at the rows.
        await plain.execute(text(f"VACUUM (ANALYZE) {', '.join(TABLES)}"))
    return Archive(database, cases, *ids, phones)


async def _speed_up(connection: AsyncConnection) -> None:
    """What is written here is known to be whole: nothing is asked back row by row."""
    await connection.execute(text("SET LOCAL session_replication_role = replica"))
    await connection.execute(text("SET LOCAL maintenance_work_mem = '256MB'"))
    await connection.execute(text("ALTER TABLE search_keys SET UNLOGGED"))


async def _drop_indexes(connection: AsyncConnection) -> list[str]:
    """An index is made faster at once than row by row; what makes those that were dropped anew."""
    constraints = await connection.execute(
        text(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE contype IN ('p', 'u') AND conrelid = CAST('search_keys' AS regclass)"
        ).bindparams()
    )
    again = []
    for table, name, definition in constraints.all():
        await connection.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT {name}"))
        again.append(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    plain = await connection.execute(
        text(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY (CAST(:tables AS text[]))"
            " AND indexname NOT IN (SELECT conname FROM pg_constraint)"
        ),
        {"tables": list(TABLES)},
    )
    for name, definition in plain.all():
        await connection.execute(text(f"DROP INDEX {name}"))
        again.append(definition)
    return again


async def _sealed() -> list[bytes]:
    """Names that open, ready-made: sealing a million would take longer than everything else."""
    return [seal("people.name", name_of(number)) for number in range(SURNAMES)]


async def _vocabulary(connection: AsyncConnection, organisation_id: int) -> None:
    """Keys by the place of their word: `f` and `s` for first names and surnames, `w` for words."""
    await connection.execute(
        text("CREATE TEMPORARY TABLE vocabulary (kind text, place int, key bigint) ON COMMIT DROP")
    )
    rows = [
        (kind, place, name_key(organisation_id, begin))
        for kind, names in (("s", SURNAME), ("f", FIRST_NAME))
        for place, name in enumerate(names)
        for begin in sorted(beginnings(name))
    ]
    rows += [("w", place, word_key(organisation_id, word)) for place, word in enumerate(WORD)]
    kinds, places, keys = zip(*rows, strict=True)
    await connection.execute(
        text(
            "INSERT INTO vocabulary SELECT * FROM"
            " unnest(CAST(:kinds AS text[]), CAST(:places AS int[]), CAST(:keys AS bigint[]))"
        ),
        {"kinds": list(kinds), "places": list(places), "keys": list(keys)},
    )
    await connection.execute(text("ANALYZE vocabulary"))


async def _phones(connection: AsyncConnection, cases: int) -> tuple[str, ...]:
    """Some people's real numbers, spread over all of them."""
    phones = [f"+38067{number:07d}" for number in range(min(PHONES, cases))]
    step = max(1, cases // len(phones))
    await connection.execute(
        text(
            "UPDATE people SET phone_hash = known.hash FROM"
            " unnest(CAST(:ids AS bigint[]), CAST(:hashes AS bytea[])) AS known (id, hash) WHERE people.id = known.id"
        ),
        {
            "ids": [1 + place * step for place in range(len(phones))],
            "hashes": [phone_hash(phone) for phone in phones],
        },
    )
    return tuple(phones)


def number_of(case: int) -> str:
    """The number of a case."""
    return case_number(PREFIX, YEAR, case)


_PEOPLE = f"""
    INSERT INTO people (id, name, language, created_at, phone_hash, watched)
    OVERRIDING SYSTEM VALUE
    SELECT n, (CAST(:names AS bytea[]))[1 + n % {SURNAMES}], 'uk', {NOW}, decode(md5(CAST(n AS text)), 'hex'), false
    FROM generate_series(1, CAST(:cases AS integer)) AS n
"""
_CASES = f"""
    INSERT INTO cases (id, number, organisation_id, person_id, owner_id, state, turn, crisis, first_by_law, service,
                       intake_kind, channel, opened_at, reply_by, waiting_since, closed_at, indexed)
    OVERRIDING SYSTEM VALUE
    SELECT n, '{PREFIX}-{YEAR}-' || lpad(CAST(n AS text), greatest(6, length(CAST(n AS text))), '0'),
           CAST(:organisation AS bigint), n,
           CASE WHEN n % 5 <> 0 OR n % 2 = 0 THEN CAST(:staff AS bigint) END,
           CASE WHEN n % 5 <> 0 THEN 'closed' WHEN n % 2 = 0 THEN 'taken' ELSE 'new' END,
           CASE WHEN n % 5 <> 0 THEN 'nobody' ELSE 'staff' END,
           n % 105 = 0, n % 7 = 0, 'own-words', 'consultation', 'telegram',
           {NOW} - n * interval '1 minute', {NOW} + (n % 900 - 100) * interval '1 minute',
           CASE WHEN n % 5 = 0 THEN {NOW} - n * interval '1 minute' END,
           CASE WHEN n % 5 <> 0 THEN {NOW} END, true
    FROM generate_series(1, CAST(:cases AS integer)) AS n
"""
_WORDS = ", ".join(f"('w', {sum(RANGES[:which])} + n % {many})" for which, many in enumerate(RANGES))
_KEYS = f"""
    INSERT INTO search_keys (key, case_id)
    SELECT key, n FROM generate_series(1, CAST(:cases AS integer)) AS n
    JOIN LATERAL (
        VALUES ('s', n % {SURNAMES}), ('f', n % {FIRST_NAMES}), {_WORDS}
    ) AS holds (kind, place) ON true
    JOIN vocabulary USING (kind, place)
"""
