"""A person's words become messages of a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.awaited.signs import signed
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.promises import promised_reply, waits_for_us
from casework.cases.relay import carry_file_to_topic, carry_to_topic
from casework.context import Context
from casework.danger.alarm import HEARD, raise_alarm
from casework.files.attachment import Attachment, attach, tell_flaw
from casework.files.tidy import tidy
from casework.letters import kinds
from casework.letters.write import head_of, show_case, show_person
from casework.talk import quiet
from casework.talk.threads import answered
from db.models import Case, Draft, File, Person
from db.repositories import calls, cases, files
from rules.cases import Verb
from rules.catalogue import Sign
from rules.danger import sounds_dangerous


@dataclass(frozen=True, slots=True)
class Words:
    """One message of the person, with where and when it was written; `text` is what they wrote, maybe below a file.

    A chat and message of 0: it stands in no chat, somebody wrote it down for them.
    """

    text: str
    chat_id: int
    telegram_message_id: int
    written_at: datetime
    attached: Attachment | None = None
    """What came with it just now."""
    draft_id: int | None = None
    """The draft that it was until now, which may carry a file."""
    reply_to: int | None = None
    """The message of the chat that it is a reply to."""


def words_of(drafts: Sequence[Draft]) -> list[Words]:
    """What waited, with the files beside it."""
    return [
        Words(draft.text, draft.chat_id, draft.telegram_message_id, draft.written_at, draft_id=draft.id)
        for draft in drafts
    ]


async def add_words(ctx: Context, case: Case, person: Person, words: Sequence[Words], *, receipt: bool = True) -> None:
    """Adds words to an open, locked case: into the topic, on the card, and a receipt for the person.

    In a muted case they come without a notice, unless they sound dangerous: that ends the silence. `receipt` False: the
    caller tells them in its own words.
    """
    if quiet.is_muted(case, ctx.now) and not case.crisis and not _dangerous(ctx, words):
        await keep_quietly(ctx, case, person, words)
        return
    if case.muted_until is not None:
        await quiet.end_mute(ctx, case)
    head = head_of(case)
    move(case, Verb.ADD_WORDS)
    case.unread += len(words)
    case.indexed = False
    await signed(ctx, case, Sign.WORD)
    await raise_crisis(ctx, case, words)
    await waits_for_us(ctx, case)
    # Before the messages: the first of them writes the case and this line in one go.
    record(ctx, case, Event.WORDS_ADDED, messages=len(words))
    await put_messages(ctx, case, person, words)
    await show_case(ctx, case, head=head_of(case) != head)
    if receipt:
        await show_person(ctx, person, kinds.WordsAdded(case.id), slot=f"receipt:{case.id}")


async def keep_quietly(ctx: Context, case: Case, person: Person, words: Sequence[Words]) -> None:
    """Adds words to a locked case without a notice: no turn, no promise; the person reads the truth about it."""
    case.unread += len(words)
    case.indexed = False
    await signed(ctx, case, Sign.WORD)
    record(ctx, case, Event.WORDS_ADDED, messages=len(words))
    await put_messages(ctx, case, person, words)
    await show_case(ctx, case, head=False)
    await show_person(ctx, person, kinds.KeptQuietly(case.id), slot=f"receipt:{case.id}")


async def put_messages(ctx: Context, case: Case, person: Person, words: Sequence[Words]) -> None:
    """Keeps the words as messages of the case, each paired with where it was written, and carries them to the topic.

    Photos and documents that we have already go from the chat.
    """
    those = []
    for item in words:
        answers = None
        if item.reply_to is not None:
            answers = await answered(ctx, case, item.chat_id, item.reply_to)
        if item.telegram_message_id:
            stands_at = (item.chat_id, item.telegram_message_id)
            message_id = await cases.say(
                ctx.uow.session, case.id, "person", person.id, item.text, item.written_at, stands_at, answers_id=answers
            )
        else:
            message_id = await calls.say(ctx.uow.session, case, item.text, item.written_at)
        file = await _its_file(ctx, person, message_id, item)
        if file is None:
            await carry_to_topic(ctx, case, message_id, item.text)
        else:
            await carry_file_to_topic(ctx, case, file, item.text)
            those.append(file)
    await tidy(ctx, person, case, those)


async def _its_file(ctx: Context, person: Person, message_id: int, item: Words) -> File | None:
    if item.attached is not None:
        file = await attach(ctx, item.attached, message_id=message_id)
        await tell_flaw(ctx, person, file)
        return file
    if item.draft_id is None:
        return None
    return await files.give_to_message(ctx.uow.session, item.draft_id, message_id)


async def raise_crisis(ctx: Context, case: Case, words: Sequence[Words]) -> None:
    """Marks a case whose words sound dangerous: it is read first, answered within a day at the latest, and whoever is
    on duty hears of it.
    """
    if case.crisis or not _dangerous(ctx, words):
        return
    case.crisis = True
    case.reply_by = min(case.reply_by, await promised_reply(ctx, case.organisation_id, crisis=True))
    await raise_alarm(ctx, case, cause=HEARD)


def _dangerous(ctx: Context, words: Sequence[Words]) -> bool:
    return any(sounds_dangerous(item.text, ctx.catalogue.danger) for item in words)
