"""Somebody writes to the bot: who are they to us?"""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.touch import touched
from casework.context import Context
from casework.letters.write import HELD
from casework.people.returning import came_back
from db.models import Person
from db.repositories import people
from rules.catalogue import Sign
from rules.languages import language_for


@dataclass(frozen=True, slots=True)
class Met:
    """A Telegram account in its private chat with the bot."""

    telegram_id: int
    language_code: str | None
    wrote: bool
    """Whether they wrote or pressed something now; it frees letters that waited for a watched phone's owner."""
    touched: tuple[int, Sign] | None = None
    """The message of ours that they pressed below, replied to or set a reaction on."""


@act("person.meet")
async def meet(ctx: Context, data: Met) -> Person:
    """The person behind the account; a new row on the first meeting, with no name: that is asked with the consent."""
    session = ctx.uow.session
    person = await people.lock_by_telegram(session, data.telegram_id, ctx.now if data.wrote else None)
    if person is None:
        person = Person(
            telegram_id=data.telegram_id,
            language=language_for(data.language_code),
            created_at=ctx.now,
            last_wrote_at=ctx.now if data.wrote else None,
        )
        session.add(person)
        await session.flush()
    if data.wrote:
        await came_back(ctx, person, wrote=True)
        if person.watched and await people.release_held_letters(session, person.id, HELD, due=ctx.now):
            ctx.uow.nudge("outbox")
    if data.touched is not None:
        await touched(ctx, person, *data.touched)
    return person
