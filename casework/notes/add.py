"""`/note` in a topic: words for colleagues, kept with the case."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import EmptyNote, NoSuchCase
from casework.letters.write import show_case
from casework.notes.writing import Note, require_words, write_note
from db.models import Case
from db.repositories import cases, notes


@dataclass(frozen=True, slots=True)
class AddNote:
    """The topic in which it was written, and the note."""

    thread_id: int
    note: Note


@act("note.add")
async def add_note(ctx: Context, data: AddNote) -> Case:
    """Keeps the note; the person never gets it. NoSuchCase outside of a case's topic, EmptyNote without words."""
    found = await cases.by_topic(ctx.uow.session, data.note.chat_id or 0, data.thread_id)
    if found is None:
        raise NoSuchCase
    case = await locked(ctx, found.id, "note.add")
    require_words(data.note)
    write_note(ctx, case, data.note)
    await ctx.uow.session.flush()
    await show_case(ctx, case, head=False)
    return case


@dataclass(frozen=True, slots=True)
class EditedNote:
    """A message of staff as it reads now, without the command before it."""

    chat_id: int
    telegram_message_id: int
    text: str


@act("note.edit")
async def edit_note(ctx: Context, data: EditedNote) -> bool:
    """The author changed it; False where the message is no note of theirs. EmptyNote where no words are left."""
    note = await notes.at(ctx.uow.session, data.chat_id, data.telegram_message_id)
    if note is None or note.author_id != ctx.actor.id:
        return False
    case = await locked(ctx, note.case_id, "note.edit")
    if not data.text.strip():
        raise EmptyNote
    if note.text != data.text.strip():
        note.text = data.text.strip()
        record(ctx, case, Event.NOTE_EDITED)
    return True
