"""What people say of our work: leads read ratings, and read and answer complaints."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import ComplaintAnswer
from casework.complaints.answer import Answer, AskAnswer, ShowComplaints, answer, ask_answer, show_complaints
from casework.context import Context
from casework.ratings.show import ShowRatings, show_ratings
from handlers.admin.desk.typed import something_else


class Answering(StatesGroup):
    """The next words answer a complaint (`complaint_id` in the data)."""

    complaint = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.voices")
    command = F.text.startswith("/")
    routes.message.register(something_else, Answering.complaint, command)
    routes.message.register(_complaints, Command("complaints"))
    routes.message.register(_ratings, Command("ratings"))
    routes.message.register(_answer, Answering.complaint, F.text, ~command)
    routes.callback_query.register(_ask_answer, ComplaintAnswer.filter())
    routes.callback_query.register(something_else, Answering.complaint)
    return routes


async def _complaints(message: Message, ctx: Context) -> None:
    await show_complaints(ctx, ShowComplaints())


async def _ratings(message: Message, ctx: Context) -> None:
    await show_ratings(ctx, ShowRatings())


async def _ask_answer(query: CallbackQuery, callback_data: ComplaintAnswer, ctx: Context, state: FSMContext) -> None:
    await ask_answer(ctx, AskAnswer(callback_data.complaint))
    await state.set_state(Answering.complaint)
    await state.update_data(complaint_id=callback_data.complaint)


async def _answer(message: Message, ctx: Context, state: FSMContext) -> None:
    complaint_id = (await state.get_data())["complaint_id"]
    await state.clear()
    await answer(ctx, Answer(complaint_id, message.text or ""))
