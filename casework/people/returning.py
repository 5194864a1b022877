"""A person who was out of reach is back: what could not reach them is sent."""

from __future__ import annotations

from casework.awaited.unread import wait_anew
from casework.calls.needed import end_calls_instead
from casework.context import Context
from casework.letters.sent import NOBODY_THERE
from casework.letters.write import FROZEN, HELD
from casework.problems.reach import AUTOMATIC
from db.models import Person
from db.repositories import problems


async def came_back(ctx: Context, person: Person, *, wrote: bool) -> None:
    """Answers and news of the person's cases leave again, those that are still true then; nothing where they were not
    out of reach. A watched phone gets them only once its owner writes, and nothing that the machine says by itself.
    """
    if person.unreachable_since is None:
        return
    person.unreachable_since = None
    await end_calls_instead(ctx, person)
    await wait_anew(ctx, person)
    if await problems.release_undelivered(
        ctx.uow.session,
        person.id,
        silent=NOBODY_THERE,
        never=AUTOMATIC if person.watched or person.human_only else (),
        not_before=FROZEN if person.frozen_at is not None else HELD if person.watched and not wrote else None,
    ):
        ctx.uow.nudge("outbox")
