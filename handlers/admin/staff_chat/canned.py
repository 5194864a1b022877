"""Canned answers on the card of a case: chosen, read as the person will read them, sent."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.canned import AnswerChoice, AnswerSend, AnswersMenu
from bot.telegram.render.canned import answer_list, answer_preview
from bot.telegram.whispers import hint, toast
from bot.texts.wording import Words
from casework.canned.send import (
    ListAnswers,
    PreviewAnswer,
    SendAnswer,
    list_answers,
    preview_answer,
    send_answer,
)
from casework.context import Context


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.canned")
    routes.callback_query.register(_list, AnswersMenu.filter())
    routes.callback_query.register(_preview, AnswerChoice.filter())
    routes.callback_query.register(_send, AnswerSend.filter())
    return routes


async def _list(query: CallbackQuery, callback_data: AnswersMenu, ctx: Context, answers: Answers, t: Words) -> None:
    found = await list_answers(ctx, ListAnswers(callback_data.case))
    answers.whisper(answer_list(callback_data.case, found, callback_data.page, t))


async def _preview(query: CallbackQuery, callback_data: AnswerChoice, ctx: Context, answers: Answers, t: Words) -> None:
    shown = await preview_answer(ctx, PreviewAnswer(callback_data.case, callback_data.answer))
    answers.whisper(answer_preview(shown, t))


async def _send(query: CallbackQuery, callback_data: AnswerSend, ctx: Context, answers: Answers, t: Words) -> None:
    await send_answer(ctx, SendAnswer(callback_data.case, callback_data.answer, callback_data.version))
    answers.toast(toast("answer-sent", t))
    answers.whisper(hint("answer-sent", t))
