"""Statements written by hand, asked of the driver itself: what every update passes pays for nothing in between.

A statement is a transaction by itself. Where nothing else commits with it, it is asked on a `Hand`, in one round trip;
within a unit of work it is part of that.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

import asyncpg
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, AsyncTransaction
from sqlalchemy.orm import Session

DRIVER = "driver"
LAST_WORDS = ("FATAL", "PANIC")
"""Errors after which PostgreSQL ends the connection."""
_NAME = re.compile(r"(?<!:):([a-z_]+)")


class Statement:
    """SQL with values as `:name`. Rows come as the driver makes them: to be read by position.

    What PostgreSQL can't tell from the place of a value is said with CAST. JSON goes and comes as text, with CAST.
    """

    def __init__(self, sql: str) -> None:
        places: dict[str, int] = {}
        self.sql = sql
        self.numbered = _NAME.sub(lambda found: f"${places.setdefault(found[1], len(places) + 1)}", sql)
        self.names = tuple(places)
        self.text = text(sql)

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in their places; KeyError where one is not named."""
        return [values[name] for name in self.names]


NOTIFY = Statement("SELECT pg_notify(channel, CAST(:sender AS text)) FROM unnest(CAST(:channels AS text[])) AS channel")


class Hand:
    """A connection on which each statement commits by itself: `async with database.hand() as hand: ...`.

    Over a connection that is in a transaction (tests) all of it is one savepoint there.
    """

    def __init__(
        self,
        bind: AsyncEngine | AsyncConnection,
        hearers: Sequence[Callable[[str], None]] = (),
        sender: str | None = None,
    ) -> None:
        self._bind = bind
        self._hearers = hearers
        self._sender = sender
        self._channels: dict[str, None] = {}
        self._connection: AsyncConnection | None = None
        self._savepoint: AsyncTransaction | None = None
        self._driver: Any = None

    async def __aenter__(self) -> Self:
        """Take a connection."""
        if isinstance(self._bind, AsyncEngine):
            self._connection = await self._bind.connect()
        else:
            self._connection = self._bind
            self._savepoint = await self._bind.begin_nested().__aenter__()
        self._driver = _driver_of(self._connection)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Give it back; then those who work on what was nudged for hear of it."""
        try:
            if exc is None and self._channels and self._sender is not None:
                await self.fetch(NOTIFY, {"channels": list(self._channels), "sender": self._sender})
        finally:
            await self._give_back(kind, exc, traceback)
        if exc is None:
            for hearer in self._hearers:
                for channel in self._channels:
                    hearer(channel)

    def nudge(self, channel: str) -> None:
        """Tell whoever works on `channel` that there is work, once, when this ends well: a hint, as ever."""
        self._channels[channel] = None

    async def fetch(self, statement: Statement, values: Mapping[str, Any]) -> Sequence[Any]:
        """The rows of one statement, which has committed then."""
        return await _fetch(self._driver, statement, values)

    @asynccontextmanager
    async def locked(self, lock: int) -> AsyncIterator[None]:
        """One transaction for several statements that begins with the lock of this number, held until its end: what is
        read in it sees all that was committed under the lock.
        """
        take = f"SELECT pg_advisory_xact_lock({lock:d})"
        if self._savepoint is not None:
            await _execute(self._driver, take)
            yield
            return
        await _execute(self._driver, f"BEGIN; {take}")
        try:
            yield
        except Exception:
            await _execute(self._driver, "ROLLBACK")
            raise
        await _execute(self._driver, "COMMIT")

    async def _give_back(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        connection, self._connection = self._connection, None
        assert connection is not None, "entered before"
        if self._savepoint is not None:
            await self._savepoint.__aexit__(kind, exc, traceback)
            return
        try:
            # Whoever was cancelled does not know how far it came.
            cut_short = exc is not None and not isinstance(exc, Exception)
            if cut_short or _is_lost(exc) or self._driver.is_closed() or self._driver.is_in_transaction():
                await connection.invalidate()
        finally:
            await connection.close()


Where = AsyncSession | Hand


async def ask(where: Where, statement: Statement, values: Mapping[str, Any]) -> Sequence[Any]:
    """The rows of one statement: within a session's transaction, behind all that was changed there, or as one of its
    own.

    DBAPIError as from a session, without the values.
    """
    if isinstance(where, Hand):
        return await where.fetch(statement, values)
    await _flush(where)
    driver = where.info.get(DRIVER)
    if driver is not None and driver.is_in_transaction():
        try:
            return await _fetch(driver, statement, values)
        except DBAPIError as error:
            if _is_lost(error):
                await (await where.connection()).invalidate()
            raise
    return await where.run_sync(_begin, statement, values)


def _begin(session: Session, statement: Statement, values: Mapping[str, Any]) -> Sequence[Any]:
    """The session begins its transaction with what is asked of it; from then on the driver is in it, too."""
    connection = session.connection()
    result = connection.execute(statement.text, {name: values[name] for name in statement.names})
    session.info[DRIVER] = connection.connection.driver_connection
    return result.all() if result.returns_rows else ()


async def _flush(session: AsyncSession) -> None:
    """What was changed in the session is to be seen by what is asked, as by any statement of a session's own."""
    underneath = session.sync_session
    if underneath.new or underneath.deleted or underneath.dirty:
        await session.flush()


def _driver_of(connection: AsyncConnection) -> Any:
    assert connection.sync_connection is not None, "it was opened"
    return connection.sync_connection.connection.driver_connection


async def _fetch(driver: Any, statement: Statement, values: Mapping[str, Any]) -> Sequence[Any]:
    try:
        rows: Sequence[Any] = await driver.fetch(statement.numbered, *statement.arguments(values))
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise _as_ever(error, driver) from error
    return rows


async def _execute(driver: Any, sql: str) -> None:
    try:
        await driver.execute(sql)
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise _as_ever(error, driver) from error


def _as_ever(error: Exception, driver: Any) -> DBAPIError:
    """The error as it would come out of a session; the values that PostgreSQL tells with it stay here."""
    if isinstance(error, asyncpg.PostgresError):
        error.detail = error.hint = error.context = None
    kind = IntegrityError if isinstance(error, asyncpg.IntegrityConstraintViolationError) else DBAPIError
    lost = driver.is_closed() or getattr(error, "severity_en", None) in LAST_WORDS
    return kind(None, None, error, hide_parameters=True, connection_invalidated=lost)


def _is_lost(error: BaseException | None) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated
