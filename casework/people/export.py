"""The person takes everything away that we hold about them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.files.attachment import has_content
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import themselves
from db.repositories import files
from rules.files import in_parts


@dataclass(frozen=True, slots=True)
class Export:
    """`confirmed`: they know that the file then lies in the chat."""

    confirmed: bool = False


@act("person.export")
async def export(ctx: Context, data: Export) -> bool:
    """Writes the letters that bring everything, a page and all files, in as many parts as these need; what is in them
    is gathered when they leave. Two taps within a minute bring it once. Returns whether it was written.

    Where the phone may be searched they are warned first: False until they confirm.
    """
    person = await themselves(ctx)
    if person.watched and not data.confirmed:
        await show_person(ctx, person, kinds.ExportAskScreen())
        return False
    key = f"{person.id}:{ctx.now:%Y%m%d%H%M}"
    held = await files.held_of(ctx.uow.session, person.id)
    first, *more = in_parts((each.id, each.size or 0) for each in held if has_content(each))
    parts = 1 + len(more)
    written = await tell_person(ctx, person, kinds.OwnData(first, parts), key=key)
    for part, those in enumerate(more, 2):
        await tell_person(ctx, person, kinds.OwnFiles(those, part, parts), key=f"{key}:{part}")
    return written
