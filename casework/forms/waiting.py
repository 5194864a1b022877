"""A form that somebody began and left."""

from __future__ import annotations

from casework.context import Context
from casework.forms.filling import opened
from casework.forms.which import is_known
from casework.letters import kinds
from db.models import Person
from db.repositories import forms


async def show_waiting_form(ctx: Context, person: Person) -> bool:
    """Asks whether to go on with the form that was touched last. False where none waits."""
    begun = [draft for draft in await forms.of_person(ctx.uow.session, person.id) if is_known(draft.form)]
    if not begun:
        return False
    filling = await opened(ctx, begun[0].id)
    await filling.show_instead(kinds.FormResumeScreen(filling.draft.id))
    return True
