"""From the database into records: one snapshot of all tables, as PostgreSQL's own COPY gives them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from graphlib import TopologicalSorter
from typing import Any
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from db.backup.errors import BackupUnusable
from db.backup.records import DATA, END, SEQUENCES, TABLE, RecordWriter
from db.engine import PATIENT, make_engine
from db.migrations.run import VERSION_TABLE, head
from db.models import Base
from db.repositories import holds
from db.repositories.holds import BACKUP_LOCK

AT_ONCE = 1 << 18
LEFT_SECONDS, LOOK_SECONDS = 60.0, 0.2
"""So long letters of a broadcast may take to leave. What still stands then has nobody who would send it."""

_BEGIN = text("SELECT pg_try_advisory_xact_lock(:lock), clock_timestamp(), to_regclass(:versions)")
_REVISION = text(f"SELECT version_num FROM {VERSION_TABLE}")
# Tables of extensions are made by their extension.
_COLUMNS = text(
    """
    SELECT class.relname, attribute.attname
    FROM pg_class AS class
    JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid
    WHERE class.relnamespace = CAST('public' AS regnamespace) AND class.relkind = 'r'
      AND attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
      AND NOT EXISTS (
          SELECT FROM pg_depend
          WHERE classid = CAST('pg_class' AS regclass) AND objid = class.oid AND deptype = 'e'
      )
    ORDER BY class.relname, attribute.attnum
    """
)
_REFERENCES = text(
    """
    SELECT refers.relname, meant.relname
    FROM pg_constraint
    JOIN pg_class AS refers ON refers.oid = conrelid
    JOIN pg_class AS meant ON meant.oid = confrelid
    WHERE contype = 'f' AND conrelid <> confrelid
      AND connamespace = CAST('public' AS regnamespace) AND meant.relnamespace = connamespace
    """
)
# What was never used has no last value.
_SEQUENCES = text(
    """
    SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
    """
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The database as it was at one moment, while its transaction is open."""

    connection: AsyncConnection
    taken_at: datetime
    """Real time (PostgreSQL's)."""
    revision: str


@asynccontextmanager
async def snapshot(url: str) -> AsyncIterator[Snapshot | None]:
    """One transaction that sees one moment, and keeps other backups out. None while another one is being taken.

    No broadcast goes on meanwhile: what it has in the outbox leaves first, the rest comes after. BackupUnusable where
    there is nothing to back up. The lock ends with the transaction, however this process ends.
    """
    engine = make_engine(url, pool_size=1, idle=PATIENT)
    try:
        async with _broadcasts_held(engine), engine.connect() as plain:
            connection = await plain.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            versions = f"public.{VERSION_TABLE}"
            alone, taken_at, there = (
                await connection.execute(_BEGIN, {"lock": BACKUP_LOCK, "versions": versions})
            ).one()
            revision = await connection.scalar(_REVISION) if there is not None else None
            if revision is None:
                raise BackupUnusable("the database is empty, there is nothing to back up: python -m bot migrate")
            yield Snapshot(connection, taken_at, revision) if alone else None
    finally:
        await engine.dispose()


@asynccontextmanager
async def _broadcasts_held(engine: AsyncEngine) -> AsyncIterator[None]:
    """Nothing of a broadcast is on its way to Telegram when this begins. Each step is a transaction of its own."""
    async with engine.begin() as connection:
        known = await holds.are_known(connection)
    if not known:
        yield
        return
    holder = uuid4().hex
    async with engine.begin() as connection:
        await holds.hold_broadcasts(connection, holder)
    try:
        await _until_they_left(engine)
        yield
    finally:
        async with engine.begin() as connection:
            await holds.release_broadcasts(connection, holder)


async def _until_they_left(engine: AsyncEngine) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LEFT_SECONDS):
            while True:
                async with engine.begin() as connection:
                    if not await holds.letters_on_their_way(connection):
                        return
                await asyncio.sleep(LOOK_SECONDS)


async def dump(taken: Snapshot, writer: RecordWriter) -> int:
    """Write all rows of all our tables; returns how many rows there were."""
    tables = await _tables(taken)
    driver: Any = (await taken.connection.get_raw_connection()).driver_connection
    rows = {}
    for name, columns in tables.items():
        await asyncio.to_thread(writer.put_json, TABLE, {"name": name, "columns": columns})
        sink = _Sink(writer)
        told = await driver.copy_from_table(
            name, schema_name="public", columns=columns, output=sink.take, format="binary"
        )
        await sink.drain()
        rows[name] = int(told.split()[-1])
    sequences = {row.sequencename: row.last_value for row in await taken.connection.execute(_SEQUENCES)}
    await asyncio.to_thread(writer.put_json, SEQUENCES, sequences)
    await asyncio.to_thread(writer.put_json, END, {"rows": rows})
    return sum(rows.values())


class _Sink:
    """Gathers what COPY gives and writes it in a thread: compressing and encrypting must not hold up the loop."""

    def __init__(self, writer: RecordWriter) -> None:
        self._writer = writer
        self._waiting = bytearray()

    async def take(self, data: bytes) -> None:
        self._waiting += data
        if len(self._waiting) >= AT_ONCE:
            await self.drain()

    async def drain(self) -> None:
        data = bytes(self._waiting)
        self._waiting.clear()
        await asyncio.to_thread(self._writer.put, DATA, data)


async def _tables(taken: Snapshot) -> dict[str, list[str]]:
    """Our tables with their columns, those first that others refer to.

    Somebody else's table in our schema is left out; at an older revision than ours we can't tell, and take all.
    """
    ours = set(Base.metadata.tables) if taken.revision == head() else None
    columns: dict[str, list[str]] = {}
    for table, column in await taken.connection.execute(_COLUMNS):
        if table != VERSION_TABLE and (ours is None or table in ours):
            columns.setdefault(table, []).append(column)
    needs: dict[str, set[str]] = {table: set() for table in columns}
    for table, other in await taken.connection.execute(_REFERENCES):
        if table in needs and other in needs:
            needs[table].add(other)
    return {table: columns[table] for table in TopologicalSorter(needs).static_order()}
