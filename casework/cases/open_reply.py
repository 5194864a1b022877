"""A covered answer: the person opens it when nobody else reads, and covers it again."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.kinds.files import FILE_PART
from casework.letters.write import show_person, tell_person
from casework.people.themselves import themselves
from db.models import Case, Message, Person
from db.repositories import cases, files


@dataclass(frozen=True, slots=True)
class OpenReply:
    """A part of a caseworker's answer; `cover`: hide it again."""

    case_id: int
    message_id: int
    part: int = 0
    cover: bool = False


@act("case.open_reply")
async def open_reply(ctx: Context, data: OpenReply) -> None:
    """Shows the words on the person's screen, or covers them again; a file comes as a message that can be put away,
    with its whole album. NoSuchCase for somebody else's case, Stale
    for words that are no answer in it.
    """
    person = await themselves(ctx)
    case = await seen(ctx, data.case_id, "case.open_reply")
    message = await cases.message(ctx.uow.session, data.message_id)
    if message is None or message.case_id != case.id or message.author_kind != "staff" or not message.is_shown:
        raise Stale
    if data.part == FILE_PART:
        await _open_files(ctx, person, case, message)
        return
    where = (case.id, message.id, data.part)
    await show_person(ctx, person, kinds.CoveredScreen(*where) if data.cover else kinds.OpenedReplyScreen(*where))


async def _open_files(ctx: Context, person: Person, case: Case, message: Message) -> None:
    session = ctx.uow.session
    file = await files.of_message(session, message.id)
    if file is None:
        raise Stale
    together = [file]
    if file.album is not None:
        together = [each for each, its in await files.album_of(session, case.id, "staff", file.album) if its.is_shown]
    for each in together:
        await tell_person(ctx, person, kinds.OwnFile(case.id, each.id), case=case)
