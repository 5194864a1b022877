"""Free writing, which is what most people do, and what shall happen with it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.attachments import GIFTS, OTHER_CONTENT, attachment_of, words_of
from bot.telegram.callbacks import NewCase, Words, WordsAction
from casework.context import Context
from casework.letters import kinds
from casework.people.edit_words import EditedWords, edit_words
from casework.people.send_words import DropWords, SendWords, drop_words, send_words
from casework.people.show_screen import ShowScreen, Unreadable, answer_unreadable, show_screen
from casework.people.write import Written, write
from handlers.beneficiary.states import Writing, end_writing, from_menu


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.words")
    says = F.text | F.checklist | F.func(attachment_of)
    routes.message.register(_write, says)
    routes.message.register(_gift, F.content_type.in_(GIFTS))
    routes.message.register(_unreadable, F.content_type.in_(OTHER_CONTENT))
    routes.message.register(_note)
    routes.edited_message.register(_edit, says)
    routes.callback_query.register(_drop, Words.filter(F.action == WordsAction.DROP))
    routes.callback_query.register(_send, Words.filter())
    routes.callback_query.register(_new_case, NewCase.filter())
    return routes


async def _write(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    data = await state.get_data()
    chosen = data.get("case_id") if raw_state == Writing.to_case.state else None
    await write(
        ctx,
        Written(
            text=words_of(message),
            chat_id=message.chat.id,
            telegram_message_id=message.message_id,
            attached=attachment_of(message),
            reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
            case_id=chosen,
            new=raw_state == Writing.new_case.state,
            **from_menu(raw_state, data),
        ),
    )


async def _unreadable(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    if message.caption:
        await _write(message, ctx, state, raw_state)
    await answer_unreadable(ctx, Unreadable())


async def _gift(message: Message, ctx: Context) -> None:
    await answer_unreadable(ctx, Unreadable("gift"))


async def _note(message: Message) -> None:
    """Nothing: Telegram itself says that something was pinned or a timer was set."""


async def _edit(message: Message, ctx: Context) -> None:
    await edit_words(ctx, EditedWords(words_of(message), message.chat.id, message.message_id, attachment_of(message)))


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
