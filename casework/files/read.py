"""A person's file: shown to the one who asks, and written down who asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.errors import FileNotKept, FileOnTheWay
from casework.letters import kinds
from casework.letters.sights import FileLine, FileToShowSight
from casework.letters.view.files import line_of, to_send
from casework.letters.write import tell_desk
from casework.readings.log import reason_of, write_down
from db.models import Case, File, Message
from db.repositories import accepted_before, cases, files, staff, ties
from rules.files import FileKind, FileState, may_stand_together

MOST_WHISPERED = 3
"""So many files are shown in the group, to the one who asked: each is a call of the group's budget."""


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """What the message `message_id` of the case carries, with the rest of its album.

    `reason`: why, by its slug, where the case is not the actor's own. `on_desk`: this one file could not be shown in
    the group, so it goes to the desk of the one who asked.
    """

    case_id: int
    message_id: int
    reason: str | None = None
    on_desk: int | None = None


@act("file.read")
async def read_files(ctx: Context, data: ReadFiles) -> Sequence[FileToShowSight]:
    """The files, for this one look; each reading is logged for the person and the supervisor, once: on the desk it is
    the same look again. FileOnTheWay while none has come, FileNotKept where none will, ReasonNeeded where the case is
    not the actor's own.

    None where they are many: then they stand on the desk. An album can't be shown to one member of a group, and one by
    one they would spend half of what the group may be told in a minute.
    """
    case = await seen(ctx, data.case_id, "file.read")
    found = await _items(ctx, case, data.message_id)
    if data.on_desk is not None:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        if data.on_desk in {file.id for file, _ in found}:
            await tell_desk(ctx, member, kinds.DeskFile(case.id, member.id, data.on_desk), case=case)
        return ()
    kept = [(file, message) for file, message in found if file.state == FileState.KEPT]
    if not kept:
        raise FileOnTheWay if any(file.state == FileState.WAITING for file, _ in found) else FileNotKept
    reason = await reason_of(ctx, case, data.reason)
    for file, _ in kept:
        write_down(ctx, case, case.person_id, what=file.kind, reason=reason, file_id=file.id)
    if len(kept) > MOST_WHISPERED:
        await _put_on_desk(ctx, case, [file for file, _ in kept])
        return ()
    return [FileToShowSight(case.number, to_send(file, message.id, message.text)) for file, message in kept]


async def _put_on_desk(ctx: Context, case: Case, those: Sequence[File]) -> None:
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    if may_stand_together(frozenset(FileKind(each.kind) for each in those)):
        album = kinds.DeskAlbum(case.id, member.id, [each.id for each in those])
        await tell_desk(ctx, member, album, case=case)
        return
    for each in those:
        await tell_desk(ctx, member, kinds.DeskFile(case.id, member.id, each.id), case=case)


async def _items(ctx: Context, case: Case, message_id: int) -> Sequence[tuple[File, Message]]:
    """The files of a person's message and of its album; none where it is no message of this case, of one merged into
    it, or of one whose pages serve again in it.
    """
    session = ctx.uow.session
    message = await cases.message(session, message_id)
    file = await files.of_message(session, message_id)
    if message is None or file is None or message.author_kind != "person":
        return ()
    family = await ties.family(session, case.id)
    if message.case_id not in family and await accepted_before.lends(session, family, message_id) is None:
        return ()
    return await files.album_of(session, message.case_id, "person", file.album) if file.album else [(file, message)]


@dataclass(frozen=True, slots=True)
class ListFiles:
    """The case whose files are asked for."""

    case_id: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One file or album of a case: `message_id` names it, `count` says of how many files it is."""

    message_id: int
    first: FileLine
    count: int


@act("file.list")
async def list_files(ctx: Context, data: ListFiles) -> Sequence[Listed]:
    """What the person sent in the case, or in one for which it goes on, and we have, the newest first; nothing of it is
    shown yet.
    """
    case = await seen(ctx, data.case_id, "file.list")
    groups: dict[object, list[File]] = {}
    family = await ties.family(ctx.uow.session, case.id)
    theirs = [each for one in family for each in await files.of_case(ctx.uow.session, one)]
    for file in sorted(theirs, key=lambda each: each.id):
        if file.state != FileState.REFUSED:
            groups.setdefault(file.album or file.id, []).append(file)
    return [Listed(group[0].message_id or 0, line_of(group[0]), len(group)) for group in reversed(groups.values())]
