"""A caseworker takes a case: from now on it is theirs, and the person knows their name."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, owner_name
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.owning import becomes, looked_at_by
from casework.context import Context
from casework.danger.alarm import note_seen
from casework.errors import AlreadyTaken, AlreadyYours
from casework.letters.write import show_case
from db.models import Case
from rules.cases import Verb


@dataclass(frozen=True, slots=True)
class Take:
    """The case whose button was pressed."""

    case_id: int


@act("case.take")
async def take(ctx: Context, data: Take) -> Case:
    """Makes the actor the owner. Of many presses at once one wins: the row is locked, the rest get AlreadyTaken or
    AlreadyYours. RefusedByYou for whoever refused help in it.
    """
    case = await locked(ctx, data.case_id, "case.take")
    await give_to_actor(ctx, case)
    await show_case(ctx, case)
    return case


async def give_to_actor(ctx: Context, case: Case, *, tell: bool = True) -> None:
    """The actor becomes the owner of a locked case that nobody has. `tell`: by a letter of its own."""
    if case.owner_id is not None and case.closed_at is None:
        if case.owner_id == ctx.actor.id:
            raise AlreadyYours
        raise AlreadyTaken(owner=await owner_name(ctx, case) or "")
    await looked_at_by(ctx, case, ctx.actor.id or 0)
    move(case, Verb.TAKE)
    record(ctx, case, Event.TAKEN)
    await note_seen(ctx, case, named=True)
    await becomes(ctx, case, ctx.actor.id or 0, tell=tell)
