"""A person's own cases: the list, one of them, and what can be done with it."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.telegram.callbacks import CaseDo, CaseStep, MyCase, MyCases
from casework.cases.reopen import Reopen, reopen_own
from casework.cases.show_own import ShowOwn, show_own
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Context
from handlers.beneficiary.states import Writing, end_writing


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.own_cases")
    routes.callback_query.register(_list, MyCases.filter())
    routes.callback_query.register(_show, MyCase.filter())
    routes.callback_query.register(_add, CaseDo.filter(F.verb == CaseStep.ADD_WORDS))
    routes.callback_query.register(_ask_withdraw, CaseDo.filter(F.verb == CaseStep.ASK_WITHDRAW))
    routes.callback_query.register(_withdraw, CaseDo.filter(F.verb == CaseStep.WITHDRAW))
    routes.callback_query.register(_reopen, CaseDo.filter(F.verb == CaseStep.REOPEN))
    return routes


async def _list(query: CallbackQuery, callback_data: MyCases, ctx: Context, state: FSMContext) -> None:
    await end_writing(state)
    await show_own(ctx, ShowOwn(page=callback_data.page))


async def _show(query: CallbackQuery, callback_data: MyCase, ctx: Context, state: FSMContext) -> None:
    await end_writing(state)
    await show_own(ctx, ShowOwn(callback_data.case))


async def _add(query: CallbackQuery, callback_data: CaseDo, ctx: Context, state: FSMContext) -> None:
    await show_own(ctx, ShowOwn(callback_data.case, ask="add"))
    await state.set_state(Writing.to_case)
    await state.update_data(case_id=callback_data.case)


async def _ask_withdraw(query: CallbackQuery, callback_data: CaseDo, ctx: Context) -> None:
    await show_own(ctx, ShowOwn(callback_data.case, ask="withdraw"))


async def _withdraw(query: CallbackQuery, callback_data: CaseDo, ctx: Context, state: FSMContext) -> None:
    await withdraw(ctx, Withdraw(callback_data.case))
    await end_writing(state)


async def _reopen(query: CallbackQuery, callback_data: CaseDo, ctx: Context, state: FSMContext) -> None:
    await reopen_own(ctx, Reopen(callback_data.case))
    # They are asked what is missing: whatever they write next belongs there, however many cases they have.
    await state.set_state(Writing.to_case)
    await state.update_data(case_id=callback_data.case)
