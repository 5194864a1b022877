"""What a person was asked and has not answered."""

from __future__ import annotations

from casework.context import Context
from casework.forms.waiting import show_waiting_form
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import ready_to_write
from casework.people.waiting import show_waiting
from db.models import Person


async def show_open(ctx: Context, person: Person) -> None:
    """Asks for consent where there is none; else about the form that was begun, or the words that wait."""
    if not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
    elif not await show_waiting_form(ctx, person):
        await show_waiting(ctx, person)
