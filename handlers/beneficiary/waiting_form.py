"""The way back to a form that asks, wherever a person goes from it."""

from __future__ import annotations

from contextlib import suppress

from aiogram.fsm.context import FSMContext

from casework.context import Context
from casework.errors import Stale
from casework.forms.cancel import go_on
from casework.forms.filling import Pressed
from casework.forms.remind import RemindOfForm, remind
from handlers.beneficiary.states import Filling, fill, filled


async def remind_of_form(ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    """Says that the form waits, where one asked before this command came."""
    if raw_state == Filling.form.state:
        await remind(ctx, RemindOfForm(await filled(state)))


async def back_to_form(ctx: Context, state: FSMContext) -> None:
    """The question of the form that «Мені небезпечно» came across, where one was asked; else nothing is expected."""
    form_id = await filled(state)
    await state.set_state(None)
    if form_id:
        with suppress(Stale):
            await go_on(ctx, Pressed(form_id, 0))
            await fill(state, form_id)
