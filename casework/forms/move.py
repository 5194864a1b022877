"""A person moves about in a form: back, past a question, to an answer that they want to change."""

from __future__ import annotations

from casework.act import act
from casework.context import Context
from casework.forms.files import drop_files
from casework.forms.filling import Pressed, Went, pressed
from rules.forms import SUMMARY
from rules.forms.form import YES


@act("form.back")
async def back(ctx: Context, data: Pressed) -> Went:
    """To the question before; its answer stays until there is another."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    before = filling.form.before(filling.draft.at, filling.answers)
    if before is not None:
        filling.move(before)
    await filling.show()
    return Went.ON


@act("form.skip")
async def skip(ctx: Context, data: Pressed) -> Went:
    """Leaves the present question without an answer, where it may be left so."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    place = filling.place
    if place is not None and place.step.optional:
        await drop_files(filling, place.key)
        filling.take(None)
    await filling.show()
    return Went.ON


@act("form.edit")
async def edit(ctx: Context, data: Pressed) -> Went:
    """From the summary to the answer of this number; then back to the summary, by whatever is newly asked."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    places = filling.form.walk(filling.answers)
    if data.number < len(places):
        filling.move(places[data.number].key)
    await filling.show()
    return Went.ON


@act("form.more")
async def more(ctx: Context, data: Pressed) -> Went:
    """From the summary to another round of the group of this number."""
    filling = await pressed(ctx, data)
    if filling is None:
        return Went.STALE
    offered = filling.form.another(filling.answers)
    if filling.draft.at == SUMMARY and data.number < len(offered):
        _, key = offered[data.number]
        filling.move(key)
        filling.take(YES)
    await filling.show()
    return Went.ON
