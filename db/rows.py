"""Rows that were asked for by hand as objects of a session: what every update passes pays for no query of the ORM's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, Session, configure_mappers, make_transient_to_detached
from sqlalchemy.orm.attributes import instance_state, set_committed_value
from sqlalchemy.types import TypeDecorator

from db.by_hand import Statement, ask
from db.models.base import Base

Row = TypeVar("Row", bound=Base)


class Rows(Generic[Row]):
    """How rows of one table, whose key is `id`, are asked for and become objects."""

    def __init__(self, model: type[Row]) -> None:
        self._model = model
        self._table = model.__tablename__
        columns = model.__table__.columns
        self._names = tuple(each.name for each in columns)
        self._id = self._names.index("id")
        self._ours = [(each.name, each.type) for each in columns if isinstance(each.type, TypeDecorator)]
        self.width = len(self._names)
        """How many places a row takes."""

    def columns(self, table: str = "") -> str:
        """All columns, in the order in which `of` wants them, of the table or of what it is called in a statement."""
        return ", ".join(f"{table or self._table}.{name}" for name in self._names)

    def of(self, session: AsyncSession, values: Sequence[Any], *, anew: bool = False) -> Row:
        """The object of these columns' values as the driver made them. What the session holds already stays as it is
        there, unless `anew`: what is not written yet has to be flushed then.
        """
        inner = session.sync_session
        known: Row | None = self._known(inner, values[self._id])
        if known is not None and not (anew or instance_state(known).expired):
            return known
        read = self._read(inner, values)
        if known is not None:
            for name, value in read.items():
                set_committed_value(known, name, value)
            return known
        made: Row = self._mapper.class_manager.new_instance()
        made.__dict__.update(read)
        make_transient_to_detached(made)
        inner.add(made)
        return made

    def found(self, session: AsyncSession, values: Sequence[Any]) -> Row | None:
        """The same of a row that an outer join may not have found."""
        return None if values[self._id] is None else self.of(session, values)

    def held(self, session: AsyncSession, row_id: int) -> Row | None:
        """The object that the session has, as long as it need not be looked at again."""
        known = self._known(session.sync_session, row_id)
        return None if known is None or instance_state(known).expired else known

    async def by_ids(self, session: AsyncSession, ids: Collection[int]) -> list[Row]:
        """Those of these rows that there are, in any order."""
        if not ids:
            return []
        return [self.of(session, values) for values in await ask(session, self._by_ids, {"ids": list(ids)})]

    async def by_id(self, session: AsyncSession, row_id: int, *, anew: bool = False, lock: bool = False) -> Row | None:
        """A row; with `lock` FOR NO KEY UPDATE, and as it is now."""
        found = await ask(session, self._locked if lock else self._by_id, {"id": row_id})
        return self.of(session, found[0], anew=anew or lock) if found else None

    @cached_property
    def _by_id(self) -> Statement:
        return Statement(f"SELECT {self.columns()} FROM {self._table} WHERE id = :id")

    @cached_property
    def _locked(self) -> Statement:
        return Statement(f"{self._by_id.sql} FOR NO KEY UPDATE")

    @cached_property
    def _by_ids(self) -> Statement:
        return Statement(f"SELECT {self.columns()} FROM {self._table} WHERE id = ANY(CAST(:ids AS bigint[]))")

    @cached_property
    def _mapper(self) -> Mapper[Row]:
        # A query of the ORM's would have done so; here none may ever have been made.
        configure_mappers()
        return inspect(self._model)

    def _known(self, session: Session, row_id: int) -> Row | None:
        known: Row | None = session.identity_map.get(self._mapper.identity_key_from_primary_key((row_id,)))
        return known

    def _read(self, session: Session, values: Sequence[Any]) -> dict[str, Any]:
        read = dict(zip(self._names, values, strict=True))
        dialect = session.get_bind().dialect
        for name, kind in self._ours:
            read[name] = kind.process_result_value(read[name], dialect)
        return read
