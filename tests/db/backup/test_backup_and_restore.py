"""A database comes back row by row, and nothing goes on that must not."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from db.backup import load as loading
from db.backup.load import CASE_NUMBERS_GAP, IDS_GAP
from db.backup.restore import checked
from db.cipher import current_ring
from db.engine import Database
from db.migrations import run as migrations
from rules.local_time import local_date
from tests.db.backup.steps import BEGUN_ANEW, LEASED, ask, content, opened, put_back, rows, taken


async def test_everything_comes_back_row_by_row(furnished: Database, database_url: str, empty: str, file: Path) -> None:
    before = await rows(furnished)
    assert all(before.values()), "every table holds something"
    made = await taken(database_url, file)
    own_hold = 1
    assert made.rows == sum(len(each) for each in before.values()) + own_hold
    assert made.bytes == len(content(file))
    back = await put_back(empty, file)
    assert (back.rows, back.taken_at) == (made.rows, made.taken_at)
    async with opened(empty) as restored:
        after = await rows(restored)
        assert await migrations.current(empty) == migrations.head()
    for table in before.keys() - BEGUN_ANEW:
        assert after[table] == before[table], table


async def test_a_row_that_is_missing_would_be_seen(furnished: Database) -> None:
    before = await rows(furnished)
    async with furnished.uow() as uow:
        await uow.session.execute(text("UPDATE slots SET facts = '{\"a\": 2}' WHERE id = 1"))
    assert (await rows(furnished))["slots"] != before["slots"]


async def test_the_schema_that_comes_back_is_the_migrated_one(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    await taken(database_url, file)
    await put_back(empty, file)
    shape = """
        SELECT string_agg(shape, E'\\n' ORDER BY shape) FROM (
            SELECT format('%s.%s %s %s', table_name, column_name, data_type, is_nullable) AS shape
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        ) AS shapes
    """
    async with opened(empty) as restored:
        assert await ask(restored, shape) == await ask(furnished, shape)


async def test_nobody_works_and_nothing_is_claimed_afterwards(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    await taken(database_url, file)
    await put_back(empty, file)
    async with opened(empty) as restored:
        for table in ("workers", "role_leases", "told_telegram", "holds"):
            assert await ask(furnished, f"SELECT count(*) FROM {table}") > 0
            assert await ask(restored, f"SELECT count(*) FROM {table}") == 0
        for table in LEASED:
            held = f"SELECT count(*) FROM {table} WHERE lease_until IS NOT NULL OR worker_id IS NOT NULL"
            assert await ask(furnished, held) > 0
            assert await ask(restored, held) == 0


async def test_it_is_put_down_since_when_people_have_to_say_it_again(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    async with furnished.uow() as uow:
        await uow.session.execute(text("UPDATE telegram_contacts SET restored_at = NULL"))
    await taken(database_url, file)
    await put_back(empty, file)
    async with opened(empty) as restored:
        heard = "SELECT heard_at FROM telegram_contacts"
        assert await ask(restored, heard) == await ask(furnished, heard)
        just_now = "SELECT restored_at > clock_timestamp() - interval '1 minute' FROM telegram_contacts"
        assert await ask(restored, just_now) is True


async def test_no_case_number_and_no_id_is_given_twice(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    made = await taken(database_url, file)
    year = local_date(made.taken_at).year
    number = "SELECT last FROM case_numbers WHERE year = {} AND organisation_id = {}"
    # Both have given numbers and ids after the backup, which people and Telegram's buttons know.
    await put_back(empty, file)
    async with opened(empty) as restored:
        organisations = "SELECT array_agg(id) FROM organisations"
        for organisation in await ask(furnished, organisations):
            last = await ask(furnished, number.format(year, organisation)) or 0
            assert await ask(restored, number.format(year, organisation)) == last + CASE_NUMBERS_GAP
        old_year = "SELECT last FROM case_numbers WHERE year = 1"
        assert await ask(restored, old_year) == await ask(furnished, old_year), "nobody gets a number of the past"
        for table in ("cases", "people", "letters", "drafts"):
            following = f"SELECT nextval(pg_get_serial_sequence('{table}', 'id'))"
            assert await ask(restored, following) >= await ask(furnished, following) + IDS_GAP


async def test_ids_of_rows_that_were_deleted_do_not_come_back(
    furnished: Database, database_url: str, empty: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "IDS_GAP", 0)
    async with furnished.uow() as uow:
        await uow.session.execute(text("SELECT setval(pg_get_serial_sequence('drafts', 'id'), 5000)"))
    await taken(database_url, file)
    await put_back(empty, file)
    async with opened(empty) as restored:
        assert await ask(restored, "SELECT nextval(pg_get_serial_sequence('drafts', 'id'))") > 5000


async def test_a_backup_of_an_older_revision_is_brought_to_the_newest(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    *_, oldest = migrations.revisions()
    await furnished.close()
    await migrations.downgrade(database_url, oldest)
    await taken(database_url, file)
    with checked(file, current_ring()) as backup:
        assert backup.header.revision == oldest
    await put_back(empty, file)
    assert await migrations.current(empty) == migrations.head()
    async with opened(empty) as restored, opened(database_url) as before:
        for table in ("cases", "messages", "people"):
            assert await ask(restored, f"SELECT count(*) FROM {table}") == await ask(
                before, f"SELECT count(*) FROM {table}"
            )


async def test_somebody_elses_table_in_our_schema_is_left_out(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    async with furnished.uow() as uow:
        await uow.session.execute(text("CREATE TABLE notes AS SELECT 1 AS one"))
    await taken(database_url, file)
    await put_back(empty, file)
    async with opened(empty) as restored:
        assert await ask(restored, "SELECT to_regclass('notes')") is None
        assert await ask(restored, "SELECT count(*) FROM cases") == await ask(furnished, "SELECT count(*) FROM cases")
