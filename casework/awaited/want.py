"""A letter is written that wants a sign: from now on somebody looks whether one comes."""

from __future__ import annotations

from datetime import datetime

from casework.awaited.matters import matter_of
from casework.awaited.unread import due_of, unread_now
from casework.context import Context
from casework.letters import kinds
from db.models import AwaitedLetter, Case, Person
from db.repositories import awaited
from db.repositories.awaited import WAITING


async def want_sign(ctx: Context, case: Case, person: Person, letter: kinds.Letter, by: datetime | None = None) -> None:
    """The letter was written to the person of a locked case. A newer one about the same matter takes the place of the
    older. Where nothing written reaches them, somebody phones at once. Nothing for a letter that wants no sign. `by`:
    by when, where that is not the usual.
    """
    matter = matter_of(letter)
    if matter is None:
        return
    due = by or await due_of(ctx, case, matter)
    wanted = {each.matter: each for each in await awaited.wanted_of(ctx.uow.session, case.id)}
    row = wanted.get(matter.value)
    if row is None:
        row = AwaitedLetter(case_id=case.id, matter=matter.value)
        ctx.uow.session.add(row)
    row.state, row.told_at, row.due_at = WAITING, ctx.now, due
    row.chat_id = row.message_id = None
    case.unseen = True
    await ctx.uow.session.flush()
    if person.unreachable_since is not None:
        await unread_now(ctx, case, person, [row])
