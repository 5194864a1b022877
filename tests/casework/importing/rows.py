"""A lead who sends rows of the former form, and what comes of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count
from typing import Any

from sqlalchemy import select

from casework.context import Actor
from casework.files.attachment import Attachment
from casework.files.fetched import Fetched, fetched
from casework.importing.bring import Link, OfRows, SendRows, import_rows, send_rows
from casework.importing.take_up import TakeUp, take_up
from casework.letters.sights.importing import RowsImportSight
from db.models import ImportedDraft
from db.repositories import files
from rules.files import FileKind, Flaw
from tests.casework.recreation.programme import Programme
from tests.casework.world import World, machine
from tests.rules.recreation.importing.form import BAD, GOOD, as_csv

NUMBERS = count(910_000)
FILE = as_csv(*GOOD, *BAD)


class Rows:
    """Files that the lead of a programme sends."""

    def __init__(self, world: World, programme: Programme) -> None:
        self.world = world
        self.programme = programme

    async def sends(self, content: bytes = FILE, flaw: Flaw | None = None) -> int:
        """The file comes, and is fetched; the upload."""
        number = next(NUMBERS)
        attached = Attachment(FileKind.DOCUMENT, f"id{number}", f"unique{number}", "rows.csv", "text/csv", 300)
        ctx = self.world.ctx(self.programme.lead)
        upload_id = await send_rows(ctx, SendRows(self.programme.id, attached))
        await self.world.uow.session.flush()
        [claimed] = await files.claim(self.world.uow.session, limit=9, lease=180, worker=None)
        data = Fetched(claimed.id, claimed.lease, content if flaw is None else b"", flaw)
        assert await fetched(machine(self.world), data)
        return upload_id

    async def shown(self) -> RowsImportSight:
        """What the lead's desk shows of the file."""
        account = self.programme.lead.telegram_id
        screens = [sight.shows for letter, sight in await self.world.deliver() if letter.chat_id == account]
        assert isinstance(screens[-1], RowsImportSight)
        return screens[-1]

    async def imports(self, content: bytes = FILE) -> Sequence[Link]:
        """The whole way at once; the links."""
        return await import_rows(self.world.ctx(self.programme.lead), OfRows(await self.sends(content)))

    async def kept(self) -> list[ImportedDraft]:
        """All drafts that wait or were taken up."""
        await self.world.uow.session.flush()
        query = select(ImportedDraft).order_by(ImportedDraft.id).execution_options(populate_existing=True)
        return list((await self.world.uow.session.scalars(query)).all())

    async def takes(self, person: Actor, link: Link) -> int:
        """Somebody presses a link; the form that is asked now."""
        return await take_up(self.world.ctx(person), TakeUp(link.code))

    async def answers(self, form_id: int) -> dict[str, Any]:
        """What stands in a form."""
        found: dict[str, Any] = json.loads((await self.programme.draft(form_id)).answers)
        return found
