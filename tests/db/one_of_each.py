"""One row in each table, for what has to hold for all of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import TypeEngine

from db.cipher import Sealed, SealedBytes
from db.engine import Database
from db.models import Base

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SAMPLES: dict[type, Any] = {
    str: "word",
    int: 1,
    float: 1.0,
    bool: False,
    datetime: NOW,
    date: NOW.date(),
    dict: {"a": 1},
    bytes: b"x",
}


async def fill(database: Database) -> None:
    """Write the rows into empty tables."""
    async with database.uow() as uow:
        for table in Base.metadata.sorted_tables:
            await uow.session.execute(insert(table).values(row_of(table)))


def row_of(table: Table) -> dict[str, Any]:
    """One value for each column that wants one; ids of other tables are 1, since each gets one row."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.identity is None and column.computed is None:
            row[column.name] = _value(column.type)
    return row


def _value(column_type: TypeEngine[Any]) -> Any:
    if isinstance(column_type, ARRAY):
        return [SAMPLES[column_type.item_type.python_type]]
    return SAMPLES[_kind(column_type)]


def _kind(column_type: TypeEngine[Any]) -> type:
    if isinstance(column_type, Sealed):
        return str
    if isinstance(column_type, SealedBytes):
        return bytes
    return dict if isinstance(column_type, JSONB) else column_type.python_type
