"""The person takes everything away that we hold about them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import themselves


@dataclass(frozen=True, slots=True)
class Export:
    """`confirmed`: they know that the file then lies in the chat."""

    confirmed: bool = False


@act("person.export")
async def export(ctx: Context, data: Export) -> bool:
    """Writes the letter that brings the file; its content is gathered when it leaves. Two taps within a minute bring
    one file. Returns whether it was written.

    Where the phone may be searched they are warned first: False until they confirm.
    """
    person = await themselves(ctx)
    if person.watched and not data.confirmed:
        await show_person(ctx, person, kinds.ExportAskScreen())
        return False
    key = f"{person.id}:{ctx.now:%Y%m%d%H%M}"
    return await tell_person(ctx, person, kinds.OwnData(), key=key)
