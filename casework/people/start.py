"""/start: the first words, and the question that comes before everything else."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.people.open_questions import show_open
from casework.people.themselves import themselves, welcome


@dataclass(frozen=True, slots=True)
class Start:
    """The person began, or began again."""


@act("person.start")
async def start(ctx: Context, data: Start) -> None:
    """Welcomes; asks for consent where there is none; shows the form that was begun, or the words that wait."""
    person = await themselves(ctx)
    await welcome(ctx, person)
    await show_open(ctx, person)
