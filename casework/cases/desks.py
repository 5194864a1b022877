"""Where the conversation of a case is. By default it is a topic of the group. Where no word of a person may stand in
the group, that shows a brief card only, and the conversation is on the desk of whoever has the case: it goes with the
case, whole and in order, and nothing of it stays where it was.

Law 2297-VI, art. 8 and 10: personal data are seen by those who need them for their work.
"""

from __future__ import annotations

from casework.cases.relay import carry_file_to_topic, carry_to_topic, for_person
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import leave_place, moved_key, show_record, show_topic_head, tell_topic
from casework.talk.why import Why
from db.models import Case, File, Message
from db.repositories import cases, desks, files, people, staff, tellings

MOVED = "moved"
"""Why letters were dropped that waited for the place which a case has left."""


async def nobody_has(ctx: Context, case: Case) -> None:
    """The case is in the queue: its conversation stands nowhere until somebody takes it."""
    case.owner_id = None
    await follow_owner(ctx, case)


async def somebody_has(ctx: Context, case: Case, staff_id: int) -> None:
    """A staff member has the case from now on, and its conversation with it."""
    case.owner_id = staff_id
    case.taken_at = case.taken_at or ctx.now
    await follow_owner(ctx, case)


async def follow_owner(ctx: Context, case: Case) -> None:
    """Where the group shows a brief card, the conversation goes to the desk of whoever has the locked case now."""
    if case.brief_chat_id is not None:
        await move_to(ctx, case, await _desk_of(ctx, case))


async def _desk_of(ctx: Context, case: Case) -> int | None:
    if case.owner_id is None:
        return None
    owner = await staff.by_id(ctx.uow.session, case.owner_id)
    return owner.telegram_id if owner.removed_at is None else None


async def move_to(ctx: Context, case: Case, chat_id: int | None) -> None:
    """Takes the conversation of a locked case away from where it is, and carries it anew to another chat; None:
    nowhere. What is said meanwhile is kept as always, and carried with the rest. The caller shows the card.
    """
    if case.topic_chat_id == chat_id:
        return
    if case.topic_chat_id is not None:
        await _leave(ctx, case, case.topic_chat_id)
    case.topic_chat_id = chat_id
    case.topic_thread_id = case.former_thread_id = None
    case.topics_made = 0
    case.topic_moves += 1
    if chat_id is not None and case.erased_at is None:
        await carry_conversation(ctx, case)


async def _leave(ctx: Context, case: Case, chat_id: int) -> None:
    session = ctx.uow.session
    await session.flush()
    await desks.drop_waiting(session, case.id, MOVED)
    if case.topic_thread_id is not None and case.topic_thread_id > 0:
        await leave_place(ctx, case, chat_id, kinds.desks.TopicLeft(case.id, case.topic_thread_id))
    elif stand := await desks.standing(session, case.id, chat_id):
        await leave_place(ctx, case, chat_id, kinds.desks.PlaceLeft(case.id, stand))
    await desks.forget_slots(session, case.id, chat_id)
    await cases.forget_copies_in(session, case.id, chat_id)


async def carry_conversation(ctx: Context, case: Case) -> None:
    """Writes the letters that bring all that was said so far to where the conversation is now, in its order."""
    said = await cases.messages(ctx.uow.session, case.id)
    beside = await files.of_messages(ctx.uow.session, [message.id for message in said])
    for message in said:
        if message.author_kind == "person":
            await _carry_persons(ctx, case, message, beside.get(message.id))
        else:
            await _carry_staffs(ctx, case, message)
    await _carry_what_waits(ctx, case)


async def _carry_what_waits(ctx: Context, case: Case) -> None:
    """What somebody who reads the topic has to do: words to be told on the phone, frozen letters to be decided on."""
    session = ctx.uow.session
    if case.topic_moves and await tellings.count(session, case.id):
        await tell_topic(ctx, case, kinds.registering.WordsToTell(case.id), key=f"{case.id}:m{case.topic_moves}")
    if case.topic_moves and (await people.by_id(session, case.person_id)).frozen_at is not None:
        await tell_topic(ctx, case, kinds.LettersFrozen(case.id))


async def _carry_persons(ctx: Context, case: Case, message: Message, file: File | None) -> None:
    if file is not None:
        await carry_file_to_topic(ctx, case, file, message.text)
    else:
        await carry_to_topic(ctx, case, message.id, message.text)


async def _carry_staffs(ctx: Context, case: Case, message: Message) -> None:
    """As our own text, since nobody's account may be shown; with the mark that it was sent, if it was."""
    for part in range(len(for_person(message.text)) or 1):
        before = kinds.desks.StaffSaidBefore(case.id, message.id, part)
        await tell_topic(ctx, case, before, key=moved_key(case, f"{message.id}:{part}"))
    if message.delivered_at is not None and message.taken_back_at is None:
        await tell_topic(ctx, case, kinds.AnswerMark(case.id, message.id), key=f"{message.id}:m{case.topic_moves}")
    elif message.waits_for == Why.LATER and message.waits_until is not None:
        until = int(message.waits_until.timestamp())
        await show_record(ctx, case, f"later:{message.id}", kinds.LaterAnswer(case.id, message.id, until))


async def erase_place(ctx: Context, case: Case) -> None:
    """The person had everything erased: the topic goes, and where the chat has none, each message of the case."""
    if case.topic_chat_id is not None and (case.topic_thread_id or 0) < 0:
        await move_to(ctx, case, None)
    await show_topic_head(ctx, case)
