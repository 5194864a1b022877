"""The person says how we should call them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from db.repositories import people
from rules.names import clean_name


@dataclass(frozen=True, slots=True)
class Rename:
    """`typed` None: the question alone."""

    typed: str | None = None


@act("person.rename")
async def rename(ctx: Context, data: Rename) -> bool:
    """Asks for the name, or writes the new one down; whether it was written. The old one is kept nowhere: what we sent
    with it is emptied, too.

    What is no name is asked about once more. Stale without a consent and on a watched phone, where no name is kept.
    """
    person = await themselves(ctx)
    if person.watched or await people.standing_consent(ctx.uow.session, person.id) is None:
        raise Stale
    if data.typed is None:
        await show_person(ctx, person, kinds.RenameScreen())
        return False
    name = clean_name(data.typed)
    if name is None:
        await show_person(ctx, person, kinds.RenameScreen(refused=True))
        return False
    person.name = name
    await people.forget_rendered(ctx.uow.session, person.id)
    await show_person(ctx, person, kinds.RenamedScreen())
    return True
