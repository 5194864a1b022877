"""Free writing, which is what most people do, and what shall happen with it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import NewCase, Words, WordsAction
from casework.context import Context
from casework.letters import kinds
from casework.people.edit_words import EditedWords, edit_words
from casework.people.send_words import DropWords, SendWords, drop_words, send_words
from casework.people.show_screen import NotText, ShowScreen, answer_not_text, show_screen
from casework.people.write import Written, write
from handlers.beneficiary.states import Writing, end_writing


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.words")
    routes.message.register(_write, F.text)
    routes.message.register(_not_text)
    routes.edited_message.register(_edit, F.text)
    routes.callback_query.register(_drop, Words.filter(F.action == WordsAction.DROP))
    routes.callback_query.register(_send, Words.filter())
    routes.callback_query.register(_new_case, NewCase.filter())
    return routes


async def _write(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    chosen = (await state.get_data()).get("case_id") if raw_state == Writing.to_case.state else None
    await write(
        ctx,
        Written(
            text=message.text or "",
            chat_id=message.chat.id,
            telegram_message_id=message.message_id,
            case_id=chosen,
            new=raw_state == Writing.new_case.state,
        ),
    )


async def _not_text(message: Message, ctx: Context) -> None:
    await answer_not_text(ctx, NotText(message.caption or ""))


async def _edit(message: Message, ctx: Context) -> None:
    await edit_words(ctx, EditedWords(message.text or "", message.chat.id, message.message_id))


async def _drop(query: CallbackQuery, callback_data: Words, ctx: Context, state: FSMContext) -> None:
    await drop_words(ctx, DropWords(callback_data.upto))
    await end_writing(state)


async def _send(query: CallbackQuery, callback_data: Words, ctx: Context, state: FSMContext) -> None:
    case_id = callback_data.case if callback_data.action is WordsAction.ADD else None
    await send_words(ctx, SendWords(callback_data.upto, case_id))
    await end_writing(state)


async def _new_case(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await state.set_state(Writing.new_case)
    await show_screen(ctx, ShowScreen(kinds.ConsentGivenScreen.kind))
