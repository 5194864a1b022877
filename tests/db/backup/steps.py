"""What tests of backups do, and how they look at a database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import text

from db.backup.restore import Restored, checked, restore
from db.backup.take import Taken, take
from db.cipher import current_ring
from db.engine import Database
from db.models import Base

# What must not go on as it was; looked at by tests of their own.
BEGUN_ANEW = {
    "workers", "budget_notes", "holds", "role_leases", "told_telegram", "telegram_contacts", "case_numbers",
}  # fmt: skip
LEASED = {"inbox", "letters"}
PROGRESS = ("lease_until", "worker_id")


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """A database for a while."""
    database = Database.open(url, pool_size=1)
    yield database
    await database.close()


async def rows(database: Database) -> dict[str, list[str]]:
    """Every row of every table as PostgreSQL itself writes it; of claims only that they can be made again."""
    found = {}
    async with database.uow() as uow:
        for table in Base.metadata.sorted_tables:
            row = f"to_jsonb({table.name})" + (f" - '{{{','.join(PROGRESS)}}}'::text[]" if table.name in LEASED else "")
            query = text(f"SELECT CAST({row} AS text) AS row FROM {table.name} ORDER BY row")
            found[table.name] = list(await uow.session.scalars(query))
    return found


async def ask(database: Database, query: str) -> Any:
    """One value."""
    async with database.uow() as uow:
        return await uow.session.scalar(text(query))


async def taken(database_url: str, file: Path) -> Taken:
    """A backup of the database."""
    made = await take(database_url, file)
    assert made is not None
    return made


async def put_back(url: str, file: Path) -> Restored:
    """The backup in another database."""
    with checked(file, current_ring()) as backup:
        return await restore(url, backup)


async def nothing_in(url: str) -> bool:
    """Whether a database has no table."""
    async with opened(url) as database:
        tables: int = await ask(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        return tables == 0


def content(file: Path) -> bytes:
    """A whole file."""
    return file.read_bytes()


def is_there(file: Path) -> bool:
    """Whether there is such a file."""
    return file.exists()
