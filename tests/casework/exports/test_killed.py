"""A process that gathers a file is killed with SIGKILL: nothing is lost, nobody is read or told twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sqlalchemy import select

from casework.exports.ask import AskExport, ask_export
from casework.exports.work import ExportsWorked, WorkExports, work_exports
from db.engine import Database
from db.keys import KeyRing, write_ring
from db.models import Export, ExportItem, Letter, Reading
from rules.exports import ExportKind, ExportReason
from tests.casework.allocation.dying import COMMIT
from tests.casework.allocation.test_at_once import called, ended
from tests.casework.world import World, machine

FAMILIES = 5


async def stands(database: Database) -> tuple[str, int, int, int, int]:
    """How far the file is: its state, rows looked at, rows gathered, lines of the log, letters with it."""
    async with database.uow() as uow:
        export = (await uow.session.scalars(select(Export))).one()
        items = (await uow.session.scalars(select(ExportItem))).all()
        lines = Counter(await uow.session.scalars(select(Reading.case_id).where(Reading.what == "exported")))
        assert set(lines.values()) <= {1}, "a family was read twice"
        letters = (await uow.session.scalars(select(Letter.id).where(Letter.kind == "export-table"))).all()
        gathered = sum(each.cells is not None for each in items)
        return export.state, export.done, gathered, len(lines), len(letters)


async def test_killed_in_the_middle_it_loses_and_doubles_nothing(
    database: Database, database_url: str, keys: KeyRing, tmp_path: Path
) -> None:
    """While rows are gathered, and while the letter is written: in the middle of what is written, and just before the
    commit.
    """
    ring = tmp_path / "keys.json"
    write_ring(ring, keys, over=False)
    sharing, _, now = await called(database, FAMILIES, 3)
    ids = (sharing.programme.id, 0, sharing.lead.id or 0)
    async with database.uow() as uow:
        asked = AskExport(sharing.programme.id, ExportKind.ORDER, ExportReason.ORDER)
        await ask_export(World(uow, now=now).ctx(sharing.lead), asked)
    for before in ("UPDATE export", COMMIT):
        await ended("export", database_url, ring, before, *ids)
        assert await stands(database) == ("going", 0, 0, 0, 0), "undone whole"
    async with database.uow() as uow:
        assert await work_exports(machine(World(uow, now=now)), WorkExports()) == ExportsWorked(rows=FAMILIES)
    await ended("export", database_url, ring, COMMIT, *ids)
    assert await stands(database) == ("going", FAMILIES, FAMILIES, FAMILIES, 0)
    async with database.uow() as uow:
        assert await work_exports(machine(World(uow, now=now)), WorkExports()) == ExportsWorked(ready=1)
    async with database.uow() as uow:
        assert await work_exports(machine(World(uow, now=now)), WorkExports()) == ExportsWorked()
    assert await stands(database) == ("ready", FAMILIES, FAMILIES, FAMILIES, 1)
