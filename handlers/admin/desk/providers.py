"""Providers on the desk: the list, typing one, sending many in a file."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.attachments import attachment_of
from bot.telegram.callbacks.providers import ProviderDo, ProviderFile, ProviderNew, Providers, ProviderStep, UploadDo
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.providers.bring import AskList, OfUpload, SendList, ask_list, drop_list, import_list, send_list
from casework.providers.manage import (
    BeginProvider,
    ChooseProvider,
    ShowProviders,
    WriteProvider,
    begin_provider,
    remove_provider,
    restore_provider,
    show_providers,
    write_provider,
)
from handlers.admin.desk.typed import something_else


class Listing(StatesGroup):
    """The next words are a provider (`provider_id` in the data; None: a new one), or the next file is a list."""

    provider = State()
    file = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.providers")
    command = F.text.startswith("/")
    routes.message.register(something_else, Listing.provider, command)
    routes.message.register(something_else, Listing.file, F.text)
    routes.message.register(_list, Command("providers"))
    routes.message.register(_write, Listing.provider, F.text, ~command)
    routes.message.register(_file, Listing.file, F.document)
    routes.callback_query.register(something_else, Listing.provider)
    routes.callback_query.register(something_else, Listing.file)
    routes.callback_query.register(_page, Providers.filter())
    routes.callback_query.register(_open, ProviderDo.filter(F.step == ProviderStep.OPEN))
    routes.callback_query.register(_edit, ProviderDo.filter(F.step == ProviderStep.EDIT))
    routes.callback_query.register(_remove, ProviderDo.filter(F.step == ProviderStep.REMOVE))
    routes.callback_query.register(_restore, ProviderDo.filter(F.step == ProviderStep.RESTORE))
    routes.callback_query.register(_new, ProviderNew.filter())
    routes.callback_query.register(_ask_file, ProviderFile.filter())
    routes.callback_query.register(_keep, UploadDo.filter(F.keep))
    routes.callback_query.register(_drop, UploadDo.filter())
    return routes


async def _list(message: Message, ctx: Context) -> None:
    await show_providers(ctx, ShowProviders())


async def _page(query: CallbackQuery, callback_data: Providers, ctx: Context) -> None:
    await show_providers(ctx, ShowProviders(callback_data.page))


async def _open(query: CallbackQuery, callback_data: ProviderDo, ctx: Context) -> None:
    await show_providers(ctx, ShowProviders(provider_id=callback_data.provider))


async def _edit(query: CallbackQuery, callback_data: ProviderDo, ctx: Context, state: FSMContext) -> None:
    await _begin(callback_data.provider, ctx, state)


async def _new(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await _begin(None, ctx, state)


async def _begin(provider_id: int | None, ctx: Context, state: FSMContext) -> None:
    await begin_provider(ctx, BeginProvider(provider_id))
    await state.set_state(Listing.provider)
    await state.set_data({"provider_id": provider_id})


async def _write(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is wrong with the words is said at once, and they can be sent again: the state stays.
    await write_provider(ctx, WriteProvider(message.text or "", **await state.get_data()))
    await state.clear()


async def _remove(query: CallbackQuery, callback_data: ProviderDo, ctx: Context, answers: Answers, t: Words) -> None:
    await remove_provider(ctx, ChooseProvider(callback_data.provider))
    answers.toast(toast("provider-removed", t))


async def _restore(query: CallbackQuery, callback_data: ProviderDo, ctx: Context, answers: Answers, t: Words) -> None:
    await restore_provider(ctx, ChooseProvider(callback_data.provider))
    answers.toast(toast("provider-restored", t))


async def _ask_file(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await ask_list(ctx, AskList())
    await state.set_state(Listing.file)


async def _file(message: Message, ctx: Context, state: FSMContext) -> None:
    attached = attachment_of(message)
    assert attached is not None, "the filter lets documents pass"
    await send_list(ctx, SendList(attached))
    await state.clear()


async def _keep(query: CallbackQuery, callback_data: UploadDo, ctx: Context) -> None:
    await import_list(ctx, OfUpload(callback_data.upload))


async def _drop(query: CallbackQuery, callback_data: UploadDo, ctx: Context) -> None:
    await drop_list(ctx, OfUpload(callback_data.upload))
