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
from casework.files.attachment import Attachment, tell_flaw
from casework.files.exchange import exchange
from casework.forms.files import show_again
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from casework.people.themselves import ready_to_write, themselves
from casework.people.waiting import show_waiting
from db.models import Draft, Person
from db.repositories import cases, files, people
from rules.danger import sounds_dangerous


@dataclass(frozen=True, slots=True)
class EditedWords:
    """The message as it is now; `attached`: what it carries beside its words."""

    text: str
    chat_id: int
    telegram_message_id: int
    attached: Attachment | None = None


@act("person.edit_words")
async def edit_words(ctx: Context, data: EditedWords) -> bool:
    """Carries the change to wherever the words are; False where we hold no such message: it was an answer, a command,
    or was erased. Then the person is told so: what they changed must not look as if it had been read.
    """
    person = await themselves(ctx)
    draft = await people.draft_by_source(ctx.uow.session, data.chat_id, data.telegram_message_id)
    if draft is not None and draft.person_id == person.id:
        await _change_draft(ctx, person, draft, data)
        return True
    pair = await cases.pair_at(ctx.uow.session, data.chat_id, data.telegram_message_id)
    if pair is None or pair.side != "source":
        if data.text:
            await hear(ctx, person, data.text)
            await tell_person(ctx, person, kinds.CannotRead("edited"))
        return False
    return await _change_message(ctx, person, pair.message_id, data)


async def _change_draft(ctx: Context, person: Person, draft: Draft, data: EditedWords) -> None:
    await _warn(ctx, person, draft.text, data.text)
    draft.text = data.text
    file = await exchange(ctx, await files.of_draft(ctx.uow.session, draft.id), data.attached)
    if draft.form_id is not None:
        await show_again(ctx, person, draft)
        return
    if file is not None:
        await tell_flaw(ctx, person, file)
    if await ready_to_write(ctx, person):
        await show_waiting(ctx, person)


async def _change_message(ctx: Context, person: Person, message_id: int, data: EditedWords) -> bool:
    message = await cases.message(ctx.uow.session, message_id)
    if message is None or message.author_kind != "person" or message.author_id != person.id:
        return False
    case = await locked(ctx, message.case_id, "person.edit_words")
    before = message.text
    other = await exchange(ctx, await files.of_message(ctx.uow.session, message.id), data.attached)
    if before == data.text and other is None:
        return True
    await _warn(ctx, person, before, data.text)
    message.text = data.text
    message.revision += 1
    message.edited_at = ctx.now
    case.indexed = False
    if case.closed_at is None:
        await raise_crisis(ctx, case, [Words(data.text, data.chat_id, data.telegram_message_id, ctx.now)])
    record(ctx, case, Event.WORDS_EDITED, message_id=message.id)
    await carry_edit_to_topic(ctx, case, message, before)
    await show_case(ctx, case)
    if other is not None:
        await tell_flaw(ctx, person, other)
    return True


async def _warn(ctx: Context, person: Person, before: str, text: str) -> None:
    if not sounds_dangerous(before, ctx.catalogue.danger):
        await hear(ctx, person, text)
