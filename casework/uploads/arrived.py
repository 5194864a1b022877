"""A file of a lead's came, or will not come: the desk shows what is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Upload
from db.repositories import files, providers, staff
from rules.files import FileState, Flaw

PROVIDERS, APPLICATIONS = "providers", "applications"
SCREENS: Mapping[str, Callable[[Upload], kinds.Letter]] = {
    PROVIDERS: lambda upload: kinds.providers.ProviderImportScreen(upload.staff_id, upload.id),
    APPLICATIONS: lambda upload: kinds.importing.RowsImportScreen(upload.staff_id, upload.id),
}
"""For what a file is sent, and what is shown of it then."""


async def upload_arrived(
    ctx: Context, upload_id: int, file_id: int, lease: datetime, content: bytes, flaw: Flaw | None
) -> bool:
    """Keeps the content or the flaw of the claim that ends at `lease`. False where the claim was lost, or nobody waits
    for the file any more.
    """
    session = ctx.uow.session
    upload = await providers.lock_upload(session, upload_id)
    file = await files.lock(session, file_id)
    if upload is None or file is None or file.lease_until != lease or file.state != FileState.WAITING:
        return False
    file.lease_until = None
    file.flaw = flaw.value if flaw else None
    file.state = (FileState.REFUSED if flaw else FileState.KEPT).value
    if flaw is None:
        file.size = len(content)
        await files.write_content(session, file.id, content)
    if upload.state == providers.WAITING:
        upload.state = providers.FAILED if flaw else providers.HERE
        member = await staff.by_id(session, upload.staff_id)
        if member.removed_at is None:
            await show_on_desk(ctx, member, SCREENS[upload.purpose](upload))
    return True
