"""Our session: what a unit of work has loaded it keeps, and what it has locked it does not lock again."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from db.models.base import Base

Row = TypeVar("Row", bound=Base)

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


for _moment in ("loaded_as_persistent", "pending_to_persistent"):
    event.listen(KeepingSession, _moment, _keep)


async def lock_row(session: AsyncSession, model: type[Row], row_id: int) -> Row | None:
    """A row by its id, locked until the transaction ends and as it is now; None where there is none.

    FOR NO KEY UPDATE: whoever only writes a row that names this one does not wait for it. A second time in the same
    transaction costs nothing: nobody can have changed it since.
    """
    locked: dict[tuple[type[Any], int], Any] = session.info.setdefault(LOCKED, {})
    if (model, row_id) not in locked:
        found = await session.get(model, row_id, with_for_update={"key_share": True}, populate_existing=True)
        if found is None:
            return None
        locked[model, row_id] = found
    row: Row = locked[model, row_id]
    return row


def note_locked(session: AsyncSession, row: Base, row_id: int) -> None:
    """The row was locked by a statement of the caller's own, in the same mode."""
    session.info.setdefault(LOCKED, {})[type(row), row_id] = row
