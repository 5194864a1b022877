"""What letters about files of a campaign need to be true: a file that its asker waits for, with its rows."""

from __future__ import annotations

import json
from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Application, Case, Export, ExportItem, File
from rules.exports import ExportKind, ExportReason, ExportState
from tests.casework.letters.applying import about_application
from tests.casework.world import World

EXPORTING: set[type[Letter]] = {kind for kind in kinds.KINDS.values() if kind.__module__.endswith(".kinds.exports")}


async def about_export(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина leads and asked for it: one row is gathered."""
    about = await about_application(world, kind, case, iryna)
    session, papers = world.uow.session, kind is kinds.exports.ExportPapers
    message = (await world.messages(case))[0]
    photo = File(message_id=message.id, kind="photo", state="kept", came_at=world.now)
    session.add(photo)
    await session.flush()
    which = ExportKind.PAPERS if papers else ExportKind.ORDER
    export = Export(campaign_id=about["campaign_id"], staff_id=iryna.id or 0, kind=which.value, asked_at=world.now)
    export.version_id = (await session.get_one(Application, about["application_id"])).version_id
    export.reason, export.state = ExportReason.CHECK.value, ExportState.READY.value
    export.total = export.done = export.rows = 1
    export.parts = [[photo.id]] if papers else []
    session.add(export)
    await session.flush()
    item = ExportItem(export_id=export.id, place=1, case_id=case.id, child_id=about["child_id"], facts={})
    item.cells = json.dumps({"path": f"{case.number}/child-1-passport-1.jpg", "file": photo.id})
    session.add(item)
    await session.flush()
    return about | {"export_id": export.id, "part": 1, "which": ""}
