"""Words that a person wrote in the middle of a form and that are no answer: do they go to the caseworker?"""

from __future__ import annotations

from casework.act import act
from casework.context import Context
from casework.forms.filling import Filling, Pressed, Went, pressed
from db.models import Draft
from db.repositories import people


@act("form.pass_words")
async def pass_words(ctx: Context, data: Pressed) -> Went:
    """They go along with the form when it is sent."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    if words := await undecided(filling):
        filling.draft.words_upto = words[-1].id
        filling.pend(filling.pending)
    await filling.show()
    return Went.ON


@act("form.leave_words")
async def leave_words(ctx: Context, data: Pressed) -> Went:
    """They are forgotten."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    for word in await undecided(filling):
        await ctx.uow.session.delete(word)
    filling.pend(filling.pending)
    await filling.show()
    return Went.ON


async def undecided(filling: Filling) -> list[Draft]:
    """Words that wait beside the form, oldest first."""
    waiting = await people.drafts(filling.ctx.uow.session, filling.person.id)
    return [word for word in waiting if word.id > filling.draft.words_upto]
