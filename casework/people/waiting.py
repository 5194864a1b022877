"""Words that wait for the person's word where they belong."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person
from db.models import Person
from db.repositories import cases, people


async def show_waiting(ctx: Context, person: Person) -> bool:
    """Asks what to do with the words that wait: open a case, or which of the open ones. False when none wait."""
    if not await people.drafts(ctx.uow.session, person.id):
        return False
    open_cases = await cases.open_of(ctx.uow.session, person.id)
    await show_person(ctx, person, kinds.ChooseCaseScreen() if open_cases else kinds.OfferCaseScreen())
    return True
