"""Which errors are PostgreSQL's passing trouble, and no fault of the work that met them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from db.by_hand import Hand
from db.engine import Database
from db.uow import UnitOfWork

Result = TypeVar("Result")
Unit = TypeVar("Unit")
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 2.0

PASSING_STATES = frozenset(
    {
        "40001",  # serialization failure
        "40P01",  # deadlock
        "55P03",  # lock not available
        "57P01",  # the server is shut down
        "57P02",  # the server crashed
        "57P03",  # the server starts
        "25P03",  # idle in transaction for too long
        "53300",  # too many connections
    }
)
CONNECTION_CLASS = "08"
REFUSED_CLASS = "28"
NO_SUCH_DATABASE = "3D000"


def is_passing(error: BaseException) -> bool:
    """Whether the same work may well succeed a moment later: connection lost, deadlock, server away."""
    return any(_is_passing(cause) for cause in _causes(error))


def is_unreachable(error: BaseException) -> bool:
    """Whether there is no way in at all: nobody answers there, no such database, or it refuses name and password."""
    for cause in _causes(error):
        state = getattr(cause, "sqlstate", None) or ""
        if isinstance(cause, OSError) or state == NO_SUCH_DATABASE or state[:2] in (CONNECTION_CLASS, REFUSED_CLASS):
            return True
    return False


def _is_passing(error: BaseException) -> bool:
    if isinstance(error, OSError | PoolTimeout | InterfaceError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    state = getattr(error, "sqlstate", None) or ""
    return state in PASSING_STATES or state.startswith(CONNECTION_CLASS)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what lies behind it: SQLAlchemy keeps the driver's own error in `orig`, below it in `__cause__`."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        behind = (each.__cause__, getattr(each, "orig", None))
        waiting += [cause for cause in behind if isinstance(cause, BaseException)]


async def until_it_passes(database: Database, work: Callable[[UnitOfWork], Awaitable[Result]]) -> Result:
    """Do `work` in a transaction of its own, again and again while PostgreSQL is in passing trouble.

    For what must be written down because it has happened already. Other errors of `work` go through.
    """
    return await _until_it_passes(database.uow, work)


async def by_hand_until_it_passes(database: Database, work: Callable[[Hand], Awaitable[Result]]) -> Result:
    """The same for a statement that is a transaction by itself."""
    return await _until_it_passes(database.hand, work)


async def _until_it_passes(
    unit: Callable[[], AbstractAsyncContextManager[Unit]], work: Callable[[Unit], Awaitable[Result]]
) -> Result:
    pause = FIRST_PAUSE
    while True:
        try:
            async with unit() as opened:
                return await work(opened)
        except Exception as error:
            if not is_passing(error):
                raise
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)
