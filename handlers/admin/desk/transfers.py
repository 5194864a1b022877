"""Handing a case to a provider: from its card to the desk, where all of it stands."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks.transfers import TransferDo, TransferHow, TransferPick, Transfers, TransferStep, TransferTo
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.transfers.ask import AskHow, Hear, ask_how, ask_person, hear, look_at_question
from casework.transfers.hand import AskWho, Confirm, ask_who, confirm, note_sent, show_sheet, stop, turn_away
from casework.transfers.prepare import (
    BeginTransfer,
    OfTransfer,
    PickItem,
    ShowTransfers,
    Summarise,
    ask_summary,
    begin_transfer,
    pick_item,
    show_transfer,
    show_transfers,
    summarise,
)
from casework.transfers.take_in import open_handed, take_in
from handlers.admin.desk.typed import something_else

AT_ONCE = {
    TransferStep.OPEN: show_transfer,
    TransferStep.LOOK: look_at_question,
    TransferStep.SHEET: show_sheet,
}
"""Steps that only show something."""
NOTED = {
    TransferStep.SENT: note_sent,
    TransferStep.TURN_AWAY: turn_away,
    TransferStep.STOP: stop,
    TransferStep.TAKE_IN: take_in,
}
"""Steps of one press."""


class Handing(StatesGroup):
    """The next words describe the request, or say who confirmed the receipt: of `transfer_id`, by `way`, on `day`."""

    summary = State()
    who = State()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.transfers")
    command = F.text.startswith("/")
    for typed in (Handing.summary, Handing.who):
        routes.message.register(something_else, typed, command)
        routes.callback_query.register(something_else, typed)
    routes.message.register(_summary, Handing.summary, F.text)
    routes.message.register(_who, Handing.who, F.text)
    routes.callback_query.register(_list, Transfers.filter())
    routes.callback_query.register(_to, TransferTo.filter())
    routes.callback_query.register(_pick, TransferPick.filter())
    routes.callback_query.register(_ask_summary, TransferDo.filter(F.step == TransferStep.SUMMARY))
    routes.callback_query.register(_ask, TransferDo.filter(F.step == TransferStep.ASK))
    routes.callback_query.register(_how, TransferDo.filter(F.step.in_({TransferStep.HEARD, TransferStep.RECEIPT})))
    routes.callback_query.register(_noted, TransferDo.filter(F.step.in_(set(NOTED))))
    routes.callback_query.register(_show, TransferDo.filter(F.step.in_(set(AT_ONCE))))
    routes.callback_query.register(_way, TransferHow.filter(F.day == 0))
    routes.callback_query.register(_receipt_day, TransferHow.filter(F.receipt))
    routes.callback_query.register(_consent_day, TransferHow.filter())
    return routes


def group_router() -> Router:
    """The same in the staff group: what was pressed there opens on the desk."""
    routes = Router(name="staff_chat.transfers")
    routes.callback_query.register(_on_desk, Transfers.filter())
    routes.callback_query.register(_handed, TransferDo.filter(F.step == TransferStep.HANDED))
    return routes


async def _on_desk(query: CallbackQuery, callback_data: Transfers, ctx: Context, answers: Answers, t: Words) -> None:
    await _list(query, callback_data, ctx)
    answers.toast(toast("on-desk", t))


async def _handed(query: CallbackQuery, callback_data: TransferDo, ctx: Context, answers: Answers, t: Words) -> None:
    await open_handed(ctx, OfTransfer(callback_data.transfer))
    answers.toast(toast("on-desk", t))


async def _list(query: CallbackQuery, callback_data: Transfers, ctx: Context) -> None:
    await show_transfers(ctx, ShowTransfers(callback_data.case, callback_data.choose, callback_data.page))


async def _to(query: CallbackQuery, callback_data: TransferTo, ctx: Context) -> None:
    await begin_transfer(ctx, BeginTransfer(callback_data.case, callback_data.provider))


async def _pick(query: CallbackQuery, callback_data: TransferPick, ctx: Context) -> None:
    await pick_item(ctx, PickItem(callback_data.transfer, callback_data.item))


async def _show(query: CallbackQuery, callback_data: TransferDo, ctx: Context) -> None:
    await AT_ONCE[callback_data.step](ctx, OfTransfer(callback_data.transfer))


async def _noted(query: CallbackQuery, callback_data: TransferDo, ctx: Context, answers: Answers, t: Words) -> None:
    await NOTED[callback_data.step](ctx, OfTransfer(callback_data.transfer))
    answers.toast(toast("transfer-noted", t))


async def _ask(query: CallbackQuery, callback_data: TransferDo, ctx: Context, answers: Answers, t: Words) -> None:
    await ask_person(ctx, OfTransfer(callback_data.transfer))
    answers.toast(toast("transfer-asked", t))


async def _ask_summary(query: CallbackQuery, callback_data: TransferDo, ctx: Context, state: FSMContext) -> None:
    await ask_summary(ctx, OfTransfer(callback_data.transfer))
    await state.set_state(Handing.summary)
    await state.set_data({"transfer_id": callback_data.transfer})


async def _summary(message: Message, ctx: Context, state: FSMContext) -> None:
    # What is wrong with the words is said at once, and they can be sent again: the state stays.
    await summarise(ctx, Summarise((await state.get_data())["transfer_id"], message.text or ""))
    await state.clear()


async def _how(query: CallbackQuery, callback_data: TransferDo, ctx: Context) -> None:
    await ask_how(ctx, AskHow(callback_data.transfer, receipt=callback_data.step is TransferStep.RECEIPT))


async def _way(query: CallbackQuery, callback_data: TransferHow, ctx: Context) -> None:
    await ask_how(ctx, AskHow(callback_data.transfer, callback_data.receipt, callback_data.way))


async def _consent_day(
    query: CallbackQuery, callback_data: TransferHow, ctx: Context, answers: Answers, t: Words
) -> None:
    on = date.fromordinal(callback_data.day)
    await hear(ctx, Hear(callback_data.transfer, callback_data.way, on, callback_data.yes))
    answers.toast(toast("transfer-noted", t))


async def _receipt_day(query: CallbackQuery, callback_data: TransferHow, ctx: Context, state: FSMContext) -> None:
    on = date.fromordinal(callback_data.day)
    await ask_who(ctx, AskWho(callback_data.transfer, callback_data.way, on))
    await state.set_state(Handing.who)
    await state.set_data({"transfer_id": callback_data.transfer, "way": callback_data.way, "day": callback_data.day})


async def _who(message: Message, ctx: Context, state: FSMContext) -> None:
    data = await state.get_data()
    on = date.fromordinal(data["day"])
    await confirm(ctx, Confirm(data["transfer_id"], data["way"], on, message.text or ""))
    await state.clear()
