"""«Записати відповіді»: staff ask somebody on the phone what their application still needs, and type what they say."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.later import NoteAnswers as Note
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.recreation.later_answers import NoteAnswers, note_answers
from handlers.admin.desk.typed import something_else
from handlers.beneficiary.forms import register_steps
from handlers.beneficiary.states import Filling, fill


def router() -> Router:
    """A fresh router: one belongs to one dispatcher. Its own buttons come before all that ends the typing."""
    routes = Router(name="desk.noting")
    routes.callback_query.register(_note, Note.filter())
    register_steps(routes)
    routes.message.register(something_else, Filling.form, F.text.startswith("/"))
    routes.callback_query.register(something_else, Filling.form)
    return routes


def group_router() -> Router:
    """The same in the staff group: what was pressed there opens on the desk, and is answered there."""
    routes = Router(name="staff_chat.noting")
    routes.callback_query.register(_on_desk, Note.filter())
    return routes


async def _note(query: CallbackQuery, callback_data: Note, ctx: Context, state: FSMContext) -> None:
    await fill(state, await note_answers(ctx, NoteAnswers(callback_data.case)))


async def _on_desk(
    query: CallbackQuery, callback_data: Note, ctx: Context, state: FSMContext, answers: Answers, t: Words
) -> None:
    desk = FSMContext(state.storage, replace(state.key, chat_id=query.from_user.id, thread_id=None))
    await fill(desk, await note_answers(ctx, NoteAnswers(callback_data.case)))
    answers.toast(toast("questions-on-desk", t))
