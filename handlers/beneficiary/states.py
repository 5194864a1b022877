"""Where a person is in a conversation, when their next words belong somewhere in particular."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup


class Writing(StatesGroup):
    """The next words are added to a chosen case (`case_id` in the data), or begin a new one."""

    to_case = State()
    new_case = State()


class Filling(StatesGroup):
    """The next words answer a form (`form_id` in the data)."""

    form = State()


async def fill(state: FSMContext, form_id: int) -> None:
    """From now on words belong to this form."""
    await state.set_state(Filling.form)
    await state.set_data({"form_id": form_id})


async def filled(state: FSMContext) -> int:
    """The form that words belong to."""
    return int((await state.get_data()).get("form_id", 0))


async def put_away(state: FSMContext, form_id: int) -> None:
    """The form is over; another one, or a writing that was begun since, goes on."""
    if await state.get_state() == Filling.form.state and await filled(state) == form_id:
        await state.clear()


async def end_writing(state: FSMContext) -> None:
    """Words belong nowhere in particular any more; a form that asks goes on waiting for its answer."""
    if await state.get_state() != Filling.form.state:
        await state.clear()
