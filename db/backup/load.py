"""From records into an empty database, in one transaction, and what must not go on as it was in the backup."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import Any

import asyncpg
from sqlalchemy import Table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from db.backup.errors import BackupUnusable
from db.backup.records import DATA, END, SEQUENCES, TABLE
from db.engine import PATIENT, make_engine
from db.migrations import run as migrations
from db.models import Base
from rules.local_time import local_date

CASE_NUMBERS_GAP = 1_000
"""So many case numbers of each organisation are left out: people have heard some that are not in the backup."""
IDS_GAP = 1_000_000
"""So many ids of each table: buttons that Telegram still shows carry ids that are not in the backup."""

Records = Iterator[tuple[bytes, bytes]]

_LOCK = text("SELECT pg_advisory_xact_lock(:lock)")
_THERE = text(
    """
    SELECT count(*) FROM pg_class
    WHERE relnamespace = CAST('public' AS regnamespace) AND relkind IN ('r', 'p') AND relname = ANY (:names)
    """
)
_SET_SEQUENCE = text("SELECT setval(CAST(:name AS regclass), :value)")

# Nobody works yet, nobody holds anything, and Telegram is told everything anew.
_AFTERWARDS = (
    "DELETE FROM role_leases",
    "DELETE FROM workers",
    "DELETE FROM holds",
    "DELETE FROM budget_notes",
    "UPDATE inbox SET lease_until = NULL, worker_id = NULL WHERE lease_until IS NOT NULL OR worker_id IS NOT NULL",
    "UPDATE letters SET lease_until = NULL, worker_id = NULL WHERE lease_until IS NOT NULL OR worker_id IS NOT NULL",
    "DELETE FROM told_telegram",
    "UPDATE telegram_contacts SET restored_at = clock_timestamp()",
)
_CASE_NUMBERS = text(
    """
    INSERT INTO case_numbers (organisation_id, year, last)
    SELECT organisations.id, years.year, :gap FROM organisations, unnest(CAST(:years AS integer[])) AS years (year)
    ON CONFLICT (organisation_id, year) DO UPDATE SET last = case_numbers.last + :gap
    """
)


async def load(url: str, records: Records, revision: str, taken_at: datetime) -> int:
    """Put everything back and bring it to the newest revision; returns how many rows there were.

    All or nothing. BackupUnusable if the database holds tables of ours already, or the revision is not known here.
    """
    if revision not in migrations.revisions():
        told = f"the backup is of revision {revision}, which this version does not know"
        raise BackupUnusable(f"{told}: restore it with the version that took it, or a newer one")
    engine = make_engine(url, pool_size=1, idle=PATIENT)
    try:
        async with engine.begin() as connection:
            await _refuse_what_is_not_empty(connection)
            await migrations.upgrade_within(connection, revision)
            rows = await _Loading(connection, records).run()
            await migrations.upgrade_within(connection)
            await _begin_anew(connection, taken_at)
            return rows
    finally:
        await engine.dispose()


async def _refuse_what_is_not_empty(connection: AsyncConnection) -> None:
    # A bot that starts meanwhile waits here until everything is back, and then finds it in place.
    await connection.execute(_LOCK, {"lock": migrations.LOCK})
    names = [migrations.VERSION_TABLE, *Base.metadata.tables]
    if await connection.scalar(_THERE, {"names": names}):
        fix = "name an empty one in DATABASE_URL, or another DATA_DIR; what is there stays as it is"
        raise BackupUnusable(f"the database is not empty: {fix}")


class _Loading:
    """The records of one backup on their way into tables."""

    def __init__(self, connection: AsyncConnection, records: Records) -> None:
        self._connection = connection
        self._records = records
        self._ahead: tuple[bytes, bytes] | None = None
        self._rows: dict[str, int] = {}

    async def run(self) -> int:
        """Everything up to the end; returns the number of rows."""
        await self._step()
        while self._ahead is not None:
            kind, body = self._ahead
            content: dict[str, Any] = json.loads(body)
            if kind == TABLE:
                await self._fill(content["name"], content["columns"])
            elif kind == SEQUENCES:
                await self._count_on(content)
                await self._step()
            elif kind == END:
                if content["rows"] != self._rows:
                    raise BackupUnusable("the backup does not hold as many rows as it says: take another file")
                return sum(self._rows.values())
        raise BackupUnusable("the backup has no end: take another file")

    async def _step(self) -> None:
        self._ahead = await asyncio.to_thread(next, self._records, None)

    async def _fill(self, table: str, columns: list[str]) -> None:
        driver: Any = (await self._connection.get_raw_connection()).driver_connection
        await self._step()
        try:
            told = await driver.copy_to_table(
                table, source=self._data(), columns=columns, schema_name="public", format="binary"
            )
        except asyncpg.PostgresError:
            # Its text may repeat rows.
            raise BackupUnusable(f"the backup's table {table} does not fit its revision: take another file") from None
        self._rows[table] = int(told.split()[-1])

    async def _data(self) -> AsyncIterator[bytes]:
        while self._ahead is not None and self._ahead[0] == DATA:
            yield self._ahead[1]
            await self._step()

    async def _count_on(self, sequences: dict[str, int]) -> None:
        for name, last in sequences.items():
            await self._connection.execute(_SET_SEQUENCE, {"name": f'public."{name}"', "value": last})


async def _begin_anew(connection: AsyncConnection, taken_at: datetime) -> None:
    for statement in _AFTERWARDS:
        await connection.execute(text(statement))
    now: datetime = (await connection.execute(text("SELECT clock_timestamp()"))).scalar_one()
    years = list(range(local_date(taken_at).year, local_date(now).year + 1))
    await connection.execute(_CASE_NUMBERS, {"years": years, "gap": CASE_NUMBERS_GAP})
    for table in Base.metadata.sorted_tables:
        await _leave_ids_out(connection, table)


async def _leave_ids_out(connection: AsyncConnection, table: Table) -> None:
    for column in table.primary_key.columns:
        if column.identity is not None:
            sequence = "pg_get_serial_sequence(:table, :column)"
            forward = text(f"SELECT setval({sequence}, nextval({sequence}) + :gap)")
            await connection.execute(forward, {"table": table.name, "column": column.name, "gap": IDS_GAP})
