"""Where a person is in a conversation, when their next words belong somewhere in particular."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Writing(StatesGroup):
    """The next words are added to a chosen case (`case_id` in the data), or begin a new one."""

    to_case = State()
    new_case = State()


class InDanger(StatesGroup):
    """The next words or contact are the number that is safe to call."""

    phone = State()
