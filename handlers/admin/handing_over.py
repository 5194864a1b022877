"""What an owner who hands a case over is asked: the question is put in the group, the answer given on the desk."""

from aiogram.fsm.state import State, StatesGroup


class HandingOver(StatesGroup):
    """The next words on the desk are the note to a colleague (`case_id` and `staff_id` in the data)."""

    note = State()
