"""A file came from Telegram, or will not come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.act import act
from casework.cases.relay import show_files
from casework.context import Context
from casework.files.attachment import tell_flaw
from casework.files.tidy import tidy
from casework.forms.files import show_again
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from casework.uploads.arrived import upload_arrived
from db.models import Case, File, Message, Person
from db.repositories import cases, files, people
from rules.files import FileState, Flaw


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the claim that ends at `lease` brought: the content, or why there is none."""

    file_id: int
    lease: datetime
    content: bytes = b""
    flaw: Flaw | None = None


@act("file.fetched")
async def fetched(ctx: Context, data: Fetched) -> bool:
    """Keeps the content or the flaw, and says so where the file stands. False where the file is gone, was exchanged
    for another one meanwhile, or the claim was lost.
    """
    session = ctx.uow.session
    sent = await files.by_id(session, data.file_id)
    if sent is not None and sent.upload_id is not None:
        return await upload_arrived(ctx, sent.upload_id, sent.id, data.lease, data.content, data.flaw)
    # The person first, as everywhere: they may be sending the draft into a case at this moment.
    person_id = await files.person_of(session, data.file_id)
    person = await people.lock(session, person_id) if person_id is not None else None
    file = await files.by_id(session, data.file_id)
    if file is None or (person is None and file.broadcast_id is None):
        return False
    message = await cases.message(session, file.message_id) if file.message_id is not None else None
    case = await cases.lock(session, message.case_id) if message is not None else None
    locked = await files.lock(session, data.file_id)
    if locked is None or locked.lease_until != data.lease or locked.state != FileState.WAITING:
        return False
    locked.lease_until = None
    locked.flaw = data.flaw.value if data.flaw else None
    locked.state = (FileState.REFUSED if data.flaw else FileState.KEPT).value
    if data.flaw is None:
        locked.size = len(data.content)
        await files.write_content(session, locked.id, data.content)
    if person is not None:
        await _say(ctx, person, locked, message, case)
    return True


async def _say(ctx: Context, person: Person, file: File, message: Message | None, case: Case | None) -> None:
    if message is None or case is None:
        words = await people.draft(ctx.uow.session, file.draft_id) if file.draft_id is not None else None
        if words is not None and words.form_id is not None:
            await show_again(ctx, person, words)
        else:
            await tell_flaw(ctx, person, file)
    elif message.author_kind == "person":
        await show_files(ctx, case, file)
        await tidy(ctx, person, case, [file])
        if file.flaw is not None:
            await show_case(ctx, case, head=False)
            await tell_flaw(ctx, person, file)
    elif file.flaw is not None:
        await tell_topic(ctx, case, kinds.StaffFileRefused(case.id, message.id, file.flaw), key=str(message.id))
