"""Which errors are PostgreSQL's passing trouble, and no fault of the work that met them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

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


def is_passing(error: BaseException) -> bool:
    """Whether the same work may well succeed a moment later: connection lost, deadlock, server away."""
    return any(_is_passing(cause) for cause in _causes(error))


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
        waiting += [
            cause for cause in (each.__cause__, getattr(each, "orig", None)) if isinstance(cause, BaseException)
        ]
