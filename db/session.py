"""Our session: what a unit of work has loaded it keeps, and what it has locked it does not lock again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from db.models.base import Base
from db.rows import Row, Rows

KEPT, LOCKED = "kept", "locked"


class KeepingSession(Session):
    """SQLAlchemy forgets a row as soon as nobody refers to it and asks for it anew the next time. A unit of work is
    short, and several of its steps look at the same case: this session keeps all it loads until it is closed.
    """


class ReadingSession(KeepingSession):
    """One in which nothing is written."""


def _refuse(session: Session, *_: object) -> None:
    if session.new or session.deleted or any(session.is_modified(each) for each in session.dirty):
        raise RuntimeError("only read here: nothing is locked, and nothing is told to others")


event.listen(ReadingSession, "before_flush", _refuse)


def _keep(session: Session, row: object) -> None:
    session.info.setdefault(KEPT, []).append(row)


for _moment in ("loaded_as_persistent", "pending_to_persistent", "detached_to_persistent"):
    event.listen(KeepingSession, _moment, _keep)


_ROWS: dict[type[Base], Rows[Any]] = {}


def rows(model: type[Row]) -> Rows[Row]:
    """How rows of this table, whose key is `id`, are asked for."""
    if model not in _ROWS:
        _ROWS[model] = Rows(model)
    known: Rows[Row] = _ROWS[model]
    return known


async def get_row(session: AsyncSession, model: type[Row], row_id: int) -> Row | None:
    """A row by its id, as the session has it already or as it is; None where there is none."""
    known = rows(model)
    return known.held(session, row_id) or await known.by_id(session, row_id)


async def row_now(session: AsyncSession, model: type[Row], row_id: int) -> Row | None:
    """The same as it is at this moment, whatever was read of it before."""
    return await rows(model).by_id(session, row_id, anew=True)


async def one_row(session: AsyncSession, model: type[Row], row_id: int) -> Row:
    """As `get_row`, of a row that must exist; NoResultFound where it does not."""
    row = await get_row(session, model, row_id)
    if row is None:
        raise NoResultFound(f"no row of this number in {model.__tablename__}")
    return row


async def lock_row(session: AsyncSession, model: type[Row], row_id: int) -> Row | None:
    """A row by its id, locked until the transaction ends and as it is now; None where there is none.

    FOR NO KEY UPDATE: whoever only writes a row that names this one does not wait for it. A second time in the same
    transaction costs nothing: nobody can have changed it since.
    """
    locked: dict[tuple[type[Any], int], Any] = session.info.setdefault(LOCKED, {})
    if (model, row_id) not in locked:
        found = await rows(model).by_id(session, row_id, lock=True)
        if found is None:
            return None
        locked[model, row_id] = found
    row: Row = locked[model, row_id]
    return row


def note_locked(session: AsyncSession, row: Base, row_id: int) -> None:
    """The row was locked by a statement of the caller's own, in the same mode."""
    session.info.setdefault(LOCKED, {})[type(row), row_id] = row
