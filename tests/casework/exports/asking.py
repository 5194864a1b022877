"""A file that is asked for, gathered, and read as its asker reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from bot.telegram.render import render
from bot.telegram.rendered import MadeTable, Rendered
from bot.texts.wording import Wording
from casework.exports.ask import AskExport, ask_export
from casework.exports.work import ExportsWorked, WorkExports, work_exports
from casework.letters import kinds
from db.models import Export, Reading
from db.repositories import exports
from rules.exports import ExportKind, ExportReason
from tests.casework.allocation.campaign import Sharing
from tests.casework.world import World, machine

FOR_ORDER = ExportReason.ORDER


async def asks(world: World, sharing: Sharing, kind: ExportKind = ExportKind.ORDER) -> int:
    return await ask_export(world.ctx(sharing.lead), AskExport(sharing.programme.id, kind, FOR_ORDER))


async def export(world: World, export_id: int) -> Export:
    await world.uow.session.flush()
    query = select(Export).where(Export.id == export_id).execution_options(populate_existing=True)
    return (await world.uow.session.scalars(query)).one()


async def gather(world: World) -> ExportsWorked:
    """The clock looks until nothing is left."""
    rows = ready = over = 0
    while (found := await work_exports(machine(world), WorkExports())) != ExportsWorked():
        rows, ready, over = rows + found.rows, ready + found.ready, over + found.over
    return ExportsWorked(rows, ready, over)


async def rows(world: World, export_id: int) -> list[Mapping[str, Any]]:
    """What was gathered, as a file is made from it."""
    return [json.loads(row.cells) for row in await exports.rows(world.uow.session, export_id, 0)]


async def letter(world: World, sharing: Sharing, kind: type[kinds.Letter] = kinds.exports.ExportTable) -> Rendered:
    """What its asker is about to get."""
    [waiting] = await world.waiting(kind, to=sharing.lead)
    sight = await world.sight(waiting)
    assert sight is not None
    return render(sight, Wording())


async def made(world: World, sharing: Sharing, export_id: int) -> bytes:
    """The table as it is sent."""
    file = (await letter(world, sharing)).files[0].file
    assert isinstance(file, MadeTable)
    assert file.export_id == export_id
    return file.write(await rows(world, export_id))


async def readings(world: World) -> Sequence[Reading]:
    await world.uow.session.flush()
    return (await world.uow.session.scalars(select(Reading).where(Reading.what == "exported"))).all()
