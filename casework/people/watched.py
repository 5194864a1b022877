"""A phone that may be searched: what waits must not come by itself any more."""

from __future__ import annotations

from casework.context import Context
from casework.letters.write import HELD
from db.models import Person
from db.repositories import people


async def hold_what_waits(ctx: Context, person: Person) -> None:
    """Answers that are on their way wait for the person to write; what the machine wrote by itself is dropped when its
    moment comes.
    """
    await people.hold_letters(ctx.uow.session, person.id, HELD)
