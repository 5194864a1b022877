"""Words that sound like danger: the numbers come before everything else, once a case of danger."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from db.models import Person
from db.repositories import alarms
from rules.danger import sounds_dangerous


async def hear(ctx: Context, person: Person, text: str) -> bool:
    """Whether the words sound dangerous. Then the numbers are sent, unless a case of danger is open: there they have
    stood since it began, and on a phone that somebody else reads they must not come by themselves.
    """
    if not sounds_dangerous(text, ctx.catalogue.danger):
        return False
    if await alarms.case_of(ctx.uow.session, person.id) is None:
        await tell_person(ctx, person, kinds.Hotlines(heard=True))
    return True
