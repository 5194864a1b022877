"""A person sends the documents that they were asked for."""

from __future__ import annotations

from datetime import UTC, datetime

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.attachments import attachment_of, words_of
from bot.telegram.callbacks.documents import DocumentCannot, DocumentOpen, Documents, DocumentsLater, DocumentsReuse
from casework.cases.words import Words
from casework.context import Context
from casework.documents.reuse import Reuse, reuse
from casework.documents.send import (
    CannotGet,
    PutOff,
    SendPage,
    Show,
    ShowDocuments,
    cannot_get,
    put_off,
    send_page,
    show_documents,
)
from handlers.beneficiary.states import Sending, end_writing
from rules.documents import Obstacle
from rules.files import PAPERS, FileKind


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.documents")
    routes.message.register(_page, Sending.page, F.func(_is_paper))
    routes.message.register(_why, Sending.why, F.text | F.func(attachment_of))
    routes.callback_query.register(_list, Documents.filter())
    routes.callback_query.register(_open, DocumentOpen.filter())
    routes.callback_query.register(_cannot, DocumentCannot.filter())
    routes.callback_query.register(_later, DocumentsLater.filter())
    routes.callback_query.register(_reuse, DocumentsReuse.filter())
    return routes


def _is_paper(message: Message) -> bool:
    attached = attachment_of(message)
    return attached is not None and attached.kind in PAPERS - {FileKind.VOICE, FileKind.VIDEO_NOTE}


async def _list(query: CallbackQuery, callback_data: Documents, ctx: Context, state: FSMContext) -> None:
    await show_documents(ctx, ShowDocuments(callback_data.case))
    await end_writing(state)


async def _open(query: CallbackQuery, callback_data: DocumentOpen, ctx: Context, state: FSMContext) -> None:
    await show_documents(ctx, ShowDocuments(callback_data.case, callback_data.document, callback_data.show))
    expected = {Show.SEND: Sending.page, Show.WHY: Sending.why}.get(callback_data.show)
    if expected is None:
        await end_writing(state)
        return
    await state.set_state(expected)
    await state.set_data(
        {"case_id": callback_data.case, "document_id": callback_data.document, "since": ctx.now.timestamp()}
    )


async def _page(message: Message, ctx: Context, state: FSMContext) -> None:
    data, attached = await state.get_data(), attachment_of(message)
    assert attached is not None, "the filter lets files pass"
    since = datetime.fromtimestamp(data["since"], UTC)
    page = SendPage(data["document_id"], since, words_of(message), message.chat.id, message.message_id, attached)
    if not await send_page(ctx, page):
        # A message like any other: it must not be lost because it is no page.
        await state.clear()
        raise SkipHandler


async def _why(message: Message, ctx: Context, state: FSMContext) -> None:
    document_id = (await state.get_data())["document_id"]
    await state.clear()
    said = Words(words_of(message), message.chat.id, message.message_id, ctx.now, attachment_of(message))
    await cannot_get(ctx, CannotGet(document_id, Obstacle.WORDS, said))


async def _cannot(query: CallbackQuery, callback_data: DocumentCannot, ctx: Context, state: FSMContext) -> None:
    await cannot_get(ctx, CannotGet(callback_data.document, callback_data.why))
    await end_writing(state)


async def _later(query: CallbackQuery, callback_data: DocumentsLater, ctx: Context, state: FSMContext) -> None:
    await put_off(ctx, PutOff(callback_data.case))
    await end_writing(state)


async def _reuse(query: CallbackQuery, callback_data: DocumentsReuse, ctx: Context, state: FSMContext) -> None:
    await reuse(ctx, Reuse(callback_data.case, callback_data.document))
    await end_writing(state)
