"""Where a person is in a conversation, when their next words belong somewhere in particular."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypedDict

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup


class Writing(StatesGroup):
    """The next words are added to a chosen case (`case_id` in the data), or begin a new one, or are about what stands
    open in the menu of life.
    """

    to_case = State()
    new_case = State()
    from_menu = State()


class Placing(StatesGroup):
    """The next words are the name of a place: `which` of the two in the data, `message` once they wrote."""

    name = State()


class FromMenu(TypedDict, total=False):
    """What the menu of life adds to the words: these fields of `Written`, or none."""

    about: str | None
    chosen_at: datetime


async def menu_stands(state: FSMContext, about: str | None, now: datetime) -> None:
    """The menu of life stands open at `about`."""
    await state.set_state(Writing.from_menu)
    await state.set_data({"about": about, "chosen_at": now.timestamp()})


def from_menu(raw_state: str | None, data: Mapping[str, Any]) -> FromMenu:
    """What words are about that come in this state."""
    if raw_state != Writing.from_menu.state:
        return {}
    return {"about": data["about"], "chosen_at": datetime.fromtimestamp(data["chosen_at"], UTC)}


class Telling(StatesGroup):
    """The next words are for us alone: a complaint or a sentence about a case (`case_id` in the data), or a name."""

    complaint = State()
    rating = State()
    name = State()


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


async def leave_for(state: FSMContext, where: State | None) -> None:
    """The next words belong to `where`; None: nowhere in particular, but a form that asks goes on waiting."""
    if where is None:
        await end_writing(state)
        return
    # A form that «Мені небезпечно» came across is gone back to, should that have been a mistake.
    form_id = await filled(state)
    await state.set_data({"form_id": form_id} if form_id else {})
    await state.set_state(where)


async def put_away(state: FSMContext, form_id: int) -> None:
    """The form is over; another one, or a writing that was begun since, goes on."""
    if await state.get_state() == Filling.form.state and await filled(state) == form_id:
        await state.clear()


async def end_writing(state: FSMContext) -> None:
    """Words belong nowhere in particular any more; a form that asks goes on waiting for its answer."""
    if await state.get_state() != Filling.form.state:
        await state.clear()


class Sending(StatesGroup):
    """The next files are pages of a document (`document_id` in the data, chosen at `since`), or the next words say why
    it can't be had.
    """

    page = State()
    why = State()


class Calling(StatesGroup):
    """The next words may be a number, or when it suits; whatever else they are goes its usual way."""

    number = State()
    time = State()
    safely = State()
    """In danger: when and how it is safe to call."""


class Reminding(StatesGroup):
    """The next words are what the person wants to be reminded of."""

    words = State()


class ComingBack(StatesGroup):
    """The next contact or number is the person's own; whatever else they write goes its usual way."""

    number = State()
