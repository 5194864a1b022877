"""«Призначити», «Передати» on a case's card: who shall have it. Names are whispered to the one who pressed."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import AskOwner, AssignTo, HandTo
from bot.telegram.render import owning
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.cases.assign import AskOwner as AskWho
from casework.cases.assign import Assign, ask_owner, assign
from casework.cases.hand_over import AskNote, ask_note
from casework.context import Context
from handlers.admin.handing_over import HandingOver


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.owners")
    routes.callback_query.register(_ask, AskOwner.filter())
    routes.callback_query.register(_assign, AssignTo.filter())
    routes.callback_query.register(_hand, HandTo.filter())
    return routes


async def _ask(query: CallbackQuery, callback_data: AskOwner, ctx: Context, answers: Answers, t: Words) -> None:
    found = await ask_owner(ctx, AskWho(callback_data.case))
    answers.whisper(owning.candidates(callback_data.case, found, callback_data.page, t))


async def _assign(query: CallbackQuery, callback_data: AssignTo, ctx: Context, answers: Answers, t: Words) -> None:
    member = await assign(ctx, Assign(callback_data.case, callback_data.staff, callback_data.owner))
    answers.toast(toast("assigned", t, owner=member.work_name))


async def _hand(
    query: CallbackQuery, callback_data: HandTo, ctx: Context, state: FSMContext, answers: Answers, t: Words
) -> None:
    await ask_note(ctx, AskNote(callback_data.case, callback_data.staff))
    desk = FSMContext(state.storage, replace(state.key, chat_id=query.from_user.id, thread_id=None))
    await desk.set_state(HandingOver.note)
    await desk.set_data({"case_id": callback_data.case, "staff_id": callback_data.staff})
    answers.toast(toast("note-on-desk", t), alert=True)
