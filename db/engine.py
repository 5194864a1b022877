"""Connections to PostgreSQL: one engine for a process, and the database object that hands out units of work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cached_property
from uuid import uuid4

from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from db.by_hand import Hand
from db.session import KeepingSession, ReadingSession
from db.uow import UnitOfWork

APPLICATION = "suprovid"
POOL_SIZE = 10
# A transaction holds locks and an old snapshot: one that waits for us longer than this is ended by the server. Whatever
# takes longer is worked out while none is open.
IDLE_IN_TRANSACTION = "5s"
PATIENT = "10min"
"""For what has to be one transaction and waits for a file in between: a backup, and putting one back."""
CONNECT_SECONDS = 10.0
STATEMENTS = 40
"""So many statements of the ORM's a connection keeps prepared, half as many more before it forgets. What people wait
for all day are some twenty; a connection that kept whatever it was ever asked would grow for hours.
"""


def async_url(url: str) -> URL:
    """`postgres://…` or `postgresql://…` as people write it → a URL for asyncpg.

    ValueError, whose text does not repeat the URL, for anything else. libpq's `sslmode` is asyncpg's `ssl`.
    """
    try:
        parsed = make_url(url)
    except Exception:  # noqa: BLE001 - SQLAlchemy's own error repeats the URL with its password
        parsed = None
    if parsed is None or parsed.drivername not in ("postgres", "postgresql", "postgresql+asyncpg"):
        raise ValueError("not a PostgreSQL URL: postgresql://user:password@host:5432/database is one")
    if "sslmode" in parsed.query:
        mode = parsed.query["sslmode"]
        parsed = parsed.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return parsed.set(drivername="postgresql+asyncpg")


def make_engine(
    url: str, *, pool_size: int = POOL_SIZE, application: str = APPLICATION, idle: str = IDLE_IN_TRANSACTION
) -> AsyncEngine:
    """An engine with exactly `pool_size` connections, made as they are needed (see `warm`). `idle`: so long a
    transaction may wait for its next statement, as PostgreSQL writes spans.
    """
    return create_async_engine(
        async_url(url),
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=30,
        # The one used last is used first: it has the statements prepared and planned that people wait for.
        pool_use_lifo=True,
        pool_recycle=1800,
        # Errors must not repeat what people wrote.
        hide_parameters=True,
        connect_args={
            "timeout": CONNECT_SECONDS,
            "prepared_statement_cache_size": STATEMENTS,
            "server_settings": {
                "application_name": application,
                "idle_in_transaction_session_timeout": idle,
                "timezone": "UTC",
                # Compiling costs more than our short queries take.
                "jit": "off",
            },
        },
    )


async def warm(engine: AsyncEngine, connections: int) -> None:
    """Open `connections` connections of the pool now, not under the first people who write."""
    ready = asyncio.Barrier(connections)

    async def hold_one() -> None:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
            await ready.wait()

    async with asyncio.TaskGroup() as group:
        for _ in range(connections):
            group.create_task(hold_one())


class Database:
    """Where units of work come from.

    Over an engine each unit has a connection and a transaction of its own. Over a connection (tests) each unit is a
    savepoint in the transaction that is open there.
    """

    def __init__(self, bind: AsyncEngine | AsyncConnection) -> None:
        self.bind = bind
        self._hearers: list[Callable[[str], None]] = []
        self.sender = uuid4().hex
        """Who nudges: whoever hears in this process need not listen to its own NOTIFY as well."""
        self.others_hear: Callable[[], bool] = lambda: True
        """Whether other processes may listen for nudges; where none does they need not be told."""

    @classmethod
    def open(cls, url: str, *, pool_size: int = POOL_SIZE) -> Database:
        """A database over an engine of its own."""
        return cls(make_engine(url, pool_size=pool_size))

    @property
    def engine(self) -> AsyncEngine:
        """The engine underneath."""
        return self.bind if isinstance(self.bind, AsyncEngine) else self.bind.engine

    def uow(self) -> UnitOfWork:
        """A new unit of work, to be used with `async with`."""
        return UnitOfWork(self._session, self._hearers, self._told_by())

    def hand(self) -> Hand:
        """A hand for statements that are each a transaction by themselves, to be used with `async with`."""
        return Hand(self.bind, self._hearers, self._told_by())

    def reading(self) -> UnitOfWork:
        """A unit of work for reading only: all that it reads is of the moment of its first statement, whatever others
        commit meanwhile. RuntimeError where something was to be written.
        """
        return UnitOfWork(self._reading_session)

    def hear(self, hearer: Callable[[str], None]) -> None:
        """Call `hearer(channel)` in this process after each commit that nudged a channel: a hint, as NOTIFY is."""
        self._hearers.append(hearer)

    async def close(self) -> None:
        """Close all connections; for a database over a connection its owner does that."""
        if isinstance(self.bind, AsyncEngine):
            await self.bind.dispose()

    def _told_by(self) -> str | None:
        return self.sender if self.others_hear() else None

    @cached_property
    def _of_one_moment(self) -> AsyncEngine | AsyncConnection:
        bind = self.bind
        return bind.execution_options(isolation_level="REPEATABLE READ") if isinstance(bind, AsyncEngine) else bind

    def _reading_session(self) -> AsyncSession:
        return self._session(self._of_one_moment, ReadingSession)

    def _session(
        self, bind: AsyncEngine | AsyncConnection | None = None, kind: type[KeepingSession] = KeepingSession
    ) -> AsyncSession:
        return AsyncSession(
            bind or self.bind,
            sync_session_class=kind,
            expire_on_commit=False,
            join_transaction_mode="create_savepoint",
        )
