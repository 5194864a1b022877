"""One action on many cases, from a list or by `/bulk`, in the group and on the desk. A letter is typed on the desk."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.telegram.answers import Answers
from bot.telegram.callbacks.bulk import BulkDo, BulkFrom, BulkStep, BulkValue, BulkWhat, What
from bot.telegram.render import bulk
from bot.telegram.rendered import Rendered
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.bulk.choosing import AskChoices, Source, Where, ask_choices
from casework.bulk.preview import OfRun, Preview, confirm, drop, preview, undo
from casework.context import Context
from casework.errors import Stale
from handlers.admin.desk.typed import something_else
from handlers.admin.lists import SOUGHT
from handlers.filters import GROUPS
from rules.bulk import Action

FROM, TAG, TYPED = "bulk_from", "bulk_tag", "bulk_typed"
"""Under these names the conversation remembers whom the letter is for, while it is typed."""


class Writing(StatesGroup):
    """The next words on the desk are a letter to many."""

    letter = State()


def router(name: str) -> Router:
    """A fresh router: one belongs to one dispatcher. `name`: of the place, group or desk."""
    routes = Router(name=f"{name}.bulk")
    command = F.text.startswith("/")
    routes.message.register(something_else, Writing.letter, ~F.text | command)
    routes.message.register(_typed, Writing.letter, F.text, ~command)
    routes.callback_query.register(something_else, Writing.letter)
    routes.message.register(_bulk, Command("bulk"))
    routes.callback_query.register(_from, BulkFrom.filter())
    routes.callback_query.register(_letter, BulkWhat.filter(F.what == What.LETTER))
    routes.callback_query.register(_what, BulkWhat.filter())
    routes.callback_query.register(_value, BulkValue.filter())
    routes.callback_query.register(_yes, BulkDo.filter(F.step == BulkStep.YES))
    routes.callback_query.register(_no, BulkDo.filter(F.step == BulkStep.NO))
    routes.callback_query.register(_undo, BulkDo.filter(F.step == BulkStep.UNDO))
    return routes


async def _bulk(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    _answer(message, answers, bulk.sources(await ask_choices(ctx, AskChoices()), t))


async def _from(query: CallbackQuery, callback_data: BulkFrom, ctx: Context, answers: Answers, t: Words) -> None:
    _answer(query, answers, bulk.actions(Source(callback_data.where, tag=callback_data.tag), t))


async def _what(query: CallbackQuery, callback_data: BulkWhat, ctx: Context, answers: Answers, t: Words) -> None:
    options = await ask_choices(ctx, AskChoices(callback_data.what.action))
    source = Source(callback_data.where, tag=callback_data.tag)
    _answer(query, answers, bulk.choices(source, callback_data.what, options, callback_data.page, t))


async def _value(
    query: CallbackQuery, callback_data: BulkValue, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    source = await _source(callback_data.where, callback_data.tag, state)
    shown = await preview(ctx, Preview(source, callback_data.what.action, callback_data.value))
    _answer(query, answers, bulk.preview(shown, t))


async def _letter(
    query: CallbackQuery, callback_data: BulkWhat, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    """In the group the whole group would read the letter while it is typed."""
    if _in_group(query):
        answers.toast(toast("bulk-on-desk", t), alert=True)
        return
    source = await _source(callback_data.where, callback_data.tag, state)
    await state.set_state(Writing.letter)
    await state.update_data({FROM: source.where.value, TAG: source.tag, TYPED: source.typed})
    answers.say(bulk.typing(t))


async def _typed(message: Message, ctx: Context, answers: Answers, state: FSMContext, t: Words) -> None:
    told = await state.get_data()
    source = Source(Where(told[FROM]), told[TYPED], told[TAG])
    account = message.from_user.username if message.from_user else None
    shown = await preview(ctx, Preview(source, Action.LETTER, words=message.text or "", account=account))
    await state.clear()
    answers.say(bulk.preview(shown, t))


async def _yes(query: CallbackQuery, callback_data: BulkDo, ctx: Context, answers: Answers, t: Words) -> None:
    await confirm(ctx, OfRun(callback_data.run))
    answers.toast(toast("bulk-begun", t))


async def _no(query: CallbackQuery, callback_data: BulkDo, ctx: Context, answers: Answers, t: Words) -> None:
    await drop(ctx, OfRun(callback_data.run))
    answers.toast(toast("bulk-dropped", t))


async def _undo(query: CallbackQuery, callback_data: BulkDo, ctx: Context, answers: Answers, t: Words) -> None:
    await undo(ctx, OfRun(callback_data.run))
    answers.toast(toast("bulk-begun", t))


async def _source(where: Where, tag: str, state: FSMContext) -> Source:
    """What is looked for is remembered with the conversation, and stands in no button."""
    if where is not Where.FOUND:
        return Source(where, tag=tag)
    typed = (await state.get_data()).get(SOUGHT)
    if typed is None:
        raise Stale
    return Source(where, typed)


def _answer(event: TelegramObject, answers: Answers, shown: Rendered) -> None:
    """In the group to the one who asks alone, on the desk as words."""
    if _in_group(event):
        answers.whisper(shown)
    else:
        answers.say(shown)


def _in_group(event: TelegramObject) -> bool:
    message = event.message if isinstance(event, CallbackQuery) else event
    chat = getattr(message, "chat", None)
    return chat is not None and chat.type in GROUPS
