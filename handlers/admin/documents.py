"""Documents of a case: asked for, looked at, accepted or returned, in menus that only the one who pressed sees: in the
group whispers, on the desk in the place of what was pressed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.documents import (
    DocumentDate,
    DocumentDo,
    DocumentLook,
    DocumentReturn,
    DocumentsAsk,
    DocumentsMenu,
    DocumentsPick,
    DocumentStep,
    DocumentWords,
)
from bot.telegram.render.document_menus import ask_day, ask_words, document_list, one_document, with_words
from bot.telegram.render.document_menus import document_choices as choices_menu
from bot.telegram.staff_words import target_of
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.documents.ask import (
    DocumentLine,
    ListDocuments,
    PickDocument,
    ask_documents,
    document_choices,
    list_documents,
    pick_document,
)
from casework.documents.decide import (
    ChooseDocument,
    DateDocument,
    ReturnDocument,
    accept_document,
    date_document,
    return_document,
    waive_document,
)
from rules.documents import MOST_WORDS

WORDS_LAST = timedelta(minutes=15)
"""So long the next words are taken for those that go along with a document."""


class Returning(StatesGroup):
    """The next words here go along with a document (`case_id`, `document_id`, `asked_at`)."""

    words = State()


class Dating(StatesGroup):
    """The next words here are the last day of a document (`case_id`, `document_id`, `asked_at`)."""

    day = State()


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
    routes.callback_query.register(_ask_words, DocumentWords.filter())
    routes.callback_query.register(_ask_day, DocumentDate.filter())
    routes.message.register(_day, Dating.day, F.text, ~F.text.startswith("/"))
    routes.message.register(_words, Returning.words, F.text, ~F.text.startswith("/"))
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


async def _look(
    query: CallbackQuery, callback_data: DocumentLook, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    await state.clear()
    line = await _line(ctx, callback_data.case, callback_data.document)
    if line is None:
        answers.toast(toast("stale", t), alert=True)
        return
    answers.menu(one_document(callback_data.case, line, t))


async def _line(ctx: Context, case_id: int, document_id: int) -> DocumentLine | None:
    lines = await list_documents(ctx, ListDocuments(case_id))
    return next((each for each in lines if each.document_id == document_id), None)


async def _ask_words(
    query: CallbackQuery, callback_data: DocumentWords, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    if await _line(ctx, callback_data.case, callback_data.document) is None:
        answers.toast(toast("stale", t), alert=True)
        return
    await _expect(state, Returning.words, callback_data.case, callback_data.document, ctx)
    answers.whisper(ask_words(callback_data.case, callback_data.document, t))


async def _words(message: Message, ctx: Context, answers: Answers, state: FSMContext, t: Words) -> None:
    """They stand in the topic for colleagues; they go to the person once a reason is chosen."""
    data, said = await state.get_data(), (message.text or "").strip()
    if target_of(message) is not None:
        raise SkipHandler
    line = await _line(ctx, data["case_id"], data["document_id"])
    if line is None or ctx.now - datetime.fromisoformat(data["asked_at"]) > WORDS_LAST:
        await state.clear()
        raise SkipHandler
    if len(said) > MOST_WORDS:
        answers.whisper(ask_words(data["case_id"], data["document_id"], t))
        return
    await state.set_state(None)
    await state.update_data(said=said)
    answers.whisper(with_words(data["case_id"], line, said, t))


async def _ask_day(
    query: CallbackQuery, callback_data: DocumentDate, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    await _expect(state, Dating.day, callback_data.case, callback_data.document, ctx)
    answers.whisper(ask_day(callback_data.case, callback_data.document, t))


async def _expect(state: FSMContext, what: State, case_id: int, document_id: int, ctx: Context) -> None:
    await state.set_state(what)
    await state.set_data({"case_id": case_id, "document_id": document_id, "asked_at": ctx.now.isoformat()})


async def _day(message: Message, ctx: Context, answers: Answers, state: FSMContext, t: Words) -> None:
    data = await state.get_data()
    late = ctx.now - datetime.fromisoformat(data["asked_at"]) > WORDS_LAST
    if late or target_of(message) is not None:
        await state.clear()
        raise SkipHandler
    await date_document(ctx, DateDocument(data["document_id"], message.text or ""))
    await state.clear()
    line = await _line(ctx, data["case_id"], data["document_id"])
    if line is not None:
        answers.whisper(one_document(data["case_id"], line, t))


async def _accept(query: CallbackQuery, callback_data: DocumentDo, ctx: Context, answers: Answers, t: Words) -> None:
    await accept_document(ctx, ChooseDocument(callback_data.document))
    answers.toast(toast("saved", t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _waive(query: CallbackQuery, callback_data: DocumentDo, ctx: Context, answers: Answers, t: Words) -> None:
    await waive_document(ctx, ChooseDocument(callback_data.document))
    answers.toast(toast("saved", t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _return(
    query: CallbackQuery, callback_data: DocumentReturn, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    kept = await state.get_data()
    said = kept.get("said", "") if kept.get("document_id") == callback_data.document else ""
    await return_document(ctx, ReturnDocument(callback_data.document, callback_data.why, said))
    await state.clear()
    answers.toast(toast("document-returned", t))
    await _show(query, callback_data.case, ctx, answers, t)


async def _show(query: CallbackQuery, case_id: int, ctx: Context, answers: Answers, t: Words) -> None:
    lines = await list_documents(ctx, ListDocuments(case_id))
    pressed = query.message
    on_desk = pressed is not None and pressed.chat.id > 0 and not getattr(pressed, "is_topic_message", None)
    answers.menu(document_list(case_id, lines, t, on_desk=on_desk))
