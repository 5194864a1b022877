"""A person changes a message they sent."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.relay import carry_edit_to_topic
from casework.cases.words import Words, raise_crisis
from casework.context import Context
from casework.danger.hear import hear
from casework.letters.write import show_case
from casework.people.themselves import ready_to_write, themselves
from casework.people.waiting import show_waiting
from db.models import Person
from db.repositories import cases, people
from rules.danger import sounds_dangerous


@dataclass(frozen=True, slots=True)
class EditedWords:
    """The message as it reads now."""

    text: str
    chat_id: int
    telegram_message_id: int


@act("person.edit_words")
async def edit_words(ctx: Context, data: EditedWords) -> bool:
    """Carries the change to wherever the words are; False where we hold no such message (it was never sent, or
    erased).
    """
    person = await themselves(ctx)
    draft = await people.draft_by_source(ctx.uow.session, data.chat_id, data.telegram_message_id)
    if draft is not None and draft.person_id == person.id:
        await _warn(ctx, person, draft.text, data.text)
        draft.text = data.text
        if await ready_to_write(ctx, person):
            await show_waiting(ctx, person)
        return True
    pair = await cases.pair_at(ctx.uow.session, data.chat_id, data.telegram_message_id)
    if pair is None or pair.side != "source":
        return False
    return await _change_message(ctx, person, pair.message_id, data)


async def _change_message(ctx: Context, person: Person, message_id: int, data: EditedWords) -> bool:
    message = await cases.message(ctx.uow.session, message_id)
    if message is None or message.author_kind != "person" or message.author_id != person.id:
        return False
    case = await locked(ctx, message.case_id, "person.edit_words")
    before = message.text
    if before == data.text:
        return True
    await _warn(ctx, person, before, data.text)
    message.text = data.text
    message.revision += 1
    message.edited_at = ctx.now
    if case.closed_at is None:
        await raise_crisis(ctx, case, [Words(data.text, data.chat_id, data.telegram_message_id, ctx.now)])
    record(ctx, case, Event.WORDS_EDITED, message_id=message.id)
    await carry_edit_to_topic(ctx, case, message, before)
    await show_case(ctx, case)
    return True


async def _warn(ctx: Context, person: Person, before: str, text: str) -> None:
    if not sounds_dangerous(before, ctx.catalogue.danger):
        await hear(ctx, person, text)
