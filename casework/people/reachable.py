"""A person stopped the bot, or let it speak again."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.unread import unread_at_once
from casework.calls.needed import need_call_instead
from casework.context import Context
from casework.letters.write import show_case
from casework.people.returning import came_back
from casework.people.themselves import themselves
from db.repositories import cases


@dataclass(frozen=True, slots=True)
class Reachable:
    """Whether Telegram takes messages for the person from now on."""

    reachable: bool


@act("person.reachable")
async def note_reachable(ctx: Context, data: Reachable) -> None:
    """Remembers it, and the cards of the person's open cases say so. What could not reach them leaves now."""
    person = await themselves(ctx)
    if data.reachable:
        await came_back(ctx, person, wrote=False)
    else:
        person.unreachable_since = person.unreachable_since or ctx.now
        await need_call_instead(ctx, person)
        await unread_at_once(ctx, person)
    for case in await cases.open_of(ctx.uow.session, person.id):
        await show_case(ctx, case)
