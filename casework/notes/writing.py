"""A note becomes part of a case. It is for staff: nothing here writes to a person."""

from __future__ import annotations

from dataclasses import dataclass

from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import EmptyNote
from db.models import Case, CaseNote


@dataclass(frozen=True, slots=True)
class Note:
    """The words, and the Telegram message in which they were written."""

    text: str
    chat_id: int | None = None
    telegram_message_id: int | None = None


def require_words(note: Note | None) -> None:
    """EmptyNote for a note without words; an act asks before it writes anything."""
    if note is not None and not note.text.strip():
        raise EmptyNote


def write_note(ctx: Context, case: Case, note: Note) -> None:
    """Keeps a note with a locked case."""
    ctx.uow.session.add(
        CaseNote(
            case_id=case.id,
            author_id=ctx.actor.id or 0,
            at=ctx.now,
            text=note.text.strip(),
            chat_id=note.chat_id,
            telegram_message_id=note.telegram_message_id,
        )
    )
    record(ctx, case, Event.NOTE_ADDED)
