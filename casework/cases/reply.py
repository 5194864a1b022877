"""A caseworker answers the person. Everything else said in a topic is internal."""

from __future__ import annotations

from functools import partial

from casework.act import act
from casework.cases.access import locked
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import case_lane
from casework.not_yet import once_written
from casework.talk.sending import Reply, Sent, album_before, send
from db.models import Case
from db.repositories import cases, letters

ANSWERABLE = frozenset({kinds.Card.kind, kinds.PersonFiles.kind})
"""Slots of a topic on which an answer is an answer to the person."""


@act("case.reply")
async def reply(ctx: Context, data: Reply) -> Sent | None:
    """Sends the words to the person if they are meant for them; None where the remark is internal, and stays so.

    Meant for the person is a reply to one of the person's messages or files or to the card, in the case's own topic,
    and the rest of an album whose beginning was. A case that nobody has is taken by answering. What looks odd waits
    for another look of its author, and what follows waits behind it.
    Refused: NotOwner, CaseClosed, EmptyReply, NotCarried, FileTooLarge, NamesAccount. Raises `NotYet` for a reply to
    something that left for the topic just now, of which it is not written down yet where it stands.
    """
    found = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if found is None:
        return None
    if not (
        data.on_purpose or await album_before(ctx, found, data.attached) or await _meant_for_person(ctx, found, data)
    ):
        return None
    case = await locked(ctx, found.id, "case.reply")
    return await send(ctx, case, data)


async def _meant_for_person(ctx: Context, case: Case, data: Reply) -> bool:
    if data.reply_to is None:
        return False
    look = partial(_stands_for_person, ctx, case, data.chat_id, data.reply_to)
    if not data.to_bot:
        return await look() or False
    return await once_written(look, partial(letters.is_leaving, ctx.uow.session, case_lane(case.id))) or False


async def _stands_for_person(ctx: Context, case: Case, chat_id: int, telegram_message_id: int) -> bool | None:
    """Whether an answer to what stands at this message is for the person; None where nothing known stands there."""
    session = ctx.uow.session
    pair = await cases.pair_at(session, chat_id, telegram_message_id)
    if pair is not None:
        said = await cases.message(session, pair.message_id)
        return said is not None and said.case_id == case.id and said.author_kind == "person"
    shown = await cases.slot_at(session, chat_id, telegram_message_id)
    return None if shown is None else shown.kind in ANSWERABLE and shown.facts["case_id"] == case.id
