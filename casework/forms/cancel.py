"""A person stops a form, or goes on with it, or begins it anew."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.forms.files import drop_files
from casework.forms.filling import Filling, Pressed, Went, opened, pressed
from casework.letters import kinds
from casework.people.waiting import show_waiting
from db.repositories import forms


@dataclass(frozen=True, slots=True)
class CancelForm:
    """The person wants to stop."""

    form_id: int


@act("form.cancel")
async def cancel(ctx: Context, data: CancelForm) -> Went:
    """Asks once where something was filled in; else it is over at once. Stale where it was sent or is gone."""
    filling = await opened(ctx, data.form_id)
    if filling.answers:
        asks: kinds.Letter = kinds.FormCancelAskScreen(filling.draft.id)
        if filling.member is not None:
            asks = kinds.noting.NotingStopAskScreen(filling.member.id, filling.draft.id)
        await filling.show_instead(asks)
        return Went.ON
    return await _over(filling)


@act("form.drop")
async def drop(ctx: Context, data: Pressed) -> Went:
    """Forgets all answers. Words that wait are asked about: they were no part of the form yet."""
    filling = await pressed(ctx, data)
    return Went.STALE if filling is None else await _over(filling)


@act("form.go_on")
async def go_on(ctx: Context, data: Pressed) -> Went:
    """Shows the question where the person left off, whatever was shown since."""
    filling = await opened(ctx, data.form_id)
    await filling.show()
    return Went.ON


@act("form.anew")
async def anew(ctx: Context, data: Pressed) -> Went:
    """Forgets the answers and asks the first question."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    await drop_files(filling)
    filling.clear()
    await filling.show()
    return Went.ON


async def _over(filling: Filling) -> Went:
    if filling.member is not None:
        over = kinds.noting.NotingOverScreen(filling.member.id, filling.draft.application_id or 0, noted=False)
        await filling.show_instead(over)
        await forms.drop(filling.ctx.uow.session, filling.draft)
        return Went.OVER
    await forms.drop(filling.ctx.uow.session, filling.draft)
    await filling.show_instead(kinds.CancelledScreen())
    await show_waiting(filling.ctx, filling.person)
    return Went.OVER
