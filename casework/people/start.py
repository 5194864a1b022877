"""/start: the first words, and the question that comes before everything else."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.forms.waiting import show_waiting_form
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import ready_to_write, themselves, welcome
from casework.people.waiting import show_waiting


@dataclass(frozen=True, slots=True)
class Start:
    """The person began, or began again."""


@act("person.start")
async def start(ctx: Context, data: Start) -> None:
    """Welcomes; asks for consent where there is none; shows the form that was begun, or the words that wait."""
    person = await themselves(ctx)
    await welcome(ctx, person)
    if not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
    elif not await show_waiting_form(ctx, person):
        await show_waiting(ctx, person)
