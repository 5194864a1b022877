"""A row that was asked for by hand is the object that a query of the ORM's would have made."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sqlalchemy import inspect, select, text, update
from sqlalchemy.exc import NoResultFound

from db.engine import Database
from db.models import Base, Case, Organisation
from db.session import get_row, lock_row, one_row, row_now, rows
from tests.db.one_of_each import fill
from tests.house.source_tree import ROOT

WITH_ID = sorted(
    (mapper.class_ for mapper in Base.registry.mappers if [each.name for each in mapper.primary_key] == ["id"]),
    key=lambda model: str(model.__name__),
)


def _values(row: Base) -> dict[str, object]:
    return {each.key: getattr(row, each.key) for each in inspect(type(row)).column_attrs}


async def _added(database: Database, slug: str = "luhansk") -> int:
    async with database.uow() as uow:
        made = Organisation(slug=slug, prefix=slug)
        uow.session.add(made)
        await uow.session.flush()
        return made.id


async def test_of_every_table_it_holds_what_a_query_reads(database: Database) -> None:
    await fill(database)
    assert len(WITH_ID) > 50
    for model in WITH_ID:
        async with database.uow() as asked, database.uow() as by_hand:
            expected = (await asked.session.scalars(select(model))).one()
            [found] = await rows(model).by_ids(by_hand.session, [expected.id])
            assert _values(found) == _values(expected), model
            assert found in by_hand.session
            assert not by_hand.session.dirty
            assert await by_hand.session.get(model, expected.id) is found


async def test_what_is_changed_in_it_is_written(database: Database) -> None:
    row_id = await _added(database)
    async with database.uow() as uow:
        (await one_row(uow.session, Organisation, row_id)).prefix = "LUG"
    async with database.uow() as uow:
        assert (await one_row(uow.session, Organisation, row_id)).prefix == "LUG"


async def test_what_the_session_holds_stays_as_it_is_there_unless_it_is_locked_or_wanted_anew(
    database: Database,
) -> None:
    row_id = await _added(database)
    rename = update(Organisation).where(Organisation.id == row_id)
    async with database.uow() as uow:
        held = await one_row(uow.session, Organisation, row_id)
        for reader, prefix in ((row_now, "TWO"), (lock_row, "THREE")):
            async with database.uow() as other:
                await other.session.execute(rename.values(prefix=prefix))
            assert await get_row(uow.session, Organisation, row_id) is held
            assert held.prefix != prefix
            assert await reader(uow.session, Organisation, row_id) is held
            assert held.prefix == prefix
        assert not uow.session.dirty


async def test_what_is_not_written_yet_is_not_lost_when_it_is_locked(database: Database) -> None:
    row_id = await _added(database)
    async with database.uow() as uow:
        held = await one_row(uow.session, Organisation, row_id)
        held.prefix = "MINE"
        assert await lock_row(uow.session, Organisation, row_id) is held
        assert held.prefix == "MINE"
    async with database.uow() as uow:
        assert (await one_row(uow.session, Organisation, row_id)).prefix == "MINE"


async def test_it_is_read_again_after_a_savepoint_was_taken_back(database: Database) -> None:
    row_id = await _added(database)
    async with database.uow() as uow:
        held = await one_row(uow.session, Organisation, row_id)
        async with uow.never_kept():
            held.prefix = "NEVER"
            await uow.session.flush()
        assert await get_row(uow.session, Organisation, row_id) is held
        assert held.prefix == "luhansk"


async def test_the_session_keeps_it_although_nobody_else_does(database: Database) -> None:
    row_id = await _added(database)
    async with database.uow() as uow:
        await get_row(uow.session, Organisation, row_id)
        async with database.uow() as other:
            await other.session.execute(text("UPDATE organisations SET prefix = 'LATER'"))
        assert (await one_row(uow.session, Organisation, row_id)).prefix == "luhansk"


async def test_where_there_is_no_such_row_there_is_no_object(savepoint: Database) -> None:
    async with savepoint.uow() as inner:
        session = inner.session
        assert await get_row(session, Case, 7) is None
        assert await row_now(session, Case, 7) is None
        assert await lock_row(session, Case, 7) is None
        assert await rows(Case).by_ids(session, [7]) == []
        with pytest.raises(NoResultFound, match="cases"):
            await one_row(session, Case, 7)


FIRST_OF_ALL = """
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from db.models import Organisation
from db.session import rows

session = AsyncSession(create_async_engine("postgresql+asyncpg://nowhere"))
kind = rows(Organisation)
assert kind.of(session, range(kind.width)) in session
"""


def test_it_may_be_the_first_that_a_process_does_with_the_tables() -> None:
    subprocess.run([sys.executable, "-c", FIRST_OF_ALL], cwd=ROOT, check=True)


@pytest.mark.parametrize("model", WITH_ID, ids=lambda model: str(model.__name__))
def test_attributes_are_called_as_their_columns(model: type[Base]) -> None:
    named = {each.key: each.columns[0].name for each in inspect(model).column_attrs}
    assert all(key == name for key, name in named.items())
    assert list(named) == [column.name for column in model.__table__.columns]
