"""Leads write the canned answers of their organisation."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers as Direct
from bot.telegram.callbacks.canned import Answer, AnswerNew, Answers, AnswerStep
from bot.telegram.whispers import toast
from bot.texts.wording import FIRST_LANGUAGE, Words
from casework.canned.write import (
    BeginAnswer,
    ChooseAnswer,
    ShowAnswers,
    WriteAnswer,
    begin_answer,
    remove_answer,
    restore_answer,
    show_answers,
    write_answer,
)
from casework.context import Context
from handlers.admin.desk.typed import something_else


class Composing(StatesGroup):
    """The next words are a canned answer: `language`, `answer_id` and `group` in the data, as in `BeginAnswer`."""

    answer = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.canned")
    command = F.text.startswith("/")
    routes.message.register(something_else, Composing.answer, command)
    routes.message.register(_list, Command("answers"))
    routes.message.register(_write, Composing.answer, F.text, ~command)
    routes.callback_query.register(something_else, Composing.answer)
    routes.callback_query.register(_page, Answers.filter())
    routes.callback_query.register(_open, Answer.filter(F.step == AnswerStep.OPEN))
    routes.callback_query.register(_edit, Answer.filter(F.step == AnswerStep.EDIT))
    routes.callback_query.register(_remove, Answer.filter(F.step == AnswerStep.REMOVE))
    routes.callback_query.register(_restore, Answer.filter(F.step == AnswerStep.RESTORE))
    routes.callback_query.register(_new, AnswerNew.filter())
    return routes


async def _list(message: Message, ctx: Context) -> None:
    await show_answers(ctx, ShowAnswers(FIRST_LANGUAGE))


async def _page(query: CallbackQuery, callback_data: Answers, ctx: Context) -> None:
    await show_answers(ctx, ShowAnswers(callback_data.language, callback_data.page))


async def _open(query: CallbackQuery, callback_data: Answer, ctx: Context) -> None:
    await show_answers(ctx, ShowAnswers(FIRST_LANGUAGE, answer_id=callback_data.answer))


async def _edit(query: CallbackQuery, callback_data: Answer, ctx: Context, state: FSMContext) -> None:
    await _begin(BeginAnswer(FIRST_LANGUAGE, answer_id=callback_data.answer), ctx, state)


async def _new(query: CallbackQuery, callback_data: AnswerNew, ctx: Context, state: FSMContext) -> None:
    await _begin(BeginAnswer(callback_data.language, group=callback_data.group or None), ctx, state)


async def _begin(what: BeginAnswer, ctx: Context, state: FSMContext) -> None:
    if await begin_answer(ctx, what):
        await state.set_state(Composing.answer)
        await state.set_data({"language": what.language, "answer_id": what.answer_id, "group": what.group})


async def _write(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is wrong with the words is said at once, and they can be sent again: the state stays.
    await write_answer(ctx, WriteAnswer(message.text or "", **await state.get_data()))
    await state.clear()


async def _remove(query: CallbackQuery, callback_data: Answer, ctx: Context, answers: Direct, t: Words) -> None:
    await remove_answer(ctx, ChooseAnswer(callback_data.answer))
    answers.toast(toast("answer-removed", t))


async def _restore(query: CallbackQuery, callback_data: Answer, ctx: Context, answers: Direct, t: Words) -> None:
    await restore_answer(ctx, ChooseAnswer(callback_data.answer))
    answers.toast(toast("answer-restored", t))
