"""Documents of a case: asked for, looked at, accepted or returned, in menus that only the one who pressed sees: in the
group whispers, on the desk in the place of what was pressed.
"""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks.documents import (
    DocumentDo,
    DocumentLook,
    DocumentReturn,
    DocumentsAsk,
    DocumentsMenu,
    DocumentsPick,
    DocumentStep,
)
from bot.telegram.render.document_menus import document_choices as choices_menu
from bot.telegram.render.document_menus import document_list, one_document
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.documents.ask import (
    ListDocuments,
    PickDocument,
    ask_documents,
    document_choices,
    list_documents,
    pick_document,
)
from casework.documents.decide import (
    ChooseDocument,
    ReturnDocument,
    accept_document,
    return_document,
    waive_document,
)


def router(name: str) -> Router:
    """A fresh router: one belongs to one dispatcher. `name`: of the place, group or desk."""
    routes = Router(name=f"{name}.documents")
    routes.callback_query.register(_menu, DocumentsMenu.filter())
    routes.callback_query.register(_choices, DocumentsPick.filter(F.slug == ""))
    routes.callback_query.register(_pick, DocumentsPick.filter())
    routes.callback_query.register(_ask, DocumentsAsk.filter())
    routes.callback_query.register(_look, DocumentLook.filter())
    routes.callback_query.register(_accept, DocumentDo.filter(F.step == DocumentStep.ACCEPT))
    routes.callback_query.register(_waive, DocumentDo.filter(F.step == DocumentStep.WAIVE))
    routes.callback_query.register(_return, DocumentReturn.filter())
    return routes


async def _menu(query: CallbackQuery, callback_data: DocumentsMenu, ctx: Context, answers: Answers, t: Words) -> None:
    await _show(query, callback_data.case, ctx, answers, t)


async def _choices(
    query: CallbackQuery, callback_data: DocumentsPick, ctx: Context, answers: Answers, t: Words
) -> None:
    found = await document_choices(ctx, ListDocuments(callback_data.case))
    answers.menu(choices_menu(callback_data.case, found, callback_data.page, t))


async def _pick(query: CallbackQuery, callback_data: DocumentsPick, ctx: Context, answers: Answers, t: Words) -> None:
    found = await pick_document(ctx, PickDocument(callback_data.case, callback_data.slug))
    answers.menu(choices_menu(callback_data.case, found, callback_data.page, t))


async def _ask(query: CallbackQuery, callback_data: DocumentsAsk, ctx: Context, answers: Answers, t: Words) -> None:
    await ask_documents(ctx, ListDocuments(callback_data.case))
    answers.toast(toast("documents-asked", t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _look(query: CallbackQuery, callback_data: DocumentLook, ctx: Context, answers: Answers, t: Words) -> None:
    lines = await list_documents(ctx, ListDocuments(callback_data.case))
    line = next((each for each in lines if each.document_id == callback_data.document), None)
    if line is None:
        answers.toast(toast("stale", t), alert=True)
        return
    answers.menu(one_document(callback_data.case, line, t))


async def _accept(query: CallbackQuery, callback_data: DocumentDo, ctx: Context, answers: Answers, t: Words) -> None:
    await accept_document(ctx, ChooseDocument(callback_data.document))
    answers.toast(toast("saved", t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _waive(query: CallbackQuery, callback_data: DocumentDo, ctx: Context, answers: Answers, t: Words) -> None:
    await waive_document(ctx, ChooseDocument(callback_data.document))
    answers.toast(toast("saved", t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _return(
    query: CallbackQuery, callback_data: DocumentReturn, ctx: Context, answers: Answers, t: Words
) -> None:
    await return_document(ctx, ReturnDocument(callback_data.document, callback_data.why))
    answers.toast(toast("document-returned", t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _show(query: CallbackQuery, case_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    lines = await list_documents(ctx, ListDocuments(case_id))
    pressed = query.message
    on_desk = pressed is not None and pressed.chat.id > 0 and not getattr(pressed, "is_topic_message", None)
    answers.menu(document_list(case_id, lines, t, on_desk=on_desk))
