"""Notes for colleagues, tags and priority of a case. Nothing here reaches the person."""

from __future__ import annotations

import re
from dataclasses import replace

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import NotesMenu, PriorityMenu, PrioritySet, TagSet, TagsMenu
from bot.telegram.render import notes
from bot.telegram.whispers import hint, toast
from bot.texts.wording import Words
from casework.context import Context
from casework.notes.add import AddNote, EditedNote, add_note, edit_note
from casework.notes.prioritise import AskPriority, SetPriority, ask_priority, set_priority
from casework.notes.read import ReadNotes, read_notes
from casework.notes.tag import AskTags, SetTag, ask_tags, set_tag
from casework.notes.writing import Note
from db.uow import UnitOfWork

COMMAND = re.compile(r"^/note(@\w+)?(\s+|$)")
"""What a note begins with."""


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.notes")
    routes.message.register(_add, Command("note"), F.message_thread_id)
    routes.edited_message.register(_edit, F.text)
    routes.callback_query.register(_notes, NotesMenu.filter())
    routes.callback_query.register(_tags, TagsMenu.filter())
    routes.callback_query.register(_set_tag, TagSet.filter())
    routes.callback_query.register(_priority, PriorityMenu.filter())
    routes.callback_query.register(_set_priority, PrioritySet.filter())
    return routes


async def _add(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    note = Note(command.args or "", message.chat.id, message.message_id)
    await add_note(ctx, AddNote(message.message_thread_id or 0, note))
    answers.whisper(hint("note-kept", t))


async def _edit(message: Message, ctx: Context) -> None:
    text = COMMAND.sub("", message.text or "", count=1)
    if not await edit_note(ctx, EditedNote(message.chat.id, message.message_id, text)):
        raise SkipHandler


async def _notes(query: CallbackQuery, callback_data: NotesMenu, ctx: Context, answers: Answers, t: Words) -> None:
    async def on_desk(uow: UnitOfWork) -> None:
        await read_notes(replace(ctx, uow=uow), ReadNotes(callback_data.case, on_desk=True))

    shown = await read_notes(ctx, ReadNotes(callback_data.case))
    answers.whisper(notes.notes(callback_data.case, shown, callback_data.page, t), otherwise=on_desk)


async def _tags(query: CallbackQuery, callback_data: TagsMenu, ctx: Context, answers: Answers, t: Words) -> None:
    await _show_tags(callback_data.case, ctx, answers, t)


async def _set_tag(query: CallbackQuery, callback_data: TagSet, ctx: Context, answers: Answers, t: Words) -> None:
    await set_tag(ctx, SetTag(callback_data.case, callback_data.tag, callback_data.on))
    answers.toast(toast("saved", t))
    await _show_tags(callback_data.case, ctx, answers, t)


async def _show_tags(case_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    names = {slug: tag.name["uk"] for slug, tag in ctx.catalogue.tags.items()}
    answers.whisper(notes.tags(case_id, names, await ask_tags(ctx, AskTags(case_id)), t))


async def _priority(
    query: CallbackQuery, callback_data: PriorityMenu, ctx: Context, answers: Answers, t: Words
) -> None:
    await _show_priority(callback_data.case, ctx, answers, t)


async def _set_priority(
    query: CallbackQuery, callback_data: PrioritySet, ctx: Context, answers: Answers, t: Words
) -> None:
    await set_priority(ctx, SetPriority(callback_data.case, callback_data.reason or None))
    answers.toast(toast("saved", t))
    await _show_priority(callback_data.case, ctx, answers, t)


async def _show_priority(case_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    names = {slug: reason.name["uk"] for slug, reason in ctx.catalogue.importance_reasons.items()}
    _, current = await ask_priority(ctx, AskPriority(case_id))
    answers.whisper(notes.priority(case_id, names, current, t))
