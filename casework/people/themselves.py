"""The person who acts, locked: two taps at once are handled one after the other."""

from __future__ import annotations

from casework.context import Context
from casework.errors import NotPermitted
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from db.models import Person
from db.repositories import people


async def themselves(ctx: Context) -> Person:
    """The row of the acting person, locked until the transaction ends."""
    if ctx.actor.id is None:
        raise NotPermitted
    return await people.lock(ctx.uow.session, ctx.actor.id)


async def ready_to_write(ctx: Context, person: Person) -> bool:
    """Whether words may become a case: after the consent, or on a watched phone, where nothing that identifies is
    kept.
    """
    return person.watched or await people.standing_consent(ctx.uow.session, person.id) is not None


async def welcome(ctx: Context, person: Person) -> None:
    """The first words of the bot."""
    await tell_person(ctx, person, kinds.Welcome())
    person.welcomed_at = ctx.now


async def asked_to_agree(ctx: Context, person: Person) -> bool:
    """Whether somebody new was greeted and asked for their consent."""
    if person.welcomed_at is None:
        await welcome(ctx, person)
    if await ready_to_write(ctx, person):
        return False
    await show_person(ctx, person, kinds.ConsentScreen())
    return True
