"""Alembic's entry: runs the steps on the connection that `db.migrations.run` hands over.

For alembic's own command line (`alembic revision --autogenerate`) it opens one itself, from DATABASE_URL.
"""

from __future__ import annotations

import asyncio
import os
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from db.cipher import Sealed
from db.engine import make_engine
from db.models import Base


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Migrations know no cipher: a sealed column is bytea."""
    return "sa.LargeBinary()" if kind == "type" and isinstance(item, Sealed) else False


def run(connection: Connection) -> None:
    """All steps in one transaction: a failed one leaves the schema as it was."""
    context.configure(
        connection=connection, target_metadata=Base.metadata, compare_server_default=True, render_item=render_item
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_from_command_line() -> None:
    """Connect to DATABASE_URL and run."""
    engine = make_engine(os.environ["DATABASE_URL"], pool_size=1)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(run)
    finally:
        await engine.dispose()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(run_from_command_line())
