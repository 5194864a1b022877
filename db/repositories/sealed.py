"""Sealed values as such, whatever they mean: which keys they need, and sealing them anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession

from db.cipher import SealBroken, Sealed, SealedBytes, seal_bytes, unseal_bytes
from db.models import Base


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column that holds sealed values, of a table whose rows one column names."""

    table: str
    column: str
    key: str
    key_type: str
    """As SQL writes it."""
    large: bool = False
    """Its values are pieces of files: few of them fill the memory."""

    @property
    def key_id(self) -> str:
        """As SQL reads the key's id: of a large value only its beginning is fetched."""
        return f"get_byte(substring({self.column} FROM 1 FOR 1), 0)"

    @property
    def name(self) -> str:
        """What its values are bound to."""
        return f"{self.table}.{self.column}"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one step did, and where the next one begins; None after the last."""

    resealed: int
    broken: int
    """Values that did not open: they stay as they are."""
    last: Any


def sealed_columns() -> list[SealedColumn]:
    """All of them, from the models."""
    found = []
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Sealed | SealedBytes):
                (key,) = table.primary_key.columns
                key_type = key.type.compile(postgresql.dialect())  # type: ignore[no-untyped-call]  # SQLAlchemy's own
                large = isinstance(column.type, SealedBytes)
                found.append(SealedColumn(table.name, column.name, key.name, key_type, large))
    return found


async def keys_in_use(session: AsyncSession) -> dict[int, int]:
    """How many values each key has sealed, by its id."""
    counted: dict[int, int] = {}
    for each in sealed_columns():
        rows = await session.execute(
            text(
                f"SELECT {each.key_id} AS key_id, count(*) AS number FROM {each.table}"
                f" WHERE length({each.column}) > 0 GROUP BY 1"
            )
        )
        for key_id, number in rows:
            counted[key_id] = counted.get(key_id, 0) + number
    return counted


async def unopened(session: AsyncSession) -> list[str]:
    """Columns whose newest value does not open: the ring at hand is not the one that sealed them."""
    found = []
    for each in sealed_columns():
        newest = text(
            f"SELECT {each.column} FROM {each.table} WHERE {each.column} IS NOT NULL ORDER BY {each.key} DESC LIMIT 1"
        )
        value = await session.scalar(newest)
        try:
            if value is not None:
                unseal_bytes(each.name, bytes(value))
        except SealBroken:
            found.append(each.name)
    return found


async def reseal(session: AsyncSession, each: SealedColumn, primary: int, after: Any, limit: int) -> Batch:
    """Seal anew, with the primary key, up to `limit` values behind row `after` that another key has sealed.

    Rows that somebody is writing are passed over, so that nobody waits for us in a circle.
    """
    behind = "" if after is None else f"AND {each.key} > CAST(:after AS {each.key_type})"
    rows = (
        await session.execute(
            text(
                f"SELECT {each.key}, {each.column} FROM {each.table}"
                f" WHERE length({each.column}) > 0 AND {each.key_id} <> :primary {behind}"
                f" ORDER BY {each.key} LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED"
            ),
            {"primary": primary, "limit": limit} | ({} if after is None else {"after": after}),
        )
    ).all()
    anew = {key: value for key, old in rows if (value := _anew(each.name, bytes(old))) is not None}
    await session.execute(
        text(
            f"UPDATE {each.table} SET {each.column} = new.value"
            f" FROM unnest(CAST(:keys AS {each.key_type}[]), CAST(:values AS bytea[])) AS new (key, value)"
            f" WHERE {each.table}.{each.key} = new.key"
        ),
        {"keys": list(anew), "values": list(anew.values())},
    )
    return Batch(len(anew), len(rows) - len(anew), rows[-1][0] if len(rows) == limit else None)


def _anew(column: str, value: bytes) -> bytes | None:
    try:
        return seal_bytes(column, unseal_bytes(column, value))
    except SealBroken:
        return None
