"""An answer changes while it waits."""

from __future__ import annotations

from datetime import datetime

from casework.context import Context
from casework.letters.write import FROZEN
from casework.talk.later import moment_of
from casework.talk.waiting import LOOK_AGAIN, Waits, Why, let_go, odd_about, show_later, together
from db.models import Case, Message
from db.repositories import people, talk
from rules.send_later import words_behind


def said_now(ctx: Context, message: Message, said: str, *, timed: bool) -> tuple[str, datetime | None]:
    """The words as they read now, and the time that stands before them where it still counts; the refusals of
    `moment_of`.
    """
    if not timed:
        return said, None
    if message.waits_for != Why.LATER:
        return words_behind(said), None
    moment = moment_of(ctx, said)
    return moment.words, moment.at


async def wait_on(ctx: Context, case: Case, message: Message, until: datetime | None) -> Waits | None:
    """Whether the changed answer of a locked case waits on, and what its author is to be told of that.

    One with a time of its own waits until `until`. Another one leaves once nothing looks odd about it; while something
    does, its author has the whole time again.
    """
    if message.waits_for is None or message.waits_until is None:
        return None
    if message.waits_for == Why.LATER:
        return await _another_time(ctx, case, message, until) if until is not None else None
    person = await people.by_id(ctx.uow.session, case.person_id)
    odd = await odd_about(ctx.uow, case, person, message.text)
    if odd:
        due = max(ctx.now + LOOK_AGAIN, message.waits_until)
        if message.waits_for == Why.LOOK:
            await talk.move_together(ctx.uow.session, case.id, message.waits_until, due)
        await _look_again(ctx, case, message, due)
        return Waits(case.id, message.id, Why.LOOK, due, odd)
    if message.waits_for == Why.LOOK:
        await let_go(ctx, case, message)
    return None


async def _look_again(ctx: Context, case: Case, message: Message, due: datetime) -> None:
    message.waits_for, message.waits_until = Why.LOOK.value, due
    await ctx.uow.session.flush()
    await talk.move_letters(ctx.uow.session, case.id, await together(ctx, message), due, held=FROZEN)


async def _another_time(ctx: Context, case: Case, message: Message, until: datetime) -> Waits | None:
    if message.waits_until == until:
        return None
    message.waits_until = until
    await ctx.uow.session.flush()
    await talk.move_letters(ctx.uow.session, case.id, await together(ctx, message), until, held=FROZEN)
    await show_later(ctx, case, message.id, until)
    return None
